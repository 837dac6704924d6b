#include "ingest/gzip.h"

#include <zlib.h>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kInputBytes = std::size_t{1} << 16;
constexpr int kDetectHeader = 32;  // zlib: window bits plus this tell gzip from zlib

}  // namespace

InflateStream::InflateStream(ByteStream& source, Format format)
    : source_(source), input_(kInputBytes, '\0'), state_(std::make_unique<z_stream_s>()) {
  const int bits = format == Format::raw_deflate ? -MAX_WBITS : MAX_WBITS + kDetectHeader;
  if (inflateInit2(state_.get(), bits) != Z_OK) throw Error(ErrorCode::malformed, "zlib does not start");
}

InflateStream::~InflateStream() { inflateEnd(state_.get()); }

// More input, if there is some. Padding with zeros after the last member is its end, as for gunzip.
bool InflateStream::next_member() {
  if (state_->avail_in == 0) {
    state_->avail_in = static_cast<uInt>(source_.read(input_));
    state_->next_in = reinterpret_cast<Bytef*>(input_.data());
  }
  return state_->avail_in > 0 && (begun_ || *state_->next_in != 0);
}

std::size_t InflateStream::read(std::span<char> to) {
  constexpr std::size_t kMost = std::size_t{1} << 30;
  to = to.first(std::min(to.size(), kMost));
  state_->next_out = reinterpret_cast<Bytef*>(to.data());
  state_->avail_out = static_cast<uInt>(to.size());
  while (state_->avail_out == to.size()) {
    if (!next_member()) {
      if (begun_)
        throw Error(ErrorCode::malformed, "the compressed data ends too early; the file is truncated");
      return 0;
    }
    begun_ = true;
    const int result = inflate(state_.get(), Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      begun_ = false;
      inflateReset(state_.get());
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      throw Error(ErrorCode::malformed, "the compressed data is damaged; copy or download the file again");
    }
  }
  return to.size() - state_->avail_out;
}

bool GzipContainer::accepts(std::string_view, std::string_view head) const {
  return head.starts_with("\x1F\x8B\x08");
}

void GzipContainer::for_each_member(BufferedStream& input, const MemberVisitor& visit) const {
  InflateStream stream(input);
  visit({{}, stream, {}, true});
}

}  // namespace sahafa
