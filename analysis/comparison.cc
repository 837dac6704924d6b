#include "analysis/comparison.h"

#include <set>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/error.h"

namespace sahafa {
namespace {

// The language of a comparison: the one that --lang leaves, or the only one of the target.
std::string comparison_language(std::span<const Selected> selection,
                                std::span<const std::uint8_t> in_target) {
  std::set<std::string> langs;
  for (std::size_t i = 0; i < selection.size(); ++i) {
    if (in_target[i] != 0) langs.insert(selection[i].article.lang);
  }
  if (langs.empty()) throw Error(ErrorCode::usage, "no article matches --target");
  if (langs.size() > 1) {
    throw Error(
        ErrorCode::usage,
        fmt::format("the target has articles in {}, whose words cannot be compared; choose one with --lang",
                    fmt::join(langs, ", ")));
  }
  return *langs.begin();
}

// Where a text counts once it cannot stand on both sides; where every copy counts, only the article itself.
std::size_t exclude_target(std::span<const Selected> selection, std::span<const std::uint8_t> in_target,
                           CopyCounting copies, std::vector<std::uint8_t>& in_reference) {
  std::set<ArticleId> clusters;
  for (std::size_t i = 0; i < selection.size(); ++i) {
    if (in_target[i] != 0 && copies == CopyCounting::once) clusters.insert(selection[i].cluster);
  }
  std::size_t excluded = 0;
  for (std::size_t i = 0; i < selection.size(); ++i) {
    if (in_reference[i] == 0) continue;
    if (in_target[i] == 0 && !clusters.contains(selection[i].cluster)) continue;
    in_reference[i] = 0;
    ++excluded;
  }
  return excluded;
}

}  // namespace

Comparison make_comparison(const Context& context, std::span<const Selected> selection,
                           const Options& options, bool needs_reference) {
  if (!options.has("target")) {
    throw Error(ErrorCode::usage, "keyness needs --target, a query such as outlet:ledesk");
  }
  Comparison comparison;
  const auto in_target = match_selected(context, selection, options.get("target"));
  comparison.lang = comparison_language(selection, in_target);
  auto in_reference = options.has("reference") ? match_selected(context, selection, options.get("reference"))
                                               : std::vector<std::uint8_t>(selection.size(), 1);
  const CopyCounting copies = copy_counting_from_string(options.get("copies"));
  comparison.excluded = exclude_target(selection, in_target, copies, in_reference);
  comparison.target = make_group("target", comparison.lang, selection, in_target, copies);
  comparison.reference = make_group("reference", comparison.lang, selection, in_reference, copies);
  if (needs_reference && comparison.reference.members.empty()) {
    throw Error(ErrorCode::usage, "no article is left for the reference");
  }
  return comparison;
}

}  // namespace sahafa
