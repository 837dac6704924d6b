// Makes one file of words out of several.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "index/document_set.h"
#include "index/word_file.h"

namespace sahafa {

/// `gone`: articles that are left out, as if they had never been there.
/// The content of `files`, whose articles follow one another in their order, as one file at `path`: the same bytes as if all articles had been gathered at
/// once. Returns its name. O(bytes + words of all vocabularies · log files); lists go through memory one at a time. Throws Error: disk_full,
/// unreadable, malformed.
std::uint64_t merge_word_files(std::span<const WordFile> files, const std::filesystem::path& path,
                               const DocumentSet* gone = nullptr);

}  // namespace sahafa
