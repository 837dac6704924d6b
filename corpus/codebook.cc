#include "corpus/codebook.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include "corpus/codebook_patterns.h"
#include "corpus/toml_section.h"
#include "text/error.h"

namespace sahafa {

extern const std::string_view kCodebookToml;
extern const std::string_view kLanguageToml;

namespace {

constexpr std::array<std::string_view, 3> kPolarities = {"blames", "neutral", "defends"};
constexpr std::array<std::string_view, 5> kModalities = {"asserted", "conditional", "denied", "question",
                                                         "hypothetical"};
constexpr std::array<std::string_view, 8> kBinds = {"subject", "object", "genitive", "near",
                                                    "holder",  "frame",  "against",  "inside"};
constexpr std::array<std::string_view, 3> kGenders = {"", "f", "m"};
constexpr std::array<std::string_view, 3> kWhens = {"plain", "negated", "any"};
constexpr std::array<std::string_view, kWordClasses> kClassNames = {
    "say",     "distance",   "deny",    "according",  "rumour",   "negator",  "restriction",
    "hedge",   "condition",  "about",   "contrast",   "corrects", "self",     "paper",
    "pronoun", "complement", "doubt",   "opinion",    "staff",    "likewise", "statement",
    "idiom",   "accuse",     "accused", "answerable", "falls_on", "charge",   "fault"};

/// The words of all sections `kind`, French before Arabic.
std::vector<std::string> both_languages(const TomlSection& root, std::string_view kind) {
  std::vector<std::string> out;
  for (const TomlSection& section : root.sections(kind)) {
    for (const std::string_view lang : kCodebookLanguages) {
      const std::vector<std::string> words = section.list(lang);
      out.insert(out.end(), words.begin(), words.end());
    }
  }
  return out;
}

Guard read_guard(const TomlSection& section, const Actor& actor) {
  Guard guard{section.list("alias"), section.list("requires"), section.list("forbids")};
  if (guard.aliases.empty()) {
    section.fail("guard without alias", "name the aliases that it guards");
  }
  for (const std::string& alias : guard.aliases) {
    const bool known = std::ranges::any_of(actor.names, [&](const auto& entry) {
      return std::ranges::find(entry.second, alias) != entry.second.end();
    });
    if (!known) {
      section.fail(fmt::format("guard of \"{}\", which is no name of {}", alias, actor.id),
                   "add the name to the actor or correct the guard");
    }
  }
  return guard;
}

Actor read_actor(const TomlSection& section) {
  Actor actor;
  actor.id = required_id(section, "actor");
  actor.parent = section.text("parent");
  actor.label = section.texts("label");
  actor.names = lists_by_language(section);
  actor.speaker = section.flag("speaker");
  actor.gender = kGenders[section.choice("gender", kGenders, 0)];
  for (const auto& [lang, names] : actor.names) {
    std::vector<std::string> sorted = names;
    std::ranges::sort(sorted);
    if (const auto twin = std::ranges::adjacent_find(sorted); twin != sorted.end()) {
      section.fail(fmt::format("\"{}\" stands twice among the names of {}", *twin, actor.id), "keep one");
    }
  }
  for (const TomlSection& guard : section.sections("guard")) {
    actor.guards.push_back(read_guard(guard, actor));
  }
  return actor;
}

/// The word classes of language.toml by language.
using Language = std::array<std::unordered_map<std::string, std::vector<std::string>>, kWordClasses>;

/// The patterns that a cue writes out and those of the word class that it names, families and orders expanded.
std::unordered_map<std::string, std::vector<std::string>> read_patterns(const TomlSection& section,
                                                                        const Families& families,
                                                                        const Language& language) {
  auto patterns = lists_by_language(section);
  for (auto& [lang, list] : patterns) {
    list = expand_patterns(section, families, lang, list);
    if (section.has("words")) {
      const auto& words = language[section.choice("words", kClassNames, 0)].at(lang);
      list.insert(list.end(), words.begin(), words.end());
    }
  }
  return patterns;
}

Cue read_cue(const TomlSection& section, const Families& families, const Language& language) {
  Cue cue;
  cue.bind = static_cast<Bind>(section.choice("bind", kBinds, static_cast<std::size_t>(Bind::near)));
  cue.when = static_cast<When>(section.choice("when", kWhens, 0));
  cue.polarity = kPolarities[section.choice("polarity", kPolarities, 0)];
  cue.modality = kModalities[section.choice("modality", kModalities, 0)];
  if (section.has("by_others")) {
    cue.by_others = kPolarities[section.choice("by_others", kPolarities, 0)];
  }
  cue.speech = section.flag("speech");
  cue.targets = section.list("targets");
  cue.holder = section.text("holder");
  cue.weak = section.flag("weak");
  cue.generic = section.flag("generic");
  cue.remark = section.flag("remark");
  cue.words = section.text("words");
  cue.patterns = read_patterns(section, families, language);
  cue.line = section.line();
  if (std::ranges::all_of(cue.patterns, [](const auto& entry) { return entry.second.empty(); })) {
    section.fail("cue without patterns", "give fr = [...], ar = [...] or words = \"...\"");
  }
  return cue;
}

Frame read_frame(const TomlSection& section, const Families& families, const Language& language) {
  Frame frame;
  frame.id = required_id(section, "frame");
  frame.parent = section.text("parent");
  frame.target = section.text("target");
  frame.targets = section.list("targets");
  frame.except = section.list("except");
  frame.holder = section.text("holder");
  frame.denied_as = section.text("denied_as");
  frame.negated_as = section.text("negated_as");
  frame.label = section.texts("label");
  for (const std::string_view lang : {"fr", "en", "ar"}) {
    if (std::string definition = section.text(fmt::format("def_{}", lang)); !definition.empty()) {
      frame.definition.emplace(std::string(lang), std::move(definition));
    }
  }
  for (const TomlSection& rule : section.sections("cue")) {
    frame.rules.push_back(read_cue(rule, families, language));
    for (const auto& [lang, patterns] : frame.rules.back().patterns) {
      auto& flat = frame.cues[lang];
      flat.insert(flat.end(), patterns.begin(), patterns.end());
    }
  }
  return frame;
}

/// Ids are unique, parents known, and no chain of parents comes back to its start.
template <class Node>
std::unordered_map<std::string, std::size_t> index_tree(const std::vector<Node>& nodes,
                                                        const std::vector<TomlSection>& sections,
                                                        std::string_view kind) {
  std::unordered_map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!index.emplace(nodes[i].id, i).second) {
      sections[i].fail(fmt::format("{} \"{}\" is defined twice", kind, nodes[i].id), "rename or remove one");
    }
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    std::size_t steps = 0;
    for (std::string_view parent = nodes[i].parent; !parent.empty();) {
      const auto found = index.find(std::string(parent));
      if (found == index.end()) {
        sections[i].fail(fmt::format("unknown parent \"{}\" of {} \"{}\"", parent, kind, nodes[i].id),
                         "define the parent or correct its name");
      }
      if (++steps > nodes.size()) {
        sections[i].fail(fmt::format("the parents of {} \"{}\" form a cycle", kind, nodes[i].id),
                         "cut it at one place");
      }
      parent = nodes[found->second].parent;
    }
  }
  return index;
}

