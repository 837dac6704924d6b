#include "ingest/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <istream>
#include <set>
#include <system_error>
#include <unordered_set>

#include "text/error.h"

namespace sahafa {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{1} << 30;  // spans are 32 bits, and a source is read whole
constexpr std::size_t kReadBytes = std::size_t{1} << 16;

class Lister {
 public:
  void add(const std::string& path) {
    if (path == "-") {
      add_file(path);
      return;
    }
    const std::string normal = fs::path(path).lexically_normal().string();
    std::error_code error;
    const fs::file_status status = fs::status(normal, error);
    if (!fs::exists(status)) {
      fail_to_find(normal, error);
    } else if (fs::is_directory(status)) {
      add_directory(normal);
    } else if (fs::is_regular_file(status) || fs::is_fifo(status)) {
      add_file(normal);
    } else {
      fail(normal, "unreadable", "neither a file nor a directory");
    }
  }

  FileList take() { return std::move(list_); }

 private:
  void add_file(const std::string& path) {
    if (known_files_.insert(path).second) list_.paths.push_back(path);
  }

  void add_directory(const fs::path& directory) {
    std::error_code error;
    const fs::path real = fs::canonical(directory, error);
    if (!known_directories_.insert(error ? directory : real).second) return;
    std::vector<fs::path> entries;
    fs::directory_iterator entry(directory, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
      entries.push_back(entry->path());
    if (error) fail(directory.string(), "unreadable", error.message() + "; check the permissions");
    std::ranges::sort(entries);
    for (const fs::path& path : entries) add_entry(path);
  }

  void add_entry(const fs::path& path) {
    const std::string name = path.filename().string();
    if (name.starts_with('.') || name.starts_with("README")) return;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      add_directory(path);
    } else if (fs::is_regular_file(status)) {
      add_file(path.string());
    } else if (!fs::exists(status)) {
      fail_to_find(path, error);
    }
  }

  void fail_to_find(const fs::path& path, std::error_code error) {
    std::error_code ignored;
    if (error == std::errc::too_many_symbolic_link_levels) {
      fail(path.string(), "unreadable", "a symbolic link that leads back to itself; remove it");
    } else if (error && error != std::errc::no_such_file_or_directory &&
               error != std::errc::not_a_directory) {
      fail(path.string(), "unreadable", error.message() + "; check the permissions");
    } else if (fs::is_symlink(fs::symlink_status(path, ignored))) {
      fail(path.string(), "unreadable", "a symbolic link that leads nowhere; remove it or bring its target");
    } else {
      fail(path.string(), "missing", "there is no such file or directory; check the spelling");
    }
  }

  void fail(const std::string& path, std::string_view kind, const std::string& message) {
    list_.issues.push_back({path, "", std::string(kind), message, true});
  }

  FileList list_;
  std::unordered_set<std::string> known_files_;
  std::set<fs::path> known_directories_;
};

std::ifstream open_file(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw Error(ErrorCode::unreadable, path + ": " + std::strerror(errno) + "; check the permissions");
  return file;
}

std::string read_stream(std::istream& stream, const std::string& path) {
  std::string bytes;
  std::string buffer(kReadBytes, '\0');
  while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || stream.gcount() > 0) {
    bytes.append(buffer, 0, static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() >= kMostBytes)
      throw Error(ErrorCode::unreadable, path + ": larger than 1 GiB; cut it into smaller files");
  }
  if (stream.bad())
    throw Error(ErrorCode::unreadable, path + ": reading stopped in the middle: " + std::strerror(errno));
  return bytes;
}

}  // namespace

FileList list_files(std::span<const std::string> paths) {
  Lister lister;
  for (const std::string& path : paths) lister.add(path);
  return lister.take();
}

std::string read_bytes(const std::string& path) {
  if (path == "-") return read_stream(std::cin, "standard input");
  std::ifstream file = open_file(path);
  return read_stream(file, path);
}

std::string read_head(const std::string& path) {
  if (path == "-") return {};
  std::ifstream file = open_file(path);
  std::string bytes(kReadBytes, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

std::uintmax_t size_of_file(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = path == "-" ? 0 : fs::file_size(path, error);
  return error ? 0 : size;
}

}  // namespace sahafa
