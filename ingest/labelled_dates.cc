#include "ingest/labelled_dates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include "ingest/dates.h"
#include "text/fold.h"

namespace sahafa {
namespace {

// Folded words in front of dates.
constexpr std::array<std::string_view, 13> kPublished{
    "publie",   "publication", "mis en ligne", "paru le", "published", "posted",     "veroffentlicht",
    "erstellt", "publicado",   "pubblicato",   "نشر",     "النشر",     "تاريخ النشر"};
constexpr std::array<std::string_view, 13> kModified{
    "mis a jour", "mise a jour", "modifie", "actualise", "updated",   "modified", "aktualisiert",
    "geandert",   "actualizado", "تحديث",   "التحديث",   "اخر تعديل", "edited"};

// Where the first of the words begins, or npos.
std::size_t first_of(std::string_view text, std::span<const std::string_view> words) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view word : words) first = std::min(first, text.find(word));
  return first;
}

}  // namespace

LabelledDate read_labelled_date(std::string_view line) {
  constexpr std::size_t kLongestLine = 400;  // bytes
  if (line.size() > kLongestLine) return {};
  const std::optional<FoundDate> first = find_date(line);
  if (!first) return {};
  const FoldedText folded(line);
  const std::size_t published = first_of(folded.text(), kPublished);
  const std::size_t modified = first_of(folded.text(), kModified);
  if (published == std::string_view::npos)
    return {settle_date(*first, line), false, modified != std::string_view::npos};
  const Span word{static_cast<std::uint32_t>(published), static_cast<std::uint32_t>(published + 1)};
  const std::string_view behind = line.substr(folded.to_source(word).begin);
  const std::optional<FoundDate> date = find_date(behind);
  return date ? LabelledDate{settle_date(*date, behind), true, false}
              : LabelledDate{settle_date(*first, line), false, modified != std::string_view::npos};
}

}  // namespace sahafa
