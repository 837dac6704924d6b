#include "ingest/sketch_store.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <type_traits>

#include "text/error.h"

namespace sahafa {
namespace {

// Both kinds of words lie in the arena as they are.
static_assert(sizeof(SampledGram) == sizeof(std::uint64_t) && std::is_trivially_copyable_v<SampledGram>);
static_assert(sizeof(SampledFigure) == sizeof(std::uint64_t) && std::is_trivially_copyable_v<SampledFigure>);

[[noreturn]] void throw_full() {
  throw Error(ErrorCode::unreadable, "temporary file of duplicates: " + std::string(std::strerror(errno)) +
                                         "; free space in the directory for temporary files (TMPDIR)");
}

void read_words(int file, std::uint64_t begin, std::span<std::uint64_t> to) {
  auto* bytes = reinterpret_cast<char*>(to.data());
  std::size_t left = to.size_bytes();
  auto at = static_cast<off_t>(begin * sizeof(std::uint64_t));
  while (left > 0) {
    const ssize_t got = pread(file, bytes, left, at);
    if (got <= 0) throw_full();
    bytes += got;
    at += got;
    left -= static_cast<std::size_t>(got);
  }
}

}  // namespace

void SketchStore::add(const Sketch& sketch) {
  entries_.push_back({words_in_file_ + words_.size(), sketch.letters, sketch.digits,
                      static_cast<std::uint32_t>(sketch.grams.size()),
                      static_cast<std::uint32_t>(sketch.figures.size())});
  for (const SampledGram gram : sketch.grams) words_.push_back(gram.word());
  for (const SampledFigure figure : sketch.figures) words_.push_back(figure.word);
  if (words_.size() * sizeof(std::uint64_t) > most_bytes_) spill();
}

void SketchStore::spill() {
  if (!file_) file_.reset(std::tmpfile());
  if (!file_ ||
      std::fwrite(words_.data(), sizeof(std::uint64_t), words_.size(), file_.get()) != words_.size() ||
      std::fflush(file_.get()) != 0)
    throw_full();
  words_in_file_ += words_.size();
  words_.clear();
}

Sketch SketchStore::read(std::size_t number, std::vector<std::uint64_t>& buffer) const {
  const Entry& entry = entries_[number];
  const std::size_t size = std::size_t{entry.grams} + entry.figures;
  const std::uint64_t* words = nullptr;
  if (entry.begin >= words_in_file_) {
    words = words_.data() + (entry.begin - words_in_file_);
  } else {
    buffer.resize(size);
    read_words(fileno(file_.get()), entry.begin, buffer);
    words = buffer.data();
  }
  return {entry.letters,
          entry.digits,
          {reinterpret_cast<const SampledGram*>(words), entry.grams},
          {reinterpret_cast<const SampledFigure*>(words + entry.grams), entry.figures}};
}

}  // namespace sahafa
