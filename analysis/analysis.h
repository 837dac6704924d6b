// What an analysis is: a name, its options and a pure function from a corpus to a Table. The list of all of
// them is analyses.cc; command line, report, C API and manual are driven by that list.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/table.h"
#include "corpus/corpus.h"
#include "corpus/progress.h"

namespace sahafa {

/// One option, declared once: command line, manual and C API use the same names.
struct OptionSpec {
  std::string_view name;           ///< "by"; on the command line --by
  std::string_view value;          ///< placeholder of the value ("FIELD"), empty for a switch
  std::string_view help;           ///< one line
  std::string_view default_value;  ///< empty: none
  bool positional = false;         ///< a bare argument after the corpus; required
};

/// Several lists of options as one.
template <std::size_t... N>
constexpr std::array<OptionSpec, (N + ...)> join_options(const std::array<OptionSpec, N>&... parts) {
  std::array<OptionSpec, (N + ...)> all{};
  auto at = all.begin();
  ((at = std::ranges::copy(parts, at).out), ...);
  return all;
}

/// Option values by name, as strings. Missing ones take the default of their spec.
class Options {
 public:
  Options() = default;
  /// Throws Error(usage) for a value whose name no spec declares.
  Options(std::span<const OptionSpec> specs, std::map<std::string, std::string, std::less<>> values);

  /// The value, or the default. Throws Error(usage) for a name that no spec declares.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const { return !get(name).empty(); }
  /// True for a switch that was given: any value but empty, "0", "false", "no" and "off".
  bool is_on(std::string_view name) const;
  /// The parts of a value that is a list with commas, blanks around them removed.
  std::vector<std::string_view> get_list(std::string_view name) const;
  /// Throws Error(usage), naming the option, when the value is not a number.
  std::int64_t get_integer(std::string_view name) const;
  double get_number(std::string_view name) const;
  /// The same for what is counted: throws for a negative number as well.
  std::size_t get_count(std::string_view name) const;
  /// The same options with another value for `name`. Throws Error(usage) for a name that no spec declares.
  Options with(std::string_view name, std::string_view value) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

struct Context {
  const Corpus& corpus;
  std::size_t jobs = 1;
  Progress progress;  ///< may be empty
};

/// Another form than a table in which an analysis can be written (a graph, a matrix), chosen by its option `as`.
struct Rendering {
  std::string_view name;
  void (*write)(const Context& context, const Options& options, std::ostream& out);
};

/// An option of every analysis that can be drawn.
inline constexpr OptionSpec kPlotOption = {"plot", "FILE", "also draws the result, as SVG", "", false};

struct Analysis {
  std::string_view name;     ///< the verb
  std::string_view summary;  ///< one line for --help
  std::string_view example;  ///< a command line that works on the bundled corpus
  std::span<const OptionSpec> options;
  Table (*run)(const Context& context, const Options& options);
  std::span<const Rendering> renderings = {};
  /// Draws the table as SVG; nullptr where there is no picture of it. The option plot is then declared.
  std::string (*plot)(const Table& table, const Options& options) = nullptr;
};

/// Options that choose the sub-corpus; every analysis over articles lists them too.
std::span<const OptionSpec> selection_options();

/// All analyses, in the order in which the manual presents them.
std::span<const Analysis> analyses();

/// By name, or nullptr.
const Analysis* find_analysis(std::string_view name);

}  // namespace sahafa
