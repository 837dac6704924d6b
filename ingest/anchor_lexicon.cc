#include "ingest/anchor_lexicon.h"

#include <algorithm>
#include <array>

#include "ingest/anchor_id.h"
#include "text/clitics.h"
#include "text/fold.h"
#include "text/stem.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

constexpr std::size_t kLetterBytes = 2;  // of every Arabic letter that folding leaves
constexpr std::size_t kLeastLetters = 3 * kLetterBytes;
constexpr float kActorWeight = 4.0F;

// Folded endings of nouns and verbs, the shortest first.
constexpr std::array<std::string_view, 17> kEndings = {"ه",  "ي",  "ا",  "ت",  "ون", "ين",  "ان",  "ات", "يه",
                                                       "يا", "وا", "تا", "ني", "نا", "يين", "يون", "يات"};
constexpr std::array<std::string_view, 5> kArticles = {"وال", "بال", "كال", "فال", "ال"};

bool is_arabic(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) >= 0xD8 &&
         static_cast<unsigned char>(word.front()) <= 0xDB;
}

template <class Visit>
bool visit_reductions(std::string_view word, const Visit& visit) {
  for (const std::string_view ending : kEndings) {
    if (word.size() < ending.size() + kLeastLetters || !word.ends_with(ending)) continue;
    if (visit(word.substr(0, word.size() - ending.size()))) return true;
  }
  return false;
}

void add_row(AnchorLexicon::Rows& rows, const LexiconRow& row) {
  const bool known = std::ranges::any_of(rows, [&](const auto& other) { return other.anchor == row.anchor; });
  if (!known) rows.push_back(row);
}

const AnchorLexicon::Rows* find_in(const std::unordered_map<std::string, AnchorLexicon::Rows>& map,
                                   std::string_view key) {
  const auto found = map.find(std::string(key));
  return found == map.end() ? nullptr : &found->second;
}

