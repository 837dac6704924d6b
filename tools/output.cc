#include "tools/output.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <iostream>

namespace sahafa::tools {
namespace {

// A write that failed some time ago has left no errno behind; the pipe itself still tells.
bool reader_is_gone() {
  pollfd out{.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
  return ::poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

}  // namespace

Output::Output(const std::string& path) {
  if (!path.empty()) file_.emplace(path);
}

std::ostream& Output::stream() { return file_ ? file_->stream() : std::cout; }

bool Output::is_terminal() const { return !file_ && ::isatty(STDOUT_FILENO) == 1; }

void Output::finish() {
  if (file_) return file_->finish();
  errno = 0;
  std::cout.flush();
  if (std::cout) return;
  const int code = errno != 0 ? errno : EIO;
  if (reader_is_gone()) throw ClosedPipe{};
  throw_write_error("standard output", code);
}

}  // namespace sahafa::tools
