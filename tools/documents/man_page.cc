#include "tools/documents/man_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "tools/common_options.h"

namespace sahafa::tools {
namespace {

// Text as groff takes it literally: no line begins a request, no backslash an escape, a hyphen is a hyphen.
std::string escape(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string make_head(std::string_view name, std::string_view summary, std::string_view version) {
  std::string title(name);
  std::ranges::transform(title, title.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return fmt::format(".TH {} 1 \"\" \"sahafa {}\"\n.SH NAME\n{} \\- {}\n", title, version, escape(name),
                     escape(summary));
}

std::string make_option(const OptionSpec& spec, char letter) {
  const std::string shorter = letter == 0 ? std::string() : fmt::format("\\fB\\-{}\\fR, ", letter);
  const std::string value =
      spec.value.empty() ? std::string() : fmt::format(" \\fI{}\\fR", escape(spec.value));
  const std::string standard =
      spec.default_value.empty() ? std::string() : fmt::format(" Default: {}.", escape(spec.default_value));
  return fmt::format(".TP\n{}\\fB\\-\\-{}\\fR{}\n{}.{}\n", shorter, escape(spec.name), value,
                     escape(spec.help), standard);
}

std::string make_common_options() {
  std::string out;
  for (const auto& [letter, spec] : kCommonOptions) out += make_option(spec, letter);
  return out;
}

std::string make_arguments(const Verb& verb) {
  std::string out;
  if (verb.corpus) out += ".TP\n\\fICORPUS\\fR\nDirectory of the corpus.\n";
  for (const OptionSpec& spec : verb.options) {
    if (spec.positional) out += fmt::format(".TP\n\\fI{}\\fR\n{}.\n", escape(spec.value), escape(spec.help));
  }
  return out.empty() ? out : ".SH ARGUMENTS\n" + out;
}

constexpr std::string_view kExitStatus =
    ".SH EXIT STATUS\n0: done. 1: something failed and was reported on standard error; the rest is done. 2: "
    "the command line made "
    "no sense.\n";

}  // namespace

std::string make_overview_page(std::span<const Verb> verbs, std::string_view version) {
  std::string page = make_head(
      "sahafa", "coverage of the French and Arabic press, from files to a comparison of outlets", version);
  page +=
      ".SH SYNOPSIS\n\\fBsahafa\\fR \\fIVERB\\fR \\fICORPUS\\fR [\\fIOPTION\\fR]... "
      "[\\fIARGUMENT\\fR]...\n.SH VERBS\n";
  for (const Verb& verb : verbs)
    page += fmt::format(".TP\n\\fB{}\\fR\n{}. See \\fBsahafa\\-{}\\fR(1).\n", escape(verb.name),
                        escape(verb.summary), escape(verb.name));
  page += ".SH OPTIONS\nEvery verb has these.\n" + make_common_options();
  page += kExitStatus;
  return page;
}

std::string make_verb_page(const Verb& verb, std::string_view version) {
  std::string page = make_head(fmt::format("sahafa-{}", verb.name), verb.summary, version);
  page += fmt::format(
      ".SH SYNOPSIS\n\\fBsahafa {}\\fR [\\fIOPTION\\fR]...{}{}\n", escape(verb.name),
      verb.corpus ? " \\fICORPUS\\fR" : "",
      verb.arguments.empty() ? std::string() : fmt::format(" \\fI{}\\fR", escape(verb.arguments)));
  page += make_arguments(verb) + ".SH OPTIONS\n";
  for (const OptionSpec& spec : verb.options) {
    if (!spec.positional) page += make_option(spec, 0);
  }
  page += make_common_options();
  page += fmt::format(".SH EXAMPLE\n.nf\n{}\n.fi\n", escape(verb.example));
  page += kExitStatus;
  page += ".SH SEE ALSO\n\\fBsahafa\\fR(1)\n";
  return page;
}

}  // namespace sahafa::tools
