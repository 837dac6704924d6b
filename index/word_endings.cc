#include "index/word_endings.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <system_error>

#include "index/index_metadata.h"
#include "index/index_schema.h"

namespace sahafa {
namespace {

constexpr std::string_view kFile = "endings";

struct Header {
  std::uint64_t magic = 0x31444E4541464853;  ///< "SHFAEND1"
  std::uint64_t name = 0;                    ///< hash of all that follows
  std::uint64_t forms = 0;
  std::uint64_t text_bytes = 0;
};

std::string to_text(std::uint64_t name) { return fmt::format("{:016x}", name); }

bool is_before(std::string_view one, std::string_view other) {
  return std::lexicographical_compare(one.rbegin(), one.rend(), other.rbegin(), other.rend());
}

std::vector<std::string> read_forms(const Xapian::Database& database) {
  std::vector<std::string> forms;
  const std::string prefix(prefix::kForm);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
    forms.push_back((*term).substr(prefix.size()));
  return forms;
}

/// The header of a file that is as long as it says; nullopt for any other.
std::optional<Header> read_header(const std::filesystem::path& path) {
  std::error_code failure;
  const std::uintmax_t there = std::filesystem::file_size(path, failure);
  if (failure || there < sizeof(Header)) return std::nullopt;
  const MappedFile file(path, sizeof(Header));
  Header header;
  std::memcpy(&header, file.data(), sizeof(Header));
  const bool ours = header.magic == Header().magic && header.forms < there && header.text_bytes < there &&
                    sizeof(Header) + (header.forms + 1) * sizeof(std::uint32_t) + header.text_bytes == there;
  return ours ? std::optional(header) : std::nullopt;
}

}  // namespace

WordEndings::WordEndings(MappedFile file) : file_(std::move(file)) {
  Header header;
  std::memcpy(&header, file_.data(), sizeof(Header));
  const std::byte* const offsets = file_.data() + sizeof(Header);
  offsets_ = {reinterpret_cast<const std::uint32_t*>(offsets), header.forms + 1};
  text_ = {reinterpret_cast<const char*>(offsets + offsets_.size_bytes()), header.text_bytes};
}

std::optional<WordEndings> WordEndings::find(const Xapian::Database& database,
                                             const std::filesystem::path& folder) {
  const std::string name = get_metadata(database, index_metadata::kEndings);
  if (name.empty()) return std::nullopt;
  const std::filesystem::path path = folder / kFile;
  const std::optional<Header> header = read_header(path);
  if (!header || to_text(header->name) != name) return std::nullopt;
  MappedFile file(path, std::filesystem::file_size(path));
  // Replaced by a writer meanwhile?
  Header again;
  std::memcpy(&again, file.data(), sizeof(Header));
  if (again.name != header->name) return std::nullopt;
  return WordEndings(std::move(file));
}

std::string WordEndings::save(const Xapian::Database& database, const std::filesystem::path& folder) {
  std::vector<std::string> forms = read_forms(database);
  std::ranges::sort(forms, is_before);
  std::vector<std::uint32_t> offsets{0};
  std::string text;
  for (const std::string& form : forms) {
    text += form;
    text += '\0';
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
  }
  std::string body(reinterpret_cast<const char*>(offsets.data()), offsets.size() * sizeof(std::uint32_t));
  body += text;
  const Header header{
      .name = XXH3_64bits(body.data(), body.size()), .forms = forms.size(), .text_bytes = text.size()};
  replace_file(folder / kFile, std::string(reinterpret_cast<const char*>(&header), sizeof header) + body);
  return to_text(header.name);
}

std::string_view WordEndings::form(std::size_t number) const {
  return text_.substr(offsets_[number], offsets_[number + 1] - offsets_[number] - 1);
}

std::vector<std::string> WordEndings::ending_with(std::string_view end) const {
  std::size_t at = 0;
  for (std::size_t left = size(); left > 0;) {
    const std::size_t half = left / 2;
    if (is_before(form(at + half), end)) {
      at += half + 1;
      left -= half + 1;
    } else {
      left = half;
    }
  }
  std::vector<std::string> found;
  for (; at < size() && form(at).ends_with(end); ++at) found.emplace_back(form(at));
  return found;
}

std::vector<std::string> WordEndings::containing(std::string_view letters) const {
  std::vector<std::string> found;
  for (std::size_t at = text_.find(letters); at != std::string_view::npos;) {
    const auto next = std::ranges::upper_bound(offsets_, at);
    found.emplace_back(form(static_cast<std::size_t>(next - offsets_.begin()) - 1));
    at = text_.find(letters, *next);
  }
  return found;
}

}  // namespace sahafa
