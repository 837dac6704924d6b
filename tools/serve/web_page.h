// The parts of the web page, compiled into the program.
#pragma once

#include <string_view>

namespace sahafa::tools {

struct WebFile {
  std::string_view path;
  std::string_view type;  ///< media type
  std::string_view content;
};

/// The file at an address, or nullptr. Any thread.
const WebFile* find_web_file(std::string_view path);

}  // namespace sahafa::tools
