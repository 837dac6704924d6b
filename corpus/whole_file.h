// Results that go into a file, which appears whole or not at all.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <ostream>

namespace sahafa {

/// A file that is made beside its place and put there when it is finished; one that was there stays until then. Links are followed. What is no
/// regular file (a device, a pipe) is written to and never replaced.
class WholeFile {
 public:
  /// Throws Error(unreadable) when the file cannot be made.
  explicit WholeFile(const std::filesystem::path& path);
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  std::ostream& stream() { return file_; }
  /// Checks that everything was written and puts the file in its place. Throws Error (disk_full, unreadable).
  void finish();

 private:
  std::filesystem::path path_;
  std::filesystem::path draft_;  ///< `path_` itself where that is no regular file
  std::ofstream file_;
};

/// Throws Error(disk_full or unreadable) that names the file; `code` is an errno.
[[noreturn]] void throw_write_error(const std::filesystem::path& path, int code);

/// Writes the file `path` anew with what `write` puts into the stream. Throws as WholeFile does.
void write_whole_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

}  // namespace sahafa
