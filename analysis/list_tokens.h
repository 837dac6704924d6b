// What the text layer sees in files that no corpus holds: the verb tokens of the command line and of the C API.
#pragma once

#include <array>
#include <functional>
#include <string>

#include "analysis/table.h"
#include "corpus/catalogue.h"
#include "corpus/options.h"
#include "text/analyze.h"

namespace sahafa {

inline constexpr std::array<OptionSpec, 2> kTokenOptions = {{
    {.name = "show",
     .value = "WHAT",
     .help = "tokens, paragraphs (their languages) or clitics (readings of Arabic words)",
     .default_value = "tokens"},
    {"tokenisation", "NAME", "sahafa, or T1: bare runs of letters and digits in lower case", "sahafa", false},
}};

/// Analyses the articles of intakes and lists what it finds. One thread at a time.
class TokenLister {
 public:
  using Visit = std::function<void(const std::string& doc, const Article& article, const AnalyzedText& text)>;

  /// Throws Error(usage) for values of kTokenOptions that there are not.
  explicit TokenLister(const Options& options);

  /// True where a row is a token, not a paragraph or a reading.
  bool shows_tokens() const;
  /// Calls `visit` with each article; a document is called by its key, else by its path, numbered where a file holds several.
  void visit(const Intake& intake, const Visit& visit);
  /// Adds the rows of an intake.
  void add(const Intake& intake);
  Table finish() { return table_.finish(); }

 private:
  struct View;
  static const View kViews[];
  static const View& find_view(std::string_view name);

  bool t1_ = false;
  const View& view_;
  TableBuilder table_;
  Analyzer analyzer_;
};

}  // namespace sahafa
