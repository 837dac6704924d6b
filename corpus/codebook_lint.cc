#include "corpus/codebook_lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "text/tokenize.h"

namespace sahafa {
namespace {

constexpr std::array<std::pair<const char*, std::string_view>, 2> kLanguages = {
    {{"fr", "French"}, {"ar", "Arabic"}}};

using Words = std::unordered_map<std::string, std::vector<std::string>>;

bool has_words(const Words& words, const char* lang) {
  const auto found = words.find(lang);
  return found != words.end() && !found->second.empty();
}

/// Letters of a UTF-8 pattern, the marks of its syntax left out.
std::size_t count_letters(std::string_view pattern) {
  constexpr std::string_view kSyntax = " .=*|&@";
  return static_cast<std::size_t>(std::ranges::count_if(pattern, [&](char c) {
    const bool is_continuation = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    return !is_continuation && kSyntax.find(c) == std::string_view::npos;
  }));
}

/// Splits at a mark; empty parts are left out.
std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// The alternatives and beginnings of a pattern that are several words: one word of a text is compared with each.
std::vector<std::string_view> find_split_alternatives(std::string_view pattern) {
  std::vector<std::string_view> found;
  for (const std::string_view element : split(pattern, ' ')) {
    if (element.find_first_of("|*") == std::string_view::npos && !element.starts_with('=')) continue;
    for (const std::string_view alternative : split(element, '|')) {
      std::string_view word = alternative;
      if (word.starts_with('=')) word.remove_prefix(1);
      if (word.ends_with('*')) word.remove_suffix(1);
      if (tokenize(word).size() > 1) found.push_back(alternative);
    }
  }
  return found;
}

class Linter {
 public:
  explicit Linter(const Codebook& codebook) : codebook_(codebook) {}

  std::vector<LintFinding> run() {
    check_whole();
    for (const Actor& actor : codebook_.actors()) check_actor(actor);
    for (const Frame& frame : codebook_.frames()) check_frame(frame);
    return std::move(findings_);
  }

 private:
  void add(std::string_view entry, std::string_view kind, std::string finding) {
    findings_.push_back({std::string(entry), std::string(kind), std::move(finding)});
  }

  void check_whole() {
    if (codebook_.affair().empty()) {
      add("codebook", "affair",
          "no [[affair]]: texts about anything are read; name what a text of the affair must name");
    }
    const bool accuses = std::ranges::any_of(codebook_.frames(), [](const Frame& frame) {
      return std::ranges::any_of(frame.rules, [](const Cue& cue) { return cue.words == "accuse"; });
    });
    if (!accuses) {
      add("codebook", "accuse",
          "no cue has words = \"accuse\": \"X accuse Y\" without a fault raises no claim; add it to the "
          "frame for unnamed faults");
    }
  }

  void check_languages(std::string_view entry, const Words& words, std::string_view what) {
    for (const auto& [lang, name] : kLanguages) {
      const bool is_missing = !has_words(words, lang) && (has_words(words, "fr") || has_words(words, "ar"));
      if (is_missing)
        add(entry, "language", fmt::format("no {} in {}: the languages cannot be compared", what, name));
    }
  }

  void check_labels(std::string_view entry, const std::unordered_map<std::string, std::string>& labels,
                    std::string_view what) {
    for (const auto& [lang, name] : kLanguages) {
      if (!labels.contains(lang)) add(entry, "label", fmt::format("no {} in {}", what, name));
    }
  }

  void check_short(std::string_view entry, std::string_view pattern) {
    constexpr std::size_t kShortest = 3;
    if (count_letters(pattern) < kShortest) {
      add(entry, "short",
          fmt::format("\"{}\" is so short that it will be found in other words' places", pattern));
    }
  }

  void check_alternatives(std::string_view entry, std::string_view pattern) {
    for (const std::string_view alternative : find_split_alternatives(pattern))
      add(entry, "alternative",
          fmt::format("\"{}\" of \"{}\" is several words and never found: write it as a pattern of its own, "
                      "without | and *",
                      alternative, pattern));
  }

  void check_actor(const Actor& actor) {
    check_languages(actor.id, actor.names, "names");
    if (!actor.names.at("fr").empty()) check_labels(actor.id, actor.label, "label");
    for (const auto& [lang, name] : kLanguages) {
      for (const std::string& word : actor.names.at(lang)) {
        check_short(actor.id, word);
        check_alternatives(actor.id, word);
      }
    }
  }

  void check_frame(const Frame& frame) {
    check_languages(frame.id, frame.cues, "cues");
    check_labels(frame.id, frame.label, "label");
    check_labels(frame.id, frame.definition, "definition (def_fr, def_ar): coders need one");
    const bool may_lack_target =
        frame.target.empty() && std::ranges::any_of(frame.rules, [](const Cue& cue) { return !cue.weak; });
    if (may_lack_target) {
      add(frame.id, "target",
          "no target: where a text names nobody the claim is about `other`; give one or make the cues weak");
    }
    for (const Cue& cue : frame.rules) {
      for (const auto& [lang, name] : kLanguages) {
        for (const std::string& pattern : cue.patterns.at(lang)) {
          if (cue.words.empty()) check_pattern(frame, cue, pattern);
        }
      }
    }
  }

  void check_pattern(const Frame& frame, const Cue& cue, const std::string& pattern) {
    check_short(frame.id, pattern);
    check_alternatives(frame.id, pattern);
    const auto [other, is_new] = owners_.try_emplace({pattern, cue.when == When::negated}, &frame, cue.line);
    if (!is_new && !cue.generic && other->second.second != cue.line) {
      add(frame.id, "twice",
          fmt::format("\"{}\" (line {}) stands in {} (line {}) as well: one sentence raises both", pattern,
                      cue.line, other->second.first->id, other->second.second));
    }
  }

  const Codebook& codebook_;
  std::vector<LintFinding> findings_;
  std::map<std::pair<std::string, bool>, std::pair<const Frame*, std::int64_t>> owners_;
};

}  // namespace

std::vector<LintFinding> lint(const Codebook& codebook) { return Linter(codebook).run(); }

}  // namespace sahafa
