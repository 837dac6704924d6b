// The codebook compiled for matching: every name, cue and word of the language is a numbered phrase of one index.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/claims/phrases.h"
#include "corpus/codebook.h"

namespace sahafa::claims {

enum class EntryKind : std::uint8_t { actor, cue, word, context, affair, field, place, elsewhere, idiom };

/// What a phrase of the index stands for.
struct Entry {
  EntryKind kind = EntryKind::word;
  std::uint32_t id = 0;                    ///< actor, frame, WordClass or context
  std::uint32_t rule = 0;                  ///< of a cue: index into Frame::rules
  bool has_negator = false;                ///< the pattern itself says no: a negator before it is part of it
  bool is_capitalised = false;             ///< a Latin name that counts only with a capital
  std::vector<std::uint32_t> guards = {};  ///< of a name: indices into Lexicon::guards()
};

/// A guard whose words are context entries.
struct CompiledGuard {
  std::vector<std::uint32_t> requires_any;
  std::vector<std::uint32_t> forbids_next;
};

/// Immutable after construction; the codebook must outlive it.
class Lexicon {
 public:
  explicit Lexicon(const Codebook& codebook);

  const Codebook& codebook() const { return codebook_; }
  const Entry& entry(std::uint32_t phrase) const { return entries_[phrase]; }
  const CompiledGuard& guard(std::uint32_t index) const { return guards_[index]; }
  std::vector<PhraseMatch> find(const AnalyzedText& text) const { return index_.find(text); }

  /// Index of an actor that every codebook has or may lack: -1 then.
  std::int32_t actor(std::string_view id) const;
  /// True when naming the actor makes a text one of the affair.
  bool is_anchor(std::int32_t actor) const { return anchors_[static_cast<std::size_t>(actor)]; }
  /// True when the frame may have this actor as its target.
  bool permits(std::uint32_t frame, std::int32_t actor) const {
    return permits_[frame][static_cast<std::size_t>(actor)];
  }

 private:
  void add(std::string_view pattern, Match match, Entry entry);
  void add_actor(std::uint32_t id);
  void add_frame(std::uint32_t id);
  std::vector<std::uint32_t> add_context(const std::vector<std::string>& words);

  const Codebook& codebook_;
  PhraseIndex index_;
  std::vector<Entry> entries_;
  std::vector<CompiledGuard> guards_;
  std::uint32_t contexts_ = 0;
  std::vector<bool> anchors_;               ///< by actor
  std::vector<std::vector<bool>> permits_;  ///< frame x actor
};

}  // namespace sahafa::claims
