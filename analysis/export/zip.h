// A zip archive of files that are stored as they are, for NumPy's .npz. Archives of up to 4 GiB.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

class ZipWriter {
 public:
  explicit ZipWriter(std::ostream& out) : out_(out) {}

  /// Adds a file of these pieces, one after the other. Throws Error(usage) where the archive would pass 4 GiB.
  void add(std::string_view name, std::span<const std::string_view> pieces);
  /// Writes the directory; to be called once, at the end.
  void finish();

 private:
  struct Entry {
    std::string name;
    std::uint32_t crc = 0;
    std::uint32_t size = 0;
    std::uint32_t at = 0;
  };

  void write(std::string_view bytes);

  std::ostream& out_;
  std::uint64_t written_ = 0;
  std::vector<Entry> entries_;
};

/// CRC-32 as zip wants it, of `bytes` behind those of which `crc` is the value so far.
std::uint32_t crc32(std::string_view bytes, std::uint32_t crc = 0);

}  // namespace sahafa
