#include "text/skeleton.h"

#include "text/sounds.h"

namespace sahafa {

std::vector<std::string> consonant_skeletons(std::string_view folded_word) {
  std::vector<std::string> skeletons = word_sounds(folded_word);
  for (std::string& skeleton : skeletons) skeleton = consonants_of(skeleton);
  return skeletons;
}

}  // namespace sahafa
