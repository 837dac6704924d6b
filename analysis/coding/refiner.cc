#include "analysis/coding/refiner.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "corpus/hash.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::string_view kKeep = "keep";
constexpr std::string_view kDrop = "drop";
constexpr double kSure =
    0.6;  // margin below which the rules are right; picked on the sets of the manual's figures
constexpr std::uint32_t kFolds = 5;

bool is_coded_as(const CodedClaim& coded, const std::string& frame) {
  return coded.frame == frame || std::ranges::find(coded.frame_alt, frame) != coded.frame_alt.end();
}

/// keep, drop, or the one frame that the sentence was coded with instead.
std::string label_of(const Candidate& candidate) {
  const std::vector<CodedClaim>& coded = candidate.coded->claims;
  const bool is_right = std::ranges::any_of(
      coded, [&](const CodedClaim& claim) { return is_coded_as(claim, candidate.claim.frame); });
  if (is_right) return std::string(kKeep);
  return coded.size() == 1 && !coded.front().is_disputed ? coded.front().frame : std::string(kDrop);
}

/// The words of the sentence, those of the cue once more, and rule, frame, target and their pair as words of their own.
Example example_of(const Claim& claim, std::string_view sentence) {
  std::string rule = claim.rule;
  std::ranges::replace(rule, ':', 'x');
  const std::string traits =
      fmt::format("rule{} frame{} target{} {}x{} {} {} {}", rule, claim.frame, claim.target, claim.frame,
                  claim.target, claim.polarity, claim.modality, claim.voice);
  return {
      .id = {}, .text = fmt::format("{} {} {}", sentence, claim.cue, traits), .target = traits, .label = {}};
}

Classifier learn(std::span<const Candidate> candidates, std::uint64_t seed) {
  std::vector<Example> examples;
  for (const Candidate& candidate : candidates) {
    examples.push_back(example_of(candidate.claim, candidate.coded->text));
    examples.back().label = label_of(candidate);
  }
  constexpr double kCost = 0.05;  // few examples: far from each of them
  return Classifier::train(examples, {.cost = kCost, .seed = seed});
}

/// False when the claim is dropped.
bool apply(const Classifier& classifier, std::string_view sentence, Claim& claim) {
  const Decision decision = classifier.classify(example_of(claim, sentence));
  const std::string& label = classifier.labels()[decision.label];
  if (decision.margin < kSure || label == kKeep || label == claim.frame) return true;
  if (label == kDrop) return false;
  claim.frame = label;
  claim.rule += ">" + label;
  return true;
}

struct Counts {
  std::int64_t claims = 0;
  std::int64_t right = 0;
};

void count(const Candidate& candidate, const Claim& claim, Counts& counts) {
  ++counts.claims;
  counts.right += std::ranges::any_of(
      candidate.coded->claims, [&](const CodedClaim& coded) { return is_coded_as(coded, claim.frame); });
}

void add_row(TableBuilder& table, std::string_view name, const Counts& counts, std::int64_t coded) {
  const auto share = [](std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  const double precision = share(counts.right, counts.claims);
  const double recall = share(std::min(counts.right, coded), coded);
  const double sum = precision + recall;
  table.add(name).add(counts.claims).add(counts.right).add(coded);
  table.add(precision).add(recall).add(sum > 0 ? 2 * precision * recall / sum : 0.0);
}

std::uint32_t fold_of(const CodedItem& item) {
  const std::string hash = content_hash(item.id);
  return static_cast<std::uint32_t>(static_cast<unsigned char>(hash.back())) % kFolds;
}

}  // namespace

Refiner::Refiner(Classifier classifier) : classifier_(std::move(classifier)) {
  std::ostringstream bytes;
  classifier_.save(bytes);
  hash_ = content_hash(bytes.str());
}

Refiner Refiner::train(std::span<const Candidate> candidates, std::uint64_t seed) {
  return Refiner(learn(candidates, seed));
}

Refiner Refiner::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw Error(ErrorCode::unreadable,
                fmt::format("{}: cannot be read; check path and permissions", file.string()));
  return Refiner(Classifier::load(in, file.string()));
}

std::optional<Refiner> Refiner::find(const std::filesystem::path& directory) {
  std::error_code ignored;
  if (!std::filesystem::exists(directory / kFileName, ignored)) return std::nullopt;
  return load(directory / kFileName);
}

void Refiner::save(const std::filesystem::path& file) const {
  std::ofstream out(file, std::ios::binary);
  classifier_.save(out);
  if (!out.flush())
    throw Error(ErrorCode::unreadable,
                fmt::format("{}: cannot be written; check path and space", file.string()));
}

std::vector<Claim> Refiner::refine(std::vector<Claim> claims, std::string_view text) const {
  std::erase_if(claims,
                [&](Claim& claim) { return !apply(classifier_, slice(text, claim.evidence), claim); });
  return claims;
}

Table cross_validate(std::span<const Candidate> candidates, std::span<const CodedItem> items,
                     std::uint64_t seed) {
  using enum TableBuilder::Type;
  Counts rules;
  Counts refined;
  for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
    std::vector<Candidate> known;
    std::ranges::copy_if(candidates, std::back_inserter(known),
                         [&](const Candidate& candidate) { return fold_of(*candidate.coded) != fold; });
    const Classifier classifier = learn(known, seed);
    for (const Candidate& candidate : candidates) {
      if (fold_of(*candidate.coded) != fold) continue;
      count(candidate, candidate.claim, rules);
      Claim claim = candidate.claim;
      if (apply(classifier, candidate.coded->text, claim)) count(candidate, claim, refined);
    }
  }
  std::int64_t coded = 0;
  for (const CodedItem& item : items) {
    coded += std::ranges::count_if(item.claims, [](const CodedClaim& claim) { return !claim.is_disputed; });
  }
  TableBuilder table{{"claims_of", text},   {"claims", integer}, {"right", integer}, {"coded", integer},
                     {"precision", number}, {"recall", number},  {"f1", number}};
  add_row(table, "rules", rules, coded);
  add_row(table, "refined", refined, coded);
  table.note(fmt::format("{} folds; each sentence judged by a model that has not seen it", kFolds));
  return table.finish();
}

}  // namespace sahafa
