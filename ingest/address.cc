#include "ingest/address.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "ingest/fields.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

// 0 to 15, or -1.
int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Decodes the %XX whose byte `decodes` says yes to.
template <class Decodes>
std::string decode(std::string_view text, const Decodes& decodes) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    if (low >= 0 && decodes(high * 16 + low)) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return is_valid_utf8(out) ? out : std::string(text);
}

// What needs no encoding: letters, digits, and everything that is not ASCII.
std::string decode_letters(std::string_view text) {
  return decode(text, [](int byte) {
    return byte >= 0x80 || std::isalnum(byte) != 0 || byte == '-' || byte == '_' || byte == '~';
  });
}

bool is_tracking(std::string_view parameter) {
  constexpr std::array<std::string_view, 7> kNames{"fbclid", "gclid", "mc_cid", "mc_eid",
                                                   "igshid", "xtor",  "ref"};
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name.empty() || name.starts_with("utm_") || std::ranges::find(kNames, name) != kNames.end();
}

std::string kept_parameters(std::string_view query) {
  std::string kept;
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view parameter = query.substr(at, end - at);
    if (!is_tracking(parameter)) kept.append(kept.empty() ? "?" : "&").append(parameter);
    at = end + 1;
  }
  return kept;
}

}  // namespace

std::string decode_percent(std::string_view text) {
  return decode(text, [](int) { return true; });
}

std::string normalize_url(std::string_view url) {
  url = trim(url);
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos)
    url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  const std::size_t host_end = std::min(url.find_first_of("/?"), url.size());
  const std::string_view authority = url.substr(0, host_end);
  std::string host(authority.substr(0, authority.find(':')));
  std::ranges::transform(host, host.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const std::string_view prefix : {"www.", "m.", "amp."})
    if (host.starts_with(prefix)) host.erase(0, prefix.size());
  if (host.find('.') == std::string::npos || host.find(' ') != std::string::npos) return {};
  const std::string_view rest = url.substr(host_end);
  std::string path = decode_letters(rest.substr(0, rest.find('?')));
  while (path.ends_with('/')) path.pop_back();
  const std::size_t query = rest.find('?');
  return host + path + (query == std::string_view::npos ? "" : kept_parameters(rest.substr(query + 1)));
}

ArchivedAddress without_archive(std::string_view url) {
  constexpr std::size_t kDay = 8;
  // The last scheme but the first is that of the page; a stamp of time stands in front of it.
  const std::size_t scheme = url.find("/http", std::min(url.find("://"), url.size()) + 3);
  if (scheme == std::string_view::npos || url.substr(scheme, 10).find(":/") == std::string_view::npos)
    return {std::string(url), {}};
  std::string digits;
  const std::size_t begin = url.rfind('/', scheme - 1) + 1;
  for (const char c : url.substr(begin, scheme - begin)) {
    if (c >= '0' && c <= '9') digits += c;
    if (std::isalpha(static_cast<unsigned char>(c)) != 0 && digits.empty()) return {std::string(url), {}};
  }
  // Archives allow times that are cut short; there were none before the nineties.
  if (digits.size() < kDay || !(digits.starts_with("19") || digits.starts_with("20")))
    return {std::string(url), {}};
  return {std::string(url.substr(scheme + 1)),
          digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2)};
}

}  // namespace sahafa
