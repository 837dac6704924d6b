#include "index/token_store_format.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "index/npy_file.h"
#include "text/error.h"

namespace sahafa {
namespace {

std::filesystem::path record_path(const std::filesystem::path& directory) { return directory / "store.json"; }

struct Count {
  const char* name;
  std::uint64_t TokenStoreRecord::* value;
};

constexpr std::array<Count, 12> kCounts = {{{"hash", &TokenStoreRecord::hash},
                                            {"tokens", &TokenStoreRecord::tokens},
                                            {"documents", &TokenStoreRecord::documents},
                                            {"sentences", &TokenStoreRecord::sentences},
                                            {"paragraphs", &TokenStoreRecord::paragraphs},
                                            {"cells", &TokenStoreRecord::cells},
                                            {"surface_types", &TokenStoreRecord::surface_types},
                                            {"surface_bytes", &TokenStoreRecord::surface_bytes},
                                            {"form_types", &TokenStoreRecord::form_types},
                                            {"form_bytes", &TokenStoreRecord::form_bytes},
                                            {"stem_types", &TokenStoreRecord::stem_types},
                                            {"stem_bytes", &TokenStoreRecord::stem_bytes}}};

TokenStoreRecord from_json(const nlohmann::json& json) {
  TokenStoreRecord record;
  json.at("analysis").get_to(record.analysis);
  json.at("revision").get_to(record.revision);
  for (const Count& count : kCounts) json.at(count.name).get_to(record.*count.value);
  return record;
}

nlohmann::ordered_json to_json(const TokenStoreRecord& record) {
  nlohmann::ordered_json json = {
      {"format", record.format}, {"analysis", record.analysis}, {"revision", record.revision}};
  for (const Count& count : kCounts) json[count.name] = record.*count.value;
  return json;
}

}  // namespace

std::uint64_t chain_hash(std::uint64_t before, std::span<const std::uint32_t> forms,
                         std::span<const std::uint8_t> kinds) {
  const std::uint64_t half = XXH3_64bits_withSeed(forms.data(), forms.size_bytes(), before);
  return XXH3_64bits_withSeed(kinds.data(), kinds.size_bytes(), half);
}

std::optional<TokenStoreRecord> load_token_store_record(const std::filesystem::path& directory) {
  const std::filesystem::path path = record_path(directory);
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    if (!std::filesystem::exists(path)) return std::nullopt;
    throw Error(ErrorCode::unreadable, fmt::format("{}: cannot be read; check permissions", path.string()));
  }
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  try {
    const nlohmann::json json = nlohmann::json::parse(text);
    const int format = json.at("format").get<int>();
    if (format > kTokenStoreFormat) {
      throw Error(
          ErrorCode::newer_format,
          fmt::format("{}: format {} was made by a newer sahafa, this one reads {}; update sahafa, or remove "
                      "the folder to have it made again",
                      path.string(), format, kTokenStoreFormat));
    }
    if (format < kTokenStoreFormat) {
      throw Error(ErrorCode::malformed,
                  fmt::format("{}: format {} is older than the {} of this sahafa; run `sahafa ingest` on the "
                              "corpus to make it again",
                              path.string(), format, kTokenStoreFormat));
    }
    return from_json(json);
  } catch (const nlohmann::json::exception& error) {
    throw Error(
        ErrorCode::malformed,
        fmt::format(
            "{}: not a record of a token store ({}); remove the folder {} and run `sahafa ingest` on the "
            "corpus: it is made again",
            path.string(), error.what(), directory.string()));
  }
}

void save_token_store_record(const std::filesystem::path& directory, const TokenStoreRecord& record) {
  replace_file(record_path(directory), to_json(record).dump(1) + '\n');
}

}  // namespace sahafa
