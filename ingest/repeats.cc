#include "ingest/repeats.h"

#include <algorithm>
#include <bit>
#include <optional>

#include "ingest/grams.h"

namespace sahafa {
namespace {

constexpr std::uint64_t kSeedLimit = UINT64_MAX / 8;
constexpr std::uint32_t kGap = 70;  // letters that an edit may span
constexpr auto kGram = static_cast<std::uint32_t>(kGramLetters);

/// A gram and the place of its first occurrence, which is `at` itself the first time.
struct Seed {
  std::uint32_t at;
  std::uint32_t first;
  bool repeated() const { return first + kGram <= at; }
};

// The first place of every seed, in a flat table with open addressing.
std::vector<Seed> find_seeds(std::u16string_view letters) {
  constexpr std::uint32_t kFree = UINT32_MAX;
  struct Slot {
    std::uint32_t tag;
    std::uint32_t place;
  };
  std::vector<Slot> slots(std::bit_ceil(letters.size() / 4 + 16), {0, kFree});
  std::vector<Seed> seeds;
  seeds.reserve(letters.size() / 6);
  visit_grams(letters, [&](std::size_t at, std::uint64_t hash) {
    if (hash > kSeedLimit) return;
    const auto tag = static_cast<std::uint32_t>(hash);
    std::size_t slot = (hash >> 32) & (slots.size() - 1);
    while (slots[slot].place != kFree && slots[slot].tag != tag) slot = (slot + 1) & (slots.size() - 1);
    if (slots[slot].place == kFree) slots[slot] = {tag, static_cast<std::uint32_t>(at)};
    seeds.push_back({static_cast<std::uint32_t>(at), slots[slot].place});
  });
  return seeds;
}

class RunFinder {
 public:
  RunFinder(std::u16string_view letters, const std::vector<Seed>& seeds) : letters_(letters), seeds_(seeds) {}

  std::vector<Repeat> find() {
    for (std::size_t i = 0; i < seeds_.size();) {
      const Seed seed = seeds_[i];
      if (!seed.repeated() || !same_gram(seed.first, seed.at)) {
        ++i;
        continue;
      }
      i = follow(i);
    }
    return std::move(runs_);
  }

 private:
  bool same_gram(std::uint32_t a, std::uint32_t b) const {
    return letters_.substr(a, kGram) == letters_.substr(b, kGram);
  }

  // The run that begins at seed `i`; returns the seed to go on with. Seeds behind the last that belongs to the
  // run are looked at again, at most those of one gap.
  std::size_t follow(std::size_t i) {
    Repeat run = open(seeds_[i]);
    std::size_t next = i + 1;
    for (std::size_t j = next; j < seeds_.size() && seeds_[j].at <= run.at_end + kGap; ++j) {
      const std::optional<std::uint32_t> from = place_in_first(seeds_[j], run);
      if (!from) continue;
      extend(run, *from, seeds_[j].at);
      next = j + 1;
    }
    grow(run);
    if (run.at_end - run.at >= kShortestRepeat && run.matched * 8 >= (run.at_end - run.at) * 7) {
      runs_.push_back(run);
      while (next < seeds_.size() && seeds_[next].at < run.at_end) ++next;
    }
    return next;
  }

  Repeat open(Seed seed) const {
    Repeat run{seed.first, seed.first + kGram, seed.at, seed.at + kGram, kGram};
    const std::uint32_t floor = runs_.empty() ? 0 : runs_.back().at_end;
    while (run.from > 0 && run.at > floor && letters_[run.from - 1] == letters_[run.at - 1]) {
      --run.from;
      --run.at;
      ++run.matched;
    }
    return run;
  }

  // Where in the first occurrence the seed continues the run: on its diagonal, or near it.
  std::optional<std::uint32_t> place_in_first(Seed seed, const Repeat& run) const {
    const std::uint32_t diagonal = run.at_end - run.from_end;
    const std::uint32_t on = seed.at - diagonal;
    // Where the first copy ends, a third one may begin.
    if (on + kGram <= run.at && same_gram(on, seed.at)) return on;
    const bool in_order = seed.first >= run.from_end && seed.first + kGram <= run.at;
    const std::uint32_t drift = seed.first > on ? seed.first - on : on - seed.first;
    if (seed.repeated() && in_order && drift <= kRepeatDrift && same_gram(seed.first, seed.at))
      return seed.first;
    return std::nullopt;
  }

  void extend(Repeat& run, std::uint32_t from, std::uint32_t at) const {
    if (at - from == run.at_end - run.from_end)
      for (std::uint32_t i = run.at_end; i < at; ++i)
        run.matched += letters_[i] == letters_[i - (at - from)] ? 1 : 0;
    run.matched += at <= run.at_end ? at + kGram - run.at_end : kGram;
    run.from_end = from + kGram;
    run.at_end = at + kGram;
  }

  void grow(Repeat& run) const {
    while (run.at_end < letters_.size() && run.from_end < run.at &&
           letters_[run.from_end] == letters_[run.at_end]) {
      ++run.from_end;
      ++run.at_end;
      ++run.matched;
    }
  }

  std::u16string_view letters_;
  const std::vector<Seed>& seeds_;
  std::vector<Repeat> runs_;
};

}  // namespace

std::vector<Repeat> find_repeats(std::u16string_view letters) {
  if (letters.size() < 2 * std::size_t{kShortestRepeat}) return {};
  return RunFinder(letters, find_seeds(letters)).find();
}

std::vector<Repeat> chain_repeats(const std::vector<Repeat>& runs, std::uint32_t most_gap) {
  std::vector<Repeat> chains;
  const auto goes_on = [&](const Repeat& run) {
    return !chains.empty() && run.from + kRepeatDrift >= chains.back().from_end &&
           run.from <= std::uint64_t{chains.back().from_end} + most_gap &&
           run.at <= std::uint64_t{chains.back().at_end} + most_gap;
  };
  for (const Repeat& run : runs) {
    if (!goes_on(run)) {
      chains.push_back(run);
      continue;
    }
    chains.back().from_end = run.from_end;
    chains.back().at_end = run.at_end;
    chains.back().matched += run.matched;
  }
  return chains;
}

}  // namespace sahafa
