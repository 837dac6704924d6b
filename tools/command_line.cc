#include "tools/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <sstream>
#include <thread>
#include <type_traits>

#include "tools/common_options.h"
#include "tools/version.h"

namespace sahafa::tools {
namespace {

// What CLI11 writes into for one verb; kept alive until parsing is over.
struct Parsed {
  const Verb* verb = nullptr;
  CLI::App* app = nullptr;
  std::string corpus;
  std::vector<std::string> arguments;
  std::map<std::string, std::string, std::less<>> values;
  std::map<std::string, bool, std::less<>> switches;
  std::string format;
  std::string output;
  std::size_t jobs = std::max(1U, std::thread::hardware_concurrency());
  bool quiet = false;
};

void declare_arguments(Parsed& parsed) {
  const Verb& verb = *parsed.verb;
  if (verb.corpus) {
    parsed.app->add_option("corpus", parsed.corpus, "Directory of the corpus")
        ->required()
        ->type_name("CORPUS");
  }
  if (verb.arguments.empty()) return;
  auto* rest = parsed.app->add_option("arguments", parsed.arguments, "");
  rest->type_name(std::string(verb.arguments));
  rest->required(!verb.arguments.starts_with('['));
  if (verb.arguments.find("...") == std::string_view::npos) rest->expected(1);
}

void declare_options(Parsed& parsed) {
  for (const OptionSpec& spec : parsed.verb->options) {
    if (spec.positional) continue;
    const std::string flag = fmt::format("--{}", spec.name);
    const std::string name(spec.name);
    const std::string help(spec.help);
    if (spec.value.empty()) {
      parsed.app->add_flag(flag, parsed.switches[name], help);
      continue;
    }
    auto* option =
        parsed.app->add_option(flag, parsed.values[name], help)->type_name(std::string(spec.value));
    if (!spec.default_value.empty()) option->default_str(std::string(spec.default_value));
  }
}

// "-o,--output" as CLI11 wants it.
std::string flags_of(const CommonOption& option) {
  return option.letter == 0 ? fmt::format("--{}", option.spec.name)
                            : fmt::format("-{},--{}", option.letter, option.spec.name);
}

template <class Target>
CLI::Option* declare(CLI::App& app, const CommonOption& option, Target& target) {
  const std::string help(option.spec.help);
  if constexpr (std::is_same_v<Target, bool>) {
    return app.add_flag(flags_of(option), target, help);
  } else {
    return app.add_option(flags_of(option), target, help)->type_name(std::string(option.spec.value));
  }
}

void declare_common(Parsed& parsed) {
  const auto& [format, output, jobs, quiet] = kCommonOptions;
  declare(*parsed.app, format, parsed.format)->check(CLI::IsMember({"table", "csv", "tsv", "jsonl"}));
  declare(*parsed.app, output, parsed.output);
  declare(*parsed.app, jobs, parsed.jobs)->check(CLI::Range(1, 1024));
  declare(*parsed.app, quiet, parsed.quiet);
  parsed.app->footer(fmt::format("Example:\n  {}", parsed.verb->example));
}

Options to_options(const Parsed& parsed) {
  std::map<std::string, std::string, std::less<>> values;
  for (const auto& [name, value] : parsed.values) {
    if (!value.empty()) values.emplace(name, value);
  }
  for (const auto& [name, on] : parsed.switches) {
    if (on) values.emplace(name, "true");
  }
  auto argument = parsed.arguments.begin();
  for (const OptionSpec& spec : parsed.verb->options) {
    if (spec.positional && argument != parsed.arguments.end()) values.emplace(spec.name, *argument++);
  }
  return {parsed.verb->options, std::move(values)};
}

Command to_command(const Parsed& parsed) {
  Command command{.verb = parsed.verb,
                  .corpus = parsed.corpus,
                  .arguments = parsed.arguments,
                  .options = to_options(parsed),
                  .format = {},
                  .output = parsed.output,
                  .jobs = parsed.jobs,
                  .quiet = parsed.quiet};
  if (!parsed.format.empty()) command.format = format_from_string(parsed.format);
  return command;
}

// CLI11 only says that a subcommand is missing when it does not know the word.
std::optional<Answer> refuse_unknown_verb(int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return std::nullopt;
  const std::string_view word = argv[1];
  if (std::ranges::find(verbs(), word, &Verb::name) != verbs().end()) return std::nullopt;
  return Answer{fmt::format("sahafa: there is no verb '{}'; sahafa --help lists them\n", word), kUsage};
}

}  // namespace

std::variant<Command, Answer> parse_command_line(int argc, char** argv) {
  if (auto refusal = refuse_unknown_verb(argc, argv)) return *refusal;
  CLI::App app{"sahafa: coverage of the French and Arabic press, from files to a comparison of outlets.",
               "sahafa"};
  app.set_version_flag("--version", version_text());
  app.require_subcommand(1);
  app.get_formatter()->column_width(36);
  app.footer("sahafa VERB --help explains a verb and shows an example.");

  std::vector<Parsed> parsed(verbs().size());
  for (std::size_t i = 0; i < parsed.size(); ++i) {
    Parsed& one = parsed[i];
    one.verb = &verbs()[i];
    one.app = app.add_subcommand(std::string(one.verb->name), std::string(one.verb->summary));
    declare_arguments(one);
    declare_options(one);
    declare_common(one);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    const bool failed = app.exit(error, out, err) != 0;
    return Answer{failed ? err.str() : out.str(), failed ? kUsage : kOk};
  }
  const auto chosen = std::ranges::find_if(parsed, [](const Parsed& one) { return one.app->parsed(); });
  return to_command(*chosen);
}

}  // namespace sahafa::tools
