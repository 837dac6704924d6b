#include "tools/serve/workers.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>

#include "text/error.h"
#include "tools/serve/work_process.h"

namespace sahafa::tools {
namespace {

// A file descriptor that is closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

int milliseconds_until(std::chrono::steady_clock::time_point deadline) {
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  return left.count() > 0 ? static_cast<int>(left.count()) : 0;
}

// Everything that comes through the pipe until its end; nullopt when the deadline comes first.
std::optional<std::string> read_until(int pipe, std::chrono::steady_clock::time_point deadline) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    pollfd wanted{pipe, POLLIN, 0};
    const int ready = ::poll(&wanted, 1, milliseconds_until(deadline));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    const ssize_t got = ::read(pipe, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

Workers::Workers(const Work& work, const WorkLimits& limits) : limits_(limits) {
  std::array<int, 2> sockets{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets.data()) != 0)
    throw Error(ErrorCode::unreadable, std::string("cannot start processes: ") + std::strerror(errno));
  const pid_t parent = ::getpid();
  process_ = ::fork();
  if (process_ < 0)
    throw Error(ErrorCode::unreadable, std::string("cannot start processes: ") + std::strerror(errno));
  if (process_ == 0) {
    ::close(sockets[0]);
    fork_for_orders(sockets[1], parent, work, limits);
  }
  ::close(sockets[1]);
  orders_ = sockets[0];
}

Workers::~Workers() {
  stop(std::chrono::milliseconds(0));
  ::close(orders_);
  ::waitpid(process_, nullptr, 0);
}

std::variant<std::string, WorkFailure> Workers::run(std::string_view order) {
  if (!begin(Clock::now() + limits_.time)) return is_stopped() ? WorkFailure::stopped : WorkFailure::busy;
  auto result = run_now(order);
  end();
  return result;
}

bool Workers::begin(Clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  const bool free =
      changed_.wait_until(lock, deadline, [&] { return stopped_ || running_ < limits_.at_once; });
  if (!free || stopped_) return false;
  ++running_;
  return true;
}

void Workers::end() {
  const std::lock_guard lock(mutex_);
  --running_;
  changed_.notify_all();
}

bool Workers::is_stopped() {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

std::variant<std::string, WorkFailure> Workers::run_now(std::string_view order) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return WorkFailure::busy;  // out of descriptors
  const Descriptor results(ends[0]);
  Descriptor results_in(ends[1]);
  const auto begun = Clock::now();
  if (!send_order(orders_, order, results_in.number()))
    return is_stopped() ? WorkFailure::stopped : WorkFailure::broken;
  results_in.close();  // or the end would never be seen
  // The kernel ends the process at the limit; the second more is for a machine that is busy.
  const auto bytes = read_until(results.number(), begun + limits_.time + std::chrono::seconds(1));
  if (!bytes) return WorkFailure::too_slow;
  if (auto result = unframe_result(*bytes)) return std::move(*result);
  if (is_stopped()) return WorkFailure::stopped;
  return Clock::now() - begun >= limits_.time ? WorkFailure::too_slow : WorkFailure::broken;
}

void Workers::stop(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  if (stopped_) return;
  stopped_ = true;
  changed_.notify_all();
  changed_.wait_for(lock, patience, [&] { return running_ == 0; });
  ::shutdown(orders_,
             SHUT_RDWR);  // the forking process reads the end of its orders, ends, and its children with it
}

}  // namespace sahafa::tools
