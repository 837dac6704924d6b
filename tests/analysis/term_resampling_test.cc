// The interval, the maximum test and both ways of counting copies, on a corpus on disk.
#include "analysis/term_resampling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/keyness.h"
#include "tests/analysis/reference.h"
#include "tests/analysis/test_corpus.h"

namespace sahafa {
namespace {

using test::ReferenceCorpus;

std::vector<std::uint32_t> all_terms(const TermCounts& counts) {
  std::vector<std::uint32_t> terms;
  for (std::uint32_t term = 0; term < counts.terms.size(); ++term) terms.push_back(term);
  return terms;
}

class TermResampling : public ::testing::Test {
 protected:
  void SetUp() override {
    SAHAFA_NEEDS_SHARED("reference/tokens.csv");
    corpus = ReferenceCorpus::load();
    corpus.join_duplicates();
    counts = corpus.count();
  }
  Group choose(const std::string& outlet, bool others, CopyCounting copies = CopyCounting::all) const {
    return corpus.choose("fr", copies,
                         [&](const Article& article) { return (article.outlet == outlet) != others; });
  }

  ReferenceCorpus corpus;
  TermCounts counts;
};

TEST_F(TermResampling, RatesAreThoseOfTheSlowBootstrap) {
  for (const CopyCounting copies : {CopyCounting::all, CopyCounting::fraction}) {
    const Group group = corpus.group("fr", "ALL", copies);
    const BootstrapOptions options{.replicates = 200, .seed = 4};
    const auto fast = bootstrap_rates(counts, group, corpus.selection, all_terms(counts), options, 2);
    std::map<ArticleId, std::size_t> units;
    RatioSample sample;
    sample.ratios.resize(counts.terms.size());
    for (const Member& member : group.members) {
      const auto [unit, is_new] = units.emplace(corpus.selection[member.index].cluster, units.size());
      if (is_new) sample.denominators.push_back(0.0);
      sample.denominators[unit->second] += member.weight * counts.tokens[member.index];
      for (const TermCount& cell : counts.row(member.index))
        sample.ratios[cell.term].push_back({unit->second, member.weight * cell.count});
    }
    const auto slow = bootstrap_ratios(sample, options);
    for (std::size_t term = 0; term < slow.size(); ++term) {
      EXPECT_NEAR(fast[term].low, slow[term].low, 1e-12);
      EXPECT_NEAR(fast[term].high, slow[term].high, 1e-12);
    }
  }
}

TEST_F(TermResampling, TheMaximumCorrectsAndDoesNotDependOnThreads) {
  const std::string outlet = corpus.selection.front().article.outlet;
  const Group target = choose(outlet, false);
  const Group reference = choose(outlet, true);
  const auto terms = contrast_terms(counts, target, reference);
  std::vector<double> scores;
  for (const TermKeyness& term : terms) scores.push_back(term.g2);
  const auto test = permute_maximum(counts, target, reference, corpus.selection, scores, 99, 1, 1);
  const std::vector<double>& p = test.p;
  EXPECT_FALSE(test.is_exact);
  EXPECT_EQ(p, permute_maximum(counts, target, reference, corpus.selection, scores, 99, 1, 3).p);
  for (std::size_t i = 0; i < p.size(); ++i) {
    EXPECT_GE(p[i], 0.01);
    EXPECT_LE(p[i], 1.0);
    // What is surprising among all terms is no less surprising alone.
    if (terms[i].p > 0.2) {
      EXPECT_GT(p[i], 0.2);
    }
  }
}

TEST_F(TermResampling, AnIntervalOfTheLogRatioCoversTheLogRatio) {
  const std::string outlet = corpus.selection.front().article.outlet;
  const Group target = choose(outlet, false);
  const Group reference = choose(outlet, true);
  std::size_t covered = 0;
  std::size_t frequent = 0;
  const auto intervals = bootstrap_log_ratios(counts, target, reference, corpus.selection, all_terms(counts),
                                              {.replicates = 400, .seed = 1}, 2);
  for (const TermKeyness& term : contrast_terms(counts, target, reference)) {
    if (term.counts.a < 3 || term.counts.b < 3) continue;
    const double observed = log_ratio(term.counts);
    ++frequent;
    if (intervals[term.term].low <= observed && observed <= intervals[term.term].high) ++covered;
  }
  EXPECT_GT(frequent, 10U);
  EXPECT_EQ(covered, frequent);
}

TEST(MaximumTest, FewDealsAreAllTried) {
  test::TestCorpus corpus;
  for (int i = 0; i < 3; ++i) {
    corpus.add("t" + std::to_string(i), "ledesk", "fr", "la panne dure");
    corpus.add("r" + std::to_string(i), "le360", "fr", "la fuite dure");
    corpus.add("x" + std::to_string(i), "hespress", "ar", "طال العطل");
    corpus.add("y" + std::to_string(i), "lakome", "ar", "طال التسريب");
  }
  corpus.update();
  for (const char* outlet : {"outlet:ledesk", "outlet:hespress"}) {
    const Table table = corpus.run("keyness", {{"target", outlet}, {"deals", "1"}, {"seed", "9"}});
    EXPECT_THAT(table.notes, testing::Contains(testing::HasSubstr("all 20 ways to deal")));
    // The two words that the sides do not share: only the observed deal and its mirror image part them so.
    EXPECT_NEAR(test::numbers(table, "p_max").front(), 0.1, 1e-12);
    EXPECT_EQ(test::to_text(table),
              test::to_text(corpus.run("keyness", {{"target", outlet}, {"deals", "1"}, {"seed", "9"}}, 2)));
  }
}

// The numbers of a column that are there.
std::vector<double> sorted_cells(const Table& table, const std::string& name) {
  const Column& column = table.get(name);
  std::vector<double> cells;
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!column.is_valid(row)) continue;
    const auto* const whole = std::get_if<std::vector<std::int64_t>>(&column.values);
    cells.push_back(whole == nullptr ? std::get<std::vector<double>>(column.values)[row]
                                     : static_cast<double>((*whole)[row]));
  }
  std::ranges::sort(cells);
  return cells;
}

