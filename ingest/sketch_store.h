// The fingerprints of all texts while duplicates are looked for: in memory while they are few, in a temporary
// file beyond that, so that memory stays bounded whatever the size of the corpus. Reading is allowed from
// several threads, adding is not.
#pragma once

#include <cstdio>
#include <memory>
#include <vector>

#include "ingest/fingerprint.h"

namespace sahafa {

/// A fingerprint as it lies in a store.
struct Sketch {
  std::uint32_t letters = 0;
  std::uint32_t digits = 0;
  std::span<const SampledGram> grams;
  std::span<const SampledFigure> figures;
};

class SketchStore {
 public:
  /// Fingerprints beyond `most_bytes` go to a temporary file.
  explicit SketchStore(std::size_t most_bytes = kMostBytes) : most_bytes_(most_bytes) {}

  void add(const Sketch& sketch);
  std::size_t size() const { return entries_.size(); }
  /// The spans are valid until the next read into the same `buffer`, or until the store changes.
  Sketch read(std::size_t number, std::vector<std::uint64_t>& buffer) const;

  static constexpr std::size_t kMostBytes = std::size_t{48} << 20;

 private:
  struct Entry {
    std::uint64_t begin;  ///< in words
    std::uint32_t letters;
    std::uint32_t digits;
    std::uint32_t grams;
    std::uint32_t figures;
  };
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  void spill();

  std::size_t most_bytes_;
  std::vector<Entry> entries_;
  std::vector<std::uint64_t> words_;  ///< those that are not in the file yet
  std::uint64_t words_in_file_ = 0;
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace sahafa
