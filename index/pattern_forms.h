// The words of the corpus that a pattern means.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// The folded forms of the index that fit `pattern` (cyber*, *sécurité, *ndo*), sorted. `folder`: of the index. Throws Error(usage) when more than
/// 10,000 fit.
std::vector<std::string> find_fitting_forms(std::string_view pattern, const Xapian::Database& database,
                                            const std::filesystem::path& folder);

}  // namespace sahafa
