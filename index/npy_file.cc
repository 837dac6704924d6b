#include "index/npy_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <utility>

#include "text/error.h"

namespace sahafa {
namespace {

static_assert(std::endian::native == std::endian::little,
              "columns are mapped as they lie on disk: little-endian");

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;
constexpr std::size_t kWriteBackBytes = std::size_t{1} << 20;
constexpr std::string_view kMagic("\x93NUMPY\x01\x00", 8);

[[noreturn]] void fail(const std::filesystem::path& path, std::string_view doing) {
  const int code = errno;
  const ErrorCode kind = code == ENOSPC || code == EDQUOT ? ErrorCode::disk_full
                         : code == ENOENT                 ? ErrorCode::not_found
                                                          : ErrorCode::unreadable;
  const std::string_view remedy = kind == ErrorCode::disk_full ? "make room and run the same command again"
                                  : kind == ErrorCode::not_found
                                      ? "run `sahafa ingest` on the corpus to make its token store again"
                                      : "check permissions and the disk";
  throw Error(kind, fmt::format("{}: cannot {}: {}; {}", path.string(), doing, std::strerror(code), remedy));
}

[[noreturn]] void fail_malformed(const std::filesystem::path& path, std::string_view what) {
  throw Error(
      ErrorCode::malformed,
      fmt::format("{}: {}; remove the folder {} and run `sahafa ingest` on the corpus: it is made again",
                  path.string(), what, path.parent_path().string()));
}

void write_at(int file, std::span<const std::byte> bytes, std::size_t at, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path, "write");
    bytes = bytes.subspan(static_cast<std::size_t>(written));
    at += static_cast<std::size_t>(written);
  }
}

std::size_t file_size(int file, const std::filesystem::path& path) {
  struct stat status{};
  if (::fstat(file, &status) != 0) fail(path, "read");
  return static_cast<std::size_t>(status.st_size);
}

}  // namespace

std::string npy_header(std::string_view type, std::size_t count) {
  std::string header(kMagic);
  const std::size_t rest = kNpyHeaderBytes - kMagic.size() - 2;
  header += static_cast<char>(rest & 0xff);
  header += static_cast<char>(rest >> 8);
  header += fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': ({},), }}", type, count);
  header.resize(kNpyHeaderBytes - 1, ' ');
  header += '\n';
  return header;
}

FileDescriptor::FileDescriptor(const std::filesystem::path& path, int flags)
    : file_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
  if (file_ < 0) fail(path, "open");
}

FileDescriptor::~FileDescriptor() {
  if (file_ >= 0) ::close(file_);
}

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path draft = path.string() + ".new";
  {
    const FileDescriptor file(draft, O_WRONLY | O_CREAT | O_TRUNC);
    write_at(file.get(), std::as_bytes(std::span(bytes)), 0, draft);
    if (::fsync(file.get()) != 0) fail(draft, "write");
  }
  if (::rename(draft.c_str(), path.c_str()) != 0) fail(path, "write");
}

MappedFile::MappedFile(const std::filesystem::path& path, std::size_t bytes) : size_(bytes) {
  const FileDescriptor file(path, O_RDONLY);
  const std::size_t there = file_size(file.get(), path);
  if (there < bytes) fail_malformed(path, fmt::format("{} bytes expected, {} there", bytes, there));
  void* memory = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, file.get(), 0);
  if (memory == MAP_FAILED) fail(path, "map");
  data_ = static_cast<std::byte*>(memory);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

void check_npy_type(const MappedFile& file, std::string_view type, const std::filesystem::path& path) {
  const std::string_view header(reinterpret_cast<const char*>(file.data()), kNpyHeaderBytes);
  const std::string wanted = fmt::format("'descr': '{}', 'fortran_order': False, 'shape': (", type);
  if (!header.starts_with(kMagic) || header.find(wanted) == std::string_view::npos) {
    fail_malformed(path, fmt::format("not a column of {}", type));
  }
}

NpyAppender::NpyAppender(std::filesystem::path path, std::string_view type, std::size_t value_bytes,
                         std::size_t count)
    : path_(std::move(path)),
      type_(type),
      value_bytes_(value_bytes),
      count_(count),
      file_end_(kNpyHeaderBytes + count * value_bytes),
      written_back_(file_end_),
      file_(path_, O_RDWR | O_CREAT) {
  if (count > 0 && file_size(file_.get(), path_) < file_end_)
    fail_malformed(path_, "shorter than the store says");
  if (::ftruncate(file_.get(), static_cast<off_t>(file_end_)) != 0) fail(path_, "write");
  write_header();
}

void NpyAppender::append_bytes(std::span<const std::byte> bytes) {
  buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
  count_ += bytes.size() / value_bytes_;
  if (buffer_.size() >= kBufferBytes) flush();
}

void NpyAppender::flush() {
  write_at(file_.get(), buffer_, file_end_, path_);
  file_end_ += buffer_.size();
  buffer_.clear();
  // The disk begins now, or sync() would wait for all of it. A failure shows there.
  if (file_end_ - written_back_ < kWriteBackBytes) return;
  ::sync_file_range(file_.get(), static_cast<off64_t>(written_back_),
                    static_cast<off64_t>(file_end_ - written_back_), SYNC_FILE_RANGE_WRITE);
  written_back_ = file_end_;
}

void NpyAppender::sync() {
  flush();
  if (::fdatasync(file_.get()) != 0) fail(path_, "write");
}

void NpyAppender::write_header() {
  const std::string header = npy_header(type_, count_);
  write_at(file_.get(), std::as_bytes(std::span(header)), 0, path_);
}

}  // namespace sahafa
