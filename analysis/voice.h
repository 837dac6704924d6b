// Whose voice a claim has: the text's own, or somebody's whom it quotes or reports. The two are kept apart.
#pragma once

#include <string>
#include <string_view>

#include "corpus/article.h"

namespace sahafa {

/// Takes the claims of one voice, or all. Immutable; may be used from several threads.
class VoiceFilter {
 public:
  /// "author", "attributed" or "all"; throws Error(usage) for anything else.
  explicit VoiceFilter(std::string_view voice);

  bool operator()(const Claim& claim) const { return voice_ == "all" || claim.voice == voice_; }

 private:
  std::string voice_;
};

}  // namespace sahafa
