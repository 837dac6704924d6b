// Texts that a person or a program coded with claims: the sheets that `code` draws and reads back, JSON Lines
// {id, lang, part, text, claims: [{frame, ...}]}.
#pragma once

#include <iosfwd>
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

/// Items in the order of the file. A line without "claims" is a claim of the item that its "id" names, as `claims --format jsonl`
/// writes them. Lines whose "claims" is null have not been coded and are left out. Throws Error(malformed), naming origin and line.
std::vector<CodedItem> read_coded_items(std::istream& in, std::string_view origin);

}  // namespace sahafa
