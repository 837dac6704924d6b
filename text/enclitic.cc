#include "text/enclitic.h"

#include <algorithm>
#include <array>

#include "text/match.h"

namespace sahafa {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Endings that the word before an enclitic may have, as a verb form: separated by blanks, "*" for any.
struct Enclitic {
  std::string_view form;
  std::string_view host_endings;
};

constexpr std::array kEnclitics = {
    // Subjects. The third person takes them behind t or d only, else -t- is put between.
    Enclitic{"il", "t d"},
    Enclitic{"ils", "t d"},
    Enclitic{"elle", "t d"},
    Enclitic{"elles", "t d"},
    Enclitic{"on", "t d"},
    Enclitic{"ce", "t d sera"},
    Enclitic{"je", "s x e é i"},
    Enclitic{"tu", "s x"},
    Enclitic{"vous", "ez tes"},
    Enclitic{"nous", "s z e a"},
    // Objects, behind an imperative.
    Enclitic{"moi", "s z e a"},
    Enclitic{"toi", "s z e a"},
    Enclitic{"lui", "s z e a"},
    Enclitic{"leur", "s z e a"},
    Enclitic{"le", "s z e a"},
    Enclitic{"la", "s z e a"},
    Enclitic{"les", "s z e a"},
    Enclitic{"y", "s z"},
    Enclitic{"en", "s z"},
    Enclitic{"m'en", "*"},
    Enclitic{"t'en", "*"},
    Enclitic{"m’en", "*"},
    Enclitic{"t’en", "*"},
    // Particles, behind a noun.
    Enclitic{"ci", "*"},
    Enclitic{"là", "*"},
    Enclitic{"LÀ", "*"},
};

/// What stands before the last hyphen in compounds that only look like it: celui-ci, chez-moi, garde-à-vous,
/// rendez-vous.
constexpr std::array<std::string_view, 20> kCompoundHosts = {
    "a",  "celle", "celles", "celui",  "ceux", "chez", "ci",  "de", "entre", "jusque",
    "là", "non",   "par",    "rendez", "sous", "sur",  "voi", "à",  "À",     "LÀ"};
constexpr std::string_view kAnyEnding = "*";

bool has_ending(std::string_view host, std::string_view endings) {
  if (endings == kAnyEnding) return true;
  while (!endings.empty()) {
    const std::string_view ending = endings.substr(0, endings.find(' '));
    if (host.size() > ending.size() &&
        compare_ascii_case(host.substr(host.size() - ending.size()), ending) == 0) {
      return true;
    }
    endings.remove_prefix(std::min(endings.size(), ending.size() + 1));
  }
  return false;
}

bool has_lower(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool has_upper(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::size_t find_enclitic(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == kNone || hyphen == 0) return kNone;
  const std::string_view last = word.substr(hyphen + 1);
  const std::string_view host = word.substr(0, hyphen);
  const auto is_last = [last](const Enclitic& enclitic) {
    return compare_ascii_case(enclitic.form, last) == 0;
  };
  const auto enclitic = std::ranges::find_if(kEnclitics, is_last);
  // A capital in the middle belongs to a name, but for a word that is all capitals.
  if (enclitic == kEnclitics.end() || (has_upper(last) && has_lower(word))) return kNone;
  if (host.size() > 2 && host.ends_with("-t") && enclitic->host_endings == "t d") return host.size() - 2;
  const std::string_view before = host.substr(host.rfind('-') + 1);
  const bool compound = std::ranges::any_of(
      kCompoundHosts, [before](std::string_view known) { return compare_ascii_case(known, before) == 0; });
  return !compound && has_ending(host, enclitic->host_endings) ? hyphen : kNone;
}

}  // namespace sahafa
