#include "ingest/sources.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "ingest/header_fields.h"
#include "ingest/reader.h"
#include "ingest/stream.h"
#include "text/error.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A tar header and its data, as the oldest tar wrote them.
std::string tar_member(const std::string& name, const std::string& data) {
  std::string header(512, '\0');
  const auto put = [&header](std::size_t at, const std::string& value) {
    header.replace(at, value.size(), value);
  };
  const auto octal = [](std::size_t value, std::size_t width) {
    std::string digits(width, '0');
    for (std::size_t i = width; i > 0 && value > 0; value /= 8)
      digits[--i] = static_cast<char>('0' + value % 8);
    return digits;
  };
  put(0, name);
  put(100, "0000644");
  put(124, octal(data.size(), 11));
  put(156, "0");
  put(257, "ustar");
  put(263, "00");
  put(148, "        ");
  std::size_t sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  put(148, octal(sum, 6) + std::string(1, '\0'));
  std::string padded = data;
  padded.resize((data.size() + 511) / 512 * 512);
  return header + padded;
}

std::string tar(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string out;
  for (const auto& [name, data] : members) out += tar_member(name, data);
  return out + std::string(1024, '\0');
}

class SourcesTest : public testing::Test {
 protected:
  SourcesTest() { std::filesystem::create_directories(folder_); }
  ~SourcesTest() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }

  std::vector<LoadedSource> load(const std::string& path, const Limits& limits = {}) const {
    std::vector<LoadedSource> sources;
    for_each_source(path, [&](LoadedSource source) { sources.push_back(std::move(source)); }, limits);
    for (LoadedSource& source : sources) source.path.erase(0, folder_.string().size() + 1);
    return sources;
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("sahafa-sources-" + std::to_string(getpid()));
};

std::vector<std::string> paths_of(const std::vector<LoadedSource>& sources) {
  std::vector<std::string> paths;
  for (const LoadedSource& source : sources) paths.push_back(source.path);
  return paths;
}

TEST_F(SourcesTest, APlainFileIsItself) {
  const auto sources = load(write("a.txt", "Le port ferme."));
  EXPECT_THAT(paths_of(sources), ElementsAre("a.txt"));
  EXPECT_EQ(sources[0].bytes, "Le port ferme.");
  EXPECT_EQ(sources[0].failure, "");
}

TEST_F(SourcesTest, MembersAreNamedBehindTheirArchive) {
  const auto sources = load(write("a.tar", tar({{"été/un.txt", "Un"}, {"مقال.txt", "اثنان"}})));
  EXPECT_THAT(paths_of(sources), ElementsAre("a.tar!été/un.txt", "a.tar!مقال.txt"));
  EXPECT_EQ(sources[1].bytes, "اثنان");
}

TEST_F(SourcesTest, NamesLeadNowhereAndHiddenFilesStayHidden) {
  const auto sources = load(write(
      "a.tar", tar({{"../../etc/x\x1b.txt", "x"}, {"/abs.txt", "y"}, {"dir/.hidden", "z"}, {"..", "w"}})));
  EXPECT_THAT(paths_of(sources), ElementsAre("a.tar!etc/x.txt", "a.tar!abs.txt", "a.tar!unnamed"));
}

TEST_F(SourcesTest, DepthIsLimited) {
  std::string bytes = tar({{"a.txt", "Un"}});
  for (int i = 0; i < 2; ++i) bytes = tar({{"b.tar", bytes}});
  const std::string path = write("c.tar", bytes);
  EXPECT_THAT(paths_of(load(path, {.depth = 3})), ElementsAre("c.tar!b.tar!b.tar!a.txt"));
  const auto refused = load(path, {.depth = 2});
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_THAT(refused[0].failure, HasSubstr("unpack it"));
}

TEST_F(SourcesTest, LimitsKeepWhatCameBefore) {
  const std::string path =
      write("a.tar", tar({{"a.txt", "Un"}, {"b.txt", std::string(5000, 'b')}, {"c.txt", "Trois"}}));
  const auto by_bytes = load(path, {.ratio = 0, .free_bytes = 4000});
  EXPECT_THAT(paths_of(by_bytes), ElementsAre("a.tar!a.txt", "a.tar"));
  EXPECT_THAT(by_bytes[1].failure, HasSubstr("bomb"));
  EXPECT_TRUE(by_bytes[1].partial);
  const auto by_members = load(path, {.most_members = 1});
  EXPECT_THAT(paths_of(by_members), ElementsAre("a.tar!a.txt", "a.tar"));
}

TEST_F(SourcesTest, EveryTruncationIsAnswered) {
  const std::string whole = tar({{"a.txt", std::string(600, 'a')}, {"b.txt", std::string(600, 'b')}});
  for (std::size_t size = 0; size + 1024 < whole.size(); size += 37) {
    const auto sources = load(write("cut.tar", whole.substr(0, size)));
    ASSERT_FALSE(sources.empty()) << size;
    for (const LoadedSource& source : sources) {
      if (source.path == "cut.tar!a.txt") {
        EXPECT_EQ(source.bytes.size(), source.failure.empty() ? 600U : 0U) << size;
      }
    }
  }
}

