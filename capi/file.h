// Results that go into a file.
#pragma once

#include <functional>
#include <ostream>
#include <string_view>

namespace sahafa::capi {

/// Writes the file `path` anew with what `write` puts into the stream. Throws Error(unreadable), naming the file, where
/// that fails.
void write_file(std::string_view path, const std::function<void(std::ostream&)>& write);

}  // namespace sahafa::capi