/// One name may serve two actors only if a guard tells them apart.
void check_shared_names(const std::vector<Actor>& actors, const std::vector<TomlSection>& sections) {
  std::unordered_map<std::string, std::size_t> owner;
  const auto is_guarded = [](const Actor& actor, const std::string& name) {
    return std::ranges::any_of(actor.guards, [&](const Guard& guard) {
      return std::ranges::find(guard.aliases, name) != guard.aliases.end();
    });
  };
  for (std::size_t i = 0; i < actors.size(); ++i) {
    for (const std::string_view lang : kCodebookLanguages) {
      for (const std::string& name : actors[i].names.at(std::string(lang))) {
        const auto [found, fresh] = owner.emplace(name, i);
        if (fresh || found->second == i || is_guarded(actors[i], name) ||
            is_guarded(actors[found->second], name)) {
          continue;
        }
        sections[i].fail(
            fmt::format("\"{}\" is a name of {} and of {}", name, actors[found->second].id, actors[i].id),
            "give one of them a guard, or remove the name from one");
      }
    }
  }
}

/// Actors and frames that a frame speaks of must exist.
void check_references(const Codebook& book, const Frame& frame, const TomlSection& section) {
  std::vector<std::string> targets = frame.targets;
  targets.insert(targets.end(), frame.except.begin(), frame.except.end());
  targets.push_back(frame.target);
  targets.push_back(frame.holder);
  for (const Cue& cue : frame.rules) {
    targets.insert(targets.end(), cue.targets.begin(), cue.targets.end());
    targets.push_back(cue.holder);
  }
  for (const std::string& target : targets) {
    if (!target.empty() && book.find_actor(target) == nullptr) {
      section.fail(fmt::format("unknown target \"{}\"", target), "name an actor of this codebook");
    }
  }
  for (const std::string& other : {frame.denied_as, frame.negated_as}) {
    if (!other.empty() && book.find_frame(other) == nullptr) {
      section.fail(fmt::format("unknown frame \"{}\"", other), "name a frame of this codebook");
    }
  }
}

