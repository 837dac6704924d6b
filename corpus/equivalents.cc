#include "corpus/equivalents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include <toml++/toml.h>

#include "corpus/codebook.h"
#include "text/error.h"
#include "text/fold.h"

namespace sahafa {

extern const std::string_view kEquivalentsToml;

namespace {

constexpr std::array<std::string_view, 4> kNameLists = {"institutions", "people", "places", "media"};
constexpr std::string_view kWordList = "words";

class EntryReader {
 public:
  EntryReader(const toml::node& node, std::string_view origin, const Codebook& codebook)
      : node_(node), origin_(origin), codebook_(codebook) {}

  Equivalent read() const {
    const toml::table* table = node_.as_table();
    if (table == nullptr) fail("an entry is written { fr = [...], ar = [...] }");
    Equivalent entry;
    for (const auto& [key, value] : *table) {
      if (key.str() != "concept" && key.str() != "fr" && key.str() != "ar")
        fail(fmt::format("unknown field '{}'; an entry has concept, fr, ar", key.str()));
    }
    entry.concept_id = table->get("concept") == nullptr ? "" : table->get("concept")->value_or(std::string());
    if (!entry.concept_id.empty() && codebook_.find_actor(entry.concept_id) == nullptr)
      fail(fmt::format("the codebook has no actor '{}'", entry.concept_id));
    for (const std::string_view lang : {"fr", "ar"}) {
      const toml::array* list = table->get_as<toml::array>(lang);
      if (list == nullptr || list->empty())
        fail(fmt::format("needs spellings in both languages; {} has none", lang));
      for (const toml::node& spelling : *list) {
        entry.spellings.push_back(spelling.value_or(std::string()));
        if (entry.spellings.back().empty()) fail("a spelling is a text in quotes");
      }
    }
    return entry;
  }

  [[noreturn]] void fail(std::string_view what) const {
    throw Error(ErrorCode::malformed, fmt::format("{}:{}: {}", origin_, node_.source().begin.line, what));
  }

 private:
  const toml::node& node_;
  std::string_view origin_;
  const Codebook& codebook_;
};

void read_list(const toml::node& list, std::string_view origin, const Codebook& codebook,
               std::vector<Equivalent>& entries, std::unordered_set<std::string>& seen) {
  const toml::array* array = list.as_array();
  if (array == nullptr)
    EntryReader(list, origin, codebook)
        .fail("a list of entries is written [ { fr = [...], ar = [...] }, ... ]");
  for (const toml::node& node : *array) {
    const EntryReader reader(node, origin, codebook);
    entries.push_back(reader.read());
    std::unordered_set<std::string> own;
    for (const std::string& spelling : entries.back().spellings) own.insert(fold(spelling));
    for (const std::string& spelling : own) {
      if (!seen.insert(spelling).second)
        reader.fail(fmt::format("'{}' already stands in another entry", spelling));
    }
  }
}

/// Adds `entries` to `all`, and to `own` what is new or changed.
void join_entries(const std::vector<Equivalent>& entries, std::string_view origin,
                  std::vector<Equivalent>& all, std::vector<Equivalent>& own) {
  std::unordered_map<std::string, std::size_t> entry_of;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const std::string& spelling : all[i].spellings) entry_of.emplace(fold(spelling), i);
  std::set<std::size_t> changed;
  for (const Equivalent& entry : entries) {
    std::set<std::size_t> known;
    for (const std::string& spelling : entry.spellings)
      if (const auto found = entry_of.find(fold(spelling)); found != entry_of.end())
        known.insert(found->second);
    if (known.size() > 1)
      throw Error(
          ErrorCode::malformed,
          fmt::format(
              "{}: '{}' and '{}' stand in two entries already and mean two things; leave one of them out",
              origin, entry.spellings.front(), entry.spellings.back()));
    if (known.empty()) all.push_back({entry.concept_id, {}});
    const std::size_t place = known.empty() ? all.size() - 1 : *known.begin();
    if (!entry.concept_id.empty()) all[place].concept_id = entry.concept_id;
    for (const std::string& spelling : entry.spellings)
      if (entry_of.emplace(fold(spelling), place).second) all[place].spellings.push_back(spelling);
    changed.insert(place);
  }
  for (const std::size_t place : changed) own.push_back(all[place]);
}

}  // namespace

const Equivalents& Equivalents::bundled() {
  static const Equivalents table = read(kEquivalentsToml, "corpus/equivalents.toml");
  return table;
}

Equivalents Equivalents::read(std::string_view toml, std::string_view origin, const Codebook& codebook) {
  Equivalents table;
  std::unordered_set<std::string> names;
  std::unordered_set<std::string> words;
  try {
    const toml::table file = toml::parse(toml, origin);
    for (const auto& [key, list] : file) {
      if (std::ranges::find(kNameLists, key.str()) != kNameLists.end()) {
        read_list(list, origin, codebook, table.names_, names);
      } else if (key.str() == kWordList) {
        read_list(list, origin, codebook, table.words_, words);
      } else {
        EntryReader(list, origin, codebook)
            .fail(fmt::format("unknown list '{}'; there are {}, {}", key.str(), fmt::join(kNameLists, ", "),
                              kWordList));
      }
    }
  } catch (const toml::parse_error& error) {
    throw Error(ErrorCode::malformed,
                fmt::format("{}:{}: {}", origin, error.source().begin.line, error.description()));
  }
  return table;
}

Equivalents Equivalents::with(const std::filesystem::path& file, const Codebook& codebook) const {
  std::ifstream input(file, std::ios::binary);
  std::ostringstream bytes;
  if (!input || !(bytes << input.rdbuf()))
    throw Error(ErrorCode::unreadable,
                fmt::format("{}: cannot be read as a table of names; check the path and its permissions",
                            file.string()));
  const Equivalents own = read(bytes.str(), file.string(), codebook);
  Equivalents joined = *this;
  join_entries(own.names_, file.string(), joined.names_, joined.own_names_);
  join_entries(own.words_, file.string(), joined.words_, joined.own_words_);
  return joined;
}

}  // namespace sahafa
