// Parsing of a command line by CLI11, which stays in the .cc file: its header is heavy.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tools/verb.h"

namespace sahafa::tools {

/// What to run, as the user typed it.
struct Command {
  const Verb* verb = nullptr;
  std::string corpus;
  std::vector<std::string> arguments;
  Options options;
  std::optional<Format> format;  ///< none: table on a terminal, csv otherwise
  std::string output;            ///< file for the results; empty: standard output
  std::size_t jobs = 1;
  bool quiet = false;
};

/// A text to print instead (help, version, a usage error) and the exit code that goes with it.
struct Answer {
  std::string text;
  int exit_code = kOk;
};

/// Never prints and never exits.
std::variant<Command, Answer> parse_command_line(int argc, char** argv);

}  // namespace sahafa::tools