std::string hash_of(std::string_view codebook, std::string_view language) {
  const XXH64_hash_t seed = XXH3_64bits(language.data(), language.size());
  return fmt::format("{:016x}", XXH3_64bits_withSeed(codebook.data(), codebook.size(), seed));
}

Language read_language() {
  constexpr std::string_view kOrigin = "language.toml (bundled)";
  const toml::table document = parse_toml(kLanguageToml, kOrigin);
  Language words;
  for (auto& patterns : words) {
    for (const std::string_view lang : kCodebookLanguages)
      patterns.emplace(std::string(lang), std::vector<std::string>());
  }
  for (const TomlSection& section : TomlSection(document, kOrigin).sections("words")) {
    auto& patterns = words[section.choice("class", kClassNames, 0)];
    for (auto& [lang, list] : lists_by_language(section)) {
      patterns[lang].insert(patterns[lang].end(), list.begin(), list.end());
    }
  }
  return words;
}

}  // namespace

const Codebook& Codebook::bundled() {
  static const Codebook codebook = read(kCodebookToml, "codebook.toml (bundled)");
  return codebook;
}

Codebook Codebook::read(std::string_view toml_text, std::string_view origin) {
  const toml::table document = parse_toml(toml_text, origin);
  const TomlSection root(document, origin);
  const std::vector<TomlSection> actors = root.sections("actor");
  const std::vector<TomlSection> frames = root.sections("frame");
  if (actors.empty() || frames.empty()) {
    root.fail("a codebook needs actors and frames", "add [[actor]] and [[frame]] tables");
  }
  Codebook book;
  book.hash_ = hash_of(toml_text, kLanguageToml);
  std::ranges::transform(actors, std::back_inserter(book.actors_), read_actor);
  const Families families = read_families(root);
  const Language language = read_language();
  std::ranges::transform(frames, std::back_inserter(book.frames_),
                         [&](const TomlSection& section) { return read_frame(section, families, language); });
  book.actor_index_ = index_tree(book.actors_, actors, "actor");
  book.frame_index_ = index_tree(book.frames_, frames, "frame");
  check_shared_names(book.actors_, actors);
  for (std::size_t i = 0; i < frames.size(); ++i) {
    check_references(book, book.frames_[i], frames[i]);
  }
  book.affair_ = both_languages(root, "affair");
  book.field_ = both_languages(root, "field");
  book.place_ = both_languages(root, "place");
  for (const TomlSection& affair : root.sections("affair")) {
    for (const std::string& anchor : affair.list("actors")) {
      if (book.find_actor(anchor) == nullptr) {
        affair.fail(fmt::format("unknown actor \"{}\"", anchor), "name an actor of this codebook");
      }
      book.anchors_.push_back(anchor);
    }
  }
  book.idioms_ = both_languages(root, "idiom");
  book.elsewhere_ = both_languages(root, "elsewhere");
  for (std::size_t i = 0; i < kWordClasses; ++i) {
    for (const std::string_view lang : kCodebookLanguages) {
      const std::vector<std::string>& list = language[i].at(std::string(lang));
      book.words_[i].insert(book.words_[i].end(), list.begin(), list.end());
    }
  }
  return book;
}

Codebook Codebook::load(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf())) {
    throw Error(
        ErrorCode::unreadable,
        fmt::format("{}: cannot be read as a codebook; check the path and its permissions", path.string()));
  }
  return read(bytes.str(), path.string());
}

const Actor* Codebook::find_actor(std::string_view id) const {
  const auto found = actor_index_.find(std::string(id));
  return found == actor_index_.end() ? nullptr : &actors_[found->second];
}

const Frame* Codebook::find_frame(std::string_view id) const {
  const auto found = frame_index_.find(std::string(id));
  return found == frame_index_.end() ? nullptr : &frames_[found->second];
}

bool Codebook::is_under(std::string_view id, std::string_view ancestor) const {
  for (const Actor* actor = find_actor(id); actor != nullptr; actor = find_actor(actor->parent)) {
    if (actor->id == ancestor) {
      return true;
    }
  }
  return false;
}

bool Codebook::is_frame_under(std::string_view id, std::string_view ancestor) const {
  for (const Frame* frame = find_frame(id); frame != nullptr; frame = find_frame(frame->parent)) {
    if (frame->id == ancestor) {
      return true;
    }
  }
  return false;
}

const std::vector<std::string>& Codebook::words(WordClass word_class) const {
  return words_[static_cast<std::size_t>(word_class)];
}

}  // namespace sahafa
