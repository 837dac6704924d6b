#include "index/merge_words.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "index/word_file_writer.h"

namespace sahafa {
namespace {

/// An element of one of several sorted sequences.
struct Element {
  std::uint32_t source = 0;
  std::uint32_t number = 0;
};

/// Goes through sorted sequences of these sizes together: calls `visit` with the equal elements of all of them, in order of the sequences.
template <class Less, class Visit>
void merge_sorted(std::span<const std::uint32_t> sizes, const Less& less, const Visit& visit) {
  const auto later = [&](const Element& one, const Element& other) {
    if (less(other, one)) return true;
    return !less(one, other) && one.source > other.source;
  };
  std::priority_queue<Element, std::vector<Element>, decltype(later)> heap(later);
  for (std::uint32_t source = 0; source < sizes.size(); ++source) {
    if (sizes[source] > 0) heap.push({source, 0});
  }
  std::vector<Element> equal;
  while (!heap.empty()) {
    equal.clear();
    do {
      const Element element = heap.top();
      heap.pop();
      equal.push_back(element);
      if (element.number + 1 < sizes[element.source]) heap.push({element.source, element.number + 1});
    } while (!heap.empty() && !less(equal.front(), heap.top()));
    visit(std::span<const Element>(equal));
  }
}

/// A key of a type: part of the compound, number of the key.
using KeyOf = std::pair<std::uint8_t, std::uint32_t>;

/// What tells the types of a file apart.
struct TypeIdentities {
  std::vector<std::uint32_t> form;    ///< by type: the whole word
  std::vector<std::uint32_t> begins;  ///< by type: its first key; one more behind the last type
  std::vector<KeyOf> keys;            ///< of a type in order of parts and bytes

  std::span<const KeyOf> keys_of(std::uint32_t type) const {
    return std::span(keys).subspan(begins[type], begins[type + 1] - begins[type]);
  }
};

/// Calls `visit` with each type of each string of a table. Throws Error(malformed) for a type that the file does not have.
template <class Visit>
void visit_types(const WordFile& file, const WordTable& table, const Visit& visit) {
  for (std::uint32_t string = 0; string < table.size(); ++string) {
    const std::span<const std::uint32_t> types = table.types(string);
    const std::span<const std::uint8_t> tags = table.tags(string);
    for (std::size_t i = 0; i < types.size(); ++i) {
      file.list_bytes(types[i]);  // throws where there is none
      visit(types[i], tags[i], string);
    }
  }
}

TypeIdentities identify(const WordFile& file) {
  TypeIdentities identities;
  identities.form.resize(file.types());
  identities.begins.resize(file.types() + std::size_t{1});
  visit_types(file, file.forms(), [&](std::uint32_t type, std::uint8_t tag, std::uint32_t form) {
    if (tag != kOtherForm) identities.form[type] = form;
  });
  visit_types(file, file.keys(),
              [&](std::uint32_t type, std::uint8_t, std::uint32_t) { ++identities.begins[type + 1]; });
  std::partial_sum(identities.begins.begin(), identities.begins.end(), identities.begins.begin());
  identities.keys.resize(identities.begins.back());
  std::vector<std::uint32_t> next = identities.begins;
  visit_types(file, file.keys(), [&](std::uint32_t type, std::uint8_t part, std::uint32_t key) {
    identities.keys[next[type]++] = {part, key};
  });
  for (std::uint32_t type = 0; type < file.types(); ++type) {
    const auto first = identities.keys.begin() + identities.begins[type];
    std::sort(first, identities.keys.begin() + identities.begins[type + 1]);
  }
  return identities;
}

/// Of a word that no article is left with.
constexpr std::uint32_t kNoType = static_cast<std::uint32_t>(-1);

class Merger {
 public:
  Merger(std::span<const WordFile> files, const std::filesystem::path& path, const DocumentSet* gone)
      : files_(files), positions_(files.front().positions()), gone_(gone), writer_(path, positions_) {
    for (const WordFile& file : files) {
      identities_.push_back(identify(file));
      new_types_.emplace_back(file.types());
    }
  }

  std::uint64_t run() {
    merge_types();
    const WordTableDraft forms =
        merge_table([](const WordFile& file) -> const WordTable& { return file.forms(); });
    const WordTableDraft keys =
        merge_table([](const WordFile& file) -> const WordTable& { return file.keys(); });
    return writer_.finish(forms, keys, merge_articles());
  }

 private:
  std::string_view form_of(const Element& type) const {
    return files_[type.source].forms().at(identities_[type.source].form[type.number]);
  }

