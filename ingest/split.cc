#include "ingest/split.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "ingest/letters.h"
#include "ingest/lines.h"

namespace sahafa {
namespace {

constexpr std::size_t kGram = 14;         // letters of a seed
constexpr std::size_t kGap = 70;          // letters that an edit may span
constexpr std::size_t kDrift = 12;        // letters that an edit may add or take
constexpr std::size_t kShortestRun = 90;  // letters; shorter ones are phrases
constexpr std::size_t kLongestTextBytes = std::size_t{4} << 20;
constexpr std::size_t kLongestCreditLetters = 40;  // a longer line between two copies is a standfirst

// Letters [from, from_end) stand again at [at, at_end); `matched` of them are equal.
struct Run {
  std::size_t from;
  std::size_t from_end;
  std::size_t at;
  std::size_t at_end;
  std::size_t matched;
};

// First position of every gram, in a flat table.
class GramTable {
 public:
  explicit GramTable(std::u32string_view letters) : letters_(letters) {
    std::size_t size = 64;
    while (size < letters.size() * 2) size *= 2;
    slots_.assign(size, kFree);
  }

  // The first place of the gram at `at`, which becomes `at` itself if there was none.
  std::size_t find_or_insert(std::size_t at) {
    std::uint32_t& slot = find_slot(at);
    if (slot == kFree) slot = static_cast<std::uint32_t>(at);
    return slot;
  }

  // The first place of the gram at `at`, if it was inserted.
  std::optional<std::size_t> find(std::size_t at) {
    const std::uint32_t slot = find_slot(at);
    return slot == kFree ? std::nullopt : std::optional<std::size_t>(slot);
  }

 private:
  static constexpr std::uint32_t kFree = UINT32_MAX;

  std::uint32_t& find_slot(std::size_t at) {
    const std::u32string_view gram = letters_.substr(at, kGram);
    std::uint64_t hash = 0;
    for (const char32_t c : gram) hash = (hash ^ c) * 0x9E3779B97F4A7C15U;
    std::size_t slot = (hash ^ (hash >> 29)) & (slots_.size() - 1);
    while (slots_[slot] != kFree && letters_.substr(slots_[slot], kGram) != gram)
      slot = (slot + 1) & (slots_.size() - 1);
    return slots_[slot];
  }

  std::u32string_view letters_;
  std::vector<std::uint32_t> slots_;
};

class RunFinder {
 public:
  explicit RunFinder(std::u32string_view letters) : letters_(letters), table_(letters) {}

  std::vector<Run> find() {
    std::vector<Run> runs;
    for (std::size_t at = 0; at + kGram <= letters_.size();) {
      const std::size_t from = table_.find_or_insert(at);
      if (from == at) {
        ++at;
        continue;
      }
      const Run run = extend(from, at);
      if (run.at_end - run.at >= kShortestRun && run.matched * 2 >= run.at_end - run.at) {
        runs.push_back(run);
        at = run.at_end;
      } else {
        at +=
            std::max<std::size_t>(1, run.matched / 4);  // a share of the work, so that the whole stays linear
      }
    }
    return runs;
  }

 private:
  Run extend(std::size_t from, std::size_t at) {
    while (from > 0 && letters_[from - 1] == letters_[at - 1]) {
      --from;
      --at;
    }
    Run run{from, from, at, at, 0};
    for (bool more = true; more;) {
      while (run.at_end < letters_.size() && run.from_end < at &&
             letters_[run.from_end] == letters_[run.at_end]) {
        ++run.from_end;
        ++run.at_end;
        ++run.matched;
      }
      more = run.from_end < at && leap(run);  // where the first copy ends, a third one may begin
    }
    return run;
  }

  // Over an edit to the next equal gram, on the same diagonal or near it.
  bool leap(Run& run) {
    const std::size_t end =
        std::min(run.at_end + kGap, letters_.size() - std::min(letters_.size(), kGram - 1));
    const std::size_t diagonal = run.at_end - run.from_end;
    for (std::size_t at = run.at_end + 1; at < end; ++at) {
      if (letters_.substr(at, kGram) == letters_.substr(at - diagonal, kGram)) {
        run.from_end = at - diagonal;
        run.at_end = at;
        return true;
      }
      const std::optional<std::size_t> from = table_.find(at);
      if (!from || *from < run.from_end || at - *from > diagonal + kDrift || at - *from + kDrift < diagonal)
        continue;
      run.from_end = *from;
      run.at_end = at;
      return true;
    }
    return false;
  }

