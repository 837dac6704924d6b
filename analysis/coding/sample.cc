#include "analysis/coding/sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>

#include "analysis/learning/classifier.h"
#include "analysis/selection.h"
#include "analysis/statistics/random.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

constexpr std::size_t kShortest = 40;  // bytes: headings and bylines are not worth a coder's time
constexpr std::string_view kNoClaim = "none";

struct Candidate {
  std::string id;
  std::string lang;
  std::string outlet;
  std::string date;
  std::string before;
  std::string text;
  std::set<std::string> frames;  ///< that the rules claim in it
  std::uint64_t draw = 0;        ///< its place in a random order
  double margin = 0.0;
  bool is_disagreed = false;
  std::string part = {};
};

/// One sentence of each duplicate cluster's first article: copies are coded once.
std::vector<Candidate> find_candidates(const Context& context, const Options& selection,
                                       const SampleOptions& options) {
  std::unordered_set<std::string_view> known;
  for (const CodedItem& item : options.coded) known.insert(item.id);
  const Catalogue& catalogue = context.corpus.catalogue();
  std::vector<Candidate> candidates;
  std::set<std::int64_t> clusters;
  for (const Selected& selected : select_articles(context, selection)) {
    if (!clusters.insert(selected.cluster.value).second) continue;
    const auto article = catalogue.find_article(selected.article.id);
    if (!article) continue;
    const std::vector<Claim> claims = catalogue.find_claims(selected.article.id);
    const std::vector<Span> sentences = split_sentences(article->text, tokenize(article->text));
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      Candidate candidate{
          .id = item_id(article->id, i),
          .lang = article->lang,
          .outlet = article->outlet,
          .date = article->date,
          .before = i == 0 ? std::string() : std::string(slice(article->text, sentences[i - 1])),
          .text = std::string(slice(article->text, sentences[i])),
          .frames = {}};
      if (candidate.text.size() < kShortest || known.contains(candidate.id)) continue;
      for (const Claim& claim : claims) {
        if (claim.sentence == static_cast<std::int64_t>(i)) candidate.frames.insert(claim.frame);
      }
      candidate.draw = RandomStream(options.seed, 0).bits(candidates.size());
      candidates.push_back(std::move(candidate));
    }
  }
  return candidates;
}

/// A model of the first frame of a coded sentence; none while the sheets hold fewer than two labels.
std::optional<Classifier> learn(std::span<const CodedItem> coded, std::uint64_t seed) {
  std::vector<Example> examples;
  std::set<std::string> labels;
  for (const CodedItem& item : coded) {
    if (item.text.empty()) continue;
    const std::string label = item.claims.empty() ? std::string(kNoClaim) : item.claims.front().frame;
    examples.push_back({item.id, item.text, "", label});
    labels.insert(label);
  }
  if (labels.size() < 2) return std::nullopt;
  return Classifier::train(examples, {.seed = seed});
}

void judge(const Classifier& model, std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    const Decision decision = model.classify({candidate.id, candidate.text, "", ""});
    const std::string& label = model.labels()[decision.label];
    candidate.margin = decision.margin;
    candidate.is_disagreed =
        label == kNoClaim ? !candidate.frames.empty() : !candidate.frames.contains(label);
  }
}

/// Marks the first `count` of the candidates that are free and fit, in the order of `less`.
template <class Fits, class Less>
void take(std::vector<Candidate>& candidates, std::string_view part, std::size_t count, const Fits& fits,
          const Less& less) {
  std::vector<Candidate*> free;
  for (Candidate& candidate : candidates) {
    if (candidate.part.empty() && fits(candidate)) free.push_back(&candidate);
  }
  std::ranges::sort(free, [&](const Candidate* a, const Candidate* b) { return less(*a, *b); });
  for (std::size_t i = 0; i < std::min(count, free.size()); ++i) free[i]->part = part;
}

}  // namespace

std::string item_id(ArticleId article, std::size_t sentence) {
  return fmt::format("{}:{}", article.value, sentence);
}

Table draw_sample(const Context& context, const Options& selection, const SampleOptions& options) {
  std::vector<Candidate> candidates = find_candidates(context, selection, options);
  const auto anyone = [](const Candidate&) { return true; };
  const auto by_draw = [](const Candidate& a, const Candidate& b) { return a.draw < b.draw; };
  if (const auto model = learn(options.coded, options.seed)) {
    judge(*model, candidates);
    take(candidates, "random", options.size / 4, anyone, by_draw);
    take(candidates, "margin", options.size / 2, anyone, [](const Candidate& a, const Candidate& b) {
      return a.margin != b.margin ? a.margin < b.margin : a.draw < b.draw;
    });
    take(
        candidates, "disagreement", options.size - options.size / 4 - options.size / 2,
        [](const Candidate& c) { return c.is_disagreed; }, by_draw);
  } else {
    take(candidates, "random", options.size / 2, anyone, by_draw);
    take(
        candidates, "claims", options.size - options.size / 2,
        [](const Candidate& c) { return !c.frames.empty(); }, by_draw);
  }
  std::erase_if(candidates, [](const Candidate& candidate) { return candidate.part.empty(); });
  std::ranges::sort(candidates, by_draw);  // so that a coder does not see which part a sentence belongs to
  using enum TableBuilder::Type;
  TableBuilder table{{"id", text},   {"part", text},   {"lang", text}, {"outlet", text},
                     {"date", text}, {"before", text}, {"text", text}, {"frames", text}};
  for (const Candidate& candidate : candidates) {
    table.add(candidate.id).add(candidate.part).add(candidate.lang).add(candidate.outlet).add(candidate.date);
    table.add(candidate.before).add(candidate.text).add("");
  }
  table.note(fmt::format("{} sentences, seed {}; estimate from part \"random\" alone", candidates.size(),
                         options.seed));
  return table.finish();
}

}  // namespace sahafa
