#include "corpus/codebook_patterns.h"

namespace sahafa {
namespace {

/// Replaces "@id" by the words of that family, as alternatives: "@absence .. @protection".
std::string expand_families(const TomlSection& section, const Families& families, const std::string& lang,
                            std::string_view pattern) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t mark = std::min(pattern.find('@'), pattern.size());
    out.append(pattern.substr(0, mark));
    pattern.remove_prefix(mark);
    if (pattern.empty()) {
      break;
    }
    const std::string id(pattern.substr(1, pattern.find_first_of(" |") - 1));
    const auto family = families.find(id);
    if (family == families.end() || family->second.at(lang).empty()) {
      section.fail(fmt::format("unknown family \"@{}\" in {}", id, lang),
                   "define [[family]] with words there");
    }
    out.append(fmt::format("{}", fmt::join(family->second.at(lang), "|")));
    pattern.remove_prefix(id.size() + 1);
  }
  return out;
}

/// "a & b" is short for both orders within a clause: "a ... b" and "b ... a".
std::vector<std::string> expand_orders(const TomlSection& section, const std::vector<std::string>& patterns) {
  constexpr std::string_view kBoth = " & ";
  std::vector<std::string> out;
  for (const std::string& pattern : patterns) {
    const std::size_t mark = pattern.find(kBoth);
    if (mark == std::string::npos) {
      out.push_back(pattern);
      continue;
    }
    const std::string left = pattern.substr(0, mark);
    const std::string right = pattern.substr(mark + kBoth.size());
    if (right.find(kBoth) != std::string::npos) {
      section.fail("a pattern holds more than one &", "write two patterns");
    }
    out.push_back(fmt::format("{} ... {}", left, right));
    out.push_back(fmt::format("{} ... {}", right, left));
  }
  return out;
}

bool has_elision(std::string_view word) {
  const std::size_t mark = word.find('\'');
  return mark != std::string_view::npos && mark + 1 < word.size();
}

/// "filer|s'échapper|fuir" as "filer|fuir" and "s'échapper"; one element when nothing is elided.
std::vector<std::string> split_elided(std::string_view alternatives) {
  std::string whole;
  std::vector<std::string> parts;
  while (!alternatives.empty()) {
    const std::size_t bar = std::min(alternatives.find('|'), alternatives.size());
    const std::string_view form = alternatives.substr(0, bar);
    if (has_elision(form)) {
      parts.emplace_back(form);
    } else {
      whole.append(whole.empty() ? "" : "|").append(form);
    }
    alternatives.remove_prefix(std::min(bar + 1, alternatives.size()));
  }
  if (!whole.empty()) {
    parts.push_back(std::move(whole));
  }
  return parts;
}

/// An alternative with an elision is two words, so no alternative of one: such patterns are written out.
void expand_elisions(std::string_view pattern, std::vector<std::string>& out) {
  for (std::size_t begin = 0; begin < pattern.size();) {
    const std::size_t end = std::min(pattern.find(' ', begin), pattern.size());
    const std::vector<std::string> parts = split_elided(pattern.substr(begin, end - begin));
    if (parts.size() > 1) {
      for (const std::string& part : parts) {
        expand_elisions(fmt::format("{}{}{}", pattern.substr(0, begin), part, pattern.substr(end)), out);
      }
      return;
    }
    begin = end + 1;
  }
  out.emplace_back(pattern);
}

}  // namespace

std::unordered_map<std::string, std::vector<std::string>> lists_by_language(const TomlSection& section) {
  std::unordered_map<std::string, std::vector<std::string>> out;
  for (const std::string_view lang : kCodebookLanguages) {
    out.emplace(std::string(lang), section.list(lang));
  }
  return out;
}

std::string required_id(const TomlSection& section, std::string_view kind) {
  std::string id = section.text("id");
  if (id.empty()) {
    section.fail(fmt::format("{} without id", kind), "give it a short, unique id");
  }
  return id;
}

Families read_families(const TomlSection& root) {
  Families families;
  for (const TomlSection& section : root.sections("family")) {
    const std::string id = required_id(section, "family");
    const auto [family, fresh] = families.emplace(id, lists_by_language(section));
    if (!fresh) {
      section.fail(fmt::format("family \"{}\" is defined twice", id), "rename or remove one");
    }
    for (const auto& [lang, words] : family->second) {
      for (const std::string& word : words) {
        if (word.find_first_of(" |@") != std::string::npos) {
          section.fail(fmt::format("\"{}\" of family \"{}\" is not one word", word, id), "list single words");
        }
      }
    }
  }
  return families;
}

std::vector<std::string> expand_patterns(const TomlSection& section, const Families& families,
                                         const std::string& lang, const std::vector<std::string>& patterns) {
  std::vector<std::string> whole;
  for (const std::string& pattern : patterns) {
    whole.push_back(expand_families(section, families, lang, pattern));
  }
  std::vector<std::string> out;
  for (const std::string& pattern : expand_orders(section, whole)) {
    expand_elisions(pattern, out);
  }
  return out;
}

}  // namespace sahafa
