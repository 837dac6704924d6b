#include "ingest/stream.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;

}  // namespace

std::string FileStream::file() const {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path_, ignored) ? path_ : std::string();
}

std::size_t FileStream::read(std::span<char> to) {
  errno = 0;
  if (!file_.is_open()) file_.open(path_ == "-" ? "/dev/stdin" : path_, std::ios::binary);
  if (!file_.is_open())
    throw Error(ErrorCode::unreadable, std::string(std::strerror(errno)) + "; check the permissions");
  file_.read(to.data(), static_cast<std::streamsize>(to.size()));
  if (file_.bad())
    throw Error(ErrorCode::unreadable, std::string("reading stopped in the middle: ") + std::strerror(errno));
  return static_cast<std::size_t>(file_.gcount());
}

std::size_t MemoryStream::read(std::span<char> to) {
  const std::size_t size = std::min(to.size(), rest_.size());
  std::copy_n(rest_.data(), size, to.data());
  rest_.remove_prefix(size);
  return size;
}

bool BufferedStream::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t old = buffer_.size();
  buffer_.resize(old + kChunk);
  std::size_t size = 0;
  try {
    size = failure_ ? 0 : source_.read({buffer_.data() + old, kChunk});
  } catch (...) {
    failure_ = std::current_exception();
  }
  buffer_.resize(old + size);
  if (buffer_.empty() && failure_) std::rethrow_exception(failure_);
  return size > 0;
}

std::string_view BufferedStream::peek(std::size_t size) {
  while (buffer_.size() - begin_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(begin_, size);
}

std::size_t BufferedStream::read(std::span<char> to) {
  if (begin_ == buffer_.size() && !to.empty()) fill();
  const std::size_t size = std::min(to.size(), buffer_.size() - begin_);
  std::copy_n(buffer_.data() + begin_, size, to.data());
  begin_ += size;
  position_ += size;
  return size;
}

std::optional<std::string> BufferedStream::read_line(std::size_t most) {
  std::string line;
  for (;;) {
    if (begin_ == buffer_.size() && !fill()) break;
    const std::size_t end = std::min(buffer_.find('\n', begin_), buffer_.size());
    line.append(buffer_, begin_, end - begin_);
    const bool complete = end < buffer_.size();
    position_ += end - begin_ + (complete ? 1 : 0);
    begin_ = end + (complete ? 1 : 0);
    if (line.size() > most)
      throw Error(ErrorCode::malformed,
                  "a header line of more than " + std::to_string(most) + " bytes; the file is damaged");
    if (!complete) continue;
    if (line.ends_with('\r')) line.pop_back();
    return line;
  }
  if (line.empty()) return std::nullopt;
  return line;
}

std::size_t BufferedStream::skip(std::size_t size) {
  std::array<char, kChunk> scratch;
  std::size_t done = 0;
  while (done < size) {
    const std::size_t got = read({scratch.data(), std::min(scratch.size(), size - done)});
    if (got == 0) break;
    done += got;
  }
  return done;
}

std::string read_all(ByteStream& stream, std::size_t most) {
  std::string bytes;
  std::string chunk(kChunk, '\0');
  while (const std::size_t size = stream.read(chunk)) {
    bytes.append(chunk, 0, size);
    if (bytes.size() > most)
      throw Error(ErrorCode::malformed,
                  "larger than " + std::to_string(most >> 20) + " MiB; cut it into smaller files");
  }
  return bytes;
}

}  // namespace sahafa
