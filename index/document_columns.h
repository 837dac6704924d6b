// What corpus.db and the corpus's outlets say of the documents of a token store, as columns beside it, so that a notebook selects without a
// database. Unlike tokens they may change (a cluster, a corrected date, the country of an outlet): each is replaced as a whole by an update of
// the store.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"

namespace sahafa {

/// A column as the bytes of its file.
struct DocumentColumn {
  std::string_view file;
  std::string bytes;

  friend bool operator==(const DocumentColumn&, const DocumentColumn&) = default;
};

/// One entry an article, in the order of ids. O(articles).
std::vector<DocumentColumn> make_document_columns(const Corpus& corpus);

/// Replaces each file at once. Throws Error: disk_full, unreadable.
void save_document_columns(const std::filesystem::path& directory,
                           const std::vector<DocumentColumn>& columns);

/// The file of the first column that is not what it should be; empty where all are.
std::string_view find_other_column(const std::filesystem::path& directory,
                                   const std::vector<DocumentColumn>& columns);

}  // namespace sahafa
