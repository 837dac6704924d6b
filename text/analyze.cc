#include "text/analyze.h"

#include <xxhash.h>

#include <bit>
#include <cstring>

#include "text/fold.h"
#include "text/large_pages.h"
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

/// Tells words apart without looking at their bytes again. Those of one size of up to 24 bytes, which are nearly all (twelve Arabic letters), are
/// equal when this is.
struct WordPrint {
  std::uint64_t head = 0;    ///< first eight bytes; of a long word a hash
  std::uint64_t middle = 0;  ///< the eight behind them of words of more than sixteen bytes
  std::uint64_t tail = 0;    ///< last eight bytes; 0 for words of less and for long ones

  friend bool operator==(const WordPrint&, const WordPrint&) = default;

  std::uint64_t hash() const {
    const std::uint64_t mixed = (head ^ std::rotl(middle, 47) ^ std::rotl(tail, 29)) * 0x9E3779B97F4A7C15U;
    return (mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9U;
  }
};

constexpr std::size_t kPrintBytes = 24;

std::uint64_t load_bytes(const char* from, std::size_t count) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, from, count);
  return bytes;
}

/// `more`: how many bytes can be read behind the first of the word.
WordPrint make_print(std::string_view word, std::size_t more) {
  constexpr std::size_t kEight = 8;
  const std::size_t size = word.size();
  if (size > kPrintBytes) return {XXH3_64bits(word.data(), size), 0, 0};
  if (size >= kEight)
    return {load_bytes(word.data(), kEight), size > 2 * kEight ? load_bytes(word.data() + kEight, kEight) : 0,
            load_bytes(word.data() + size - kEight, kEight)};
  const std::uint64_t head = more >= kEight
                                 ? load_bytes(word.data(), kEight) & ((std::uint64_t{1} << 8 * size) - 1)
                                 : load_bytes(word.data(), size);
  return {head, 0, 0};
}

/// What is known of a word type, its bytes in the arena. Filling one line of the processor's cache, it is fetched at once.
struct alignas(64) Type {
  WordPrint print;
  const char* surface_bytes = nullptr;
  const char* form_bytes = nullptr;
  const char* stem_bytes = nullptr;
  std::uint32_t surface_size = 0;
  std::uint32_t form_size = 0;
  std::uint32_t stem_size = 0;

  Type(const WordPrint& own, std::string_view surface, std::string_view form, std::string_view stem)
      : print(own),
        surface_bytes(surface.data()),
        form_bytes(form.data()),
        stem_bytes(stem.data()),
        surface_size(static_cast<std::uint32_t>(surface.size())),
        form_size(static_cast<std::uint32_t>(form.size())),
        stem_size(static_cast<std::uint32_t>(stem.size())) {}

  std::string_view surface() const { return {surface_bytes, surface_size}; }
  std::string_view form() const { return {form_bytes, form_size}; }
  std::string_view stem() const { return {stem_bytes, stem_size}; }
};

}  // namespace

/// Open addressing with linear probing over a power of two of slots, at most half full. Slots are small and types stand by
/// first appearance, so that those of frequent words stay in the processor's cache.
struct Analyzer::Impl {
  Arena arena;
  Stemmer stemmer;
  std::vector<Type, LargePageAllocator<Type>> types;

  Impl() { slots_.resize(std::size_t{1} << 12); }

  /// Prints of all tokens of a text, before the first is looked up: then slots can be fetched while others are compared.
  void read(std::string_view text, const std::vector<Token>& tokens) {
    prints_.resize(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const WordPrint print = make_print(slice(text, tokens[i].span()), text.size() - tokens[i].begin);
      prints_[i] = {print, print.hash()};
    }
  }

  /// Number of the type of a token of the text that was read.
  std::uint32_t find(std::size_t token, std::string_view surface, TokenKind kind) {
    fetch_ahead(token);
    const auto& [print, hash] = prints_[token];
    Slot* slot = &find_slot(print, hash, surface);
    if (slot->type != kFree) return slot->type;
    if (types.size() * 2 >= slots_.size()) {
      grow();
      slot = &find_slot(print, hash, surface);
    }
    *slot = {tag_of(hash), static_cast<std::uint32_t>(types.size())};
    types.push_back(make_type(print, surface, kind));
    return slot->type;
  }

