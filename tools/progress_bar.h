// The bar that long work shows on a terminal: what is done, how fast, how long it will still take.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace sahafa::tools {

/// Draws at most ten times a second on `err`. Clears its line when a stage is complete and when it goes out
/// of scope.
class ProgressBar {
 public:
  explicit ProgressBar(std::ostream& err) : err_(err) {}
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void update(std::string_view stage, std::int64_t done, std::int64_t total);

  /// One line, e.g. "reading    120/400  30 %  58/s  5 s left". `total` 0: unknown.
  static std::string line(std::string_view stage, std::int64_t done, std::int64_t total, double seconds);

 private:
  using Clock = std::chrono::steady_clock;
  void clear();

  std::ostream& err_;
  std::string stage_;
  Clock::time_point started_;
  Clock::time_point drawn_;
  bool shown_ = false;
};

}  // namespace sahafa::tools
