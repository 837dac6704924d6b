#include "text/clitics.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "text/char_class.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kLetterBytes = 2;  // of every Arabic letter that folding leaves
constexpr std::size_t kShortestHost = 2 * kLetterBytes;
constexpr std::size_t kMostReadings = 24;

constexpr std::string_view kArticle = "ال";
constexpr std::string_view kLam = "ل";
constexpr std::string_view kFuture = "س";
constexpr std::array<std::string_view, 2> kConjunctions = {"و", "ف"};
constexpr std::array<std::string_view, 4> kPrepositions = {"ب", "ل", "ك", kFuture};
constexpr std::array<std::string_view, 12> kPronouns = {"ه",  "ها", "هم",  "هما", "هن", "ك",
                                                        "كم", "كن", "كما", "نا",  "ني", "ي"};
/// An imperfect verb begins with one of these; only such a verb takes the future س.
constexpr std::array<std::string_view, 4> kImperfectPrefixes = {"ا", "ن", "ي", "ت"};

bool is_arabic(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (char_class(decode_utf8(word, at)) != CharClass::arabic) return false;
  }
  return !word.empty();
}

/// The reading with `prefix` moved from the front of its host to `part`.
CliticReading take(CliticReading reading, std::string_view CliticReading::* part, std::string_view prefix) {
  reading.*part = reading.host.substr(0, prefix.size());
  reading.host.remove_prefix(prefix.size());
  return reading;
}

bool begins_verb(std::string_view host) {
  return std::ranges::any_of(kImperfectPrefixes,
                             [host](std::string_view prefix) { return host.starts_with(prefix); });
}

class Readings {
 public:
  explicit Readings(std::string_view word) {
    const CliticReading whole{.host = word};
    add_prepositions(whole);
    for (const std::string_view conjunction : kConjunctions) {
      if (word.starts_with(conjunction))
        add_prepositions(take(whole, &CliticReading::conjunction, conjunction));
    }
    if (found_.size() > kMostReadings) found_.resize(kMostReadings);
  }

  std::vector<CliticReading> take_all() { return std::move(found_); }

 private:
  void add_prepositions(const CliticReading& reading) {
    add_article(reading);
    for (const std::string_view preposition : kPrepositions) {
      if (!reading.host.starts_with(preposition)) continue;
      const CliticReading shorter = take(reading, &CliticReading::preposition, preposition);
      if (preposition != kFuture) {
        add_article(shorter);
      } else if (begins_verb(shorter.host)) {
        add_pronouns(shorter);
      }
    }
  }

  /// After ل the article is written as a second ل alone.
  void add_article(const CliticReading& reading) {
    add_pronouns(reading);
    const std::string_view article = reading.preposition == kLam ? kLam : kArticle;
    if (reading.host.starts_with(article)) add(take(reading, &CliticReading::article, article));
  }

  /// A noun with an article takes no pronoun, so this comes instead of the article.
  void add_pronouns(const CliticReading& reading) {
    add(reading);
    for (const std::string_view pronoun : kPronouns) {
      if (!reading.host.ends_with(pronoun)) continue;
      CliticReading shorter = reading;
      shorter.pronoun = shorter.host.substr(shorter.host.size() - pronoun.size());
      shorter.host.remove_suffix(pronoun.size());
      add(shorter);
    }
  }

  /// Keeps the order of the header: the longer the host, the earlier. The whole word is always a reading; else the host
  /// keeps two letters.
  void add(const CliticReading& reading) {
    const bool whole = found_.empty();
    if (!whole && reading.host.size() < kShortestHost) return;
    const auto host_size = [](const CliticReading& other) { return other.host.size(); };
    found_.insert(std::ranges::upper_bound(found_, reading.host.size(), std::ranges::greater(), host_size),
                  reading);
  }

  std::vector<CliticReading> found_;
};

}  // namespace

std::vector<CliticReading> read_clitics(std::string_view folded_word) {
  if (!is_arabic(folded_word)) return {CliticReading{.host = folded_word}};
  return Readings(folded_word).take_all();
}

}  // namespace sahafa
