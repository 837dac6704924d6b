// What libarchive reads: zip, tar and 7z with their members, and files compressed with zstd, xz or bzip2.
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ingest/container.h"

struct archive;

namespace sahafa {

/// Goes through an archive; as a stream, it gives the bytes of the member where it stands.
class ArchiveReader : public ByteStream {
 public:
  enum class Kind { archive, compressed };

  /// Throws Error(malformed) when `input` is no archive.
  ArchiveReader(BufferedStream& input, Kind kind);
  ~ArchiveReader() override;

  /// Goes to the next regular file and returns its name as valid UTF-8, nullopt at the end. Throws
  /// Error(malformed).
  std::optional<std::string> next();
  std::size_t read(std::span<char> to) override;
  /// Where it stands in the file that it opened by itself; 0 for other streams.
  std::uint64_t position() const;

 private:
  struct Free {
    void operator()(archive* reader) const;
  };
  struct Source;  // what the callback of libarchive reads

  [[noreturn]] void fail() const;

  std::unique_ptr<Source> source_;
  bool opened_file_ = false;
  std::unique_ptr<archive, Free> archive_;
};

class ArchiveContainer : public Container {
 public:
  std::string_view name() const override { return "archive"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  void for_each_member(BufferedStream& input, const MemberVisitor& visit) const override;
};

class CompressedContainer : public Container {
 public:
  std::string_view name() const override { return "compressed"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  void for_each_member(BufferedStream& input, const MemberVisitor& visit) const override;
};

}  // namespace sahafa
