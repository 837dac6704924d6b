// Where results go: standard output or a file. A file appears whole or not at all.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "corpus/whole_file.h"

namespace sahafa::tools {

/// Thrown when the reader of our standard output has gone (head, less): not a failure.
struct ClosedPipe {};

class Output {
 public:
  /// Empty `path`: standard output. Throws Error(unreadable) when the file cannot be made.
  explicit Output(const std::string& path);

  std::ostream& stream();
  bool is_terminal() const;
  /// Flushes, checks that everything was written, and puts the file in its place.
  /// Throws ClosedPipe, or Error (disk_full, unreadable).
  void finish();

 private:
  std::optional<WholeFile> file_;
};

}  // namespace sahafa::tools
