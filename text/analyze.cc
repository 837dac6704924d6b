#include "text/analyze.h"

#include <xxhash.h>

#include <bit>
#include <cstring>

#include "text/fold.h"
#include "text/sentences.h"

namespace sahafa {
namespace {

/// Bytes that never move: strings are copied into large blocks that live as long as the arena.
class Arena {
 public:
  std::string_view keep(std::string_view bytes) {
    if (bytes.size() > room_) add_block(bytes.size());
    char* const place = next_;
    std::memcpy(place, bytes.data(), bytes.size());
    next_ += bytes.size();
    room_ -= bytes.size();
    return {place, bytes.size()};
  }

 private:
  static constexpr std::size_t kBlockBytes = 1U << 16;

  void add_block(std::size_t at_least) {
    room_ = std::max(kBlockBytes, at_least);
    blocks_.push_back(std::make_unique<char[]>(room_));
    next_ = blocks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;
};

/// What is known of a word type, all in the arena.
struct Type {
  std::uint64_t hash = 0;
  std::string_view surface;  ///< empty: a free slot
  std::string_view form;
  std::string_view stem;
  std::uint32_t number = 0;
};

}  // namespace

/// Open addressing with linear probing over a power of two of slots, at most half full.
struct Analyzer::Impl {
  Arena arena;
  Stemmer stemmer;
  std::vector<Type> slots = std::vector<Type>(1U << 12);
  std::size_t used = 0;
  std::string folded;  ///< scratch

  const Type& find(std::string_view surface, TokenKind kind) {
    const std::uint64_t hash = XXH3_64bits(surface.data(), surface.size());
    Type* slot = &find_slot(hash, surface);
    if (!slot->surface.empty()) return *slot;
    if (used * 2 >= slots.size()) {
      grow();
      slot = &find_slot(hash, surface);
    }
    *slot = make_type(hash, surface, kind);
    slot->number = static_cast<std::uint32_t>(used++);
    return *slot;
  }

 private:
  Type& find_slot(std::uint64_t hash, std::string_view surface) {
    const std::size_t mask = slots.size() - 1;
    std::size_t at = hash & mask;
    while (!slots[at].surface.empty() && (slots[at].hash != hash || slots[at].surface != surface))
      at = (at + 1) & mask;
    return slots[at];
  }

  void grow() {
    std::vector<Type> old(slots.size() * 2);
    old.swap(slots);
    for (const Type& type : old) {
      if (!type.surface.empty()) find_slot(type.hash, type.surface) = type;
    }
  }

  Type make_type(std::uint64_t hash, std::string_view surface, TokenKind kind) {
    folded.clear();
    fold_append(surface, folded);
    Type type{.hash = hash, .surface = arena.keep(surface), .form = arena.keep(folded), .stem = {}};
    const bool word = kind == TokenKind::word;
    const std::string stem = word ? stemmer.stem(surface) : std::string();
    type.stem = word && stem != folded ? arena.keep(stem) : type.form;
    return type;
  }
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::size_t Analyzer::types() const { return impl_->used; }

AnalyzedText Analyzer::analyze(std::string_view text) {
  AnalyzedText result;
  tokenize(text, result.tokens);
  result.sentences = split_sentences(text, result.tokens);
  result.forms.reserve(result.tokens.size());
  result.stems.reserve(result.tokens.size());
  result.types.reserve(result.tokens.size());
  result.sentence_of.reserve(result.tokens.size());
  std::uint32_t sentence = 0;
  for (const Token& token : result.tokens) {
    const Type& type = impl_->find(slice(text, token.span()), token.kind);
    result.forms.push_back(type.form);
    result.stems.push_back(type.stem);
    result.types.push_back(type.number);
    while (result.sentences[sentence].end <= token.begin) ++sentence;
    result.sentence_of.push_back(sentence);
  }
  return result;
}

}  // namespace sahafa
