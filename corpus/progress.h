// How long work tells what it has done. The library never prints: tools/ draws the bar, the C API calls back.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace sahafa {

/// Called from one thread at a time with a stage ("reading", "index"), what is done and what there is (0 if
/// unknown). May throw to cancel.
using Progress = std::function<void(std::string_view stage, std::int64_t done, std::int64_t total)>;

}  // namespace sahafa
