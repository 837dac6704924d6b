#include "corpus/whole_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "text/error.h"

namespace sahafa {
namespace fs = std::filesystem;
namespace {

// Where the links of `path` lead, be there a file or not.
fs::path follow(const fs::path& path) {
  constexpr int kMostLinks = 40;  // as Linux has it: more are a circle
  std::error_code error;
  fs::path place = path;
  for (int links = 0; links < kMostLinks && fs::is_symlink(place, error); ++links)
    place = place.parent_path() / fs::read_symlink(place, error);
  return place;
}

// To rename a file over a device would replace it: `-o /dev/null` as root.
bool is_replaced(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  return !fs::exists(status) || fs::is_regular_file(status);
}

}  // namespace

void throw_write_error(const fs::path& path, int code) {
  throw Error(code == ENOSPC ? ErrorCode::disk_full : ErrorCode::unreadable,
              fmt::format("{}: cannot write: {}", path.string(), std::strerror(code)));
}

WholeFile::WholeFile(const fs::path& path) : path_(is_replaced(path) ? follow(path) : path), draft_(path_) {
  if (is_replaced(path_)) draft_ += ".part";
  errno = 0;
  file_.open(draft_, std::ios::binary | std::ios::trunc);
  if (!file_) throw_write_error(path_, errno);
}

WholeFile::~WholeFile() {
  std::error_code ignored;
  if (file_.is_open() && draft_ != path_)
    fs::remove(draft_, ignored);  // not finished: leave nothing half-written
}

void WholeFile::finish() {
  errno = 0;
  file_.flush();
  if (!file_) throw_write_error(path_, errno != 0 ? errno : EIO);
  file_.close();
  if (draft_ == path_) return;
  std::error_code error;
  fs::rename(draft_, path_, error);
  if (error) throw_write_error(path_, error.value());
}

void write_whole_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  WholeFile file(path);
  write(file.stream());
  file.finish();
}

}  // namespace sahafa
