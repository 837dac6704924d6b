// Arabic words that look as if a letter of theirs were a clitic or an ending, for what the vocabulary of a small corpus cannot show.
#pragma once

#include <string_view>

namespace sahafa {

/// True of the light stem of a word whose first letter belongs to its root although the rest is a word too: بطاقة is no
/// طاقة behind a ب. Its ة may be open (بطاقتهم).
bool begins_with_root_letter(std::string_view key);

/// True of a folded word that ends with a ت of its own (ملفت), which no ة or verbal ending explains.
bool ends_with_root_ta(std::string_view key);

/// True of a folded noun whose ة tells it from another noun: مكتبة is no مكتب, جامعة no جامع.
bool needs_its_ta_marbuta(std::string_view form);

}  // namespace sahafa
