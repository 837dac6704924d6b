#include "ingest/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <array>
#include <cerrno>

#include "ingest/encoding.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr std::size_t kTarMagicAt = 257;

// libarchive converts names to the charset of the thread's locale; under "C" it would lose Arabic and French
// names.
class Utf8Names {
 public:
  Utf8Names() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(uselocale(utf8_)) {}
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;
  ~Utf8Names() {
    uselocale(before_);
    if (utf8_ != nullptr) freelocale(utf8_);
  }

 private:
  locale_t utf8_;
  locale_t before_;
};

bool is_zip(std::string_view head) {
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

}  // namespace

// Exceptions must not pass through libarchive: they wait here.
struct ArchiveReader::Source {
  explicit Source(BufferedStream& from) : input(from) {}

  BufferedStream& input;
  std::string bytes;  // a block, or all of an archive that has to be sought in
  std::exception_ptr failure;

  static la_ssize_t read(archive* reader, void* self, const void** block) noexcept {
    auto& source = *static_cast<Source*>(self);
    try {
      *block = source.bytes.data();
      return static_cast<la_ssize_t>(source.input.read(source.bytes));
    } catch (...) {
      source.failure = std::current_exception();
      archive_set_error(reader, EIO, "reading failed");
      return ARCHIVE_FATAL;
    }
  }
};

void ArchiveReader::Free::operator()(archive* reader) const { archive_read_free(reader); }
ArchiveReader::~ArchiveReader() = default;

// Zip and 7z keep their table of contents at the end and are opened as a file or from memory; tar streams.
ArchiveReader::ArchiveReader(BufferedStream& input, Kind kind)
    : source_(std::make_unique<Source>(input)), archive_(archive_read_new()) {
  archive* reader = archive_.get();
  int result = ARCHIVE_OK;
  if (kind == Kind::compressed) {
    archive_read_support_filter_zstd(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_format_raw(reader);
  } else {
    archive_read_support_format_zip(reader);
    archive_read_support_format_tar(reader);
    archive_read_support_format_7zip(reader);
  }
  if (kind == Kind::compressed || !(is_zip(input.peek(4)) || input.peek(2) == "7z")) {
    source_->bytes.resize(kBlock);
    result = archive_read_open(reader, source_.get(), nullptr, Source::read, nullptr);
  } else if (const std::string file = input.file(); !file.empty()) {
    opened_file_ = true;
    result = archive_read_open_filename(reader, file.c_str(), kBlock);
  } else {
    source_->bytes = read_all(input, kMostMemberBytes);
    result = archive_read_open_memory(reader, source_->bytes.data(), source_->bytes.size());
  }
  if (result != ARCHIVE_OK) fail();
}

void ArchiveReader::fail() const {
  if (source_->failure) std::rethrow_exception(source_->failure);
  const char* reason = archive_error_string(archive_.get());
  throw Error(ErrorCode::malformed, std::string("the archive is damaged, truncated or encrypted (")
                                        .append(reason == nullptr ? "no reason given" : reason)
                                        .append("); unpack it with another program"));
}

std::optional<std::string> ArchiveReader::next() {
  const Utf8Names names;
  archive_entry* entry = nullptr;
  for (;;) {
    const int result = archive_read_next_header(archive_.get(), &entry);
    if (result == ARCHIVE_EOF) return std::nullopt;
    if (result < ARCHIVE_WARN) fail();
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr) continue;
    const char* name = archive_entry_pathname(entry);
    return name == nullptr ? std::string() : decode_text(name).text;
  }
}

std::size_t ArchiveReader::read(std::span<char> to) {
  const la_ssize_t size = archive_read_data(archive_.get(), to.data(), to.size());
  if (size < 0) fail();
  return static_cast<std::size_t>(size);
}

std::uint64_t ArchiveReader::position() const {
  return opened_file_ ? static_cast<std::uint64_t>(archive_filter_bytes(archive_.get(), -1)) : 0;
}

bool ArchiveContainer::accepts(std::string_view, std::string_view head) const {
  constexpr std::string_view kSevenZip = "7z\xBC\xAF\x27\x1C";
  const bool tar = head.size() > kTarMagicAt && head.substr(kTarMagicAt).starts_with("ustar");
  return tar || is_zip(head) || head.starts_with(kSevenZip);
}

void ArchiveContainer::for_each_member(BufferedStream& input, const MemberVisitor& visit) const {
  ArchiveReader reader(input, ArchiveReader::Kind::archive);
  while (const std::optional<std::string> name = reader.next())
    visit({*name, reader, {}, false, reader.position()});
}

bool CompressedContainer::accepts(std::string_view, std::string_view head) const {
  constexpr std::array<std::string_view, 3> kMagic{"\x28\xB5\x2F\xFD",
                                                   {"\xFD"
                                                    "7zXZ\0",
                                                    6},
                                                   "BZh"};
  for (const std::string_view magic : kMagic)
    if (head.starts_with(magic)) return true;
  return false;
}

void CompressedContainer::for_each_member(BufferedStream& input, const MemberVisitor& visit) const {
  ArchiveReader reader(input, ArchiveReader::Kind::compressed);
  if (reader.next()) visit({{}, reader, {}, true});
}

}  // namespace sahafa
