// colloc, network, dfm, lexdiv, readability and concepts on a corpus on disk, in French and Arabic.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "analysis/colloc_counts.h"
#include "analysis/concept_dictionary.h"
#include "analysis/readability.h"
#include "analysis/statistics/random.h"
#include "tests/analysis/test_corpus.h"

namespace sahafa {
namespace {

using test::numbers;
using test::TestCorpus;
using test::texts;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class WordsTogether : public ::testing::Test {
 protected:
  WordsTogether() {
    corpus_.add("f1", "ledesk", "fr",
                "La caisse nationale se tait. La caisse nationale savait, dit le syndicat.");
    corpus_.add("f2", "le360", "fr", "Une caisse noire. Le syndicat accuse la caisse nationale.");
    corpus_.add("a1", "hespress", "ar", "صمت الصندوق الوطني. النقابة تتهم الصندوق الوطني.");
    corpus_.add("a2", "lakome", "ar", "الصندوق الوطني ينفي.");
    corpus_.update();
  }
  double value(const Table& table, std::string_view key, const std::string& name,
               std::string_view column) const {
    const auto names = texts(table, key);
    for (std::size_t row = 0; row < names.size(); ++row) {
      if (names[row] == name) return numbers(table, column)[row];
    }
    return -1.0;
  }
  TestCorpus corpus_;
};

TEST_F(WordsTogether, TheNextWord) {
  const Table table =
      corpus_.run("colloc", {{"node", "Caisse"}, {"span", "next"}, {"lang", "fr"}, {"min", "1"}});
  EXPECT_EQ(value(table, "term", "nationale", "observed"), 3.0);
  EXPECT_EQ(value(table, "term", "noire", "observed"), 1.0);
  const Table arabic = corpus_.run("colloc", {{"node", "الصندوق"}, {"span", "next"}, {"lang", "ar"}});
  EXPECT_EQ(value(arabic, "term", "الوطني", "observed"), 3.0);
}

TEST_F(WordsTogether, AWindowCountsEachPlaceOnce) {
  // la(1) caisse nationale se tait la caisse: "la" of the second sentence lies in the windows of both nodes.
  const Table table =
      corpus_.run("colloc", {{"node", "caisse"}, {"window", "4"}, {"outlet", "ledesk"}, {"min", "1"}});
  EXPECT_EQ(value(table, "term", "la", "observed"), 2.0);
  EXPECT_EQ(value(table, "term", "nationale", "observed"), 2.0);
}

TEST_F(WordsTogether, LanguagesAreNotCountedTogether) {
  std::string message;
  for (const char* verb : {"colloc", "network", "map", "wordfish"}) {
    TestCorpus::Values values;
    if (std::string_view(verb) == "colloc") values = {{"node", "caisse"}};
    EXPECT_EQ(test::error_of([&] { corpus_.run(verb, values); }, &message), ErrorCode::usage) << verb;
    EXPECT_THAT(message, HasSubstr("--lang"));
  }
  EXPECT_EQ(test::error_of([&] { corpus_.run("colloc", {{"node", "inconnu"}, {"lang", "fr"}}); }, &message),
            ErrorCode::usage);
  EXPECT_THAT(message, HasSubstr("inconnu"));
}

TEST_F(WordsTogether, NetworkOfChosenWords) {
  const Table table = corpus_.run(
      "network", {{"lang", "ar"}, {"terms", "الصندوق,الوطني,النقابة"}, {"window", "2"}, {"min", "1"}});
  const auto sources = texts(table, "source");
  const auto targets = texts(table, "target");
  ASSERT_FALSE(sources.empty());
  EXPECT_EQ(sources[0], "الصندوق");
  EXPECT_EQ(targets[0], "الوطني");
  EXPECT_GE(numbers(table, "count")[0], 3.0);
}

TEST_F(WordsTogether, MatrixInOrder) {
  const Table table = corpus_.run("dfm", {{"lang", "ar"}, {"weight", "tfidf"}});
  EXPECT_EQ(value(table, "term", "النقابه", "count"), 1.0);
  EXPECT_NEAR(value(table, "term", "النقابه", "weight"), std::log10(2.0), 1e-12);
  EXPECT_NEAR(value(table, "term", "الصندوق", "weight"), 0.0, 1e-12);  // in every article
  EXPECT_THROW(corpus_.run("dfm", {{"weight", "bm25"}}), Error);
}

TEST_F(WordsTogether, ReadabilityIsForFrench) {
  EXPECT_NEAR(kandel_moles(100, 5, 170), 61.58, 1e-9);
  const Table table = corpus_.run("readability", {{"by", "lang"}});
  const auto units = texts(table, "unit");
  const auto& column = table.get("kandel_moles");
  for (std::size_t row = 0; row < units.size(); ++row) EXPECT_EQ(column.is_valid(row), units[row] == "fr");
  EXPECT_EQ(value(table, "unit", "fr", "sentences"), 4.0);
  EXPECT_THAT(table.notes, Contains(HasSubstr("n/a for Arabic")));
}

TEST_F(WordsTogether, ConceptsJoinTheLanguages) {
  test::TemporaryDirectory folder;
  const auto path = folder / "concepts.csv";
  std::ofstream(path) << "concept,term\nfund,caisse\nfund,caisse nationale\nfund,الصندوق "
                         "الوطني\nunion,syndicat\nunion,النقابة\n";
  const Table table = corpus_.run("freq", {{"by", "lang"}, {"concepts", path.string()}});
  const auto groups = texts(table, "group");
  const auto terms = texts(table, "term");
  std::map<std::string, double> counts;
  for (std::size_t row = 0; row < terms.size(); ++row)
    counts[groups[row] + " " + terms[row]] = numbers(table, "count")[row];
  // "caisse nationale" is one hit, not two.
  EXPECT_EQ(counts, (std::map<std::string, double>{
                        {"ar fund", 3.0}, {"ar union", 1.0}, {"fr fund", 4.0}, {"fr union", 2.0}}));
}

TEST(ConceptDictionary, BrokenListsAreRefusedWithTheirLine) {
  std::string message;
  EXPECT_EQ(test::error_of([] { parse_concepts("a,b\nc\n", "list"); }, &message), ErrorCode::malformed);
  EXPECT_THAT(message, HasSubstr("line 2"));
  EXPECT_EQ(test::error_of([] { parse_concepts("# nothing\n", "list"); }, &message), ErrorCode::malformed);
  EXPECT_EQ(parse_concepts("union\tنقابة العمال\n", "list").terms[0].second, "نقابة العمال");
  EXPECT_FALSE(actor_concepts(Codebook::bundled()).concepts.empty());
}

TEST(Cooccurrence, FastCountsAreThoseOfAllPairsOfPlaces) {
  constexpr std::size_t kNodes = 6;
  const RandomStream random(9, 0);
  std::vector<std::uint32_t> words;
  for (std::uint64_t i = 0; i < 500; ++i) words.push_back(static_cast<std::uint32_t>(random.below(i, 12)));
  std::vector<std::uint32_t> index_of(12, kNoNode);
  for (std::uint32_t i = 0; i < kNodes; ++i) index_of[2 * i] = i;
  for (const std::size_t window : {1U, 5U, 40U}) {
    std::vector<std::uint32_t> fast(kNodes * kNodes, 0);
    add_cooccurrences(words, index_of, kNodes, window, fast);
    std::vector<std::uint32_t> slow(kNodes * kNodes, 0);
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t j = i + 1; j < words.size() && j <= i + window; ++j) {
        const std::uint32_t a = index_of[words[i]];
        const std::uint32_t b = index_of[words[j]];
        if (a != kNoNode && b != kNoNode) ++slow[std::min(a, b) * kNodes + std::max(a, b)];
      }
    }
    EXPECT_EQ(fast, slow);
  }
}

}  // namespace
}  // namespace sahafa
