#include "corpus/parallel.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace sahafa {
namespace {

class ParallelFor : public testing::TestWithParam<std::size_t> {};

TEST_P(ParallelFor, HandlesEachIndexOnceAndKeepsThePlaces) {
  std::vector<int> results(1000);
  parallel_for(results.size(), GetParam(),
               [&](std::size_t i, std::size_t) { results[i] += static_cast<int>(i) + 1; });
  for (std::size_t i = 0; i < results.size(); ++i) ASSERT_EQ(results[i], static_cast<int>(i) + 1);
}

TEST_P(ParallelFor, NumbersItsWorkersBelowJobs) {
  const std::size_t jobs = std::max<std::size_t>(GetParam(), 1);
  std::atomic<bool> fits = true;
  parallel_for(500, GetParam(), [&](std::size_t, std::size_t worker) {
    if (worker >= jobs) fits = false;
  });
  EXPECT_TRUE(fits);
}

TEST_P(ParallelFor, RethrowsAndStops) {
  std::atomic<int> done = 0;
  const auto work = [&](std::size_t i, std::size_t) {
    if (i == 3) throw std::runtime_error("بيان");
    ++done;
  };
  EXPECT_THROW(parallel_for(1'000'000, GetParam(), work), std::runtime_error);
  EXPECT_LT(done, 1'000'000);
}

TEST_P(ParallelFor, NothingToDoCallsNothing) {
  parallel_for(0, GetParam(), [](std::size_t, std::size_t) { FAIL(); });
}

INSTANTIATE_TEST_SUITE_P(Jobs, ParallelFor, testing::Values(0, 1, 2, 7, 64));

}  // namespace
}  // namespace sahafa
