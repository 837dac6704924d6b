#include "index/word_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <system_error>
#include <utility>

#include "index/merge_words.h"
#include "index/word_file_writer.h"

namespace sahafa {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDraft = "words.new";

std::vector<std::string> names_of(std::string_view record) {
  std::vector<std::string> names;
  std::istringstream stream{std::string(record)};
  for (std::string name; stream >> name;) names.push_back(name);
  return names;
}

/// A draft of its own for each, as threads write several at once.
fs::path draft_in(const fs::path& folder, const void* owner) {
  return folder / fmt::format("{}{}", kDraft, fmt::ptr(owner));
}

std::string settle(const fs::path& draft, std::uint64_t name, const fs::path& folder) {
  std::string file = word_file_name(name);
  fs::rename(draft, folder / file);
  return file;
}

}  // namespace

std::string write_words(WordCollector& words, const fs::path& folder) {
  const fs::path draft = draft_in(folder, &words);
  return settle(draft, words.write(draft), folder);
}

std::string merge_words(std::span<const WordFile> files, const fs::path& folder, const DocumentSet* gone) {
  const fs::path draft = draft_in(folder, files.data());
  return settle(draft, merge_word_files(files, draft, gone), folder);
}

std::vector<WordFile> open_words(std::string_view record, const fs::path& folder) {
  std::vector<WordFile> files;
  for (const std::string& name : names_of(record)) files.emplace_back(folder / name);
  return files;
}

std::string append_words(std::string_view record, std::span<const std::string> more, const fs::path& folder) {
  std::vector<std::string> names = names_of(record);
  names.insert(names.end(), more.begin(), more.end());
  while (names.size() > 1) {
    std::vector<WordFile> last;
    for (const std::string& name : {names[names.size() - 2], names.back()}) last.emplace_back(folder / name);
    if (last[0].bytes() > 2 * last[1].bytes()) break;
    names.pop_back();
    names.back() = merge_words(last, folder);
  }
  return fmt::format("{}", fmt::join(names, " "));
}

void remove_other_words(std::string_view record, const fs::path& folder) {
  const std::vector<std::string> kept = names_of(record);
  std::error_code failure;
  std::vector<fs::path> others;
  for (const auto& entry : fs::directory_iterator(folder, failure)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("words.") && std::ranges::find(kept, name) == kept.end())
      others.push_back(entry.path());
  }
  for (const fs::path& other : others) fs::remove(other, failure);
}

}  // namespace sahafa
