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

/// Tells words apart without looking at their bytes again. Those of one size of up to sixteen bytes,
/// nearly all, are equal when this is.
struct WordPrint {
  std::uint64_t head = 0;  ///< first eight bytes; of a long word a hash
  std::uint64_t tail = 0;  ///< last eight bytes; 0 for words of less and for long ones

  friend bool operator==(const WordPrint&, const WordPrint&) = default;

  std::uint64_t hash() const {
    const std::uint64_t mixed = (head ^ std::rotl(tail, 29)) * 0x9E3779B97F4A7C15U;
    return (mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9U;
  }
};

constexpr std::size_t kPrintBytes = 16;

std::uint64_t load_bytes(const char* from, std::size_t count) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, from, count);
  return bytes;
}

/// `more`: how many bytes can be read behind the first of the word.
WordPrint make_print(std::string_view word, std::size_t more) {
  constexpr std::size_t kEight = 8;
  const std::size_t size = word.size();
  if (size > kPrintBytes) return {XXH3_64bits(word.data(), size), 0};
  if (size >= kEight)
    return {load_bytes(word.data(), kEight), load_bytes(word.data() + size - kEight, kEight)};
  const std::uint64_t head = more >= kEight
                                 ? load_bytes(word.data(), kEight) & ((std::uint64_t{1} << 8 * size) - 1)
                                 : load_bytes(word.data(), size);
  return {head, 0};
}

/// What is known of a word type, all in the arena.
struct Type {
  WordPrint print;
  std::string_view surface;
  std::string_view form;
  std::string_view stem;
};

}  // namespace

/// Open addressing with linear probing over a power of two of slots, at most half full. Slots are small and types stand by
/// first appearance, so that those of frequent words stay in the processor's cache.
struct Analyzer::Impl {
  Arena arena;
  Stemmer stemmer;
  std::vector<Type> types;

  Impl() { slots_.resize(std::size_t{1} << 12); }

  /// Prints of all tokens of a text, before the first is looked up: then slots can be fetched while others are compared.
  void read(std::string_view text, const std::vector<Token>& tokens) {
    prints_.clear();
    prints_.reserve(tokens.size());
    for (const Token& token : tokens)
      prints_.push_back(make_print(slice(text, token.span()), text.size() - token.begin));
  }

  /// Number of the type of a token of the text that was read.
  std::uint32_t find(std::size_t token, std::string_view surface, TokenKind kind) {
    fetch_ahead(token);
    const WordPrint& print = prints_[token];
    Slot* slot = &find_slot(print, surface);
    if (slot->type != kFree) return slot->type;
    if (types.size() * 2 >= slots_.size()) {
      grow();
      slot = &find_slot(print, surface);
    }
    *slot = {tag_of(print), static_cast<std::uint32_t>(types.size())};
    types.push_back(make_type(print, surface, kind));
    return slot->type;
  }

 private:
  static constexpr std::uint32_t kFree = UINT32_MAX;
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t type = kFree;
  };

  static std::uint32_t tag_of(const WordPrint& print) {
    return static_cast<std::uint32_t>(print.hash() >> 32);
  }

  /// Waiting for memory is most of what a look-up costs, so slots are asked for some tokens before they are needed.
  void fetch_ahead(std::size_t token) const {
    constexpr std::size_t kAhead = 8;
    if (token + kAhead < prints_.size())
      __builtin_prefetch(&slots_[prints_[token + kAhead].hash() & (slots_.size() - 1)]);
  }

  bool is(const Slot& slot, const WordPrint& print, std::string_view surface) const {
    if (slot.tag != tag_of(print)) return false;
    const Type& type = types[slot.type];
    return type.print == print && type.surface.size() == surface.size() &&
           (surface.size() <= kPrintBytes || type.surface == surface);
  }

  Slot& find_slot(const WordPrint& print, std::string_view surface) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = print.hash() & mask;
    while (slots_[at].type != kFree && !is(slots_[at], print, surface)) at = (at + 1) & mask;
    return slots_[at];
  }

  void grow() {
    slots_.assign(slots_.size() * 2, {});
    for (std::uint32_t type = 0; type < types.size(); ++type) {
      const Type& known = types[type];
      find_slot(known.print, known.surface) = {tag_of(known.print), type};
    }
  }

  Type make_type(const WordPrint& print, std::string_view surface, TokenKind kind) {
    folded_.clear();
    fold_append(surface, folded_);
    Type type{.print = print, .surface = arena.keep(surface), .form = {}, .stem = {}};
    type.form = folded_ == surface ? type.surface : arena.keep(folded_);
    const bool word = kind == TokenKind::word;
    const std::string stem = word ? stemmer.stem(surface) : std::string();
    type.stem = word && stem != folded_ ? arena.keep(stem) : type.form;
    return type;
  }

  std::vector<Slot> slots_;
  std::vector<WordPrint> prints_;  ///< of the text that was read
  std::string folded_;             ///< scratch
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::size_t Analyzer::types() const { return impl_->types.size(); }

AnalyzedText Analyzer::analyze(std::string_view text) {
  AnalyzedText result;
  tokenize(text, result.tokens);
  result.sentences = split_sentences(text, result.tokens);
  result.forms.reserve(result.tokens.size());
  result.stems.reserve(result.tokens.size());
  result.types.reserve(result.tokens.size());
  result.sentence_of.reserve(result.tokens.size());
  result.analyzer = impl_.get();
  impl_->read(text, result.tokens);
  std::uint32_t sentence = 0;
  for (std::size_t i = 0; i < result.tokens.size(); ++i) {
    const Token& token = result.tokens[i];
    const std::uint32_t number = impl_->find(i, slice(text, token.span()), token.kind);
    const Type& type = impl_->types[number];
    result.forms.push_back(type.form);
    result.stems.push_back(type.stem);
    result.types.push_back(number);
    while (result.sentences[sentence].end <= token.begin) ++sentence;
    result.sentence_of.push_back(sentence);
  }
  return result;
}

}  // namespace sahafa
