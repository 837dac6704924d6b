#include "analysis/stem_labels.h"

#include <string_view>

namespace sahafa {

StemLabels::StemLabels(const TokenStore& store) : store_(store), by_form_(store.forms().size()) {}

void StemLabels::add(std::uint32_t stem, std::uint32_t form) {
  Counted& counted = by_form_[form];
  if (counted.count == 0) counted.stem = stem;
  if (counted.stem == stem) {
    ++counted.count;
  } else {
    ++others_[std::uint64_t{form} << 32U | stem];
  }
}

std::vector<std::string> StemLabels::finish() const {
  const std::size_t stems = store_.stems().size();
  std::vector<std::string> labels(stems);
  std::vector<std::uint32_t> best(stems, 0);
  const auto offer = [&](std::uint32_t stem, std::uint32_t form, std::uint32_t count) {
    const std::string_view name = store_.form(form);
    if (count < best[stem] || (count == best[stem] && (count == 0 || name >= labels[stem]))) return;
    best[stem] = count;
    labels[stem] = name;
  };
  for (std::uint32_t form = 0; form < by_form_.size(); ++form)
    offer(by_form_[form].stem, form, by_form_[form].count);
  for (const auto& [key, count] : others_)
    offer(static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U), count);
  return labels;
}

}  // namespace sahafa
