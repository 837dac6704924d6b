#include "tools/serve/work_process.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <vector>

namespace sahafa::tools {
namespace {

constexpr std::size_t kLongestOrder = 128 << 10;

// Dies with its parent, and leaves Ctrl-C to the server.
void belong_to(pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_IGN);
}

void set_limits(const WorkLimits& limits) {
  const auto seconds = limits.time.count() / 1000;
  const auto rest = limits.time.count() % 1000 * 1000;
  const itimerval alarm{{0, 0}, {seconds, rest}};
  std::signal(SIGALRM, SIG_DFL);
  ::setitimer(ITIMER_REAL, &alarm, nullptr);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  // The sanitizers' shadow memory alone is larger than any limit.
  const rlimit memory{limits.memory_bytes, limits.memory_bytes};
  ::setrlimit(RLIMIT_DATA, &memory);
#endif
}

void write_all(int pipe, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(pipe, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // nobody waits any more
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// The length in front tells a complete result from one whose process was ended in the middle.
void write_framed(int pipe, std::string_view result) {
  const std::uint64_t size = result.size();
  std::array<char, sizeof size> head{};
  std::memcpy(head.data(), &size, sizeof size);
  write_all(pipe, {head.data(), head.size()});
  write_all(pipe, result);
}

union Control {
  cmsghdr align;
  std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

// The pipe that came with a message, or -1.
int pipe_of(msghdr& message) {
  int pipe = -1;
  const cmsghdr* const header = CMSG_FIRSTHDR(&message);
  if (header != nullptr && header->cmsg_type == SCM_RIGHTS)
    std::memcpy(&pipe, CMSG_DATA(header), sizeof pipe);
  return pipe;
}

[[noreturn]] void work_once(int pipe, std::string_view order, pid_t parent, const Workers::Work& work,
                            const WorkLimits& limits) {
  belong_to(parent);
  set_limits(limits);
  write_framed(pipe, work(order));
  ::_exit(0);
}

}  // namespace

void fork_for_orders(int orders, pid_t parent, const Workers::Work& work, const WorkLimits& limits) {
  belong_to(parent);
  std::signal(SIGCHLD, SIG_IGN);  // the system forgets them by itself
  const pid_t self = ::getpid();
  std::vector<char> buffer(kLongestOrder);
  for (;;) {
    iovec place{buffer.data(), buffer.size()};
    Control control{};
    msghdr message{};
    message.msg_iov = &place;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    const ssize_t got = ::recvmsg(orders, &message, MSG_CMSG_CLOEXEC);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) ::_exit(0);
    const int pipe = pipe_of(message);
    if (::fork() == 0) {
      ::close(orders);
      work_once(pipe, {buffer.data(), static_cast<std::size_t>(got)}, self, work, limits);
    }
    ::close(pipe);  // also when there was no process to be had: the other side sees a pipe without result
  }
}

bool send_order(int orders, std::string_view order, int results) {
  iovec place{const_cast<char*>(order.data()), order.size()};
  Control control{};
  msghdr message{};
  message.msg_iov = &place;
  message.msg_iovlen = 1;
  message.msg_control = control.bytes.data();
  message.msg_controllen = control.bytes.size();
  cmsghdr* const header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof results);
  std::memcpy(CMSG_DATA(header), &results, sizeof results);
  return ::sendmsg(orders, &message, MSG_NOSIGNAL) == static_cast<ssize_t>(order.size());
}

std::optional<std::string> unframe_result(std::string_view bytes) {
  std::uint64_t size = 0;
  if (bytes.size() < sizeof size) return std::nullopt;
  std::memcpy(&size, bytes.data(), sizeof size);
  bytes.remove_prefix(sizeof size);
  if (bytes.size() != size) return std::nullopt;
  return std::string(bytes);
}

}  // namespace sahafa::tools
