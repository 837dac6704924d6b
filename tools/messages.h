// What the program says on standard error.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "corpus/article.h"

namespace sahafa::tools {

/// Prints "sahafa: MESSAGE", as every message is printed.
void report_message(std::ostream& err, std::string_view message);

/// One message an issue: path, place, what is wrong, whether anything was taken.
void report_issues(std::ostream& err, std::span<const Issue> issues);

}  // namespace sahafa::tools
