#include "analysis/export/zip.h"

#include <array>
#include <limits>
#include <ostream>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::array<std::uint32_t, 256> make_crc_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
    table[i] = value;
  }
  return table;
}

constexpr std::array<std::uint32_t, 256> kCrcTable = make_crc_table();

void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xFFU);
  out += static_cast<char>(value >> 8U & 0xFFU);
}

void put32(std::string& out, std::uint32_t value) {
  put16(out, value & 0xFFFFU);
  put16(out, value >> 16U);
}

constexpr std::uint32_t kVersion = 20;
constexpr std::uint32_t kDay = 0x21;  // 1 January 1980: the same bytes whenever it is written

void put_common(std::string& out, std::uint32_t crc, std::uint32_t size, std::size_t name) {
  put16(out, kVersion);
  put16(out, 0);  // flags
  put16(out, 0);  // stored
  put16(out, 0);  // time
  put16(out, kDay);
  put32(out, crc);
  put32(out, size);
  put32(out, size);
  put16(out, static_cast<std::uint32_t>(name));
  put16(out, 0);  // extra field
}

}  // namespace

std::uint32_t crc32(std::string_view bytes, std::uint32_t crc) {
  crc = ~crc;
  for (const char byte : bytes)
    crc = kCrcTable[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (crc >> 8U);
  return ~crc;
}

void ZipWriter::write(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  written_ += bytes.size();
}

void ZipWriter::add(std::string_view name, std::span<const std::string_view> pieces) {
  std::uint64_t size = 0;
  Entry entry{.name = std::string(name)};
  for (const std::string_view piece : pieces) {
    size += piece.size();
    entry.crc = crc32(piece, entry.crc);
  }
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max() - 65536;
  if (written_ + size > kMost) {
    throw Error(ErrorCode::usage,
                "the matrix needs more than 4 GiB; choose fewer articles or --min, or --as mtx");
  }
  entry.size = static_cast<std::uint32_t>(size);
  entry.at = static_cast<std::uint32_t>(written_);
  std::string header = "PK\x03\x04";
  put_common(header, entry.crc, entry.size, name.size());
  write(header);
  write(name);
  for (const std::string_view piece : pieces) write(piece);
  entries_.push_back(std::move(entry));
}

void ZipWriter::finish() {
  const auto directory = static_cast<std::uint32_t>(written_);
  for (const Entry& entry : entries_) {
    std::string header = "PK\x01\x02";
    put16(header, kVersion);
    put_common(header, entry.crc, entry.size, entry.name.size());
    put16(header, 0);  // comment
    put16(header, 0);  // disk
    put16(header, 0);  // internal attributes
    put32(header, 0);  // external attributes
    put32(header, entry.at);
    write(header);
    write(entry.name);
  }
  std::string end = "PK\x05\x06";
  put32(end, 0);  // disks
  put16(end, static_cast<std::uint32_t>(entries_.size()));
  put16(end, static_cast<std::uint32_t>(entries_.size()));
  put32(end, static_cast<std::uint32_t>(written_) - directory);
  put32(end, directory);
  put16(end, 0);
  write(end);
}

}  // namespace sahafa
