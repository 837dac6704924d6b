// What an analysis is: a name, its options and a pure function from a corpus to a Table. The list of all of
// them is analyses.cc; command line, report, C API and manual are driven by that list.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "analysis/table.h"
#include "corpus/corpus.h"
#include "corpus/options.h"
#include "corpus/progress.h"

namespace sahafa {

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
  /// The sentences behind the rows of the table that `run` gave (evidence.h); nullptr where rows have none. The options of evidence.h are then
  /// declared.
  Table (*evidence)(const Context& context, const Options& options, const Table& table) = nullptr;
};

/// Options that choose the sub-corpus; every analysis over articles lists them too.
std::span<const OptionSpec> selection_options();

/// All analyses, in the order in which the manual presents them.
std::span<const Analysis> analyses();

/// The other form that the option `as` asks for; nullptr where it asks for none. Throws Error(usage) for one that there is not.
const Rendering* find_rendering(const Analysis& analysis, const Options& options);

/// True where the option `plot` asks for a picture of the table.
bool wants_plot(const Analysis& analysis, const Options& options);

/// By name, or nullptr.
const Analysis* find_analysis(std::string_view name);

}  // namespace sahafa
