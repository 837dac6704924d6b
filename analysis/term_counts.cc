#include "analysis/term_counts.h"

#include <algorithm>
#include <utility>

namespace sahafa {
namespace {

std::uint64_t pair_of(std::uint32_t first, std::uint32_t second) {
  return std::uint64_t{first} << 32U | second;
}

}  // namespace

void TermCounter::add_row(std::span<const std::uint32_t> ids, std::size_t tokens) {
  const std::size_t begin = cells_.size();
  if (begin - base_ + ids.size() >= kMostSlots) {
    std::ranges::fill(slots_, 0U);
    base_ = begin;
  }
  if (!ids.empty()) {
    const std::size_t types = *std::ranges::max_element(ids) + std::size_t{1};
    if (types > slots_.size()) slots_.resize(std::max(types, slots_.size() * 2), 0);
  }
  // Room for the case that every id differs; what is left over goes back.
  cells_.resize(begin + ids.size());
  const auto first = static_cast<std::uint32_t>(begin - base_);
  std::uint32_t next = first;
  TermCount* const cells = cells_.data() + base_;
  for (const std::uint32_t id : ids) {
    std::uint32_t& slot = slots_[id];
    if (slot <= first) {
      cells[next] = {id, 0};
      slot = ++next;
    }
    ++cells[slot - 1].count;
  }
  cells_.resize(base_ + next);
  offsets_.push_back(cells_.size());
  tokens_.push_back(static_cast<std::uint32_t>(tokens));
}

TermCounts TermCounter::finish(std::vector<std::string> terms) {
  const auto kept = std::make_shared<const Cells>(std::exchange(cells_, {}));
  TermCounts counts{
      .terms = std::move(terms), .cells = {}, .memory = kept, .tokens = std::exchange(tokens_, {})};
  counts.cells.reserve(counts.rows());
  for (std::size_t i = 0; i < counts.rows(); ++i)
    counts.cells.push_back(std::span(*kept).subspan(offsets_[i], offsets_[i + 1] - offsets_[i]));
  offsets_ = {0};
  slots_.clear();
  base_ = 0;
  return counts;
}

void NgramVocabulary::to_ngrams(std::vector<std::uint32_t>& ids) {
  levels_.resize(length_ - 1);
  std::vector<std::uint32_t> ngrams = ids;
  for (std::size_t level = 0; level < levels_.size(); ++level) {
    auto& known = levels_[level];
    const std::size_t more = level + 1;  // position of the id that each n-gram takes in
    for (std::size_t i = 0; i + more < ids.size(); ++i) {
      const auto next = static_cast<std::uint32_t>(known.size());
      ngrams[i] = known.try_emplace(pair_of(ngrams[i], ids[i + more]), next).first->second;
    }
    ngrams.resize(ids.size() > more ? ids.size() - more : 0);
  }
  ids = std::move(ngrams);
}

std::vector<std::string> NgramVocabulary::name(std::span<const std::string> names) const {
  std::vector<std::string> named(names.begin(), names.end());
  for (const auto& known : levels_) {
    std::vector<std::string> longer(known.size());
    for (const auto& [pair, id] : known) {
      longer[id] = named[pair >> 32U] + ' ' + names[static_cast<std::uint32_t>(pair)];
    }
    named = std::move(longer);
  }
  return named;
}

}  // namespace sahafa
