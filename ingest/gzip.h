// gzip, with as many members one after the other as there are: a .warc.gz has one for each record.
#pragma once

#include <memory>
#include <string>

#include "ingest/container.h"

struct z_stream_s;

namespace sahafa {

/// What a stream of gzip, zlib or raw deflate holds.
class InflateStream : public ByteStream {
 public:
  enum class Format { gzip_or_zlib, raw_deflate };

  explicit InflateStream(ByteStream& source, Format format = Format::gzip_or_zlib);
  ~InflateStream() override;
  std::size_t read(std::span<char> to) override;

 private:
  bool next_member();

  BufferedStream source_;
  std::string input_;
  std::unique_ptr<z_stream_s> state_;
  bool begun_ = false;  // inside a member
};

class GzipContainer : public Container {
 public:
  std::string_view name() const override { return "gzip"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  void for_each_member(BufferedStream& input, const MemberVisitor& visit) const override;
};

}  // namespace sahafa
