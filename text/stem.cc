#include "text/stem.h"

#include <libstemmer.h>

#include <cstdint>

#include "text/char_class.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/lower.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Snowball = std::unique_ptr<sb_stemmer, DeleteStemmer>;

Snowball make_snowball(const char* language) {
  Snowball stemmer(sb_stemmer_new(language, "UTF_8"));
  if (!stemmer) {
    throw Error(ErrorCode::not_found, std::string("libstemmer has no stemmer for ") + language +
                                          "; install libstemmer0d of Debian 12");
  }
  return stemmer;
}

std::string run(const Snowball& stemmer, std::string_view word) {
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(word.size()));
  if (stem == nullptr) throw Error(ErrorCode::unreadable, "libstemmer ran out of memory");
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

/// The first letter decides: words of two scripts are cut by the tokenizer.
CharClass script_of(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CharClass c = char_class(decode_utf8(word, at));
    if (c == CharClass::letter || c == CharClass::arabic) return c;
  }
  return CharClass::mark;
}

}  // namespace

struct Stemmer::Impl {
  Snowball french = make_snowball("french");
  Snowball arabic = make_snowball("arabic");
};

Stemmer::Stemmer() : impl_(std::make_unique<Impl>()) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(std::string_view word) const {
  std::string stem;
  switch (script_of(word)) {
    case CharClass::letter:
      stem = fold(run(impl_->french, lower_case(word)));
      break;
    case CharClass::arabic:
      stem = fold(run(impl_->arabic, fold(word)));
      break;
    default:
      break;
  }
  return stem.empty() ? fold(word) : stem;
}

}  // namespace sahafa
