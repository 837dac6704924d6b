#include "capi/file.h"

#include <fmt/format.h>

#include <fstream>
#include <string>

#include "text/error.h"

namespace sahafa::capi {

void write_file(std::string_view path, const std::function<void(std::ostream&)>& write) {
  std::ofstream file{std::string(path), std::ios::binary};
  if (file) write(file);
  file.close();
  if (!file)
    throw Error(
        ErrorCode::unreadable,
        fmt::format("{}: cannot be written; is there such a folder, room, and the right to write?", path));
}

}  // namespace sahafa::capi
