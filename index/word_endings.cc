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
  std::uint64_t name = 0;                    ///< hash of the text that follows
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
  const bool ours = header.magic == Header().magic && header.text_bytes == there - sizeof(Header);
  return ours ? std::optional(header) : std::nullopt;
}

}  // namespace

WordEndings::WordEndings(MappedFile file) : file_(std::move(file)) {
  text_ = {reinterpret_cast<const char*>(file_.data()) + sizeof(Header), file_.size() - sizeof(Header)};
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
  std::string text;
  for (const std::string& form : forms) text.append(form).push_back('\0');
  const Header header{.name = XXH3_64bits(text.data(), text.size()), .text_bytes = text.size()};
  replace_file(folder / kFile, std::string(reinterpret_cast<const char*>(&header), sizeof header) + text);
  return to_text(header.name);
}

std::string_view WordEndings::form_around(std::size_t at) const {
  const std::size_t before = at == 0 ? std::string_view::npos : text_.rfind('\0', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = text_.find('\0', at);
  return text_.substr(begin, end == std::string_view::npos ? end : end - begin);
}

std::vector<std::string> WordEndings::ending_with(std::string_view end) const {
  // Both bounds stand at the beginning of a form.
  std::size_t low = 0;
  for (std::size_t high = text_.size(); low < high;) {
    const std::string_view form = form_around(low + (high - low) / 2);
    const auto begin = static_cast<std::size_t>(form.data() - text_.data());
    if (is_before(form, end)) {
      low = begin + form.size() + 1;
    } else {
      high = begin;
    }
  }
  std::vector<std::string> found;
  while (low < text_.size()) {
    const std::string_view form = form_around(low);
    if (!form.ends_with(end)) break;
    found.emplace_back(form);
    low += form.size() + 1;
  }
  return found;
}

std::vector<std::string> WordEndings::containing(std::string_view letters) const {
  std::vector<std::string> found;
  for (std::size_t at = text_.find(letters); at != std::string_view::npos;) {
    const std::string_view form = form_around(at);
    found.emplace_back(form);
    at = text_.find(letters, static_cast<std::size_t>(form.data() - text_.data()) + form.size());
  }
  return found;
}

}  // namespace sahafa
