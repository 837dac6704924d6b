#include "tools/documents/completions.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "tools/common_options.h"

namespace sahafa::tools {
namespace {

std::vector<OptionSpec> options_of(const Verb& verb) {
  std::vector<OptionSpec> options;
  for (const OptionSpec& spec : verb.options) {
    if (!spec.positional) options.push_back(spec);
  }
  for (const CommonOption& option : kCommonOptions) options.push_back(option.spec);
  return options;
}

// The words of a value that is a choice ("table|csv|tsv"), separated by blanks; empty for a placeholder such as FILE.
std::string choices_of(const OptionSpec& spec) {
  std::string words(spec.value);
  if (words.find('|') == std::string::npos) return {};
  std::ranges::replace(words, '|', ' ');
  return words;
}

// Inside single quotes of a shell.
std::string quote(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

// Brackets and colons mean something in zsh's _arguments.
std::string escape_zsh(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_argument(const OptionSpec& spec) {
  const std::string flag = fmt::format("--{}[{}]", spec.name, escape_zsh(spec.help));
  if (spec.value.empty()) return quote(flag);
  const std::string words = choices_of(spec);
  return quote(
      fmt::format("{}:{}:{}", flag, escape_zsh(spec.value), words.empty() ? "_files" : "(" + words + ")"));
}

}  // namespace

std::string make_bash_completion(std::span<const Verb> verbs) {
  std::string names;
  std::string options;
  std::string values;
  for (const Verb& verb : verbs) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", verb.name);
    std::string flags;
    for (const OptionSpec& spec : options_of(verb)) {
      flags += fmt::format("{}--{}", flags.empty() ? "" : " ", spec.name);
      const std::string words = choices_of(spec);
      if (!words.empty()) values += fmt::format("    {}:--{}) words='{}' ;;\n", verb.name, spec.name, words);
    }
    options += fmt::format("    {}) words='{}' ;;\n", verb.name, flags);
  }
  return fmt::format(
      "# Completion of sahafa for bash.\n"
      "_sahafa() {{\n"
      "  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} "
      "verb=${{COMP_WORDS[1]}} words=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W '{} --help --version' -- \"$current\"))\n"
      "    return\n"
      "  fi\n"
      "  case $verb:$previous in\n{}  esac\n"
      "  if [ -z \"$words\" ] && [[ $current == -* ]]; then\n"
      "    case $verb in\n{}    esac\n"
      "  fi\n"
      "  if [ -n \"$words\" ]; then\n"
      "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
      "  else\n"
      "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
      "  fi\n"
      "}}\n"
      "complete -o filenames -F _sahafa sahafa\n",
      names, values, options);
}

std::string make_zsh_completion(std::span<const Verb> verbs) {
  std::string names;
  std::string cases;
  for (const Verb& verb : verbs) {
    names += fmt::format("    {}\n", quote(fmt::format("{}:{}", verb.name, escape_zsh(verb.summary))));
    cases += fmt::format("    {}) _arguments", verb.name);
    for (const OptionSpec& spec : options_of(verb)) cases += " \\\n      " + zsh_argument(spec);
    cases += " \\\n      '*:file:_files' ;;\n";
  }
  return fmt::format(
      "#compdef sahafa\n"
      "_sahafa() {{\n"
      "  local -a verbs=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe verb verbs\n"
      "    return\n"
      "  fi\n"
      "  local verb=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $verb in\n{}  esac\n"
      "}}\n"
      "_sahafa \"$@\"\n",
      names, cases);
}

std::string make_fish_completion(std::span<const Verb> verbs) {
  std::string out = "# Completion of sahafa for fish.\n";
  for (const Verb& verb : verbs) {
    out += fmt::format("complete -c sahafa -f -n __fish_use_subcommand -a {} -d {}\n", verb.name,
                       quote(verb.summary));
    for (const OptionSpec& spec : options_of(verb)) {
      const std::string words = choices_of(spec);
      out += fmt::format("complete -c sahafa -n '__fish_seen_subcommand_from {}' -l {}{} -d {}\n", verb.name,
                         spec.name,
                         spec.value.empty() ? std::string()
                         : words.empty()    ? std::string(" -r")
                                            : fmt::format(" -x -a {}", quote(words)),
                         quote(spec.help));
    }
  }
  return out;
}

}  // namespace sahafa::tools
