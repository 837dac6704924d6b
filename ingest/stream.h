// Bytes that come one after the other: a file, a member of an archive, what a decompressor gives.
#pragma once

#include <cstddef>
#include <exception>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace sahafa {

class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  virtual ~ByteStream() = default;

  /// Fills the beginning of `to` and returns how many bytes, 0 at the end and only there. Throws Error:
  /// unreadable, or malformed where the bytes are damaged or end too early.
  virtual std::size_t read(std::span<char> to) = 0;

  /// The regular file that this stream is, from its first byte, so that a reader may seek in it; else empty.
  virtual std::string file() const { return {}; }
};

/// A file, or standard input for "-", opened with the first read. Its errors give the system's reason.
class FileStream : public ByteStream {
 public:
  explicit FileStream(std::string path) : path_(std::move(path)) {}
  std::size_t read(std::span<char> to) override;
  std::string file() const override;

 private:
  std::string path_;
  std::ifstream file_;
};

/// Bytes in memory that outlive the stream.
class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : rest_(bytes) {}
  std::size_t read(std::span<char> to) override;

 private:
  std::string_view rest_;
};

/// Another stream, into which one can look ahead and which gives lines. What the other throws is thrown after
/// the last good byte, so that looking ahead loses nothing.
class BufferedStream : public ByteStream {
 public:
  explicit BufferedStream(ByteStream& source) : source_(source) {}

  /// The next bytes, without taking them: `size` of them, fewer only at the end. Valid until the next call.
  std::string_view peek(std::size_t size);
  std::size_t read(std::span<char> to) override;
  /// The next line without its end (LF or CRLF); nullopt at the end. Throws Error(malformed) for a line of
  /// more than `most` bytes.
  std::optional<std::string> read_line(std::size_t most);
  /// Passes over `size` bytes; returns how many there were.
  std::size_t skip(std::size_t size);
  /// Bytes taken so far.
  std::size_t position() const { return position_; }
  std::string file() const override { return position_ == 0 ? source_.file() : std::string(); }

 private:
  bool fill();

  ByteStream& source_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t position_ = 0;
  std::exception_ptr failure_;
};

/// Everything that is left. Throws Error(malformed) for more than `most` bytes.
std::string read_all(ByteStream& stream, std::size_t most);

}  // namespace sahafa
