#include "analysis/codebook_tables.h"

#include <string>
#include <string_view>
#include <unordered_map>

#include "corpus/codebook_lint.h"

namespace sahafa {
namespace {

std::string_view label_of(const std::unordered_map<std::string, std::string>& labels,
                          const std::string& lang) {
  const auto found = labels.find(lang);
  return found == labels.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace

Table describe_codebook(const Codebook& codebook) {
  using enum TableBuilder::Type;
  TableBuilder table{{"actors", integer}, {"frames", integer}, {"hash", text}};
  table.add(codebook.actors().size()).add(codebook.frames().size()).add(codebook.hash());
  return table.finish();
}

Table list_entries(const Codebook& codebook) {
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

}  // namespace sahafa
