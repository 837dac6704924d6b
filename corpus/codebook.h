// The codebook: actors and frames as trees, with names and cues in French and Arabic, and the language side
// of claims (verbs of saying, negators, hedges). Two TOML files that a researcher edits; how claims are found
// with them is analysis/claims/. corpus/codebook.toml explains the syntax of patterns.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sahafa {

/// Condition under which an ambiguous name counts for its actor.
struct Guard {
  std::vector<std::string> aliases;
  std::vector<std::string> requires_any;  ///< one of these must occur in the article
  std::vector<std::string> forbids_next;  ///< none of these may follow the name directly
};

struct Actor {
  std::string id;
  std::string parent;                                               ///< actor id or empty
  std::unordered_map<std::string, std::string> label;               ///< by language, en included
  std::unordered_map<std::string, std::vector<std::string>> names;  ///< by language: "fr", "ar"
  std::vector<Guard> guards;
  bool speaker =
      false;  ///< mostly somebody who is quoted: a target only where the grammar says so, never by nearness
  std::string gender;  ///< of a name that shows none (CNSS): "f", "m" or empty
};

/// Where the target of a cue is looked for.
enum class Bind : std::uint8_t {
  subject,   ///< whoever does what the cue says: "X a failli", قصّر X
  object,    ///< whom it is done to: "accuse X", انتقد X
  genitive,  ///< whose it is: "le silence de X", صمت X
  near,      ///< the nearest actor of the clause
  holder,    ///< whoever says it
  frame,     ///< the frame's own default target
  against,  ///< a noun whose owner is the holder and that is said against the target: "les critiques de X contre Y"
  inside,  ///< an actor among the words of the cue itself ("les assurés sont livrés"), else the frame's default target
};

/// Whether a cue counts as it stands, only inside a negation ("n'a pas réagi"), or both ways.
enum class When : std::uint8_t { plain, negated, any };

/// A group of patterns that raise the same claim in the same way.
struct Cue {
  Bind bind = Bind::near;
  When when = When::plain;
  bool speech =
      false;  ///< the subject is the holder: "X accuse Y"; with Bind::subject the agent is: "X est critiqué par Y"
  bool weak = false;      ///< counts only when an actor of its clause binds
  bool remark = false;    ///< about how somebody speaks: without another target, whoever speaks there
  bool generic = false;   ///< names no fault: gives way to a claim of the same sentence that does
  std::string polarity;   ///< blames, neutral or defends
  std::string by_others;  ///< polarity when somebody else than the target says it; empty: the same
  std::string modality;   ///< asserted unless the cue itself says otherwise
  std::vector<std::string>
      targets;         ///< narrower than the frame's, the first where the text names none; empty: those
  std::string holder;  ///< who says it where nobody is named; empty: the frame's
  std::string words;   ///< the word class of language.toml whose patterns it takes, or empty
  std::unordered_map<std::string, std::vector<std::string>> patterns;  ///< by language
  std::int64_t line = 0;                                               ///< in the file: names the rule
};

struct Frame {
  std::string id;
  std::string parent;
  std::string target;                ///< actor id when the text names none
  std::vector<std::string> targets;  ///< who alone can be it, children included; empty: all
  std::vector<std::string> except;   ///< who never is
  std::string holder;                ///< who says it where the text names nobody; empty: the text
  std::string denied_as;             ///< frame when the accused denies it; empty: this one
  std::string negated_as;            ///< frame when praise is negated; empty: no claim
  std::unordered_map<std::string, std::string> definition;  ///< by language
  std::unordered_map<std::string, std::string> label;       ///< by language
  std::vector<Cue> rules;                                   ///< in the order of the file
  std::unordered_map<std::string, std::vector<std::string>>
      cues;  ///< by language: the patterns of all rules, flat
};

