// Threads over an index range with results in order, so that output does not depend on how many there are.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace sahafa {

/// Calls `work(index, worker)` for every index in [0, count) on `jobs` threads (at least one; worker < jobs).
/// Each index is handled once; the first exception (by time) is rethrown after all threads have stopped.
template <class Work>
void parallel_for(std::size_t count, std::size_t jobs, const Work& work) {
  jobs = std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(count, 1));
  if (jobs == 1) {
    for (std::size_t i = 0; i < count; ++i) work(i, std::size_t{0});
    return;
  }
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_mutex;
  {
    std::vector<std::jthread> threads;
    threads.reserve(jobs);
    for (std::size_t worker = 0; worker < jobs; ++worker) {
      threads.emplace_back([&, worker] {
        try {
          for (std::size_t i = next++; i < count; i = next++) work(i, worker);
        } catch (...) {
          next = count;
          const std::lock_guard lock(failure_mutex);
          if (!failure) failure = std::current_exception();
        }
      });
    }
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace sahafa
