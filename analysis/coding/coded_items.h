// Texts that a person or a program coded with claims: the sheets that `code` draws and reads back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

struct CodedClaim {
  std::string frame;
  std::vector<std::string> frame_alt;  ///< readings as right as `frame`
  bool is_disputed = false;            ///< neither a miss when not found nor a false alarm when found
};

struct CodedItem {
  std::string id;
  std::string lang;
  std::string part;  ///< of the sample: "random" is the one that estimates may use; empty: random
  std::string text;
  std::vector<CodedClaim> claims;
};

/// Items in the order of the sheet; `origin` is its name. A sheet is a table (CSV as a spreadsheet saves it) or JSON Lines.
///
/// A row or line codes its item in `frames`, frames with `;` between them or "none"; where it is empty nobody has coded the item yet and it is
/// left out. JSON may hold `claims` instead: a list of {frame, frame_alt, disputed}, null while not coded. A line with neither, but with a
/// `frame`, is one claim of the item that its id names, as `claims --format jsonl` writes them.
/// Throws Error(malformed), naming origin and place.
std::vector<CodedItem> parse_coded_items(std::string_view sheet, std::string_view origin);

}  // namespace sahafa
