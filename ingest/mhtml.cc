#include "ingest/mhtml.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "ingest/dates.h"
#include "ingest/header_fields.h"
#include "text/error.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr int kMostDepth = 4;  // multipart in multipart

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    const std::string_view next = text.substr(at + 1, 2);
    if (next.starts_with("\r\n")) {
      at += 2;
    } else if (next.starts_with('\n')) {
      at += 1;
    } else if (next.size() == 2 && hex_digit(next[0]) >= 0 && hex_digit(next[1]) >= 0) {
      out += static_cast<char>(hex_digit(next[0]) * 16 + hex_digit(next[1]));
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string decode_base64(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

struct Part {
  HeaderFields header;
  std::string_view body;
};

// The next part behind a "--boundary" line of `rest`, which then begins behind it; nullopt at the end.
std::optional<std::string_view> next_part(std::string_view& rest, const std::string& mark) {
  const std::size_t begin = rest.find(mark);
  if (begin == std::string_view::npos || rest.substr(begin + mark.size()).starts_with("--"))
    return std::nullopt;
  rest.remove_prefix(begin + mark.size());
  rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  return rest.substr(0, rest.find(mark));
}

// The first HTML part, or the one that `start` names; in nested multiparts as well.
std::optional<Part> find_page(const HeaderFields& header, std::string_view body, int depth) {
  const std::string_view type = header.value("Content-Type");
  if (media_type(type) == "text/html") return Part{header, body};
  const std::string boundary = parameter(type, "boundary");
  if (boundary.empty() || depth == kMostDepth) return std::nullopt;
  const std::string start = parameter(type, "start");
  std::optional<Part> found;
  while (std::optional<std::string_view> part = next_part(body, "--" + boundary)) {
    const HeaderFields inner = take_header(*part);
    const bool is_start = !start.empty() && inner.value("Content-ID") == start;
    if (found && !is_start) continue;
    if (std::optional<Part> page = find_page(inner, *part, depth + 1)) found = std::move(page);
    if (is_start && found) break;
  }
  return found;
}

std::string decode_body(const Part& page) {
  const std::string_view coding = page.header.value("Content-Transfer-Encoding");
  if (equal_ignoring_case(coding, "quoted-printable")) return decode_quoted_printable(page.body);
  if (equal_ignoring_case(coding, "base64")) return decode_base64(page.body);
  return std::string(page.body);
}

std::string address_of(const HeaderFields& message, const HeaderFields& page) {
  const std::array<std::string_view, 3> places{message.value("Snapshot-Content-Location"),
                                               page.value("Content-Location"),
                                               message.value("Content-Location")};
  for (const std::string_view place : places)
    if (place.starts_with("http")) return repair_utf8(place).text;
  return {};
}

}  // namespace

bool MhtmlContainer::accepts(std::string_view, std::string_view head) const {
  constexpr std::size_t kMostHeaderBytes = 8192;
  std::string_view rest = head.substr(0, kMostHeaderBytes);
  const HeaderFields header = take_header(rest);
  return !header.value("MIME-Version").empty() &&
         media_type(header.value("Content-Type")).starts_with("multipart/");
}

void MhtmlContainer::for_each_member(BufferedStream& input, const MemberVisitor& visit) const {
  const std::string bytes = read_all(input, kMostMemberBytes);
  std::string_view body = bytes;
  const HeaderFields message = take_header(body);
  const std::optional<Part> page = find_page(message, body, 0);
  if (!page)
    throw Error(ErrorCode::malformed, "no HTML part in this MIME message; save the page again as HTML");
  const std::string html = decode_body(*page);
  SourceHints said;
  said.origin = "mhtml";
  said.charset = parameter(page->header.value("Content-Type"), "charset");
  said.url = address_of(message, page->header);
  said.captured = parse_date(repair_utf8(message.value("Date")).text);
  MemoryStream stream(html);
  visit({{}, stream, said});
}

}  // namespace sahafa
