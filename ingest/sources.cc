#include "ingest/sources.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "ingest/container.h"
#include "ingest/files.h"
#include "text/error.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{1} << 16;
constexpr std::size_t kMostFileBytes = std::size_t{1} << 30;  // spans are 32 bits, and a source is read whole
constexpr std::uint64_t kUnknownBytes = std::uint64_t{64} << 20;  // taken for a pipe's size
constexpr std::size_t kLongestNameBytes = 1000;

// Ends the whole file: a limit was passed, or the visitor threw. No Error, so that no container takes it for
// one of its own.
struct LimitReached {
  std::string reason;
};
struct VisitorThrew {
  std::exception_ptr cause;
};

// What has come out of the file, at all levels.
class Budget {
 public:
  Budget(const Limits& limits, std::uint64_t file_bytes)
      : most_members_(limits.most_members),
        most_bytes_(std::min(limits.most_bytes, limits.free_bytes + limits.ratio * file_bytes)) {}

  void spend_member() {
    if (++members_ > most_members_)
      throw LimitReached{"more than " + std::to_string(most_members_) + " members; unpack it and look"};
  }
  void spend_bytes(std::uint64_t size) {
    bytes_ += size;
    if (bytes_ > most_bytes_)
      throw LimitReached{"unpacks to more than " + std::to_string(most_bytes_ >> 20) +
                         " MiB, far out of proportion to its size (a zip bomb?); the rest was left out"};
  }

 private:
  std::uint64_t most_members_;
  std::uint64_t most_bytes_;
  std::uint64_t members_ = 0;
  std::uint64_t bytes_ = 0;
};

class CountedStream : public ByteStream {
 public:
  CountedStream(ByteStream& source, Budget& budget) : source_(source), budget_(budget) {}
  std::size_t read(std::span<char> to) override {
    const std::size_t size = source_.read(to);
    budget_.spend_bytes(size);
    return size;
  }

 private:
  ByteStream& source_;
  Budget& budget_;
};

bool has_scheme(std::string_view name) { return name.find("://") != std::string_view::npos; }

// The name without control characters and, unless it is an address, without the parts that lead out of a
// folder.
std::string clean_name(std::string_view name) {
  const std::string valid = repair_utf8(name.substr(0, kLongestNameBytes)).text;
  std::string out;
  for (std::size_t begin = 0; begin <= valid.size();) {
    const std::size_t end = std::min(valid.find_first_of("/\\", begin), valid.size());
    std::string part = valid.substr(begin, end - begin);
    std::erase_if(part, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    const bool leads_out = part.empty() || part == "." || part == "..";
    if (has_scheme(valid) || !leads_out) out.append(part).append("/");
    begin = end + 1;
  }
  if (!out.empty()) out.pop_back();
  return out.empty() ? "unnamed" : out;
}

// As in folders (list_files): hidden files and READMEs, and what macOS puts beside every file.
bool is_left_out(std::string_view name) {
  if (has_scheme(name)) return false;
  const std::string_view file = name.substr(name.rfind('/') + 1);
  return name.starts_with("__MACOSX/") || file.starts_with('.') || file.starts_with("README");
}

// page.html of folder/page.html.gz
std::string name_inside(const std::string& path) {
  const std::string file = path.substr(path.find_last_of("/!") + 1);
  const std::size_t dot = file.rfind('.');
  return dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
}

const Container* container_for(std::string_view path, std::string_view head) {
  for (const Container* container : containers())
    if (container->accepts(path, head)) return container;
  return nullptr;
}

class Walker {
 public:
  Walker(const std::function<void(LoadedSource)>& visit, const Limits& limits, const SourceFilter& wanted,
         std::uint64_t file_bytes)
      : visit_(visit), wanted_(wanted), depth_(limits.depth), budget_(limits, file_bytes) {}

  void walk_file(const std::string& path, ByteStream& file) {
    BufferedStream stream(file);
    file_ = &stream;
    try {
      walk(path, stream, {}, 0);
    } catch (const LimitReached& limit) {
      fail(path, limit.reason, visited_ > 0);
    } catch (const VisitorThrew& threw) {
      std::rethrow_exception(threw.cause);
    }
  }

 private:
  void fail(const std::string& path, const std::string& reason, bool partial) {
    emit({path, {}, {}, reason, partial});
  }

  void walk(const std::string& path, BufferedStream& stream, const SourceHints& said, int depth) {
    const std::size_t before = visited_;
    try {
      const Container* container = container_for(path, stream.peek(kHeadBytes));
      if (container == nullptr) {
        if (wanted_ && !wanted_(path)) return;
        emit({path, read_all(stream, depth == 0 ? kMostFileBytes : kMostMemberBytes), said, {}, false});
      } else if (depth == depth_) {
        fail(path, "a container in " + std::to_string(depth) + " others is not opened; unpack it", false);
      } else {
        container->for_each_member(
            stream, [&](const Member& member) { walk_member(path, said.container, member, depth); });
      }
    } catch (const Error& error) {
      fail(path, error.what(), visited_ > before);
    }
  }

  // `container` is that of the path itself.
  void walk_member(const std::string& path, const std::string& container, const Member& member, int depth) {
    budget_.spend_member();
    if (depth == 0) position_ = member.position;
    CountedStream counted(member.stream, budget_);
    BufferedStream stream(counted);
    SourceHints said = member.said;
    said.container = container;
    if (member.name.empty() && !member.compressed) {
      walk(path, stream, said, depth + 1);
    } else if (member.compressed) {
      // Of a.tar.gz the members are a.tar.gz!m, not a.tar.gz!a.tar!m.
      const std::string inside = path + "!" + name_inside(path);
      const bool nested = container_for(inside, stream.peek(kHeadBytes)) != nullptr;
      walk(nested ? path : inside, stream, said, depth + 1);
    } else if (const std::string name = clean_name(member.name); !is_left_out(name)) {
      said.container = path + "!";
      walk(said.container + name, stream, said, depth + 1);
    }
  }

  void emit(LoadedSource source) {
    visited_ += source.failure.empty() ? 1 : 0;
    source.position_bytes = std::max<std::uint64_t>(file_->position(), position_);
    try {
      visit_(std::move(source));
    } catch (...) {
      throw VisitorThrew{std::current_exception()};
    }
  }

  const std::function<void(LoadedSource)>& visit_;
  const SourceFilter& wanted_;
  const BufferedStream* file_ = nullptr;
  std::uint64_t position_ = 0;  // where a container that opened the file by itself stands in it
  int depth_;
  Budget budget_;
  std::size_t visited_ = 0;
};

}  // namespace

void for_each_source(const std::string& path, const std::function<void(LoadedSource)>& visit,
                     const Limits& limits, const SourceFilter& wanted) {
  const std::uint64_t size = size_of_file(path);
  FileStream file(path);
  Walker(visit, limits, wanted, size > 0 ? size : kUnknownBytes).walk_file(path, file);
}

}  // namespace sahafa
