#include "corpus/corpus.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "corpus/codebook.h"
#include "corpus/equivalents.h"
#include "corpus/outlet.h"
#include "text/error.h"

namespace sahafa {
namespace {

std::filesystem::path database_path(const std::filesystem::path& directory) {
  return directory / "corpus.db";
}

[[noreturn]] void fail(const std::filesystem::path& path, std::string_view what, int error_number) {
  const std::string reason = std::generic_category().message(error_number);
  if (error_number == ENOSPC) {
    throw Error(ErrorCode::disk_full,
                fmt::format("{}: {}: {}; free some space", path.string(), what, reason));
  }
  throw Error(ErrorCode::unreadable,
              fmt::format("{}: {}: {}; check the permissions of the directory", path.string(), what, reason));
}

void require_corpus(const std::filesystem::path& directory) {
  std::error_code ignored;  // what cannot be looked at is reported by the database, with its reason
  const std::string name = directory.string();
  if (!std::filesystem::exists(directory, ignored) && !ignored) {
    throw Error(ErrorCode::not_found,
                fmt::format("{}: no such directory; make a corpus there with `sahafa ingest {} FILE...`",
                            name, name));
  }
  if (std::filesystem::is_regular_file(directory, ignored)) {
    throw Error(
        ErrorCode::not_found,
        fmt::format("{}: is a file; a corpus is a directory, made with `sahafa ingest DIRECTORY FILE...`",
                    name));
  }
  if (!std::filesystem::exists(database_path(directory), ignored) && !ignored) {
    throw Error(
        ErrorCode::not_found,
        fmt::format("{}: is no corpus, it has no corpus.db; make one there with `sahafa ingest {} FILE...`",
                    name, name));
  }
}

void make_directory(const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  std::error_code ignored;
  if (std::filesystem::is_directory(directory, ignored)) return;
  if (std::filesystem::exists(directory, ignored)) {
    throw Error(ErrorCode::usage,
                fmt::format("{}: is a file; name a directory for the corpus", directory.string()));
  }
  fail(directory, "the directory cannot be made", error.value());
}

// Renamed when whole: killed at any moment, the corpus has the one or the other.
void keep_copy(const std::filesystem::path& file, const std::filesystem::path& kept) {
  std::filesystem::path beside = kept;
  beside += ".new";
  std::error_code error;
  std::filesystem::copy_file(file, beside, std::filesystem::copy_options::overwrite_existing, error);
  if (!error) std::filesystem::rename(beside, kept, error);
  if (error) fail(kept, fmt::format("{} cannot be stored", file.string()), error.value());
}

}  // namespace

Corpus::Corpus(std::filesystem::path directory, Catalogue catalogue)
    : directory_(std::move(directory)), catalogue_(std::move(catalogue)) {}

Corpus Corpus::open(const std::filesystem::path& directory, Database::Access access) {
  require_corpus(directory);
  return {directory, Catalogue(database_path(directory), access)};
}

Corpus Corpus::create(const std::filesystem::path& directory) {
  make_directory(directory);
  return {directory, Catalogue(database_path(directory), Database::Access::create)};
}

const Codebook& Corpus::codebook() const {
  std::error_code ignored;
  if (!codebook_ && !std::filesystem::exists(codebook_path(), ignored)) return Codebook::bundled();
  if (!codebook_) codebook_ = std::make_shared<const Codebook>(Codebook::load(codebook_path()));
  return *codebook_;
}

void Corpus::adopt_codebook(const std::filesystem::path& file) {
  auto adopted = std::make_shared<const Codebook>(Codebook::load(file));
  keep_copy(file, codebook_path());
  codebook_ = std::move(adopted);
}

const OutletRegistry& Corpus::outlets() const {
  std::error_code ignored;
  if (!outlets_ && !std::filesystem::exists(outlets_path(), ignored)) return OutletRegistry::bundled();
  if (!outlets_) outlets_ = std::make_shared<const OutletRegistry>(OutletRegistry::load(outlets_path()));
  return *outlets_;
}

void Corpus::adopt_outlets(const std::filesystem::path& file) {
  auto adopted = std::make_shared<const OutletRegistry>(OutletRegistry::load(file));
  keep_copy(file, outlets_path());
  outlets_ = std::move(adopted);
}

const Equivalents& Corpus::equivalents() const {
  std::error_code ignored;
  if (!equivalents_ && !std::filesystem::exists(names_path(), ignored)) return Equivalents::bundled();
  if (!equivalents_)
    equivalents_ = std::make_shared<const Equivalents>(Equivalents::bundled().with(names_path(), codebook()));
  return *equivalents_;
}

void Corpus::adopt_names(const std::filesystem::path& file) {
  auto adopted = std::make_shared<const Equivalents>(Equivalents::bundled().with(file, codebook()));
  keep_copy(file, names_path());
  equivalents_ = std::move(adopted);
}

WriteLock::WriteLock(const std::filesystem::path& directory) {
  const std::filesystem::path path = directory / "lock";
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) fail(path, "the lock file cannot be opened", errno);
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  const int error_number = errno;
  ::close(file_);
  if (error_number != EWOULDBLOCK) fail(path, "the lock cannot be taken", error_number);
  throw Error(ErrorCode::locked,
              fmt::format("{}: another process is writing to this corpus; wait until it has ended and "
                          "run the command again",
                          directory.string()));
}

WriteLock::~WriteLock() { ::close(file_); }

}  // namespace sahafa