bool is_acronym(std::string_view name) {
  return name.size() >= 3 && std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

class AnchorLexicon::Builder {
 public:
  explicit Builder(AnchorLexicon& lexicon) : lexicon_(lexicon) {}

  void add(const BilingualRow& row) {
    const std::string name =
        (row.french.empty() ? "" : row.french[0]) + '=' + (row.arabic.empty() ? "" : row.arabic[0]);
    const LexiconRow made{anchor_id(AnchorKind::row, name), static_cast<float>(row.weight)};
    for (const std::string& word : row.french) add_entry(word, made);
    for (const std::string& word : row.arabic) add_entry(word, made);
  }

  // Names of several words and acronyms; a single word ("la Caisse") is a concept only in texts of the affair.
  void add(const Actor& actor) {
    const LexiconRow made{anchor_id(AnchorKind::row, "actor:" + actor.id), kActorWeight};
    for (const char* lang : {"fr", "ar"}) {
      const auto names = actor.names.find(lang);
      if (names == actor.names.end()) continue;
      for (std::string name : names->second) {
        if (name.find(' ') == std::string::npos && !is_acronym(name)) continue;
        std::ranges::replace(name, ' ', '_');
        add_entry(name, made);
      }
    }
  }

 private:
  void add_entry(std::string_view entry, const LexiconRow& row) {
    if (entry.find('_') != std::string_view::npos) {
      add_phrase(entry, row);
      return;
    }
    const std::string form = fold(entry);
    Maps& maps = is_arabic(form) ? lexicon_.arabic_ : lexicon_.french_;
    add_row(maps.forms[form], row);
    if (form.front() >= '0' && form.front() <= '9') {
      add_row(lexicon_.arabic_.forms[form], row);
      return;
    }
    add_row(maps.stems[stemmer_.stem(entry)], row);
    if (is_arabic(form))
      visit_reductions(form, [&](std::string_view reduced) {
        add_row(maps.reduced[std::string(reduced)], row);
        return false;
      });
  }

  void add_phrase(std::string_view entry, const LexiconRow& row) {
    std::string words(entry);
    std::ranges::replace(words, '_', ' ');
    std::string keys;
    std::string first;
    std::size_t count = 0;
    for (const Token& token : tokenize(words)) {
      const std::string_view word = slice(words, token.span());
      const std::string form = fold(word);
      const std::string stem = stemmer_.stem(word);
      const Rows* known = lexicon_.find(form, stem, is_arabic(form));
      if (known != nullptr && known->front().weight == 0.0F) continue;
      const std::string key = phrase_key(form, stem, is_arabic(form));
      if (count == 0) first = key;
      keys += (count == 0 ? "" : "_") + key;
      ++count;
    }
    if (count < 2) return;
    add_row(lexicon_.phrases_[keys], row);
    std::size_t& longest = lexicon_.phrase_starts_[first];
    longest = std::max(longest, count);
  }

  AnchorLexicon& lexicon_;
  Stemmer stemmer_;
};

AnchorLexicon::AnchorLexicon(const BilingualList& list, const Codebook& codebook) {
  Builder builder(*this);
  for (const BilingualRow& row : list.rows()) builder.add(row);
  for (const Actor& actor : codebook.actors()) builder.add(actor);
}

const AnchorLexicon& AnchorLexicon::bundled() {
  static const AnchorLexicon lexicon(BilingualList::bundled(), Codebook::bundled());
  return lexicon;
}

const AnchorLexicon::Rows* AnchorLexicon::find(std::string_view form, std::string_view stem,
                                               bool arabic) const {
  if (arabic) return find_arabic(form, stem);
  const Rows* const rows = find_in(french_.forms, form);
  return rows != nullptr ? rows : find_in(french_.stems, stem);
}

const AnchorLexicon::Rows* AnchorLexicon::find_host(std::string_view host) const {
  if (const Rows* rows = find_in(arabic_.forms, host)) return rows;
  const Rows* rows = nullptr;
  const auto among = [&](const auto& map) {
    return [&](std::string_view reduced) { return (rows = find_in(map, reduced)) != nullptr; };
  };
  if (visit_reductions(host, among(arabic_.forms))) return rows;
  if ((rows = find_in(arabic_.reduced, host)) != nullptr) return rows;
  visit_reductions(host, among(arabic_.reduced));
  return rows;
}

const AnchorLexicon::Rows* AnchorLexicon::find_arabic(std::string_view form, std::string_view stem) const {
  const std::vector<CliticReading> readings = read_clitics(form);
  for (const CliticReading& reading : readings) {
    // Before a pronoun ta marbuta is written ت.
    if (!reading.pronoun.empty() && reading.host.ends_with("ت")) {
      const std::string host(reading.host.substr(0, reading.host.size() - kLetterBytes));
      if (const Rows* rows = find_in(arabic_.forms, host + "ه")) return rows;
    }
    if (const Rows* rows = find_host(reading.host)) return rows;
  }
  // The list has imperfect verbs in the third person: تقول is found as يقول.
  for (const CliticReading& reading : readings) {
    for (const std::string_view person : {"ت", "ن", "ا"}) {
      if (!reading.host.starts_with(person) || reading.host.size() < 4 * kLetterBytes) continue;
      const std::string host = "ي" + std::string(reading.host.substr(kLetterBytes));
      if (const Rows* rows = find_host(host)) return rows;
    }
  }
  return find_in(arabic_.stems, stem);
}

std::string AnchorLexicon::phrase_key(std::string_view form, std::string_view stem, bool arabic) {
  if (!arabic) return std::string(stem);
  // Light stemming without a lexicon (after Larkey's light10): article, conjunction, common endings.
  for (const std::string_view article : kArticles) {
    if (form.starts_with(article) && form.size() >= article.size() + 2 * kLetterBytes) {
      form.remove_prefix(article.size());
      break;
    }
  }
  if (form.starts_with("لل") && form.size() >= 5 * kLetterBytes) form.remove_prefix(2 * kLetterBytes);
  if (form.starts_with("و") && form.size() >= 4 * kLetterBytes) form.remove_prefix(kLetterBytes);
  for (const std::string_view ending : {"ون", "ين", "ات", "ان", "يه", "ه", "ي"}) {
    if (form.ends_with(ending) && form.size() >= ending.size() + 2 * kLetterBytes) {
      form.remove_suffix(ending.size());
      break;
    }
  }
  return std::string(form);
}

const AnchorLexicon::Rows* AnchorLexicon::find_phrase(const std::vector<std::string_view>& keys) const {
  std::string joined;
  for (const std::string_view key : keys) (joined += joined.empty() ? "" : "_") += key;
  return find_in(phrases_, joined);
}

std::size_t AnchorLexicon::longest_phrase(std::string_view key) const {
  const auto found = phrase_starts_.find(std::string(key));
  return found == phrase_starts_.end() ? 0 : found->second;
}

}  // namespace sahafa