 private:
  static constexpr std::uint32_t kFree = UINT32_MAX;
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t type = kFree;
  };

  struct HashedPrint {
    WordPrint print;
    std::uint64_t hash = 0;
  };

  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

  /// Waiting for memory is most of what a look-up costs, so slots are asked for some tokens before they are needed, and the types behind those that
  /// have come by then. Inlined by order: g++ takes a function that only fetches for one without effect, and drops the call.
  [[gnu::always_inline]] void fetch_ahead(std::size_t token) const {
    constexpr std::size_t kSlotAhead = 16;
    constexpr std::size_t kTypeAhead = 8;
    const std::size_t mask = slots_.size() - 1;
    if (token + kSlotAhead < prints_.size())
      __builtin_prefetch(&slots_[prints_[token + kSlotAhead].hash & mask]);
    if (token + kTypeAhead >= prints_.size()) return;
    const Slot& slot = slots_[prints_[token + kTypeAhead].hash & mask];
    if (slot.type != kFree) __builtin_prefetch(&types[slot.type]);
  }

  bool is(const Slot& slot, const WordPrint& print, std::uint64_t hash, std::string_view surface) const {
    if (slot.tag != tag_of(hash)) return false;
    const Type& type = types[slot.type];
    return type.print == print && type.surface_size == surface.size() &&
           (surface.size() <= kPrintBytes || type.surface() == surface);
  }

  Slot& find_slot(const WordPrint& print, std::uint64_t hash, std::string_view surface) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].type != kFree && !is(slots_[at], print, hash, surface)) at = (at + 1) & mask;
    return slots_[at];
  }

  void grow() {
    slots_.assign(slots_.size() * 2, {});
    for (std::uint32_t type = 0; type < types.size(); ++type) {
      const Type& known = types[type];
      const std::uint64_t hash = known.print.hash();
      find_slot(known.print, hash, known.surface()) = {tag_of(hash), type};
    }
  }

  Type make_type(const WordPrint& print, std::string_view surface, TokenKind kind) {
    folded_.clear();
    fold_append(surface, folded_);
    const std::string_view kept = arena.keep(surface);
    const std::string_view form = folded_ == surface ? kept : arena.keep(folded_);
    const bool word = kind == TokenKind::word;
    const std::string stem = word ? stemmer.stem(surface) : std::string();
    return {print, kept, form, word && stem != folded_ ? arena.keep(stem) : form};
  }

  std::vector<Slot, LargePageAllocator<Slot>> slots_;
  std::vector<HashedPrint> prints_;  ///< of the text that was read
  std::string folded_;               ///< scratch
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::size_t Analyzer::types() const { return impl_->types.size(); }

AnalyzedText Analyzer::analyze(std::string_view text) {
  AnalyzedText result;
  analyze(text, result);
  return result;
}

void Analyzer::analyze(std::string_view text, AnalyzedText& result) {
  result.tokens.clear();
  tokenize(text, result.tokens);
  result.sentences = split_sentences(text, result.tokens);
  const std::size_t size = result.tokens.size();
  result.forms.resize(size);
  result.stems.resize(size);
  result.types.resize(size);
  result.sentence_of.resize(size);
  result.analyzer = impl_.get();
  impl_->read(text, result.tokens);
  std::uint32_t sentence = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const Token& token = result.tokens[i];
    const std::uint32_t number = impl_->find(i, slice(text, token.span()), token.kind);
    const Type& type = impl_->types[number];
    result.forms[i] = type.form();
    result.stems[i] = type.stem();
    result.types[i] = number;
    while (result.sentences[sentence].end <= token.begin) ++sentence;
    result.sentence_of[i] = sentence;
  }
}

}  // namespace sahafa
