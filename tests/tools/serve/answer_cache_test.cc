#include "tools/serve/answer_cache.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace sahafa::tools {
namespace {

Answer answer(int status, std::size_t bytes) {
  return {.status = status, .type = "text/plain", .body = std::string(bytes, 'x'), .file = {}};
}

// Asks for `key`; whether the answer had to be made.
bool is_made(AnswerCache& cache, const std::string& key, int status = 200, std::size_t bytes = 10) {
  bool made = false;
  cache.get(key, [&] {
    made = true;
    return answer(status, bytes);
  });
  return made;
}

TEST(AnswerCache, AnAnswerIsMadeOnce) {
  AnswerCache cache(1000);
  EXPECT_TRUE(is_made(cache, "a"));
  EXPECT_FALSE(is_made(cache, "a"));
  EXPECT_TRUE(is_made(cache, "b"));
}

TEST(AnswerCache, AFailureIsTriedAgain) {
  AnswerCache cache(1000);
  EXPECT_TRUE(is_made(cache, "a", 503));
  EXPECT_TRUE(is_made(cache, "a", 200));
  EXPECT_FALSE(is_made(cache, "a", 200));
}

TEST(AnswerCache, TheOneUsedLongestAgoMakesRoom) {
  AnswerCache cache(250);
  is_made(cache, "a", 200, 100);
  is_made(cache, "b", 200, 100);
  is_made(cache, "a");
  is_made(cache, "c", 200, 100);
  EXPECT_FALSE(is_made(cache, "a"));
  EXPECT_TRUE(is_made(cache, "b", 200, 100));
}

TEST(AnswerCache, WhatIsLargerThanTheCacheIsGivenAndNotKept) {
  AnswerCache cache(50);
  EXPECT_EQ(cache.get("a", [] { return answer(200, 100); })->body.size(), 100U);
  EXPECT_TRUE(is_made(cache, "a"));
}

TEST(AnswerCache, WhoAsksWhileItIsBeingMadeWaitsForIt) {
  AnswerCache cache(1000);
  std::atomic<int> made = 0;
  {
    std::vector<std::jthread> askers;
    for (int i = 0; i < 8; ++i) {
      askers.emplace_back([&] {
        cache.get("a", [&] {
          ++made;
          std::this_thread::sleep_for(std::chrono::milliseconds(50));
          return answer(200, 10);
        });
      });
    }
  }
  EXPECT_EQ(made, 1);
}

}  // namespace
}  // namespace sahafa::tools
