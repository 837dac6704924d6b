// What every reader owes to files that are cut off, nested beyond reason or one endless line: an answer, soon, and a message where nothing was
// taken.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/ingest/fixtures.h"
#include "tests/ingest/prose.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

std::vector<std::string> all_fixtures() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("tests/data/ingest"))
    if (entry.is_regular_file() && entry.path().filename() != "README.md")
      paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  return paths;
}

// Reads within ten seconds; what comes out is well-formed, and nothing at all comes with a reason.
Intake answer(const std::string& path, const std::string& bytes) {
  const auto started = std::chrono::steady_clock::now();
  Intake intake = read_source(path, bytes);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
  EXPECT_LT(taken.count(), 10.0) << path;
  EXPECT_TRUE(!intake.items.empty() || !intake.issues.empty() || !intake.references.empty()) << path;
  for (const Intake::Item& item : intake.items) {
    EXPECT_TRUE(is_valid_utf8(item.article.text) && is_valid_utf8(item.article.title)) << path;
    EXPECT_FALSE(item.article.text.empty()) << path;
  }
  for (const Issue& issue : intake.issues) EXPECT_FALSE(issue.message.empty()) << path;
  return intake;
}

TEST(Hostile, EveryFixtureCutAnywhereIsAnsweredAndGivesNoMoreArticlesThanTheWhole) {
  const std::vector<std::string> fixtures = all_fixtures();
  ASSERT_GT(fixtures.size(), 20U);
  constexpr std::size_t kCuts = 16;
  for (const std::string& path : fixtures) {
    const std::string whole = test::read_file(path);
    for (std::size_t cut = 1; cut < kCuts; ++cut) answer(path, whole.substr(0, whole.size() * cut / kCuts));
  }
}

TEST(Hostile, FixturesThatHoldSeveralArticlesKeepThoseBeforeTheCut) {
  const std::vector<std::pair<std::string, std::string>> cuts{
      {"alceste/iramuteq.txt", ""}, {"europresse/nouveau.HTML", ""}, {"factiva/pps.xml", ""},
      {"nexis/ancien.txt", ""},     {"txm/corpus.xml", "truncated"}, {"vrt/sketch.vert", "truncated"}};
  for (const auto& [name, word] : cuts) {
    const std::string whole = test::fixture(name);
    const std::size_t articles = read_source(name, whole).items.size();
    ASSERT_GE(articles, 2U) << name;
    const Intake intake = answer(name, whole.substr(0, whole.size() * 9 / 10));
    EXPECT_GE(intake.items.size(), articles - 1) << name;
    if (!word.empty()) {
      ASSERT_FALSE(intake.issues.empty()) << name;
      EXPECT_NE(intake.issues[0].message.find(word), std::string::npos) << intake.issues[0].message;
    }
  }
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

TEST(Hostile, DeepNestingIsAnsweredSoonByEveryReader) {
  constexpr std::size_t kDepth = 200'000;
  const std::string words = "الميناء يغلق أبوابه et le port ferme ses portes";
  const std::vector<std::pair<std::string, std::string>> files{
      {"a.json", repeated("[", kDepth)},
      {"b.json", repeated("{\"a\":", kDepth) + "1"},
      {"c.json",
       "{\"text\": \"" + words + "\", \"a\": " + repeated("[", kDepth) + repeated("]", kDepth) + "}"},
      {"a.jsonl", "{\"a\":" + repeated("[", kDepth) + "\n{\"text\": \"" + words + ".\"}\n"},
      {"a.xml", "<text>" + repeated("<p>", kDepth) + words},
      {"b.xml", "<corpus><article>" + repeated("<b>", kDepth) + words + repeated("</b>", kDepth) +
                    "</article></corpus>"},
      {"pps.xml", "<ppsArticleResponse><article><leadParagraph>" + repeated("<hlt>", kDepth) + words},
      {"feed.xml", "<rss version=\"2.0\"><channel>" + repeated("<item>", kDepth) + words},
      {"a.rtf", "{\\rtf1\\ansi " + repeated("{", kDepth) + words + repeated("}", kDepth) + "}"},
      {"a.vrt", "<text>\n" + repeated("<p>\n", kDepth) + "port\tport\n"},
      {"a.csv", "texte;titre\n" + repeated("\"", kDepth + 1) + words},
      {"a.txt", repeated("---\n", kDepth) + words + "\n" + repeated("\n", kDepth)},
      {"iramuteq.txt", repeated("**** *a_b *c_d\n", kDepth) + words},
  };
  for (const auto& [path, bytes] : files) answer(path, bytes);
}

TEST(Hostile, OneEndlessLineIsAnsweredSoon) {
  constexpr std::size_t kTimes = 100'000;  // about 6 MB; a CLI test has 200
  const std::string line = repeated("الميناء يغلق أبوابه et le port ferme ses portes, ", kTimes);
  for (const char* path : {"a.txt", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.xml", "a.rtf", "a.vrt"})
    answer(path, line);
  answer("a.html", "<html><body><p>" + line);
  answer("a.jsonl", "{\"text\": \"" + line);
  answer("a.vrt", "<text>\n" + line + "\tx\n</text>\n");
  answer("a.xml", "<text title=\"" + line);
  answer("b.xml", "<text>" + line + "</text>");
  answer("pps.xml", "<ppsArticleResponse><article accessionNo=\"" + line);
  answer("a.txt", "**** *a_" + line);
  answer("a.txt", "Titre : " + line);
  answer("a.txt", repeated("=", kTimes * 10));
}

TEST(Hostile, EntitiesThatGrowAreNotExpanded) {
  std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE text [<!ENTITY a0 \"port port port port\">";
  for (int i = 1; i < 30; ++i)
    xml +=
        "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  const std::string file = "]><text>Le port rouvre. &a29; <!-- fin --></text>";
  const Intake intake = answer("a.xml", xml + file);
  for (const Intake::Item& item : intake.items) EXPECT_LT(item.article.text.size(), 1000U);
  const std::string outside =
      "<?xml version=\"1.0\"?><!DOCTYPE text [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><text>Le port &x; "
      "ouvre.</text>";
  for (const Intake::Item& item : answer("b.xml", outside).items)
    EXPECT_EQ(item.article.text.find("root"), std::string::npos);
}

}  // namespace
}  // namespace sahafa
