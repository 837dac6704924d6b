// Export: the articles of a sub-corpus as a file, or as a folder with one file an article.
#pragma once

#include <array>
#include <filesystem>
#include <ostream>

#include "analysis/selection.h"

namespace sahafa {

inline constexpr std::array<OptionSpec, 2> kOwnExportOptions = {{
    {"as", "FORMAT", "csv, jsonl, iramuteq, txm, or vrt (tokens, for NoSketch Engine)", "csv", false},
    {"folder", "DIR", "csv and txm: one file an article in this new folder; csv: with a list that names them",
     "", false},
}};
inline constexpr auto kExportOptions = with_selection(kOwnExportOptions);

/// Writes the selected articles to `out` in the format `--as`, by id. Memory is bounded by the longest article. Throws Error(usage)
/// for a format that there is not.
void export_articles(const Context& context, const Options& options, std::ostream& out);

/// Writes the selected articles into `folder`, which is made: for txm 000001.xml, ..., for csv texts/000001.txt, ... and articles.csv
/// with the column `file`; the numbers are those of the articles. Throws Error: usage for another format or a folder that is not
/// empty, unreadable where a file cannot be written.
void export_folder(const Context& context, const Options& options, const std::filesystem::path& folder);

}  // namespace sahafa
