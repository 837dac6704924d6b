// Stems by libstemmer (French and Arabic Snowball), chosen by the script of the word. A stem is a key, never
// a label.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace sahafa {

/// Not thread-safe: one Stemmer a thread. Construction is cheap.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The folded stem of a word as written: French is stemmed with its accents and folded after, Arabic is
  /// folded, then stemmed. A word written without its accents may get another stem than the accented one
  /// (securite, sécurité): who must find both, as the index does, takes the stem of the folded form as well.
  std::string stem(std::string_view word) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sahafa
