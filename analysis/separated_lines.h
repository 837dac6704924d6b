// Lists that people keep beside a corpus: lines of cells, separated by tabs or commas, in UTF-8.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// The cells of a line; quotes as in CSV.
std::vector<std::string> split_cells(std::string_view line, char separator);

/// Tab where the line has one, else comma.
char separator_of(std::string_view line);

/// Calls `take(line, number)` for each line that is not empty, without line end or byte-order mark. Throws Error(malformed) when
/// the text is not UTF-8; `name` is that of the file.
void visit_lines(std::string_view text, std::string_view name,
                 const std::function<void(std::string_view line, std::size_t number)>& take);

/// The bytes of a file. Throws Error(not_found), saying what is `expected` in it.
std::string load_list(const std::filesystem::path& path, std::string_view expected);

}  // namespace sahafa
