// Spellings of one Arabic word that differ in the seat of a hamza, as newspapers mix them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// Other spellings of a word as written (not folded): مسؤول مسئول, شؤون شئون شءون, هيئة هيأة, شيء شئ, مائة مئة. Only where
/// both are in use; the caller keeps those that its texts have. Empty for most words.
std::vector<std::string> hamza_variants(std::string_view word);

}  // namespace sahafa
