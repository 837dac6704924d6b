#include "analysis/voice.h"

#include <fmt/format.h>

#include "text/error.h"

namespace sahafa {

VoiceFilter::VoiceFilter(std::string_view voice) : voice_(voice) {
  if (voice != "author" && voice != "attributed" && voice != "all") {
    throw Error(ErrorCode::usage, fmt::format("--voice takes author, attributed or all, not \"{}\"", voice));
  }
}

}  // namespace sahafa
