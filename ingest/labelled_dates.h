// Dates as pages print them, with words that say what happened on them: "Publié le 8 avril 2025, mis à jour le 9 avril",
// "نشر في 8 أبريل 2025", "Updated May 6, 2019". Functions may be called from several threads.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

struct LabelledDate {
  std::string
      text;  ///< ISO 8601, or as written where another reading is possible (settle_date); empty if none
  bool published = false;  ///< words say that it is the day of publication
  bool modified = false;   ///< words say that it is the day of a change
};

/// The date of a line: that behind a word of publication if there is one, else the first. O(n).
LabelledDate read_labelled_date(std::string_view line);

}  // namespace sahafa
