#include "tools/messages.h"

#include <fmt/format.h>

#include <ostream>

namespace sahafa::tools {

void report_message(std::ostream& err, std::string_view message) { err << "sahafa: " << message << '\n'; }

void report_issues(std::ostream& err, std::span<const Issue> issues) {
  for (const Issue& issue : issues) {
    const std::string place = issue.place.empty() ? std::string{} : fmt::format(" {}:", issue.place);
    report_message(err, fmt::format("{}:{} {}", issue.path, place, issue.message));
  }
}

}  // namespace sahafa::tools
