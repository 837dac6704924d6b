// How varied the words of a text are. N words, V types, V_i types that occur i times. All of them grow or fall with length, but for
// MATTR, MTLD and HD-D, which were made not to. Worked example in every comment: the words a b a c (N = 4, V = 3).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sahafa {

/// Types, and types that occur once.
struct TypeCounts {
  double words = 0.0;
  double types = 0.0;
  double once = 0.0;
  double squares = 0.0;  ///< sum over types of count squared
};

TypeCounts count_types(std::span<const std::uint32_t> words);

/// V / N. Example: 0.75.
double type_token_ratio(const TypeCounts& counts);
/// V / sqrt N (Guiraud 1954). Example: 1.5.
double guiraud_r(const TypeCounts& counts);
/// V / sqrt(2 N) (Carroll 1964). Example: 1.061.
double carroll_cttr(const TypeCounts& counts);
/// ln V / ln N (Herdan 1960). Example: 0.792.
double herdan_c(const TypeCounts& counts);
/// 10,000 (sum i^2 V_i - N) / N^2 (Yule 1944). Example: 1250.
double yule_k(const TypeCounts& counts);

/// Moving-average type-token ratio (Covington and McFall 2010): the mean over all windows; NaN where the text is shorter. Example
/// with window 2: 1. O(N).
double mattr(std::span<const std::uint32_t> words, std::size_t window);

/// Measure of textual lexical diversity (McCarthy and Jarvis 2010): the mean length of stretches whose TTR falls below
/// `threshold`, the rest counted in proportion, forwards and backwards. NaN where no stretch ends. O(N).
double mtld(std::span<const std::uint32_t> words, double threshold = 0.72);

/// HD-D (McCarthy and Jarvis 2010): the expected TTR of `draws` words drawn without replacement; NaN where the text is shorter. Example with
/// 2 draws: 0.917. O(N).
double hdd(std::span<const std::uint32_t> words, std::size_t draws = 42);

}  // namespace sahafa
