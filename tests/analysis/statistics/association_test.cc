#include "analysis/statistics/association.h"

#include <gtest/gtest.h>

namespace sahafa {
namespace {

constexpr WordPair kExample{10, 20, 50, 1000, 20, 50};

TEST(Association, WorkedExampleOfTheHeader) {
  EXPECT_NEAR(pmi(kExample), 3.322, 5e-4);
  EXPECT_NEAR(mi3(kExample), 9.966, 5e-4);
  EXPECT_NEAR(npmi(kExample), 0.5, 1e-12);
  EXPECT_NEAR(t_score(kExample), 2.846, 5e-4);
  EXPECT_NEAR(z_score(kExample), 9.0, 1e-12);
  EXPECT_NEAR(pair_likelihood(kExample), 35.066, 5e-4);
  EXPECT_NEAR(pair_chi_square(kExample), 87.003, 5e-3);
  EXPECT_NEAR(dice(kExample), 0.2857, 5e-5);
  EXPECT_NEAR(log_dice(kExample), 12.193, 5e-4);
  EXPECT_NEAR(log_dice_of_margins(kExample), 12.193, 5e-4);
  EXPECT_NEAR(delta_p_second(kExample), 0.4592, 5e-5);
  EXPECT_NEAR(delta_p_first(kExample), 0.1895, 5e-5);
}

TEST(Association, IndependentWordsScoreZero) {
  const WordPair pair{1, 20, 50, 1000, 20, 50};
  EXPECT_NEAR(pmi(pair), 0.0, 1e-12);
  EXPECT_NEAR(t_score(pair), 0.0, 1e-12);
  EXPECT_NEAR(pair_likelihood(pair), 0.0, 1e-9);
  EXPECT_NEAR(delta_p_second(pair), 0.0, 1e-12);
}

TEST(Association, WordsThatAvoidEachOtherHaveANegativeLikelihood) {
  EXPECT_LT(pair_likelihood({1, 200, 500, 1000, 200, 500}), 0.0);
}

}  // namespace
}  // namespace sahafa
