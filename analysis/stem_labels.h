// Stems are shown as words: each as its commonest form.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/token_store_reader.h"

namespace sahafa {

/// Counts which forms a stem stands for.
class StemLabels {
 public:
  explicit StemLabels(const TokenStore& store);

  void add(std::uint32_t stem, std::uint32_t form);
  /// By stem id: its commonest form; of equally common ones the first in byte order. Empty for one that was
  /// not seen.
  std::vector<std::string> finish() const;

 private:
  const TokenStore& store_;
  // Nearly every form has one stem; the others (a word that both languages write) are in the map.
  struct Counted {
    std::uint32_t stem = 0;
    std::uint32_t count = 0;
  };
  std::vector<Counted> by_form_;
  std::unordered_map<std::uint64_t, std::uint32_t> others_;  // form in the high half, stem in the low half
};

}  // namespace sahafa
