// The fields of a Factiva article, whatever layout they came from, and the grammar of its text layouts. Used by
// read_factiva.h. All functions may be called from several threads.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "corpus/article.h"

namespace sahafa {

/// Values by field code: HD, BY, WC, PD, SN, LA, LP, TD, AN, ... The text may be in TD alone.
using FactivaFields = std::map<std::string, std::string, std::less<>>;

/// True for the codes that Factiva prints.
bool is_factiva_code(std::string_view word);

/// The accession number in the line that ends an article in text layouts ("Document LEMATN0020250408el4800001", also
/// behind the code AN); empty for any other line.
std::string_view factiva_number_of_line(std::string_view line);

/// How many of the codes that stand in every coded article begin lines of `text`. Different ones: "LA" alone begins
/// headings in capitals.
std::size_t count_factiva_codes(std::string_view text);

/// The fields of one article in text layout, coded or not.
FactivaFields read_factiva_lines(std::string_view text);

/// Fills in what the lines between headline and text say where there are no codes: byline, number of words, date,
/// time, source, code, language, rights. What is no such line is left over: returns where the text begins.
std::size_t read_factiva_imprint(std::string_view text, FactivaFields& fields);

/// The article that the fields describe. Values are as in the file; completion makes them one form.
Article factiva_article(const FactivaFields& fields);

}  // namespace sahafa
