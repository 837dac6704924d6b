#include "analysis/claims/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/fold.h"

namespace sahafa::claims {
namespace {

/// Words that make a pattern negative by itself: a negator before it belongs to it ("n'a pas" before "jamais testé").
constexpr std::array<std::string_view, 25> kNegative = {
    "ne", "n'", "pas", "jamais", "rien", "aucun", "aucune", "sans", "non", "ni", "hors", "absence", "لم",
    "لا", "لن", "ليس", "ليست",   "غير",  "دون",   "بلا",    "بدون", "عدم", "ما", "غياب", "انعدام"};

/// Bytes of an Arabic name that is too short to be found under clitics: لام is no أم.
constexpr std::size_t kShortName = 4;

bool says_no(std::string_view pattern) {
  std::string folded = fmt::format(" {} ", fold(pattern));
  std::ranges::replace(folded, '|', ' ');
  return std::ranges::any_of(kNegative, [&](std::string_view word) {
    const std::string form = fold(word);
    return folded.find(fmt::format(" {}{}", form, form.ends_with('\'') ? "" : " ")) != std::string::npos;
  });
}

bool begins_with_capital(std::string_view name) { return name.front() >= 'A' && name.front() <= 'Z'; }

}  // namespace

Lexicon::Lexicon(const Codebook& codebook) : codebook_(codebook) {
  for (std::uint32_t i = 0; i < codebook.actors().size(); ++i) {
    add_actor(i);
  }
  for (std::uint32_t i = 0; i < codebook.frames().size(); ++i) {
    add_frame(i);
  }
  for (const std::string& name : codebook.affair()) {
    add(name, Match::name, {.kind = EntryKind::affair});
  }
  for (const std::string& word : codebook.field()) {
    add(word, Match::inflected, {.kind = EntryKind::field});
  }
  for (const std::string& word : codebook.place()) {
    add(word, Match::inflected, {.kind = EntryKind::place});
  }
  for (const Actor& actor : codebook.actors()) {
    anchors_.push_back(
        !actor.speaker &&
        (codebook.anchors().empty() || std::ranges::any_of(codebook.anchors(), [&](const std::string& top) {
           return codebook.is_under(actor.id, top);
         })));
  }
  for (const std::string& phrase : codebook.idioms()) {
    add(phrase, Match::inflected, {.kind = EntryKind::idiom});
  }
  for (const std::string& word : codebook.elsewhere()) {
    add(word, Match::inflected, {.kind = EntryKind::elsewhere});
  }
  for (std::uint32_t i = 0; i < kWordClasses; ++i) {
    const bool is_idiom = static_cast<WordClass>(i) == WordClass::idiom;
    if (static_cast<WordClass>(i) >= WordClass::accuse) {
      continue;  // cues, where the codebook takes them
    }
    for (const std::string& pattern : codebook.words(static_cast<WordClass>(i))) {
      add(pattern, Match::inflected,
          is_idiom ? Entry{.kind = EntryKind::idiom} : Entry{.kind = EntryKind::word, .id = i});
    }
  }
}

void Lexicon::add(std::string_view pattern, Match match, Entry entry) {
  index_.add(pattern, match);
  entries_.push_back(std::move(entry));
}

std::vector<std::uint32_t> Lexicon::add_context(const std::vector<std::string>& words) {
  std::vector<std::uint32_t> ids;
  for (const std::string& word : words) {
    add(word, Match::name, {.kind = EntryKind::context, .id = contexts_});
    ids.push_back(contexts_++);
  }
  return ids;
}

void Lexicon::add_actor(std::uint32_t id) {
  const Actor& actor = codebook_.actors()[id];
  std::vector<std::pair<const Guard*, std::uint32_t>> guards;
  for (const Guard& guard : actor.guards) {
    guards.emplace_back(&guard, static_cast<std::uint32_t>(guards_.size()));
    CompiledGuard compiled{add_context(guard.requires_any), add_context(guard.forbids_next)};
    guards_.push_back(std::move(compiled));
  }
  for (const auto* lang : {"fr", "ar"}) {
    for (const std::string& name : actor.names.at(lang)) {
      Entry entry{.kind = EntryKind::actor, .id = id, .is_capitalised = begins_with_capital(name)};
      for (const auto& [guard, index] : guards) {
        if (std::ranges::find(guard->aliases, name) != guard->aliases.end()) {
          entry.guards.push_back(index);
        }
      }
      const bool is_short =
          is_arabic(name) && name.size() <= kShortName && name.find(' ') == std::string::npos;
      add(name, is_short ? Match::exact : Match::name, std::move(entry));
    }
  }
}

void Lexicon::add_frame(std::uint32_t id) {
  const Frame& frame = codebook_.frames()[id];
  for (std::uint32_t rule = 0; rule < frame.rules.size(); ++rule) {
    for (const auto* lang : {"fr", "ar"}) {
      for (const std::string& pattern : frame.rules[rule].patterns.at(lang)) {
        add(pattern, Match::inflected,
            {.kind = EntryKind::cue, .id = id, .rule = rule, .has_negator = says_no(pattern)});
      }
    }
  }
  std::vector<bool>& permitted = permits_.emplace_back();
  for (const Actor& actor : codebook_.actors()) {
    const auto is_among = [&](const std::vector<std::string>& ids) {
      return std::ranges::any_of(ids,
                                 [&](const std::string& top) { return codebook_.is_under(actor.id, top); });
    };
    permitted.push_back((frame.targets.empty() || is_among(frame.targets)) && !is_among(frame.except));
  }
}

std::int32_t Lexicon::actor(std::string_view id) const {
  const Actor* found = codebook_.find_actor(id);
  return found == nullptr ? -1 : static_cast<std::int32_t>(found - codebook_.actors().data());
}

}  // namespace sahafa::claims
