// The folded forms of an index by their ends: what *x and *x* look in, where the index itself could only be read from end to end. A file of the
// index folder that can be made again from it; FORMAT.md describes it.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/npy_file.h"

namespace sahafa {

/// Immutable after loading.
class WordEndings {
 public:
  /// nullopt when the folder has none of this state of the index: read the index then.
  static std::optional<WordEndings> find(const Xapian::Database& database,
                                         const std::filesystem::path& folder);

  /// Writes the forms of the index to its folder. Returns their name, which the index has to keep in its metadata for find() to
  /// take them. O(forms · log forms). Throws Error: disk_full, unreadable.
  static std::string save(const Xapian::Database& database, const std::filesystem::path& folder);

  /// The forms that end so. O(log forms) and what is found.
  std::vector<std::string> ending_with(std::string_view end) const;
  /// The forms that have these letters somewhere: looks through all of them, some 2 ms a million.
  std::vector<std::string> containing(std::string_view letters) const;

 private:
  explicit WordEndings(MappedFile file);

  /// The form in which this byte of the text stands; of a NUL the one before it.
  std::string_view form_around(std::size_t at) const;

  MappedFile file_;
  std::string_view text_;  ///< the forms by their last letters, each with a NUL behind it
};

}  // namespace sahafa
