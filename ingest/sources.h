// From one path to the sources in it: the file itself, or what is in it when it is a container, to a small
// depth. Bounded whatever the file is: see Limits.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "ingest/hints.h"

namespace sahafa {

/// Bytes that a reader takes whole, or the reason why there are none.
struct LoadedSource {
  std::string path;  ///< members as archive.zip!member
  std::string bytes;
  SourceHints said;
  std::string failure;               ///< what is wrong; then there are no bytes
  bool partial = false;              ///< a failure before which other sources came out of the same path
  std::uint64_t position_bytes = 0;  ///< how far the file that holds it was read
};

/// What a file may unpack to. A bomb is refused where it passes these, what came before it is kept.
struct Limits {
  std::uint64_t ratio = 200;  ///< bytes out for each byte of the file, all levels together
  std::uint64_t free_bytes = std::uint64_t{64} << 20;  ///< that any file may unpack to
  std::uint64_t most_bytes = std::uint64_t{256} << 30;
  std::uint64_t most_members = 10'000'000;
  int depth = 4;  ///< containers in containers
};

/// Which sources are wanted, by their path; the bytes of others are passed over. Empty: all.
using SourceFilter = std::function<bool(const std::string& path)>;

/// Calls `visit` with every source in `path` ("-": standard input), in order. Nothing is written to disk and
/// names of members are only names: control characters, leading slashes and ".." are taken out of them.
/// Exceptions of `visit` pass through; what is wrong with the file is a LoadedSource with a failure.
void for_each_source(const std::string& path, const std::function<void(LoadedSource)>& visit,
                     const Limits& limits = {}, const SourceFilter& wanted = {});

}  // namespace sahafa