TEST(CopiesBoth, EveryCountingVerbPutsBothAnswersSideBySide) {
  test::TestCorpus corpus;
  for (const auto& [lang, outlet, text] : {std::tuple("fr", "ledesk", "La caisse se tait. La caisse nie."),
                                           std::tuple("ar", "hespress", "صمت الصندوق. أنكر الصندوق.")}) {
    const ArticleId first = corpus.add(std::string(lang) + "1", outlet, lang, text);
    const ArticleId copy = corpus.add(std::string(lang) + "2", outlet, lang, text);
    corpus.join({first, copy}, Relation::exact);
    corpus.claim(first, "cnss", "negligence");
    corpus.claim(copy, "cnss", "negligence");
  }
  corpus.update();
  struct Call {
    const char* verb;
    test::TestCorpus::Values values;
    const char* column;
  };
  const Call calls[] = {{"count", {{"by", "lang"}}, "hits"},
                        {"trend", {{"by", "lang"}}, "hits"},
                        {"dispersion", {{"min", "1"}}, "count"},
                        {"dfm", {}, "count"},
                        {"lexdiv", {}, "tokens"},
                        {"readability", {}, "words"},
                        {"stance", {}, "articles"},
                        {"compare", {}, "difference"},
                        {"colloc", {{"min", "1"}}, "observed"},
                        {"network", {{"nodes", "9"}, {"skip", "0"}, {"min", "1"}}, "count"}};
  for (const Call& call : calls) {
    for (const char* lang : {"fr", "ar"}) {
      auto values = call.values;
      values["lang"] = lang;
      const std::string word = lang == std::string_view("fr") ? "caisse" : "الصندوق";
      if (call.verb == std::string_view("colloc")) values["node"] = word;
      if (call.verb == std::string_view("count") || call.verb == std::string_view("trend"))
        values["query"] = word;
      const Table once = corpus.run(call.verb, values);
      values["copies"] = "all";
      const Table all = corpus.run(call.verb, values);
      values["copies"] = "both";
      const Table both = corpus.run(call.verb, values);
      const std::string column(call.column);
      EXPECT_EQ(sorted_cells(both, column), sorted_cells(once, column)) << call.verb;
      EXPECT_EQ(sorted_cells(both, column + "_all"), sorted_cells(all, column)) << call.verb;
      EXPECT_THAT(both.notes, testing::Contains(testing::HasSubstr("NAME_all"))) << call.verb;
    }
  }
}

TEST(CopiesBoth, WhereRowsAreNotTheSameThingsItIsTold) {
  test::TestCorpus corpus;
  corpus.add("f1", "ledesk", "fr");
  corpus.update();
  for (const char* verb : {"map", "wordfish", "reinert", "topics"}) {
    try {
      corpus.run(verb, {{"copies", "both"}, {"lang", "fr"}});
      ADD_FAILURE() << verb;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), testing::HasSubstr("once with --copies once")) << verb;
    }
  }
}

TEST(CopiesBoth, BothAnswersStandSideBySideInBothLanguages) {
  test::TestCorpus corpus;
  corpus.join({corpus.add("f1", "ledesk", "fr", "La caisse se tait."),
               corpus.add("f2", "ledesk", "fr", "La caisse se tait, dit-on.")});
  corpus.join({corpus.add("a1", "lakome", "ar", "صمتت الإدارة."),
               corpus.add("a2", "lakome", "ar", "صمتت الإدارة اليوم.")});
  corpus.add("f3", "telquel", "fr", "Le ministère parle.");
  corpus.update();
  const Table table = corpus.run("freq", {{"copies", "both"}});
  const auto terms = test::texts(table, "term");
  for (const char* term : {"caisse", "الاداره"}) {
    const auto row = static_cast<std::size_t>(std::ranges::find(terms, term) - terms.begin());
    ASSERT_LT(row, terms.size());
    EXPECT_EQ(test::numbers(table, "count")[row], 1.0);
    EXPECT_EQ(test::numbers(table, "count_all")[row], 2.0);
  }
  const auto only_in_copies = static_cast<std::size_t>(std::ranges::find(terms, "اليوم") - terms.begin());
  ASSERT_LT(only_in_copies, terms.size());
  EXPECT_FALSE(table.get("count").is_valid(only_in_copies));
  EXPECT_EQ(test::texts(table, "group")[only_in_copies], "lakome");
  const Table keyness = corpus.run("keyness", {{"target", "outlet:ledesk"}, {"copies", "both"}});
  EXPECT_THAT(test::texts(keyness, "verdict"), testing::Contains("same"));
}

}  // namespace
}  // namespace sahafa
