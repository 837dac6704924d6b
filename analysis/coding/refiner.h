// A second look at what the rules found: a linear model over rule and words of a claim keeps it, drops it, or gives it another frame. It never makes
// a claim. Learned from coded sheets; off unless a corpus was given one.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/coding/coded_items.h"
#include "analysis/learning/classifier.h"
#include "analysis/table.h"
#include "corpus/article.h"

namespace sahafa {

/// A claim of the rules in a sentence that people have coded.
struct Candidate {
  Claim claim;
  const CodedItem* coded = nullptr;
};

/// Constant after construction; usable from several threads.
class Refiner {
 public:
  static constexpr std::string_view kFileName = "refiner.model";

  /// The same candidates and seed give the same model. Throws Error(usage) when all of them deserve the same.
  static Refiner train(std::span<const Candidate> candidates, std::uint64_t seed);
  /// Throws Error: unreadable, malformed.
  static Refiner load(const std::filesystem::path& file);
  /// That of a corpus directory, or none.
  static std::optional<Refiner> find(const std::filesystem::path& directory);
  void save(const std::filesystem::path& file) const;

  /// The claims of `text` that stay. A claim of another frame says so in its rule. Where the model is in doubt the rules are right.
  std::vector<Claim> refine(std::vector<Claim> claims, std::string_view text) const;
  /// Names the model: claims refined by another one must be made again.
  const std::string& hash() const { return hash_; }

 private:
  explicit Refiner(Classifier classifier);

  Classifier classifier_;
  std::string hash_;
};

/// Precision, recall and F1 of the frames of claims, of the rules alone and refined by a model that has not seen the sentence (five folds by the
/// hash of the item's id).
Table cross_validate(std::span<const Candidate> candidates, std::span<const CodedItem> items,
                     std::uint64_t seed);

}  // namespace sahafa
