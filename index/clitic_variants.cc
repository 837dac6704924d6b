#include "index/clitic_variants.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "index/arabic_words.h"
#include "index/search_keys.h"
#include "text/clitics.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::string_view kArticle = "ال";
constexpr std::string_view kDoubleLam = "لل";
constexpr std::string_view kLam = "ل";
constexpr std::string_view kTa = "ت";
constexpr std::string_view kTaMarbuta = "ه";   // folded
constexpr std::string_view kOpenNisba = "يت";  // of مسؤولية, whose key is that of مسؤول
constexpr std::size_t kLeastLetters = 3;
constexpr std::array<std::string_view, 3> kConjunctions = {"", "و", "ف"};
constexpr std::array<std::string_view, 4> kPrepositions = {"", "ب", "ل", "ك"};
constexpr std::string_view kFuture = "س";

class Variants {
 public:
  Variants(std::string_view key, bool with_article, const IndexVocabulary& vocabulary)
      : vocabulary_(vocabulary) {
    bases_.emplace_back(key);
    const bool whole = with_article || is_whole(key);
    for (const CliticReading& reading : read_clitics(key)) {
      const bool clitic = !reading.conjunction.empty() || !reading.preposition.empty();
      if (!clitic || !reading.pronoun.empty() || reading.host == key) continue;
      if (reading.article.empty() && count_code_points(reading.host) < kLeastLetters) continue;
      if (!reading.preposition.empty() &&
          begins_with_root_letter(std::string(reading.preposition).append(reading.host)))
        continue;
      if (!whole && vocabulary.has_key(reading.host)) bases_.emplace_back(reading.host);
    }
    for (std::size_t i = 0, asked = bases_.size(); i < asked; ++i)
      add_open_and_closed(std::string(bases_[i]));
  }

  std::vector<std::string> take_all() {
    found_.push_back(bases_.front());
    std::ranges::copy_if(bases_, std::back_inserter(found_), vocabulary_.has_key);
    for (const std::string& base : bases_) add_prefixed(base);
    std::ranges::sort(found_);
    found_.erase(std::ranges::unique(found_).begin(), found_.end());
    return std::move(found_);
  }

 private:
  /// A word that takes the article begins with a letter of its root.
  bool is_whole(std::string_view word) const {
    return vocabulary_.has_form_like(std::string(kArticle).append(word)) || begins_with_root_letter(word);
  }

  /// A noun or adjective in ت, which is no verb and has no ة.
  bool is_noun_in_ta(std::string_view word) const {
    return ends_with_root_ta(word) || vocabulary_.has_form(std::string(kArticle).append(word));
  }

  /// شركه: شركت; اعلن: اعلنت, and back.
  void add_open_and_closed(const std::string& base) {
    if (count_code_points(base) < kLeastLetters) return;
    if (!base.ends_with(kTa)) {
      const std::size_t end = base.ends_with(kTaMarbuta) ? base.size() - kTaMarbuta.size() : base.size();
      for (const std::string_view ending : {kTa, kOpenNisba}) {
        const std::string open = base.substr(0, end).append(ending);
        if (!is_noun_in_ta(open)) bases_.push_back(open);
      }
      return;
    }
    const std::string verb = base.substr(0, base.size() - kTa.size());
    if (count_code_points(verb) < kLeastLetters || is_noun_in_ta(base)) return;
    for (const std::string& word : {verb, arabic_key(verb + std::string(kTaMarbuta))}) {
      if (vocabulary_.has_key(word)) bases_.push_back(word);
    }
  }

  /// `word`: a base with what stands before it.
  void add(const std::string& word) {
    // With letters before it a word may lose an ending that it keeps alone (لجنة: لجنه, but ولجنة: ولجن).
    for (const std::string& key : {word, arabic_key(word)}) {
      if (vocabulary_.has_key(key) && !is_whole(key)) found_.push_back(key);
    }
  }

  void add_lone_letters(std::string_view base) {
    for (const std::string_view preposition : kPrepositions) {
      const std::string word = std::string(preposition).append(base);
      if (!preposition.empty() &&
          (begins_with_root_letter(word) || begins_with_root_letter(arabic_key(word))))
        continue;
      for (const std::string_view conjunction : kConjunctions) add(std::string(conjunction).append(word));
    }
  }

  void add_prefixed(std::string_view base) {
    const std::size_t letters = count_code_points(base);
    if (letters < 2) return;
    if (letters >= kLeastLetters) add_lone_letters(base);
    const bool imperfect = base.starts_with("ي") || base.starts_with("ت") || base.starts_with("ن");
    // لل is ل with the article; before a host in ل one of three lams is not written (للجنة).
    const std::string_view lams = base.starts_with(kLam) ? kLam : kDoubleLam;
    for (const std::string_view conjunction : kConjunctions) {
      if (imperfect && letters > kLeastLetters) add(std::string(conjunction).append(kFuture).append(base));
      add(std::string(conjunction).append(lams).append(base));
    }
    // arabic_key leaves the article on two-letter hosts (الحق); الله is no له with an article.
    if (letters < kLeastLetters && base != "له") {
      for (const std::string_view group : {"ال", "وال", "فال", "بال", "كال"})
        add(std::string(group).append(base));
    }
  }

  const IndexVocabulary& vocabulary_;
  std::vector<std::string> bases_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> clitic_variants(std::string_view key, bool with_article,
                                         const IndexVocabulary& vocabulary) {
  return Variants(key, with_article, vocabulary).take_all();
}

}  // namespace sahafa
