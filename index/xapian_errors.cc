#include "index/xapian_errors.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "text/error.h"

namespace sahafa {

void rethrow_xapian(const Xapian::Error& error, const std::filesystem::path& path) {
  const std::string_view type = error.get_type();
  const std::string place = path.string();
  const char* system = error.get_error_string();
  const std::string detail =
      system == nullptr ? error.get_msg() : fmt::format("{} ({})", error.get_msg(), system);
  if (system != nullptr && (detail.find(std::strerror(ENOSPC)) != std::string::npos)) {
    throw Error(ErrorCode::disk_full,
                fmt::format("{}: no room left; make room and run the same command again", place));
  }
  if (type == "DatabaseLockError") {
    throw Error(ErrorCode::locked,
                fmt::format("{}: another process is writing to the index; wait for it to end", place));
  }
  if (type == "DatabaseNotFoundError" || type == "DatabaseOpeningError") {
    throw Error(
        ErrorCode::not_found,
        fmt::format("{}: no index there ({}); run `sahafa ingest` on the corpus to make it", place, detail));
  }
  if (type == "DatabaseVersionError") {
    throw Error(
        ErrorCode::newer_format,
        fmt::format(
            "{}: made by another version of Xapian ({}); remove the folder and run `sahafa ingest`: it is "
            "made again",
            place, detail));
  }
  if (type == "DatabaseCorruptError") {
    throw Error(ErrorCode::malformed,
                fmt::format("{}: damaged ({}); remove the folder and run `sahafa ingest`: it is made again",
                            place, detail));
  }
  throw Error(ErrorCode::unreadable, fmt::format("{}: {} ({})", place, detail, type));
}

}  // namespace sahafa
