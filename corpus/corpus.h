// A corpus on disk: a directory with corpus.db, index/ and tokens/. FORMAT.md describes it.
#pragma once

#include <filesystem>
#include <memory>

#include "corpus/catalogue.h"

namespace sahafa {

class Corpus {
 public:
  /// Opens an existing corpus. Throws Error(not_found) with a hint when `directory` is no corpus.
  static Corpus open(const std::filesystem::path& directory,
                     Database::Access access = Database::Access::read);
  /// Opens it for writing, making directory and database if they are not there.
  static Corpus create(const std::filesystem::path& directory);

  const std::filesystem::path& directory() const { return directory_; }
  std::filesystem::path index_path() const { return directory_ / "index"; }
  std::filesystem::path tokens_path() const { return directory_ / "tokens"; }
  Catalogue& catalogue() { return catalogue_; }
  const Catalogue& catalogue() const { return catalogue_; }

 private:
  Corpus(std::filesystem::path directory, Catalogue catalogue);

  std::filesystem::path directory_;
  Catalogue catalogue_;
};

/// Only one process writes to a corpus. Held while it lives; released by the system if the process dies.
class WriteLock {
 public:
  /// Throws Error(locked), naming the corpus, when another process holds it.
  explicit WriteLock(const std::filesystem::path& directory);
  ~WriteLock();
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace sahafa
