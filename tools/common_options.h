// The options that every verb has, declared once for command line, manual pages and completions.
#pragma once

#include <array>

#include "analysis/analysis.h"

namespace sahafa::tools {

struct CommonOption {
  char letter;  ///< 0: only the long form
  OptionSpec spec;
};

inline constexpr std::array<CommonOption, 4> kCommonOptions = {{
    {0,
     {.name = "format",
      .value = "table|csv|tsv|jsonl",
      .help = "How results are printed (default: table on a terminal, else csv)",
      .default_value = ""}},
    {'o',
     {.name = "output",
      .value = "FILE",
      .help = "File for the results instead of standard output",
      .default_value = ""}},
    {'j',
     {.name = "jobs",
      .value = "N",
      .help = "Threads; results do not depend on their number",
      .default_value = ""}},
    {'q', {.name = "quiet", .value = "", .help = "No progress", .default_value = ""}},
}};

}  // namespace sahafa::tools
