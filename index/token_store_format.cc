#include "index/token_store_format.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "index/npy_file.h"
#include "text/error.h"

namespace sahafa {
namespace {

std::filesystem::path record_path(const std::filesystem::path& directory) { return directory / "store.json"; }

TokenStoreRecord from_json(const nlohmann::json& json) {
  TokenStoreRecord record;
  json.at("analysis").get_to(record.analysis);
  json.at("revision").get_to(record.revision);
  json.at("tokens").get_to(record.tokens);
  json.at("documents").get_to(record.documents);
  json.at("sentences").get_to(record.sentences);
  json.at("form_types").get_to(record.form_types);
  json.at("form_bytes").get_to(record.form_bytes);
  json.at("stem_types").get_to(record.stem_types);
  json.at("stem_bytes").get_to(record.stem_bytes);
  return record;
}

nlohmann::ordered_json to_json(const TokenStoreRecord& record) {
  return {{"format", record.format},         {"analysis", record.analysis},
          {"revision", record.revision},     {"tokens", record.tokens},
          {"documents", record.documents},   {"sentences", record.sentences},
          {"form_types", record.form_types}, {"form_bytes", record.form_bytes},
          {"stem_types", record.stem_types}, {"stem_bytes", record.stem_bytes}};
}

[[noreturn]] void fail_write(const std::filesystem::path& path) {
  const int code = errno;
  throw Error(
      code == ENOSPC || code == EDQUOT ? ErrorCode::disk_full : ErrorCode::unreadable,
      fmt::format("{}: cannot write: {}; make room or check permissions and run the same command again",
                  path.string(), std::strerror(code)));
}

}  // namespace

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
  const std::filesystem::path path = record_path(directory);
  const std::filesystem::path draft = directory / "store.json.new";
  const std::string text = to_json(record).dump(1) + '\n';
  {
    const FileDescriptor file(draft, O_WRONLY | O_CREAT | O_TRUNC);
    const ssize_t written = ::write(file.get(), text.data(), text.size());
    if (written != static_cast<ssize_t>(text.size()) || ::fsync(file.get()) != 0) fail_write(draft);
  }
  if (::rename(draft.c_str(), path.c_str()) != 0) fail_write(path);
}

}  // namespace sahafa
