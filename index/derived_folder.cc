#include "index/derived_folder.h"

#include <fmt/format.h>

#include <system_error>

#include "text/error.h"

namespace sahafa {

void make_empty_folder(const std::filesystem::path& folder) {
  std::error_code failure;
  std::filesystem::remove_all(folder, failure);
  if (!failure) std::filesystem::create_directories(folder, failure);
  if (failure) {
    throw Error(ErrorCode::unreadable,
                fmt::format("{}: cannot make this folder anew: {}; check permissions and room",
                            folder.string(), failure.message()));
  }
}

}  // namespace sahafa
