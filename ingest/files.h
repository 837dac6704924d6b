// Which files does a list of paths mean, and their bytes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "corpus/article.h"

namespace sahafa {

struct FileList {
  std::vector<std::string> paths;  ///< in the order given, those of a directory sorted by path; each once
  std::vector<Issue> issues;       ///< paths that are not there or cannot be opened
};

/// Files as they are given, directories with everything below them, "-" for standard input. In directories
/// hidden files, README files and what is no file are skipped; symbolic links are followed, each directory
/// once, so that cycles end.
FileList list_files(std::span<const std::string> paths);

/// All bytes of a file, or of standard input for "-". Throws Error(unreadable) with the path and the system's
/// reason, and for files of 1 GiB and more.
std::string read_bytes(const std::string& path);

/// The first 64 KiB of a file, or all of a shorter one. Throws as read_bytes does; standard input cannot be read twice and gives nothing.
std::string read_head(const std::string& path);

/// Size in bytes; 0 where it cannot be known (standard input).
std::uintmax_t size_of_file(const std::string& path);

}  // namespace sahafa