TEST_F(SourcesTest, WhatTheVisitorThrowsPassesThrough) {
  const std::string path = write("a.tar", tar({{"a.txt", "Un"}}));
  EXPECT_THROW(for_each_source(path, [](const LoadedSource&) { throw Error(ErrorCode::disk_full, "full"); }),
               Error);
  EXPECT_THROW(for_each_source(path, [](const LoadedSource&) { throw std::logic_error("stop"); }),
               std::logic_error);
}

TEST_F(SourcesTest, AbsentFileIsAFailure) {
  const auto sources = load((folder_ / "absent").string());
  ASSERT_EQ(sources.size(), 1U);
  EXPECT_THAT(sources[0].failure, HasSubstr("No such file"));
  EXPECT_FALSE(sources[0].partial);
}

TEST(BufferedStream, LinesAndLookingAhead) {
  MemoryStream memory("un\r\ndeux\n\nreste");
  BufferedStream stream(memory);
  EXPECT_EQ(stream.peek(2), "un");
  EXPECT_EQ(stream.read_line(10), "un");
  EXPECT_EQ(stream.read_line(10), "deux");
  EXPECT_EQ(stream.read_line(10), "");
  EXPECT_EQ(stream.position(), 10U);
  EXPECT_EQ(stream.skip(2), 2U);
  EXPECT_EQ(stream.read_line(10), "ste");
  EXPECT_EQ(stream.read_line(10), std::nullopt);
  MemoryStream longer("une ligne");
  BufferedStream limited(longer);
  EXPECT_THROW(limited.read_line(3), Error);
}

TEST(BufferedStream, LooksAheadOverADamageWithoutLosingWhatIsBeforeIt) {
  class Damaged : public ByteStream {
   public:
    std::size_t read(std::span<char> to) override {
      if (given_) throw Error(ErrorCode::malformed, "damaged");
      given_ = true;
      to[0] = 'a';
      return 1;
    }

   private:
    bool given_ = false;
  };
  Damaged damaged;
  BufferedStream stream(damaged);
  EXPECT_EQ(stream.peek(100), "a");
  std::string byte(1, ' ');
  EXPECT_EQ(stream.read(byte), 1U);
  EXPECT_THROW(stream.read(byte), Error);
}

TEST(HeaderFields, FoldedLinesParametersAndCase) {
  std::string_view message =
      "Content-Type: Multipart/Related;\r\n\tboundary=\"a; b\"; type=text/html\r\nX: 1\n\nbody";
  const HeaderFields header = take_header(message);
  EXPECT_EQ(message, "body");
  EXPECT_EQ(media_type(header.value("content-type")), "multipart/related");
  EXPECT_EQ(parameter(header.value("CONTENT-TYPE"), "Boundary"), "a; b");
  EXPECT_EQ(parameter(header.value("Content-Type"), "type"), "text/html");
  EXPECT_EQ(parameter(header.value("Content-Type"), "charset"), "");
}

TEST(Hints, FillInWhatTheTextDoesNotSay) {
  SourceHints said;
  said.origin = "document";
  said.title = "عنوان الوثيقة";
  said.date = "2025-04-09";
  said.url = "https://lakome2.com/exemple";
  const Intake intake =
      read_source("a.txt", "المصدر: هسبريس\n\nقالت النقابة إن الصندوق لم يحم المعطيات.", {}, said);
  ASSERT_EQ(intake.items.size(), 1U);
  const Article& article = intake.items[0].article;
  EXPECT_EQ(article.title, "عنوان الوثيقة");
  EXPECT_EQ(article.date, "2025-04-09");
  EXPECT_EQ(article.url, "https://lakome2.com/exemple");
  EXPECT_EQ(article.outlet, "hespress");
}

TEST(Hints, NoArticleIsYoungerThanItsCapture) {
  SourceHints said;
  said.captured = "2025-04-10";
  const auto date_of = [&](const std::string& date) {
    const Intake intake = read_source("a.txt", "Titre : Un\nDate : " + date + "\n\nLe port ferme.", {}, said);
    return intake.items.at(0).article.date + (intake.issues.empty() ? "" : " issue");
  };
  EXPECT_EQ(date_of("2025-04-10"), "2025-04-10");
  EXPECT_EQ(date_of("2025-04-11"), "2025-04-11");
  EXPECT_EQ(date_of("2025-04-12"), " issue");
  EXPECT_EQ(date_of("2025-04"), "2025-04");
  EXPECT_EQ(date_of("2025-05"), " issue");
}

}  // namespace
}  // namespace sahafa