  /// As WordCollector sorts: by form, then by the keys of each part, then by the closed key.
  bool is_before(const Element& one, const Element& other) const {
    if (const auto order = form_of(one) <=> form_of(other); order != 0) return order < 0;
    const std::span<const KeyOf> keys = identities_[one.source].keys_of(one.number);
    const std::span<const KeyOf> others = identities_[other.source].keys_of(other.number);
    for (std::size_t i = 0; i < keys.size() && i < others.size(); ++i) {
      // An end of a part before another key of it.
      if (keys[i].first != others[i].first) return keys[i].first > others[i].first;
      const std::string_view key = files_[one.source].keys().at(keys[i].second);
      if (const auto order = key <=> files_[other.source].keys().at(others[i].second); order != 0)
        return order < 0;
    }
    return keys.size() < others.size();
  }

  void merge_types() {
    std::vector<std::uint32_t> sizes;
    for (const WordFile& file : files_) sizes.push_back(file.types());
    std::uint32_t next = 0;
    std::string list;
    merge_sorted(
        sizes, [&](const Element& one, const Element& other) { return is_before(one, other); },
        [&](std::span<const Element> same) {
          list.clear();
          std::uint32_t last = 0;
          std::uint32_t articles = 0;
          for (const Element& type : same) {
            const WordFile& file = files_[type.source];
            if (gone_ == nullptr) articles += file.articles(type.number);
            last = append(file.list_bytes(type.number), last, list, articles, positions_);
            new_types_[type.source][type.number] = next;
          }
          if (articles == 0) {
            for (const Element& type : same) new_types_[type.source][type.number] = kNoType;
            return;
          }
          writer_.add_type(list, articles, files_[same.front().source].parts(same.front().number));
          ++next;
        });
  }

  /// Returns the last article then. Counts in `articles` where some are gone.
  std::uint32_t append(std::span<const std::byte> more, std::uint32_t before, std::string& list,
                       std::uint32_t& articles, bool positions) const {
    return gone_ == nullptr ? append_list(list, before, more, positions)
                            : append_list_without(list, before, more, positions, *gone_, articles);
  }

  template <class TableOf>
  WordTableDraft merge_table(const TableOf& table_of) const {
    std::vector<std::uint32_t> sizes;
    for (const WordFile& file : files_) sizes.push_back(table_of(file).size());
    const auto string = [&](const Element& element) {
      return table_of(files_[element.source]).at(element.number);
    };
    WordTableDraft draft;
    std::vector<std::pair<std::uint32_t, std::uint8_t>> refs;
    merge_sorted(
        sizes, [&](const Element& one, const Element& other) { return string(one) < string(other); },
        [&](std::span<const Element> same) {
          refs.clear();
          for (const Element& element : same) {
            const WordTable& table = table_of(files_[element.source]);
            const auto types = table.types(element.number);
            for (std::size_t i = 0; i < types.size(); ++i) {
              const std::uint32_t type = new_types_[element.source][types[i]];
              if (type != kNoType) refs.emplace_back(type, table.tags(element.number)[i]);
            }
          }
          if (refs.empty()) return;
          draft.add_string(string(same.front()));
          std::ranges::sort(refs);
          const auto end = std::ranges::unique(refs).begin();
          for (auto ref = refs.begin(); ref != end; ++ref) draft.add_ref(ref->first, ref->second);
        });
    return draft;
  }

  ArticleWords merge_articles() const {
    ArticleWords articles;
    std::uint32_t last = 0;
    for (const WordFile& file : files_) {
      if (file.article_words().empty()) continue;
      if (articles.words.empty()) articles.first = file.first_article();
      const std::size_t before = file.first_article() - articles.first;
      articles.words.resize(before);
      articles.titles.resize(before);
      articles.words.insert(articles.words.end(), file.article_words().begin(), file.article_words().end());
      articles.titles.insert(articles.titles.end(), file.title_ends().begin(), file.title_ends().end());
      std::uint32_t with_sentences = 0;
      last = append(file.sentence_bytes(), last, articles.sentences, with_sentences, true);
    }
    for (std::size_t i = 0; gone_ != nullptr && i < articles.words.size(); ++i) {
      if (!gone_->has(articles.first + static_cast<std::uint32_t>(i))) continue;
      articles.words[i] = 0;
      articles.titles[i] = 0;
    }
    return articles;
  }

  std::span<const WordFile> files_;
  bool positions_;
  const DocumentSet* gone_;
  WordFileWriter writer_;
  std::vector<TypeIdentities> identities_;
  std::vector<std::vector<std::uint32_t>> new_types_;  ///< by file and type
};

}  // namespace

std::uint64_t merge_word_files(std::span<const WordFile> files, const std::filesystem::path& path,
                               const DocumentSet* gone) {
  return Merger(files, path, gone).run();
}

}  // namespace sahafa
