// Answers that were given and are still true: a class that opens the same comparison computes it once.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "tools/serve/http.h"

namespace sahafa::tools {

using SharedAnswer = std::shared_ptr<const Answer>;

/// The answers used last, within a limit of bytes. May be used from several threads.
class AnswerCache {
 public:
  explicit AnswerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// The answer under `key`, else the one that `make` gives. Who asks for a key that is being made waits for it. Answers
  /// that are no success are not kept. `make` may not throw.
  SharedAnswer get(const std::string& key, const std::function<Answer()>& make);

 private:
  struct Entry {
    std::string key;
    SharedAnswer answer;
  };

  void keep(const std::string& key, const SharedAnswer& answer);

  std::size_t most_bytes_;
  std::mutex mutex_;
  std::list<Entry> entries_;  ///< the one used last first
  std::map<std::string, std::list<Entry>::iterator, std::less<>> by_key_;
  std::map<std::string, std::shared_future<SharedAnswer>, std::less<>> pending_;
  std::size_t bytes_ = 0;
};

}  // namespace sahafa::tools
