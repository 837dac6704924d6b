// What a person can type: one Verb each, all of them listed in verbs.cc. Command line, --help, manual and
// completions come from that list.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/report/writer.h"
#include "corpus/progress.h"

namespace sahafa::tools {

/// Exit codes, the same for every verb.
enum ExitCode : int {
  kOk = 0,
  kFailed = 1,  ///< something failed and was reported on standard error
  kUsage = 2,   ///< the command line made no sense
};

/// A command line, taken apart.
struct Invocation {
  std::filesystem::path corpus;        ///< for verbs that work on one
  std::vector<std::string> arguments;  ///< what follows: paths, a query, an id
  Options options;
  Format format = Format::csv;
  std::size_t jobs = 1;
  bool quiet = false;
  std::ostream& out;  ///< results
  std::ostream& err;  ///< messages
  Progress progress;  ///< draws a bar on a terminal, else empty
};

struct Verb {
  std::string_view name;
  std::string_view summary;
  std::string_view example;  ///< works in the repository after the quick start
  bool corpus = true;        ///< the first argument is a corpus
  std::string_view
      arguments;  ///< "PATH..." (one or more), "[ID...]" (any number), "QUERY" (exactly one), or empty
  std::span<const OptionSpec> options;
  int (*run)(const Verb& verb, Invocation& call) = nullptr;
};

/// Every verb, in the order of --help.
std::span<const Verb> verbs();

}  // namespace sahafa::tools
