#include "tools/output.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <system_error>

#include "text/error.h"

namespace sahafa::tools {
namespace {

[[noreturn]] void fail(const std::string& what, int code) {
  throw Error(code == ENOSPC ? ErrorCode::disk_full : ErrorCode::unreadable,
              fmt::format("{}: cannot write: {}", what, std::strerror(code)));
}

// A write that failed some time ago has left no errno behind; the pipe itself still tells.
bool reader_is_gone() {
  pollfd out{.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
  return ::poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

}  // namespace

Output::Output(const std::string& path) : path_(path), part_(path + ".part") {
  if (path_.empty()) return;
  errno = 0;
  file_.open(part_, std::ios::binary | std::ios::trunc);
  if (!file_) fail(path_.string(), errno);
}

Output::~Output() {
  std::error_code ignored;
  if (file_.is_open()) std::filesystem::remove(part_, ignored);  // not finished: leave nothing half-written
}

std::ostream& Output::stream() {
  if (path_.empty()) return std::cout;
  return file_;
}

bool Output::is_terminal() const { return path_.empty() && ::isatty(STDOUT_FILENO) == 1; }

void Output::finish() {
  errno = 0;
  stream().flush();
  if (!stream()) {
    const int code = errno != 0 ? errno : EIO;
    if (path_.empty() && reader_is_gone()) throw ClosedPipe{};
    fail(path_.empty() ? "standard output" : path_.string(), code);
  }
  if (path_.empty()) return;
  file_.close();
  std::error_code error;
  std::filesystem::rename(part_, path_, error);
  if (error) fail(path_.string(), error.value());
}

}  // namespace sahafa::tools
