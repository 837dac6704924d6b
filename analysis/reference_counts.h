// Reference frequencies from outside of the corpus: a list of terms with their counts, as any corpus tool exports
// it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sahafa {

struct ReferenceCounts {
  std::unordered_map<std::string, double> counts;
  double tokens = 0.0;  ///< of the reference: as a line "# tokens N" says, else the sum of the counts
};

/// Reads lines "term TAB count" or "term,count" (quotes as in CSV; more columns are ignored). A first line whose count is
/// no number is a heading and names its columns: "term", "word" or "form", and "count", "freq" or "frequency". Lines that
/// begin with # are comments, but for "# tokens N". `to_term` gives the form under which a term is counted here; terms
/// that become one are added. Throws Error(malformed), naming the line.
ReferenceCounts parse_reference_counts(std::string_view text, std::string_view name,
                                       const std::function<std::string(std::string_view)>& to_term);

/// The same from a file in UTF-8. Throws Error: not_found, unreadable, malformed.
ReferenceCounts load_reference_counts(const std::filesystem::path& path,
                                      const std::function<std::string(std::string_view)>& to_term);

}  // namespace sahafa
