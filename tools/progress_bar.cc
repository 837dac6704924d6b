#include "tools/progress_bar.h"

#include <fmt/format.h>

#include <ostream>

#include "ingest/pipeline.h"

namespace sahafa::tools {
namespace {

std::string duration(double seconds) {
  const auto whole = static_cast<std::int64_t>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

// Files are read by the million bytes, everything else is counted.
std::string counted(std::string_view stage, double amount) {
  return stage == kReadingStage ? fmt::format("{:.1f} MB", amount / 1e6) : fmt::format("{:.0f}", amount);
}

}  // namespace

std::string ProgressBar::line(std::string_view stage, std::int64_t done, std::int64_t total, double seconds) {
  const auto amount = static_cast<double>(done);
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  if (total <= 0) return fmt::format("{:<10} {}  {}/s", stage, counted(stage, amount), counted(stage, rate));
  std::string text =
      fmt::format("{:<10} {}/{}  {} %  {}/s", stage, counted(stage, amount),
                  counted(stage, static_cast<double>(total)), done * 100 / total, counted(stage, rate));
  if (rate > 0 && done < total)
    text += fmt::format("  {} left", duration(static_cast<double>(total - done) / rate));
  return text;
}

void ProgressBar::update(std::string_view stage, std::int64_t done, std::int64_t total) {
  const auto now = Clock::now();
  if (stage != stage_) {
    clear();
    stage_ = stage;
    started_ = now;
    drawn_ = {};
  }
  if (total > 0 && done >= total) return clear();
  if (now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  err_ << "\r\033[K" << line(stage, done, total, seconds) << std::flush;
}

void ProgressBar::clear() {
  if (!shown_) return;
  err_ << "\r\033[K" << std::flush;
  shown_ = false;
}

}  // namespace sahafa::tools
