// A corpus on disk: a directory with corpus.db, index/ and tokens/. FORMAT.md describes it.
#pragma once

#include <filesystem>
#include <memory>

#include "corpus/catalogue.h"

namespace sahafa {

class Codebook;
class Equivalents;
class OutletRegistry;

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
  std::filesystem::path codebook_path() const { return directory_ / "codebook.toml"; }
  std::filesystem::path outlets_path() const { return directory_ / "outlets.toml"; }
  std::filesystem::path names_path() const { return directory_ / "names.toml"; }
  /// The corpus's own codebook where it was given one, else the bundled one. Read once. Throws Error as Codebook::load() does.
  const Codebook& codebook() const;
  /// Copies the file into the corpus, once it is found valid: claims, coding sheets and reports follow it from then on. The caller
  /// holds the WriteLock. Throws Error: what Codebook::load() throws, disk_full, unreadable.
  void adopt_codebook(const std::filesystem::path& file);
  /// The bundled outlets with those that the corpus was given beside them. Read once. Throws Error as OutletRegistry::load() does.
  const OutletRegistry& outlets() const;
  /// Copies the file into the corpus, once it is found valid: reading, selections, searches and reports know its outlets from then on.
  /// The caller holds the WriteLock. Throws Error: what OutletRegistry::load() throws, disk_full, unreadable.
  void adopt_outlets(const std::filesystem::path& file);
  /// The bundled names and words that mean the same in both languages, with those that the corpus was given beside them. Read once.
  /// Throws Error as Equivalents::with() does.
  const Equivalents& equivalents() const;
  /// Copies the file into the corpus, once it is found valid: searches know its names from then on. The caller holds the WriteLock.
  /// Throws Error: what Equivalents::with() throws, disk_full, unreadable.
  void adopt_names(const std::filesystem::path& file);
  Catalogue& catalogue() { return catalogue_; }
  const Catalogue& catalogue() const { return catalogue_; }

 private:
  Corpus(std::filesystem::path directory, Catalogue catalogue);

  std::filesystem::path directory_;
  Catalogue catalogue_;
  mutable std::shared_ptr<const Codebook> codebook_;  ///< read when first asked for
  mutable std::shared_ptr<const OutletRegistry> outlets_;
  mutable std::shared_ptr<const Equivalents> equivalents_;
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
