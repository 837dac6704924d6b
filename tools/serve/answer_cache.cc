#include "tools/serve/answer_cache.h"

#include <utility>

namespace sahafa::tools {

SharedAnswer AnswerCache::get(const std::string& key, const std::function<Answer()>& make) {
  std::promise<SharedAnswer> promise;
  {
    std::unique_lock lock(mutex_);
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      return found->second->answer;
    }
    if (const auto found = pending_.find(key); found != pending_.end()) {
      const auto pending = found->second;
      lock.unlock();
      return pending.get();
    }
    pending_.emplace(key, promise.get_future().share());
  }
  auto answer = std::make_shared<const Answer>(make());
  const std::lock_guard lock(mutex_);
  pending_.erase(key);
  if (answer->status == 200) keep(key, answer);
  promise.set_value(answer);
  return answer;
}

void AnswerCache::keep(const std::string& key, const SharedAnswer& answer) {
  const auto size = [](const Entry& entry) { return entry.key.size() + entry.answer->body.size(); };
  entries_.push_front({key, answer});
  by_key_[key] = entries_.begin();
  bytes_ += size(entries_.front());
  while (bytes_ > most_bytes_) {
    bytes_ -= size(entries_.back());
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

}  // namespace sahafa::tools
