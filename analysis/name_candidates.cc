#include "analysis/name_candidates.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "corpus/bilingual.h"
#include "index/search_keys.h"
#include "text/clitics.h"
#include "text/fold.h"
#include "text/lower.h"
#include "text/sounds.h"
#include "text/stop_words.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kLeastConsonants = 3;       // of one unit: fewer meet by chance
constexpr std::size_t kLeastConsonantsOfTwo = 4;  // of two together
constexpr std::size_t kLowerOfCapitals = 5;       // a name is written small in one case of six at most
constexpr std::string_view kArabicArticle = "ال";
constexpr std::size_t kLeastHostBytes = 6;     // three letters
constexpr std::string_view kAccusative = "ا";  // of names, too
constexpr std::array<std::string_view, 9> kEndings = {"ه",  "ها", "هم",        "ات", "ين",
                                                      "ون", "يه", kAccusative, "ت"};

// What makes one name with the word behind it.
constexpr std::array<std::string_view, 12> kParticles = {"el",   "al",  "ben", "bin",  "ibn", "abd",
                                                         "abou", "abu", "ait", "ould", "bou", "oulad"};
constexpr std::array<std::string_view, 9> kArabicParticles = {"عبد", "بن", "ابن", "ايت", "اولاد",
                                                              "ابو", "بو", "ولد", "اهل"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

enum class Case : std::uint8_t {
  small,
  capital,
  shouted
};  ///< shouted: CNSS, a matter of the table of institutions

bool is_capital(std::string_view character) { return lower_case(character) != character; }

Case case_of(std::string_view surface) {
  std::size_t second = 0;
  decode_utf8(surface, second);
  if (!is_capital(surface.substr(0, second))) return Case::small;
  std::size_t third = second;
  if (second < surface.size()) decode_utf8(surface, third);
  return is_capital(surface.substr(second, third - second)) ? Case::shouted : Case::capital;
}

std::vector<Case> cases_of(const Vocabulary& surfaces) {
  std::vector<Case> cases(surfaces.size());
  for (std::uint32_t id = 0; id < cases.size(); ++id) cases[id] = case_of(surfaces.get(id));
  return cases;
}

std::string_view without_latin_article(std::string_view name) {
  for (const std::string_view article :
       {"el ", "al ", "el-", "al-", "er-", "ar-", "es-", "as-", "ed-", "en-", "an-"})
    if (name.starts_with(article)) return name.substr(article.size());
  return name;
}

/// Words side by side that are one part of a name.
struct Unit {
  std::size_t first = 0;  ///< token
  std::size_t last = 0;
};

std::string joined(Unit unit, const std::function<std::string_view(std::size_t)>& word_at) {
  std::string text;
  for (std::size_t i = unit.first; i <= unit.last; ++i)
    text.append(text.empty() ? "" : " ").append(word_at(i));
  return text;
}

/// One way to hear a unit.
struct Reading {
  std::string consonants;  ///< without h, which French leaves out
  std::string sounds;
};

std::vector<Reading> read_unit(std::string_view folded) {
  std::vector<Reading> readings;
  for (std::string& sounds : word_sounds(folded)) {
    std::string heard = sounds;
    std::erase(heard, 'H');
    readings.push_back({consonants_of(heard), std::move(sounds)});
  }
  return readings;
}

class Collector {
 public:
  explicit Collector(const TokenStore& store) : store_(&store) {}

  void begin(std::size_t document, std::size_t first_token, std::size_t last_token) {
    document_ = document;
    first_ = first_token;
    last_ = last_token;
  }

  void add(NamesByConsonants& names, const std::string& key, const std::string& sounds, Unit whole,
           std::size_t units) {
    NameCandidate& name =
        names[key][joined(whole, [&](std::size_t i) { return store_->form(store_->form_ids()[i]); })];
    if (name.articles == 0) {
      name.written = joined(whole, [&](std::size_t i) { return store_->surface(store_->surface_ids()[i]); });
      name.units = units;
      name.document = document_;
      name.first_token = first_;
      name.last_token = last_;
    }
    if (std::ranges::find(name.sounds, sounds) == name.sounds.end()) name.sounds.push_back(sounds);
    if (name.last_counted == document_) return;
    name.last_counted = document_;
    ++name.articles;
  }

 private:
  const TokenStore* store_;
  std::size_t document_ = 0;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

/// Calls visit(document, first token, behind the last) for each sentence.
template <class Visit>
void visit_sentences(const TokenStore& store, std::span<const std::size_t> documents, const Visit& visit) {
  const auto sentences = store.sentence_offsets();
  for (const std::size_t document : documents) {
    const std::uint64_t end = store.document_offsets()[document + 1];
    auto sentence = std::ranges::lower_bound(sentences, store.document_offsets()[document]);
    for (; sentence != sentences.end() && *sentence < end; ++sentence) {
      const auto next = std::next(sentence);
      visit(document, static_cast<std::size_t>(*sentence),
            static_cast<std::size_t>(next == sentences.end() ? end : std::min(*next, end)));
    }
  }
}

bool is_long_enough(std::string_view first, std::string_view second) {
  return !first.empty() && !second.empty() && first.size() + second.size() >= kLeastConsonantsOfTwo;
}

class LatinNames {
 public:
  explicit LatinNames(const TokenStore& store)
      : store_(&store),
        cases_(cases_of(store.surfaces())),
        small_(store.forms().size()),
        capital_(store.forms().size()) {}

  NamesByConsonants find(std::span<const std::size_t> documents) {
    visit_sentences(*store_, documents,
                    [&](std::size_t, std::size_t first, std::size_t end) { count(first, end); });
    NamesByConsonants names;
    Collector collector(*store_);
    visit_sentences(*store_, documents, [&](std::size_t document, std::size_t first, std::size_t end) {
      collector.begin(document, first, end - 1);
      add_names(first, end, collector, names);
    });
    return names;
  }

 private:
  // The first word of a sentence has its capital from there.
  void count(std::size_t first, std::size_t end) {
    for (std::size_t i = first + 1; i < end; ++i) {
      if (store_->kind(i) != TokenKind::word) continue;
      auto& counts = case_at(i) == Case::small ? small_ : capital_;
      ++counts[store_->form_ids()[i]];
    }
  }

  bool is_name(std::size_t token) const {
    const std::uint32_t id = store_->form_ids()[token];
    return store_->kind(token) == TokenKind::word && capital_[id] > kLowerOfCapitals * small_[id] &&
           case_at(token) == Case::capital && !is_stop_word(store_->form(id));
  }

  bool is_particle(std::size_t token) const {
    return store_->kind(token) == TokenKind::word && case_at(token) == Case::capital &&
           is_one_of(kParticles, store_->form(store_->form_ids()[token]));
  }

  void add_names(std::size_t first, std::size_t end, Collector& collector, NamesByConsonants& names) {
    std::optional<Unit> before;
    for (std::size_t i = first + 1; i < end;) {
      Unit unit{i, i};
      while (is_particle(unit.last) && unit.last + 1 < end) ++unit.last;
      if (!is_name(unit.last)) {
        before.reset();
        ++i;
        continue;
      }
      const Reading heard = read(unit);
      if (heard.consonants.size() >= kLeastConsonants)
        collector.add(names, heard.consonants, heard.sounds, unit, 1);
      if (before) {
        const Reading first_heard = read(*before);
        if (is_long_enough(first_heard.consonants, heard.consonants))
          collector.add(names, first_heard.consonants + '-' + heard.consonants,
                        first_heard.sounds + heard.sounds, {before->first, unit.last}, 2);
      }
      before = unit;
      i = unit.last + 1;
    }
  }

  Reading read(Unit unit) const {
    const std::string name = joined(unit, [&](std::size_t i) { return store_->form(store_->form_ids()[i]); });
    std::vector<Reading> readings = read_unit(without_latin_article(name));
    return readings.empty() ? Reading{} : std::move(readings.front());
  }

  Case case_at(std::size_t token) const { return cases_[store_->surface_ids()[token]]; }

  const TokenStore* store_;
  std::vector<Case> cases_;  ///< by surface
  std::vector<std::size_t> small_;
  std::vector<std::size_t> capital_;
};

std::unordered_set<std::string> translated_words() {
  std::unordered_set<std::string> words;
  for (const BilingualRow& row : BilingualList::bundled().rows())
    for (const std::string& word : row.arabic) words.insert(fold(word));
  return words;
}

class ArabicNames {
 public:
  ArabicNames(const TokenStore& store, const NamesByConsonants& sought)
      : store_(&store), sought_(&sought), translated_(translated_words()) {
    for (const auto& [key, names] : sought) {
      const std::size_t dash = key.find('-');
      parts_.insert(key.substr(0, dash));
      if (dash != std::string::npos) parts_.insert(key.substr(dash + 1));
    }
  }

  NamesByConsonants find(std::span<const std::size_t> documents) {
    visit_sentences(*store_, documents, [&](std::size_t, std::size_t first, std::size_t end) {
      for (std::size_t i = first; i < end; ++i) forms_.insert(form(i));
    });
    NamesByConsonants names;
    Collector collector(*store_);
    visit_sentences(*store_, documents, [&](std::size_t document, std::size_t first, std::size_t end) {
      collector.begin(document, first, end - 1);
      add_names(first, end, collector, names);
    });
    return names;
  }

 private:
  struct Heard {
    std::vector<Reading> readings;  ///< those with consonants of a name that is sought
    bool is_ordinary = false;
  };

  std::string_view form(std::size_t token) const { return store_->form(store_->form_ids()[token]); }

  bool is_ordinary(std::string_view word) const {
    if (is_stop_word(word) || translated_.contains(std::string(word)) || is_inflected(word)) return true;
    if (word.starts_with(kArabicArticle)) {
      const std::string_view bare = word.substr(kArabicArticle.size());
      return forms_.contains(bare) || translated_.contains(std::string(bare));
    }
    return forms_.contains(std::string(kArabicArticle) + std::string(word));
  }

  bool stands(std::string_view word) const {
    return forms_.contains(word) || forms_.contains(std::string(kArabicArticle) + std::string(word));
  }

  /// Whether the word is another one of the corpus with a clitic or an ending, or takes one there.
  bool is_inflected(std::string_view word) const {
    for (const CliticReading& reading : read_clitics(word)) {
      const bool cut =
          !reading.conjunction.empty() || !reading.preposition.empty() || !reading.pronoun.empty();
      if (cut && reading.host.size() >= kLeastHostBytes && stands(reading.host)) return true;
    }
    for (const std::string_view ending : kEndings) {
      if (word.ends_with(ending) && word.size() >= ending.size() + kLeastHostBytes &&
          stands(word.substr(0, word.size() - ending.size())))
        return true;
      if (ending != kAccusative && stands(std::string(word) + std::string(ending))) return true;
    }
    return false;
  }

  const Heard& hear(const std::string& unit) {
    const auto [place, is_new] = heard_.try_emplace(unit);
    Heard& heard = place->second;
    if (!is_new || !is_arabic_word(unit)) return heard;
    std::vector<std::string> spellings{unit};
    if (unit.starts_with(kArabicArticle)) spellings.push_back(unit.substr(kArabicArticle.size()));
    if (const std::size_t inside = unit.find(" " + std::string(kArabicArticle));
        inside != std::string::npos) {
      spellings.push_back(unit);
      spellings.back().erase(inside, 1 + kArabicArticle.size());
    }
    for (const std::string& spelling : spellings)
      for (Reading& reading : read_unit(spelling))
        if (parts_.contains(reading.consonants)) heard.readings.push_back(std::move(reading));
    if (!heard.readings.empty()) heard.is_ordinary = unit.find(' ') == std::string::npos && is_ordinary(unit);
    return heard;
  }

  void add_names(std::size_t first, std::size_t end, Collector& collector, NamesByConsonants& names) {
    std::optional<Unit> before;
    const Heard* heard_before = nullptr;
    for (std::size_t i = first; i < end;) {
      Unit unit{i, i};
      if (store_->kind(i) == TokenKind::word && is_one_of(kArabicParticles, form(i)) && i + 1 < end)
        ++unit.last;
      const bool is_word = store_->kind(unit.last) == TokenKind::word;
      const Heard* heard = is_word ? &hear(joined(unit, [&](std::size_t at) { return form(at); })) : nullptr;
      if (heard != nullptr && !heard->is_ordinary) add_single(unit, *heard, collector, names);
      if (heard != nullptr && before && !(heard->is_ordinary && heard_before->is_ordinary))
        add_pair({before->first, unit.last}, *heard_before, *heard, collector, names);
      before = heard != nullptr && !heard->readings.empty() ? std::optional(unit) : std::nullopt;
      heard_before = heard;
      i = unit.last + 1;
    }
  }

  void add_single(Unit unit, const Heard& heard, Collector& collector, NamesByConsonants& names) const {
    for (const Reading& reading : heard.readings)
      if (sought_->contains(reading.consonants))
        collector.add(names, reading.consonants, reading.sounds, unit, 1);
  }

  void add_pair(Unit whole, const Heard& first, const Heard& second, Collector& collector,
                NamesByConsonants& names) const {
    for (const Reading& one : first.readings) {
      for (const Reading& other : second.readings) {
        const std::string key = one.consonants + '-' + other.consonants;
        if (sought_->contains(key)) collector.add(names, key, one.sounds + other.sounds, whole, 2);
      }
    }
  }

  const TokenStore* store_;
  const NamesByConsonants* sought_;
  std::unordered_set<std::string> translated_;
  std::set<std::string, std::less<>> parts_;
  std::unordered_set<std::string_view> forms_;
  std::unordered_map<std::string, Heard> heard_;
};

}  // namespace

NamesByConsonants find_latin_names(const TokenStore& store, std::span<const std::size_t> documents) {
  return LatinNames(store).find(documents);
}

NamesByConsonants find_arabic_names(const TokenStore& store, std::span<const std::size_t> documents,
                                    const NamesByConsonants& sought) {
  return ArabicNames(store, sought).find(documents);
}

}  // namespace sahafa
