// The files of words in a folder with an index: written under the name of their content, named by the record of the index, removed when the record
// names others.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/word_collector.h"
#include "index/word_file.h"

namespace sahafa {

/// Writes what was gathered. Returns the name of the file. Throws Error: disk_full, unreadable.
std::string write_words(WordCollector& words, const std::filesystem::path& folder);

/// Makes one file of these, whose articles follow one another. Returns its name. Throws Error: disk_full, unreadable, malformed.
/// `gone`: articles that are left out.
std::string merge_words(std::span<const WordFile> files, const std::filesystem::path& folder,
                        const DocumentSet* gone = nullptr);

/// Opens the files that a record names. Throws Error: not_found, malformed.
std::vector<WordFile> open_words(std::string_view record, const std::filesystem::path& folder);

/// The record for the files of `record` and of `more`, whose articles follow. The last files are merged while they are not much smaller than the
/// one before, so that there are few. Throws Error: disk_full, unreadable, malformed.
std::string append_words(std::string_view record, std::span<const std::string> more,
                         const std::filesystem::path& folder);

/// Removes files of words that the record does not name; who reads one keeps it.
void remove_other_words(std::string_view record, const std::filesystem::path& folder);

}  // namespace sahafa
