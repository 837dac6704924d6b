#include <fmt/format.h>

#include <ostream>

#include "corpus/codebook.h"
#include "corpus/codebook_lint.h"
#include "text/error.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

std::string_view label_of(const std::unordered_map<std::string, std::string>& labels,
                          const std::string& lang) {
  const auto found = labels.find(lang);
  return found == labels.end() ? std::string_view{} : std::string_view(found->second);
}

Table show(const Codebook& codebook) {
  using enum TableBuilder::Type;
  TableBuilder table{{"kind", text}, {"id", text}, {"parent", text}, {"label_fr", text}, {"label_ar", text}};
  for (const Actor& actor : codebook.actors()) {
    table.add("actor")
        .add(actor.id)
        .add(actor.parent)
        .add(label_of(actor.label, "fr"))
        .add(label_of(actor.label, "ar"));
  }
  for (const Frame& frame : codebook.frames()) {
    table.add("frame")
        .add(frame.id)
        .add(frame.parent)
        .add(label_of(frame.label, "fr"))
        .add(label_of(frame.label, "ar"));
  }
  return table.finish();
}

Table list_findings(const Codebook& codebook) {
  using enum TableBuilder::Type;
  TableBuilder table{{"entry", text}, {"kind", text}, {"finding", text}};
  for (const LintFinding& found : lint(codebook)) table.add(found.entry).add(found.kind).add(found.finding);
  return table.finish();
}

int run(const Verb& /*verb*/, Invocation& call) {
  const std::string& action = call.arguments.front();
  if (call.arguments.size() > 2) throw Error(ErrorCode::usage, "codebook: one action and at most one file");
  const bool bundled = call.arguments.size() == 1;
  const Codebook loaded = bundled ? Codebook::bundled() : Codebook::load(call.arguments[1]);
  if (action == "show") {
    write_table(show(loaded), call.format, call.out);
  } else if (action == "lint") {
    write_table(list_findings(loaded), call.format, call.out);
  } else if (action == "check") {
    call.out << fmt::format("{}: valid, {} actors, {} frames, hash {}\n",
                            bundled ? "bundled codebook" : call.arguments[1], loaded.actors().size(),
                            loaded.frames().size(), loaded.hash());
  } else {
    throw Error(ErrorCode::usage,
                fmt::format("codebook: no action '{}'; there are check, lint and show", action));
  }
  return kOk;
}

}  // namespace

Verb codebook_verb() {
  return {.name = "codebook",
          .summary =
              "Checks a codebook, looks for what is hardly meant, or shows it: check|lint|show [FILE]; the "
              "bundled one without",
          .example = "sahafa codebook show",
          .corpus = false,
          .arguments = "ACTION...",
          .options = {},
          .run = run};
}

}  // namespace sahafa::tools
