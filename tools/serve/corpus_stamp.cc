#include "tools/serve/corpus_stamp.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <vector>

#include "corpus/hash.h"

namespace sahafa::tools {
namespace {

// Reading makes an empty write-ahead log and lock files come and go; they say nothing.
void add_file(const std::filesystem::path& path, std::vector<std::string>& lines) {
  struct stat state{};
  if (path.extension() == ".db-shm" || ::stat(path.c_str(), &state) != 0 || !S_ISREG(state.st_mode)) return;
  if (state.st_size == 0) return;
  lines.push_back(fmt::format("{} {} {} {}.{}", path.string(), state.st_ino, state.st_size,
                              state.st_mtim.tv_sec, state.st_mtim.tv_nsec));
}

}  // namespace

std::string corpus_stamp(const std::filesystem::path& corpus) {
  std::vector<std::string> lines;
  add_file(corpus / "corpus.db", lines);
  add_file(corpus / "corpus.db-wal", lines);
  for (const char* file : {"codebook.toml", "outlets.toml", "names.toml"}) add_file(corpus / file, lines);
  for (const char* folder : {"index", "tokens"}) {
    std::error_code error;  // a folder that is being replaced is one that has changed
    for (auto entry = std::filesystem::recursive_directory_iterator(corpus / folder, error);
         !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
      add_file(entry->path(), lines);
    }
  }
  std::ranges::sort(lines);
  std::string all;
  for (const std::string& line : lines) all += line + '\n';
  return content_hash(all);
}

}  // namespace sahafa::tools
