// Work in processes of its own: one a request, ended by the kernel when it takes too long or too much memory. An analysis
// cannot be interrupted, and a bug in one must not take the server down.
//
// A small process is forked before the server starts its threads, and forks one process for each order; so no lock can be
// held by a thread that does not exist there, and every order sees the corpus as it is now. run() may be called from
// several threads.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

namespace sahafa::tools {

struct WorkLimits {
  std::chrono::milliseconds time{30'000};  ///< of one order, waiting not counted; waiting has the same limit
  std::size_t memory_bytes = std::size_t{2} << 30;  ///< of one process
  std::size_t at_once = 2;                          ///< processes
};

enum class WorkFailure {
  busy,      ///< no process became free in time
  too_slow,  ///< ended at the time limit
  broken,    ///< ended by itself, or by the memory limit, without result
  stopped,   ///< stop() was called
};

class Workers {
 public:
  using Work = std::function<std::string(std::string_view order)>;

  /// Forks: call it before any thread is started. Throws Error(unreadable) when the system gives no process.
  Workers(const Work& work, const WorkLimits& limits);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// The result of `work(order)`, made in a process of its own. `order` may have 100 kB.
  std::variant<std::string, WorkFailure> run(std::string_view order);

  /// Waits at most `patience` for what is being done, then ends it. run() fails from now on.
  void stop(std::chrono::milliseconds patience);

 private:
  using Clock = std::chrono::steady_clock;

  bool begin(Clock::time_point deadline);
  void end();
  bool is_stopped();
  std::variant<std::string, WorkFailure> run_now(std::string_view order);

  WorkLimits limits_;
  int orders_ = -1;    ///< socket to the process that forks
  pid_t process_ = 0;  ///< that process
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t running_ = 0;
  bool stopped_ = false;
};

}  // namespace sahafa::tools