/// The word classes of a language that claims depend on, whatever the affair. language.toml documents each.
enum class WordClass : std::uint8_t {
  say,          ///< reports what its subject says
  distance,     ///< reports it with a reserve: prétend, زعم
  deny,         ///< says that what follows is not so
  according,    ///< names a source: selon, بحسب
  rumour,       ///< a source that is not said: يقال
  negator,      ///< ne, n', لم, ليس
  restriction,  ///< undoes a negator: pas seulement, سوى
  hedge,        ///< possibly: peut-être, ربما
  condition,    ///< opens an if-clause: si, لو
  about,        ///< names what somebody speaks about: à propos de, بشأن
  contrast,     ///< ends what came before: mais, tandis que, بينما
  corrects,     ///< "pas X mais Y": بل
  self,         ///< the text itself: l'article, المقال
  paper,        ///< "the paper", somebody's: le journal, الجريدة
  pronoun,      ///< stands for an actor: il, celle-ci, هو
  complement,   ///< opens what is said: que, أن
  doubt,        ///< makes a question of what follows: doute de, تساءل عن
  opinion,      ///< a verb whose negation is that of what follows: ne croit pas que, لا يعتقد أن
  staff,        ///< somebody of a body, who speaks for it: un cadre de, إطار ب
  likewise,     ///< the same goes for another: aussi, كذلك
  statement,    ///< a noun for what somebody says: la question de X, بيان X
  idiom,        ///< a fixed phrase whose words mean something else: rendre possible
  accuse,       ///< its subject holds its object responsible: accuser, اتهم
  accused,  ///< its subject is held responsible, by whoever is named after par, من: essuyer des critiques, يواجه اتهامات
  answerable,  ///< its subject is responsible: porter la responsabilité, مسؤول عن
  falls_on,    ///< what follows is responsible: incomber à, تقع المسؤولية على
  charge,      ///< a noun, its owner accuses who follows contre, ل: les accusations de X contre Y
  fault,       ///< a noun or preposition, its owner is responsible: par la faute de, مسؤولية X
};
inline constexpr std::size_t kWordClasses = 28;

/// Immutable after reading; may be used from several threads.
class Codebook {
 public:
  /// The codebook of the CNSS case, which comes with sahafa.
  static const Codebook& bundled();
  /// Throws Error(malformed), naming origin, line and remedy, when it is not valid.
  static Codebook read(std::string_view toml, std::string_view origin);
  /// Throws Error(unreadable) when the file cannot be read, else as read().
  static Codebook load(const std::filesystem::path& path);

  const std::vector<Actor>& actors() const { return actors_; }
  const std::vector<Frame>& frames() const { return frames_; }
  const Actor* find_actor(std::string_view id) const;
  const Frame* find_frame(std::string_view id) const;
  /// True when `ancestor` is `id` or stands above it in the tree of actors.
  bool is_under(std::string_view id, std::string_view ancestor) const;
  /// The same in the tree of frames.
  bool is_frame_under(std::string_view id, std::string_view ancestor) const;
  /// What a long text must name to be about the affair, both languages together; empty: every text is.
  const std::vector<std::string>& affair() const { return affair_; }
  /// Actors whose naming makes a text one of the affair; an actor of every affair (a government) does not. Empty: all do.
  const std::vector<std::string>& anchors() const { return anchors_; }
  /// What a long text must name besides: the country. Both languages together; empty: nothing is asked.
  const std::vector<std::string>& place() const { return place_; }
  /// Words of the affair's field: a short text without its name must hold one of them or an actor; both languages together.
  const std::vector<std::string>& field() const { return field_; }
  /// What after a name makes it somebody of another country, both languages together.
  const std::vector<std::string>& elsewhere() const { return elsewhere_; }
  /// Fixed phrases whose words are no cues ("déni de service"), both languages together.
  const std::vector<std::string>& idioms() const { return idioms_; }
  /// The patterns of a word class, both languages together.
  const std::vector<std::string>& words(WordClass word_class) const;
  /// Hash of the bytes of both files, hexadecimal: names the codebook in results.
  const std::string& hash() const { return hash_; }

 private:
  std::string hash_;
  std::vector<std::string> affair_;
  std::vector<std::string> field_;
  std::vector<std::string> anchors_;
  std::vector<std::string> place_;
  std::vector<std::string> elsewhere_;
  std::vector<std::string> idioms_;
  std::vector<Actor> actors_;
  std::vector<Frame> frames_;
  std::unordered_map<std::string, std::size_t> actor_index_;
  std::unordered_map<std::string, std::size_t> frame_index_;
  std::array<std::vector<std::string>, kWordClasses> words_;
};

}  // namespace sahafa
