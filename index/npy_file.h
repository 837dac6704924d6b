// Columns on disk as NumPy .npy files, version 1.0: a header of 128 bytes, then little-endian values. NumPy
// opens them with np.load(path, mmap_mode="r"); here they are mapped and read as spans. Growing a column
// appends values and then rewrites the header, so a file that is open elsewhere stays valid for what it held.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

inline constexpr std::size_t kNpyHeaderBytes = 128;

/// NumPy's name of a type: "<u4", "<u8", "<i8", "|u1".
template <class T>
constexpr std::string_view npy_type();
template <>
constexpr std::string_view npy_type<std::uint8_t>() {
  return "|u1";
}
template <>
constexpr std::string_view npy_type<std::uint32_t>() {
  return "<u4";
}
template <>
constexpr std::string_view npy_type<std::uint64_t>() {
  return "<u8";
}
template <>
constexpr std::string_view npy_type<std::int64_t>() {
  return "<i8";
}

/// The 128 bytes in front of a one-dimensional array of `count` values.
std::string npy_header(std::string_view type, std::size_t count);

/// An open file of the system, closed with it.
class FileDescriptor {
 public:
  /// Throws Error: not_found, unreadable, disk_full.
  FileDescriptor(const std::filesystem::path& path, int flags);
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept;
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;

  int get() const { return file_; }

 private:
  int file_ = -1;
};

/// Writes a draft beside the file, syncs it and renames it: readers see the old bytes or the new ones. Throws Error: disk_full, unreadable.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// A file mapped read-only. Movable; the memory goes with it.
class MappedFile {
 public:
  /// Maps the first `bytes` bytes. Throws Error: not_found, unreadable, or malformed when the file is
  /// shorter.
  MappedFile(const std::filesystem::path& path, std::size_t bytes);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  const std::byte* data() const { return data_; }
  std::size_t size() const { return size_; }

 private:
  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Throws Error(malformed) unless the mapped header says a one-dimensional array of `type`.
void check_npy_type(const MappedFile& file, std::string_view type, const std::filesystem::path& path);

/// The first `count` values of a column, mapped. The count comes from the store's own record, because the
/// header may be one update behind it after a crash.
template <class T>
class NpyColumn {
 public:
  NpyColumn(const std::filesystem::path& path, std::size_t count)
      : file_(path, kNpyHeaderBytes + count * sizeof(T)), count_(count) {
    check_npy_type(file_, npy_type<T>(), path);
  }

  std::span<const T> values() const {
    return {reinterpret_cast<const T*>(file_.data() + kNpyHeaderBytes), count_};
  }

 private:
  MappedFile file_;
  std::size_t count_;
};

/// Appends to a .npy file. Values become part of the column when the owner has recorded the new count; the
/// header follows.
class NpyAppender {
 public:
  /// Opens or makes the file and forgets everything behind the first `count` values: what a killed writer
  /// left. Throws Error: unreadable, disk_full, or malformed when the file holds fewer values.
  NpyAppender(std::filesystem::path path, std::string_view type, std::size_t value_bytes, std::size_t count);

  template <class T>
  void append(std::span<const T> values) {
    append_bytes(std::as_bytes(values));
  }
  template <class T>
  void append(T value) {
    append(std::span<const T>(&value, 1));
  }
  /// Values appended so far, those on disk included.
  std::size_t count() const { return count_; }
  /// Writes all values to the disk itself. Throws Error(disk_full) or Error(unreadable).
  void sync();
  /// Makes the header say count().
  void write_header();

 private:
  void append_bytes(std::span<const std::byte> bytes);
  void flush();

  std::filesystem::path path_;
  std::string type_;
  std::size_t value_bytes_;
  std::size_t count_;
  std::size_t file_end_;
  std::size_t written_back_;  ///< up to here the disk was asked to write
  std::vector<std::byte> buffer_;
  FileDescriptor file_;
};

}  // namespace sahafa
