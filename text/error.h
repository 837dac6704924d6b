// The one exception type of the library. An article that cannot be read is data (corpus/issue.h), not an
// Error.
#pragma once

#include <stdexcept>
#include <string>

namespace sahafa {

enum class ErrorCode {
  usage,         ///< the caller asked for something that does not exist or fit
  not_found,     ///< a file, an article or a corpus is not there
  unreadable,    ///< there, but it cannot be read or written (permissions, I/O)
  malformed,     ///< read, but not what it should be
  disk_full,     ///< no room left; nothing reported as stored is lost
  newer_format,  ///< made by a newer version of sahafa
  locked,        ///< another process is writing
};

/// A failure that stops the current operation. `what()` names the thing that failed (path, line, id), what
/// was expected and what to do about it.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  ErrorCode code() const { return code_; }

 private:
  ErrorCode code_;
};

}  // namespace sahafa
