#include "ingest/warc.h"

#include <charconv>
#include <optional>
#include <string>

#include "ingest/gzip.h"
#include "ingest/header_fields.h"
#include "text/error.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 16;
constexpr std::size_t kMostHeaderLines = 1000;
constexpr std::size_t kMostPageBytes = std::size_t{64} << 20;
constexpr std::size_t kDayBytes = 10;  // of 2025-04-08T10:00:00Z

struct Record {
  HeaderFields header;
  std::size_t size = 0;  // of its block
};

[[noreturn]] void fail_at(std::size_t position, const std::string& what) {
  throw Error(ErrorCode::malformed, "byte " + std::to_string(position) + ": " + what);
}

std::optional<std::size_t> number(std::string_view digits, int base) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc() || end == digits.data()) return std::nullopt;
  return value;
}

// The next record's header; nullopt at the end of the file.
std::optional<Record> next_record(BufferedStream& input) {
  std::optional<std::string> line = input.read_line(kLongestLine);
  while (line && line->empty()) line = input.read_line(kLongestLine);
  if (!line) return std::nullopt;
  if (!line->starts_with("WARC/"))
    fail_at(input.position(), "no WARC record begins here; the rest was left out");
  Record record;
  for (std::size_t lines = 0; (line = input.read_line(kLongestLine)) && !line->empty(); ++lines) {
    if (lines == kMostHeaderLines) fail_at(input.position(), "a WARC record's header does not end");
    record.header.add_line(*line);
  }
  const std::optional<std::size_t> size = number(record.header.value("Content-Length"), 10);
  if (!line || !size)
    fail_at(input.position(), "a WARC record has no length; the file is damaged or truncated");
  record.size = *size;
  return record;
}

bool may_hold_page(const Record& record) {
  return record.header.value("WARC-Type") == "response" && record.size <= kMostPageBytes &&
         media_type(record.header.value("Content-Type")) == "application/http";
}

// What the chunks hold, as far as they are whole: a broken transfer ends inside one.
std::string join_chunks(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const std::optional<std::size_t> size = number(trim_bytes(body.substr(0, end)), 16);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (!size || *size == 0) break;
    out.append(body.substr(0, *size));
    body.remove_prefix(std::min(*size, body.size()));
    body.remove_prefix(std::min(body.find('\n') + 1, body.size()));
  }
  return out;
}

bool begins_with_chunk(std::string_view body) {
  const std::string_view line = trim_bytes(body.substr(0, body.find('\n')));
  const std::string_view digits = line.substr(0, line.find(';'));
  return !digits.empty() && digits.find_first_not_of("0123456789abcdefABCDEF ") == std::string_view::npos;
}

std::string inflate_all(std::string_view body, InflateStream::Format format) {
  MemoryStream memory(body);
  InflateStream inflated(memory, format);
  return read_all(inflated, kMostPageBytes);
}

// Many crawlers store the body decoded and keep the header that said how it was coded: the body decides.
std::string decode_body(const HeaderFields& http, std::string_view body) {
  std::string joined;
  if (equal_ignoring_case(http.value("Transfer-Encoding"), "chunked") && begins_with_chunk(body)) {
    joined = join_chunks(body);
    body = joined;
  }
  if (body.starts_with("\x1F\x8B")) return inflate_all(body, InflateStream::Format::gzip_or_zlib);
  if (!equal_ignoring_case(http.value("Content-Encoding"), "deflate") || trim_bytes(body).starts_with('<'))
    return std::string(body);
  constexpr char kZlibHeader = '\x78';
  return inflate_all(body, body.starts_with(kZlibHeader) ? InflateStream::Format::gzip_or_zlib
                                                         : InflateStream::Format::raw_deflate);
}

// The answer's status is on its first line: HTTP/1.1 200 OK.
bool is_success(std::string_view message) {
  const std::string_view line = message.substr(0, message.find('\n'));
  const std::size_t blank = line.find(' ');
  return line.starts_with("HTTP/") && blank != std::string_view::npos &&
         trim_bytes(line.substr(blank)).starts_with("200");
}

bool is_html(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

// <http://...> in some WARC 1.0 files.
std::string_view target_of(const Record& record) {
  std::string_view target = record.header.value("WARC-Target-URI");
  if (target.starts_with('<') && target.ends_with('>')) target = target.substr(1, target.size() - 2);
  return target;
}

// A page whose coding is damaged goes on as it is: its reader reports it by name.
void visit_page(const Record& record, std::string_view message, const MemberVisitor& visit) {
  if (!is_success(message)) return;
  const HeaderFields http = take_header(message);
  const std::string_view type = http.value("Content-Type");
  if (!is_html(media_type(type))) return;
  std::string body;
  try {
    body = decode_body(http, message);
  } catch (const Error&) {
    body = std::string(message);
  }
  MemoryStream stream(body);
  SourceHints said;
  said.origin = "warc";
  said.charset = parameter(type, "charset");
  said.url = repair_utf8(target_of(record)).text;
  said.captured = std::string(record.header.value("WARC-Date").substr(0, kDayBytes));
  visit({said.url, stream, said});
}

}  // namespace

bool WarcContainer::accepts(std::string_view, std::string_view head) const {
  return head.starts_with("WARC/");
}

void WarcContainer::for_each_member(BufferedStream& input, const MemberVisitor& visit) const {
  std::string block;
  while (const std::optional<Record> record = next_record(input)) {
    if (!may_hold_page(*record)) {
      if (input.skip(record->size) < record->size) fail_at(input.position(), "the file is truncated");
      continue;
    }
    block.resize(record->size);
    for (std::size_t done = 0; done < block.size();) {
      const std::size_t size = input.read(std::span(block).subspan(done));
      if (size == 0) fail_at(input.position(), "the file is truncated; its last page was left out");
      done += size;
    }
    visit_page(*record, block, visit);
  }
}

}  // namespace sahafa
