#include "tools/serve/workers.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>
#include <vector>

namespace sahafa::tools {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

std::string do_order(std::string_view order) {
  if (order == "sleep") std::this_thread::sleep_for(60s);
  if (order == "crash") std::abort();
  if (order == "process") return std::to_string(::getpid());
  if (order == "fill memory") {
    try {
      std::vector<char> block(std::size_t{1} << 32, 'x');
      return std::string(1, block[block.size() / 2]);
    } catch (const std::bad_alloc&) {
      return "out of memory";
    }
  }
  if (order == "nap") std::this_thread::sleep_for(100ms);
  return "done: " + std::string(order);
}

WorkFailure failure(const std::variant<std::string, WorkFailure>& result) {
  return std::get<WorkFailure>(result);
}

TEST(Workers, AnOrderIsDoneInAProcessOfItsOwn) {
  Workers workers(do_order, {});
  const std::string order(50'000, 'a');
  EXPECT_EQ(std::get<std::string>(workers.run(order)), "done: " + order);
  EXPECT_NE(std::get<std::string>(workers.run("process")), std::to_string(::getpid()));
  EXPECT_NE(workers.run("process"), workers.run("process"));
}

TEST(Workers, WhatTakesTooLongIsEnded) {
  Workers workers(do_order, {.time = 200ms});
  const auto begun = Clock::now();
  EXPECT_EQ(failure(workers.run("sleep")), WorkFailure::too_slow);
  EXPECT_LT(Clock::now() - begun, 3s);
  EXPECT_EQ(std::get<std::string>(workers.run("next")), "done: next");
}

TEST(Workers, ACrashHarmsNothingElse) {
  Workers workers(do_order, {});
  EXPECT_EQ(failure(workers.run("crash")), WorkFailure::broken);
  EXPECT_EQ(std::get<std::string>(workers.run("next")), "done: next");
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST(Workers, MemoryIsLimited) {
  Workers workers(do_order, {.memory_bytes = std::size_t{256} << 20});
  EXPECT_EQ(std::get<std::string>(workers.run("fill memory")), "out of memory");
}
#endif

TEST(Workers, OrdersBeyondTheLimitWaitTheirTurn) {
  Workers workers(do_order, {.at_once = 2});
  std::atomic<int> done = 0;
  const auto begun = Clock::now();
  {
    std::vector<std::jthread> clients;
    for (int i = 0; i < 8; ++i) {
      clients.emplace_back([&] {
        if (std::get<std::string>(workers.run("nap")) == "done: nap") ++done;
      });
    }
  }
  EXPECT_EQ(done, 8);
  EXPECT_GE(Clock::now() - begun, 400ms);
}

TEST(Workers, WhoWaitsTooLongIsToldSo) {
  Workers workers(do_order, {.time = 300ms, .at_once = 1});
  std::atomic<int> busy = 0;
  {
    std::vector<std::jthread> clients;
    for (int i = 0; i < 4; ++i) {
      clients.emplace_back([&] { busy += failure(workers.run("sleep")) == WorkFailure::busy ? 1 : 0; });
    }
  }
  EXPECT_GE(busy, 2);  // the place becomes free once before they have waited as long as they may
}

TEST(Workers, StopEndsWhatIsBeingDone) {
  Workers workers(do_order, {});
  const auto begun = Clock::now();
  const std::jthread client([&] { EXPECT_EQ(failure(workers.run("sleep")), WorkFailure::stopped); });
  std::this_thread::sleep_for(100ms);
  workers.stop(100ms);
  EXPECT_EQ(failure(workers.run("next")), WorkFailure::stopped);
  EXPECT_LT(Clock::now() - begun, 10s);
}

}  // namespace
}  // namespace sahafa::tools
