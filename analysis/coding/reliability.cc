#include "analysis/coding/reliability.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "analysis/statistics/agreement.h"

namespace sahafa {
namespace {

constexpr std::size_t kReplicates = 2000;
constexpr std::string_view kAllLanguages = "all";

/// A frame without parent, under which its children count.
std::string core_of(const Codebook& codebook, const std::string& frame) {
  const Frame* known = codebook.find_frame(frame);
  return known == nullptr || known->parent.empty() ? frame : known->parent;
}

std::vector<std::string> core_frames(const Codebook& codebook) {
  std::vector<std::string> frames;
  for (const Frame& frame : codebook.frames()) {
    if (frame.parent.empty()) frames.push_back(frame.id);
  }
  return frames;
}

enum class Presence : std::uint8_t { absent, disputed, present };

/// Whether an item claims a frame as its first reading.
Presence presence_of(const Codebook& codebook, const CodedItem& item, const std::string& frame) {
  Presence presence = Presence::absent;
  for (const CodedClaim& claim : item.claims) {
    if (core_of(codebook, claim.frame) != frame) continue;
    if (!claim.is_disputed) return Presence::present;
    presence = Presence::disputed;
  }
  return presence;
}

/// True when a claim of the gold may be read as this frame, disputed ones included.
bool accepts(const Codebook& codebook, const CodedItem& gold, const std::string& frame) {
  return std::ranges::any_of(gold.claims, [&](const CodedClaim& claim) {
    return core_of(codebook, claim.frame) == frame ||
           std::ranges::any_of(claim.frame_alt,
                               [&](const std::string& alt) { return core_of(codebook, alt) == frame; });
  });
}

bool claims_any(const Codebook& codebook, const CodedItem& item, const CodedClaim& wanted) {
  return std::ranges::any_of(item.claims, [&](const CodedClaim& claim) {
    const std::string core = core_of(codebook, claim.frame);
    return core == core_of(codebook, wanted.frame) ||
           std::ranges::any_of(wanted.frame_alt,
                               [&](const std::string& alt) { return core == core_of(codebook, alt); });
  });
}

struct Pair {
  const CodedItem* first = nullptr;
  const CodedItem* second = nullptr;  ///< nullptr: nothing found in it
};

/// "all" and each language, with the pairs of items it has.
std::map<std::string, std::vector<Pair>> by_language(const std::vector<Pair>& pairs) {
  std::map<std::string, std::vector<Pair>> groups;
  for (const Pair& pair : pairs) {
    groups[std::string(kAllLanguages)].push_back(pair);
    if (!pair.first->lang.empty()) groups[pair.first->lang].push_back(pair);
  }
  return groups;
}

std::unordered_map<std::string_view, const CodedItem*> index_of(std::span<const CodedItem> items) {
  std::unordered_map<std::string_view, const CodedItem*> index;
  for (const CodedItem& item : items) index.emplace(item.id, &item);
  return index;
}

void add_number(TableBuilder& table, double value) {
  std::isnan(value) ? table.add_missing() : table.add(value);
}

/// Precision, recall and the two shares of one frame over items.
struct Measured {
  Hits precision;           ///< both of found
  Hits recall;              ///< both of gold
  std::size_t flagged = 0;  ///< items in which the program sees the frame
  std::size_t false_alarms = 0;
  std::size_t clean = 0;  ///< items without the frame in any reading
};

Measured measure(const Codebook& codebook, const std::vector<Pair>& pairs, const std::string& frame) {
  Measured sum;
  static const CodedItem kNothing;
  for (const Pair& pair : pairs) {
    const CodedItem& found = pair.second == nullptr ? kNothing : *pair.second;
    const bool is_flagged = presence_of(codebook, found, frame) != Presence::absent;
    const bool is_accepted = accepts(codebook, *pair.first, frame);
    sum.flagged += is_flagged ? 1 : 0;
    sum.precision.found += is_flagged ? 1 : 0;
    sum.precision.both += is_flagged && is_accepted ? 1 : 0;
    sum.clean += is_accepted ? 0 : 1;
    sum.false_alarms += is_flagged && !is_accepted ? 1 : 0;
    if (presence_of(codebook, *pair.first, frame) == Presence::present) {
      sum.recall.gold += 1;
      const bool is_found = std::ranges::any_of(pair.first->claims, [&](const CodedClaim& claim) {
        return !claim.is_disputed && core_of(codebook, claim.frame) == frame &&
               claims_any(codebook, found, claim);
      });
      sum.recall.both += is_found ? 1 : 0;
    }
  }
  return sum;
}

void add_share(TableBuilder& table, std::size_t part, std::size_t all) {
  if (all == 0) {
    table.add_missing().add_missing().add_missing();
    return;
  }
  const Interval interval = wilson_interval(static_cast<double>(part), static_cast<double>(all));
  table.add(static_cast<double>(part) / static_cast<double>(all)).add(interval.low).add(interval.high);
}

}  // namespace

Table measure_agreement(const Codebook& codebook, std::span<const CodedItem> first,
                        std::span<const CodedItem> second, std::uint64_t seed) {
  using enum TableBuilder::Type;
  TableBuilder table{{"lang", text},         {"frame", text},   {"items", integer}, {"first", integer},
                     {"second", integer},    {"both", integer}, {"alpha", number},  {"alpha_low", number},
                     {"alpha_high", number}, {"kappa", number}, {"pi", number},     {"ac1", number},
                     {"agreement", number}};
  const auto index = index_of(second);
  std::vector<Pair> pairs;
  for (const CodedItem& item : first) {
    if (const auto other = index.find(item.id); other != index.end()) pairs.push_back({&item, other->second});
  }
  for (const auto& [lang, group] : by_language(pairs)) {
    for (const std::string& frame : core_frames(codebook)) {
      std::vector<CodedUnit> units;
      Hits hits;
      for (const Pair& pair : group) {
        const Presence a = presence_of(codebook, *pair.first, frame);
        const Presence b = presence_of(codebook, *pair.second, frame);
        if (a == Presence::disputed || b == Presence::disputed) continue;
        units.push_back({a == Presence::present ? 1.0 : 0.0, b == Presence::present ? 1.0 : 0.0});
        hits.gold += a == Presence::present ? 1 : 0;
        hits.found += b == Presence::present ? 1 : 0;
        hits.both += a == Presence::present && b == Presence::present ? 1 : 0;
      }
      if (hits.gold + hits.found == 0) continue;
      const Interval interval = alpha_interval(units, Metric::nominal, kReplicates, seed);
      table.add(lang).add(frame).add(units.size()).add(hits.gold).add(hits.found).add(hits.both);
      add_number(table, krippendorff_alpha(units, Metric::nominal));
      add_number(table, interval.low);
      add_number(table, interval.high);
      add_number(table, cohen_kappa(units, Weighting::none));
      add_number(table, scott_pi(units));
      add_number(table, gwet_ac1(units));
      add_number(table, percent_agreement(units));
    }
  }
  table.note(
      fmt::format("{} items coded twice; alpha: Krippendorff, nominal, presence of the frame; interval: {} "
                  "draws of items, seed {}",
                  pairs.size(), kReplicates, seed));
  return table.finish();
}

Table measure_program(const Codebook& codebook, std::span<const CodedItem> gold,
                      std::span<const CodedItem> found, std::string_view part) {
  using enum TableBuilder::Type;
  TableBuilder table{{"lang", text},
                     {"frame", text},
                     {"items", integer},
                     {"coded", integer},
                     {"found", integer},
                     {"precision", number},
                     {"precision_low", number},
                     {"precision_high", number},
                     {"recall", number},
                     {"recall_low", number},
                     {"recall_high", number},
                     {"share_seen", number},
                     {"share_corrected", number}};
  const auto index = index_of(found);
  std::vector<Pair> pairs;
  for (const CodedItem& item : gold) {
    const bool is_wanted = part.empty() || item.part == part || (part == "random" && item.part.empty());
    const auto other = index.find(item.id);
    if (is_wanted) pairs.push_back({&item, other == index.end() ? nullptr : other->second});
  }
  for (const auto& [lang, group] : by_language(pairs)) {
    for (const std::string& frame : core_frames(codebook)) {
      const Measured sum = measure(codebook, group, frame);
      if (sum.recall.gold + sum.flagged == 0) continue;
      table.add(lang).add(frame).add(group.size()).add(sum.recall.gold).add(sum.flagged);
      add_share(table, sum.precision.both, sum.precision.found);
      add_share(table, sum.recall.both, sum.recall.gold);
      const double seen = static_cast<double>(sum.flagged) / static_cast<double>(group.size());
      const double false_alarm_rate =
          sum.clean == 0 ? 0.0 : static_cast<double>(sum.false_alarms) / static_cast<double>(sum.clean);
      table.add(seen);
      add_number(table, sum.recall.gold == 0 ? kNoValue
                                             : corrected_share(seen, sum.recall.recall(), false_alarm_rate));
    }
  }
  table.note(fmt::format("{} coded items; intervals: Wilson, 95 %; corrected share: Rogan and Gladen",
                         pairs.size()));
  return table.finish();
}

}  // namespace sahafa