  std::u32string_view letters_;
  GramTable table_;
};

// A later copy: runs that follow each other in the order of the first copy, as one.
using Chain = Run;

std::vector<Chain> chain_runs(const std::vector<Run>& runs) {
  std::vector<Chain> chains;
  for (const Run& run : runs) {
    if (chains.empty() || run.from + kDrift < chains.back().from_end) {
      chains.push_back(run);
    } else {
      chains.back().from_end = run.from_end;
      chains.back().at_end = run.at_end;
      chains.back().matched += run.matched;
    }
  }
  return chains;
}

bool is_copy(const Chain& chain, std::size_t first_end, std::size_t end) {
  const std::size_t here = end - chain.at;
  const auto [shorter, longer] = std::minmax(first_end, here);
  const bool same_beginning = chain.from * 3 <= first_end;
  return same_beginning && chain.matched * 5 >= shorter * 4 && chain.matched * 5 >= longer * 2;
}

// Drops chains that are no copies, the least matched first: what stands between the others then belongs to
// the copy before.
std::vector<Chain> keep_copies(std::vector<Chain> chains, std::size_t letters) {
  while (!chains.empty()) {
    auto worst = chains.end();
    for (auto chain = chains.begin(); chain != chains.end(); ++chain) {
      const std::size_t end = chain + 1 == chains.end() ? letters : (chain + 1)->at;
      if (!is_copy(*chain, chains.front().at, end) &&
          (worst == chains.end() || chain->matched < worst->matched))
        worst = chain;
    }
    if (worst == chains.end()) break;
    chains.erase(worst);
  }
  return chains;
}

// Byte at which the copy of `chain` begins: the beginning of its line, unless more than a few letters of
// something else stand before it there; earlier where lines before it are its standfirst.
std::uint32_t begin_of_copy(std::string_view text, const PlacedLetters& placed, const Chain& chain,
                            std::size_t shared_end) {
  const std::uint32_t first = placed.begin[chain.at];
  const std::size_t line_end = text.find_last_of("\r\n", first);
  const std::uint32_t line =
      line_end == std::string_view::npos ? 0 : static_cast<std::uint32_t>(line_end + 1);
  const auto letters_before = [&](std::uint32_t byte) {
    return chain.at -
           static_cast<std::size_t>(std::ranges::lower_bound(placed.begin, byte) - placed.begin.begin());
  };
  if (letters_before(line) > kGram) return first;
  if (chain.from > kGram || shared_end >= chain.at) return line;
  const Span between{placed.begin[shared_end], line};
  for (const Span relative : split_lines(slice(text, between))) {
    const Span place{between.begin + relative.begin, between.begin + relative.end};
    const bool whole_line = relative.begin > 0;
    if (whole_line && letters_before(place.begin) - letters_before(place.end) > kLongestCreditLetters)
      return place.begin;
  }
  return line;
}

}  // namespace

std::vector<Span> split_copies(std::string_view text) {
  const Span whole = trim_span(text, {0, static_cast<std::uint32_t>(text.size())});
  if (text.size() > kLongestTextBytes) return {whole};
  const PlacedLetters placed(text);
  if (placed.letters.size() < 2 * kShortestRun) return {whole};
  const std::vector<Chain> chains =
      keep_copies(chain_runs(RunFinder(placed.letters).find()), placed.letters.size());
  std::vector<Span> copies;
  std::uint32_t begin = whole.begin;
  std::size_t shared_end = chains.empty() ? 0 : chains.front().from_end;
  for (const Chain& chain : chains) {
    const std::uint32_t next = begin_of_copy(text, placed, chain, shared_end);
    copies.push_back(trim_span(text, {begin, next}));
    begin = next;
    shared_end = chain.at_end;
  }
  copies.push_back(trim_span(text, {begin, whole.end}));
  return copies;
}

std::vector<Span> copies_in_record(std::string_view source, Span record, std::size_t copies) {
  if (copies < 2) return {record};
  std::vector<Span> spans = split_copies(slice(source, record));
  if (spans.size() != copies) return {record};
  for (Span& span : spans) span = {span.begin + record.begin, span.end + record.begin};
  return spans;
}

Span longest_copy(const std::vector<Span>& copies) {
  return *std::ranges::max_element(copies, {}, &Span::size);
}

}  // namespace sahafa
