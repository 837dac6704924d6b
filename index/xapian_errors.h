// Xapian's exceptions become Errors that name the index and the remedy, at the border of index/.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <utility>

namespace sahafa {

/// Throws the Error for `error`, which befell the index at `path`.
[[noreturn]] void rethrow_xapian(const Xapian::Error& error, const std::filesystem::path& path);

/// Calls `work` and lets no Xapian exception out.
template <class Work>
auto with_xapian(const std::filesystem::path& path, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    rethrow_xapian(error, path);
  }
}

}  // namespace sahafa
