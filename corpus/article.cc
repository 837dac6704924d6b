#include "corpus/article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "corpus/hash.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::array<std::string_view, 6> kRelations = {"canonical", "exact",  "near",
                                                        "excerpt",   "update", "translation"};

}  // namespace

std::string_view to_string(Relation relation) { return kRelations.at(static_cast<std::size_t>(relation)); }

Relation relation_from_string(std::string_view name) {
  const auto found = std::ranges::find(kRelations, name);
  if (found == kRelations.end()) {
    throw Error(ErrorCode::malformed,
                fmt::format("'{}' is no relation of an article to its cluster; expected one of {}", name,
                            fmt::join(kRelations, ", ")));
  }
  return static_cast<Relation>(found - kRelations.begin());
}

std::string whole_text(std::string_view text, const TextCut& cut) {
  std::string whole = cut.head;
  if (!whole.empty()) whole += '\n';
  whole += text;
  if (!cut.tail.empty()) whole.append("\n").append(cut.tail);
  return whole;
}

std::string identity(const Article& article) {
  std::string named = article.outlet;
  named += '\0';
  named += article.key;
  named += '\0';
  named += article.text.empty() ? article.title : article.text;
  return content_hash(named);
}

}  // namespace sahafa
