#include "ingest/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include "ingest/files.h"
#include "tests/ingest/prose.h"
#include "tests/shared.h"

namespace sahafa {
namespace {

namespace fs = std::filesystem;

class PipelineTest : public testing::Test {
 protected:
  PipelineTest() {
    std::string name = testing::TempDir() + "ingest-XXXXXX";
    root_ = ::mkdtemp(name.data());
    fs::create_directory(root_ / "press");
  }
  ~PipelineTest() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  std::string write(const std::string& name, const std::string& bytes) const {
    const fs::path path = root_ / "press" / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  std::string press() const { return (root_ / "press").string(); }
  Corpus corpus(const std::string& name = "corpus") const { return Corpus::create(root_ / name); }

  void write_mixed() const {
    write("fr/un.txt", "Titre : Un\nSource : Le Matin\nDate : 2025-04-08\n\n" + test::french_article(1));
    write("fr/copie.txt",
          "Titre : Un\nSource : L'Economiste\nDate : 2025-04-09\n\n" + test::french_article(1));
    write("ar/double.txt", test::arabic_article(2) + "\n" + test::arabic_article(2));
    write("lignes.jsonl",
          "{\"id\": \"a\", \"text\": \"Le port ferme demain.\"}\n{\"id\": \"b\", \"text\": \"أغلق الميناء "
          "اليوم.\"}\n");
    write("page.html", "<html><head><title>Trois</title></head><body><article><h1>Trois</h1><p>" +
                           test::french_article(3) + "</p></article></body></html>");
  }

  fs::path root_;
};

void expect_counts(const IngestSummary& summary, std::int64_t sources, std::int64_t articles,
                   std::int64_t copies, std::int64_t duplicates, std::int64_t skipped, std::int64_t failed) {
  EXPECT_EQ(summary.sources, sources);
  EXPECT_EQ(summary.articles, articles);
  EXPECT_EQ(summary.copies, copies);
  EXPECT_EQ(summary.duplicates, duplicates);
  EXPECT_EQ(summary.skipped, skipped);
  EXPECT_EQ(summary.failed, failed);
}

// Everything that a corpus holds, with ids, as text.
std::string dump(const Corpus& corpus) {
  std::string out;
  const Catalogue& catalogue = corpus.catalogue();
  catalogue.visit_articles({}, [&](const Article& article) {
    out += std::to_string(article.id.value) + "|" + article.key + "|" + article.outlet + "|" + article.date +
           "|" + article.title + "|" + article.lang + "|" + article.text + "\n";
  });
  for (const Copy& copy : catalogue.list_copies())
    out += std::to_string(copy.article.value) + " in " + std::to_string(copy.source.value) + " at " +
           std::to_string(copy.span.begin) + "\n";
  for (const ClusterMember& member : catalogue.list_clusters())
    out += std::to_string(member.article.value) + " of " + std::to_string(member.canonical.value) + " " +
           std::string(to_string(member.relation)) + "\n";
  return out;
}

TEST_F(PipelineTest, MixedFolderIsCounted) {
  write_mixed();
  Corpus target = corpus();
  const std::vector<std::string> paths{press()};
  expect_counts(ingest(target, paths), 5, 6, 7, 1, 0, 0);
  EXPECT_TRUE(target.catalogue().check().empty());
}

TEST_F(PipelineTest, SecondIngestChangesNothing) {
  write_mixed();
  Corpus target = corpus();
  const std::vector<std::string> paths{press()};
  ingest(target, paths);
  const std::int64_t revision = target.catalogue().revision();
  const std::string before = dump(target);
  expect_counts(ingest(target, paths), 0, 0, 0, 0, 5, 0);
  EXPECT_EQ(target.catalogue().revision(), revision);
  EXPECT_EQ(dump(target), before);
}

TEST_F(PipelineTest, NumberOfJobsDoesNotMatter) {
  write_mixed();
  for (std::uint32_t i = 0; i < 40; ++i)
    write("viel/" + std::to_string(i) + ".txt", test::arabic_article(50 + i % 30));
  const std::vector<std::string> paths{press()};
  Corpus one = corpus("one");
  ingest(one, paths, {.jobs = 1});
  Corpus two = corpus("two");
  ingest(two, paths, {.jobs = 2});
  EXPECT_EQ(dump(one), dump(two));
}

// Clusters and passages by keys, which do not depend on the order of storing.
std::string reuse_by_key(const Catalogue& catalogue) {
  std::map<ArticleId, std::string> keys;
  for (const Article& article : catalogue.list_articles()) keys[article.id] = article.key;
  std::vector<std::string> lines;
  for (const ClusterMember& member : catalogue.list_clusters())
    lines.push_back(keys[member.article] + " of " + keys[member.canonical] + " " +
                    std::string(to_string(member.relation)) + " " + std::to_string(member.similarity));
  for (const Passage& passage : catalogue.list_passages())
    lines.push_back(keys[passage.a] + " " + std::to_string(passage.a_span.begin) + " in " + keys[passage.b] +
                    " " + std::to_string(passage.b_span.begin) + " " + std::to_string(passage.contained));
  std::ranges::sort(lines);
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

// Stories with copies, rewrites, updates, excerpts and quotations of each other, in both languages, as JSON lines.
std::vector<std::string> reuse_lines() {
  std::vector<std::string> texts;
  for (std::uint32_t i = 0; i < 24; ++i) {
    const auto article = [i](std::uint32_t n) {
      return i % 2 == 0 ? test::french_article(n) : test::arabic_article(n);
    };
    const std::string story = article(400 + i);
    texts.push_back(story);
    if (i % 2 == 0) texts.push_back(story.substr(story.find('\n') + 1));
    if (i % 3 == 0) texts.push_back(article(500 + i).substr(0, article(500 + i).find('\n')) + "\n" + story);
    if (i % 4 == 0) texts.push_back(story.substr(0, story.find('\n')));
    if (i > 2)
      texts.push_back(article(600 + i) + "\n" + article(398 + i).substr(0, article(398 + i).find('\n')));
  }
  std::vector<std::string> lines;
  for (std::string& text : texts) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "\\n");
    const std::string number = std::to_string(lines.size());
    lines.push_back(R"({"id": "t)" + number + R"(", "date": "2025-04-)" +
                    std::to_string(10 + lines.size() % 20) + R"(", "outlet": "o)" +
                    std::to_string(lines.size() % 5) + R"(", "text": ")" + text + "\"}\n");
  }
  return lines;
}

TEST_F(PipelineTest, AnyOrderAndAnyPartitionGiveTheReuseOfOneBatch) {
  std::vector<std::string> lines = reuse_lines();
  const auto ingest_parts = [&](const std::string& name, std::size_t parts) {
    Corpus target = corpus(name);
    for (std::size_t part = 0; part < parts; ++part) {
      std::string bytes;
      for (std::size_t i = part; i < lines.size(); i += parts) bytes += lines[i];
      ingest(target, std::vector{write(name + std::to_string(part) + ".jsonl", bytes)},
             {.jobs = 1 + part % 2});
    }
    return reuse_by_key(target.catalogue());
  };
  const std::string expected = ingest_parts("batch", 1);
  EXPECT_THAT(expected, testing::HasSubstr(" in "));
  EXPECT_THAT(expected, testing::HasSubstr("near"));
  std::mt19937 random(7);
  for (const std::size_t parts : {2U, 3U, 5U, 9U}) {
    std::ranges::shuffle(lines, random);
    EXPECT_EQ(ingest_parts("parts" + std::to_string(parts), parts), expected) << parts << " parts";
  }
}

TEST_F(PipelineTest, SketchesOfOtherRulesAreMadeAgainFromTheTexts) {
  const std::vector<std::string> first{write("un.txt", test::french_article(1))};
  Corpus target = corpus();
  ingest(target, first);
  target.catalogue().store_sketch({1},
                                  std::vector<std::uint64_t>{1, 2, 0});  // what other rules would have made
  target.catalogue().store_sketch_version(1);
  const std::vector<std::string> second{
      write("deux.txt", "Titre : Copie\nSource : Le Matin\n\n" + test::french_article(1))};
  ingest(target, second);
  EXPECT_NE(target.catalogue().sketch_version(), 1);
  const std::vector<ClusterMember> members = target.catalogue().list_clusters();
  ASSERT_EQ(members.size(), 2U);
  EXPECT_EQ(members[0].canonical, members[1].canonical);
}

TEST_F(PipelineTest, InterruptedIngestKeepsWhatWasStoredAndTheNextCompletesIt) {
  for (std::uint32_t i = 0; i < 600; ++i) write(std::to_string(i) + ".txt", test::french_article(i));
  const std::vector<std::string> paths{press()};
  Corpus target = corpus();
  struct Stop {};
  const auto stop = [&target](std::string_view stage, std::int64_t, std::int64_t) {
    if (stage == kReadingStage && target.catalogue().count_articles() >= 256) throw Stop();
  };
  EXPECT_THROW(ingest(target, paths, {.progress = stop}), Stop);
  EXPECT_EQ(target.catalogue().count_articles(), 256);
  const IngestSummary rest = ingest(target, paths);
  EXPECT_EQ(rest.skipped, 256);
  EXPECT_EQ(rest.articles, 344);
  Corpus whole = corpus("whole");
  ingest(whole, paths);
  EXPECT_EQ(dump(target), dump(whole));
}

// By text, because ids differ with the order: which text is the canonical one, and how.
std::map<std::string, std::string> clusters_by_text(const Corpus& corpus) {
  std::map<std::int64_t, std::string> texts;
  corpus.catalogue().visit_articles(
      {}, [&](const Article& article) { texts[article.id.value] = article.outlet + article.text; });
  std::map<std::string, std::string> clusters;
  for (const ClusterMember& member : corpus.catalogue().list_clusters())
    clusters[texts[member.article.value]] =
        std::string(to_string(member.relation)) + texts[member.canonical.value];
  return clusters;
}

TEST_F(PipelineTest, AnyOrderAndAnyBatchesGiveTheSameClusters) {
  std::vector<std::string> files;
  for (std::uint32_t i = 0; i < 24; ++i) {
    const std::string text = i % 2 == 0 ? test::french_article(i / 4) : test::arabic_article(i / 4);
    files.push_back(
        write(std::to_string(i) + ".txt", "Source : Journal " + std::to_string(i) + "\n\n" + text +
                                              (i % 3 == 0 ? "\n" + text.substr(0, text.find('.')) : "")));
  }
  Corpus batch = corpus("batch");
  ingest(batch, files);
  const auto expected = clusters_by_text(batch);
  std::mt19937 random(7);
  for (int round = 0; round < 5; ++round) {
    std::ranges::shuffle(files, random);
    Corpus steps = corpus("steps" + std::to_string(round));
    for (std::size_t at = 0; at < files.size();) {
      const std::size_t size = std::min<std::size_t>(1 + random() % 9, files.size() - at);
      ingest(steps, std::span(files).subspan(at, size));
      at += size;
    }
    EXPECT_EQ(clusters_by_text(steps), expected);
  }
}

TEST_F(PipelineTest, BadInputIsAnIssueAndTheRestGoesOn) {
  write("bon.txt", test::french_article(1));
  write("vide.txt", "");
  write("blancs.txt", " \n\t\n");
  write("image.txt", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0", 19));
  write("doc.pdf", "%PDF-1.4 ...");
  write("tronque.txt", test::arabic_article(3).substr(0, 301));
  const std::vector<std::string> paths{press(), (root_ / "absent.txt").string()};
  Corpus target = corpus();
  const IngestSummary summary = ingest(target, paths);
  EXPECT_EQ(summary.articles, 2);
  EXPECT_EQ(summary.failed, 5);
  std::map<std::string, std::string> kinds;
  for (const Issue& issue : summary.issues) {
    kinds[fs::path(issue.path).filename()] = issue.kind;
    EXPECT_FALSE(issue.message.empty());
  }
  EXPECT_EQ(kinds["vide.txt"], "empty");
  EXPECT_EQ(kinds["blancs.txt"], "empty");
  EXPECT_EQ(kinds["image.txt"], "binary");
  EXPECT_EQ(kinds["doc.pdf"], "unreadable");
  EXPECT_EQ(kinds["tronque.txt"], "encoding");
  EXPECT_EQ(kinds["absent.txt"], "missing");
  EXPECT_EQ(target.catalogue().list_issues().size(), summary.issues.size());
}

TEST_F(PipelineTest, DirectoriesAreListedSortedWithoutHiddenFilesAndReadmes) {
  write("b.txt", "x");
  write("a/c.txt", "x");
  write(".cache/d.txt", "x");
  write("README.md", "x");
  fs::create_directory_symlink(press(), root_ / "press" / "a" / "cycle");
  const std::vector<std::string> paths{press(), press() + "/b.txt"};
  const FileList files = list_files(paths);
  EXPECT_THAT(files.paths, testing::ElementsAre(press() + "/a/c.txt", press() + "/b.txt"));
  EXPECT_TRUE(files.issues.empty());
}

TEST_F(PipelineTest, SymbolicLinkThatLeadsNowhereIsAnIssue) {
  fs::create_symlink("nulle-part", root_ / "press" / "lien.txt");
  const std::vector<std::string> paths{press()};
  EXPECT_EQ(list_files(paths).issues.size(), 1U);
}

TEST_F(PipelineTest, LinkThatLeadsToItselfIsAnIssueThatSaysSo) {
  fs::create_symlink("boucle.txt", root_ / "press" / "boucle.txt");
  const std::vector<std::string> paths{press()};
  const FileList files = list_files(paths);
  ASSERT_EQ(files.issues.size(), 1U);
  EXPECT_THAT(files.issues[0].message, testing::HasSubstr("back to itself"));
}

TEST_F(PipelineTest, ExtractStoresNothingAndKeepsTheOrder) {
  write_mixed();
  std::vector<std::string> names;
  const std::vector<std::string> paths{press()};
  const auto issues = extract(paths, {.jobs = 2}, [&](const Intake& intake) {
    names.push_back(fs::path(intake.source.path).filename());
  });
  EXPECT_TRUE(issues.empty());
  EXPECT_THAT(names, testing::ElementsAre("double.txt", "copie.txt", "un.txt", "lignes.jsonl", "page.html"));
}

TEST_F(PipelineTest, SeedFileGivesOneSourceOneArticleTwoCopies) {
  SAHAFA_NEEDS_SHARED("data/seed/lepoint-cnss-2025.txt");
  const std::vector<std::string> paths{test::shared("data/seed/lepoint-cnss-2025.txt").string()};
  Corpus target = corpus();
  expect_counts(ingest(target, paths), 1, 1, 2, 0, 0, 0);
  expect_counts(ingest(target, paths), 0, 0, 0, 0, 1, 0);
}

}  // namespace
}  // namespace sahafa
