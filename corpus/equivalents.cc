#include "corpus/equivalents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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
  EntryReader(const toml::node& node, std::string_view origin) : node_(node), origin_(origin) {}

  Equivalent read() const {
    const toml::table* table = node_.as_table();
    if (table == nullptr) fail("an entry is written { fr = [...], ar = [...] }");
    Equivalent entry;
    for (const auto& [key, value] : *table) {
      if (key.str() != "concept" && key.str() != "fr" && key.str() != "ar")
        fail(fmt::format("unknown field '{}'; an entry has concept, fr, ar", key.str()));
    }
    entry.concept_id = table->get("concept") == nullptr ? "" : table->get("concept")->value_or(std::string());
    if (!entry.concept_id.empty() && Codebook::bundled().find_actor(entry.concept_id) == nullptr)
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
};

void read_list(const toml::node& list, std::string_view origin, std::vector<Equivalent>& entries,
               std::unordered_set<std::string>& seen) {
  const toml::array* array = list.as_array();
  if (array == nullptr)
    EntryReader(list, origin).fail("a list of entries is written [ { fr = [...], ar = [...] }, ... ]");
  for (const toml::node& node : *array) {
    const EntryReader reader(node, origin);
    entries.push_back(reader.read());
    std::unordered_set<std::string> own;
    for (const std::string& spelling : entries.back().spellings) own.insert(fold(spelling));
    for (const std::string& spelling : own) {
      if (!seen.insert(spelling).second)
        reader.fail(fmt::format("'{}' already stands in another entry", spelling));
    }
  }
}

}  // namespace

const Equivalents& Equivalents::bundled() {
  static const Equivalents table = read(kEquivalentsToml, "corpus/equivalents.toml");
  return table;
}

Equivalents Equivalents::read(std::string_view toml, std::string_view origin) {
  Equivalents table;
  std::unordered_set<std::string> names;
  std::unordered_set<std::string> words;
  try {
    const toml::table file = toml::parse(toml, origin);
    for (const auto& [key, list] : file) {
      if (std::ranges::find(kNameLists, key.str()) != kNameLists.end()) {
        read_list(list, origin, table.names_, names);
      } else if (key.str() == kWordList) {
        read_list(list, origin, table.words_, words);
      } else {
        EntryReader(list, origin)
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

}  // namespace sahafa
