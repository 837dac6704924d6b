// Small corpora in French and Arabic for the tests of corpus/.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "corpus/catalogue.h"
#include "corpus/hash.h"
#include "text/error.h"

namespace sahafa::test {

/// A directory of its own that goes away with the test.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = ::testing::TempDir() + "sahafa-XXXXXX";
    path_ = ::mkdtemp(name.data());
    ::chmod(path_.c_str(), 0755);  // some tests read it as another user
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline Article french_article() {
  Article article;
  article.key = "fr-1";
  article.outlet = "ledesk";
  article.lang = "fr";
  article.date = "2025-04-09";
  article.title = "La caisse muette après la fuite";
  article.authors = "A. Benali; S. Idrissi";
  article.url = "https://ledesk.ma/fuite";
  article.genre = "news";
  article.text = "L’œil d’un expert : « la caisse aurait dû prévenir ».";
  article.words = 9;
  article.origins = {{"date", "text"}, {"outlet", "url"}};
  return article;
}

inline Article arabic_article() {
  Article article;
  article.key = "ar-1";
  article.outlet = "hespress_ar";
  article.lang = "ar";
  article.date = "2025-04";
  article.title = "تسريب معطيات المؤمَّنين";
  article.text = "قال خبير إن المؤسسة لم تُحذِّر أحداً.";
  article.words = 7;
  return article;
}

inline Source make_source(const std::string& path, const std::string& bytes) {
  return {.id = {},
          .path = path,
          .format = "text",
          .encoding = "utf-8 (declared)",
          .size_bytes = static_cast<std::int64_t>(bytes.size()),
          .hash = content_hash(bytes)};
}

/// One source with the articles given, each standing there once.
inline Intake make_intake(const std::string& path, const std::vector<Article>& articles) {
  Intake intake;
  std::string bytes;
  for (const Article& article : articles) {
    const auto begin = static_cast<std::uint32_t>(bytes.size());
    bytes += article.text;
    intake.items.push_back(
        {article, {{begin, static_cast<std::uint32_t>(bytes.size())}}, {3, 5, 1ULL << 63U}});
  }
  intake.source = make_source(path, bytes);
  return intake;
}

/// The article with another text, hence another article.
inline Article numbered(Article article, int number) {
  article.text += " " + std::to_string(number);
  return article;
}

/// The code of the Error that `work` throws; a failure if it throws none.
template <class Work>
ErrorCode error_of(const Work& work, std::string* message = nullptr) {
  try {
    work();
  } catch (const Error& error) {
    if (message != nullptr) *message = error.what();
    return error.code();
  }
  ADD_FAILURE() << "no Error was thrown";
  return ErrorCode::usage;
}

/// Forbids writing in a directory while it lives.
class ReadOnly {
 public:
  explicit ReadOnly(const std::filesystem::path& directory) : directory_(directory) {
    ::chmod(directory_.c_str(), 0555);
  }
  ~ReadOnly() { ::chmod(directory_.c_str(), 0755); }
  ReadOnly(const ReadOnly&) = delete;
  ReadOnly& operator=(const ReadOnly&) = delete;

 private:
  std::filesystem::path directory_;
};

/// No file of this process can grow beyond `bytes`: a disk that refuses to write. Meant for run_killed; never
/// lifted.
struct FileSizeLimit {
  explicit FileSizeLimit(rlim_t bytes) {
    const rlimit limit{bytes, bytes};
    std::signal(SIGXFSZ, SIG_IGN);
    EXPECT_EQ(::setrlimit(RLIMIT_FSIZE, &limit), 0);
  }
};

/// Gives up root's right to write everywhere; for good, so meant for run_killed.
inline void become_guest() {
  constexpr uid_t kNobody = 65534;
  if (::geteuid() == 0 && ::setuid(kNobody) != 0) ::_exit(100);
}

/// Runs `work` in a process of its own, which then ends at once as if killed: no destructor runs. Gives its
/// result.
template <class Work>
int run_killed(const Work& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    int result = 125;
    try {
      result = work();
    } catch (...) {
      ::_exit(result);
    }
    ::_exit(result);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace sahafa::test
