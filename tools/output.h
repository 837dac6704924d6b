// Where results go: standard output or a file. A file appears whole or not at all.
#pragma once

#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <string>

namespace sahafa::tools {

/// Thrown when the reader of our standard output has gone (head, less): not a failure.
struct ClosedPipe {};

class Output {
 public:
  /// Empty `path`: standard output. Throws Error(unreadable) when the file cannot be made.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  std::ostream& stream();
  bool is_terminal() const;
  /// Flushes, checks that everything was written, and puts the file in its place.
  /// Throws ClosedPipe, or Error (disk_full, unreadable).
  void finish();

 private:
  std::filesystem::path path_;
  std::filesystem::path part_;
  std::ofstream file_;
};

}  // namespace sahafa::tools
