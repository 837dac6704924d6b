// Containers: how one file becomes several, or a document becomes text. What comes out of them is read by the
// readers (reader.h) as any file is. A container is one pair of files and one line in containers.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "ingest/reader.h"
#include "ingest/stream.h"

namespace sahafa {

constexpr std::size_t kMostMemberBytes = std::size_t{256} << 20;  ///< larger members are refused

/// One thing that a container holds.
struct Member {
  std::string
      name;  ///< as the container gives it, valid UTF-8; empty: the container is a document, this its text
  ByteStream& stream;          ///< valid during the visit; need not be read to its end
  SourceHints said;            ///< what the container says about it
  bool compressed = false;     ///< the container is nothing but this member in compressed form
  std::uint64_t position = 0;  ///< bytes of the file taken so far, by a container that opened it by itself
};

using MemberVisitor = std::function<void(const Member&)>;

class Container {
 public:
  Container() = default;
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;
  virtual ~Container() = default;

  /// Short and fixed: "warc".
  virtual std::string_view name() const = 0;

  /// True if this container takes the file, by the beginning of its bytes; the path may only add to that.
  virtual bool accepts(std::string_view path, std::string_view head) const = 0;

  /// Visits the members in their order, without writing anything to disk. Throws Error(malformed) where the
  /// rest cannot be read; what was visited before stays good. May run in several threads at once.
  virtual void for_each_member(BufferedStream& input, const MemberVisitor& visit) const = 0;
};

/// All containers, the most particular first.
std::span<const Container* const> containers();

}  // namespace sahafa
