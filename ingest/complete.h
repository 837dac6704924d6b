// What every article needs, whatever reader made it: the stored form of its text, its outlet by the registry,
// its language, one form of date and genre, its length in words.
#pragma once

#include "corpus/catalogue.h"
#include "corpus/outlet.h"
#include "ingest/dates.h"

namespace sahafa {

/// Completes an article of the source `path`, whose all-digit dates have the order `order` (day_order.h):
/// - text, title and authors in stored form (normalize_stored), white space at the ends removed;
/// - outlet: id of the registry by name, else by the domain of the URL (unless it is an aggregator and a name was given), else
///   the last line of the text if that is the name of an outlet and nothing else (the line then leaves the text), else
///   by a part of the file name or its folder, else the name as found;
/// - date: as given, else from the URL, the text's first lines, the file name; the origin says which, and how a date was
///   read that allows two readings;
/// - lang as given, else detected; words counted with the tokenizer.
/// An article whose text is empty stays so: the caller drops it with an issue.
void complete_article(Article& article, std::string_view path, DayOrder order = DayOrder::day_first,
                      const OutletRegistry& registry = OutletRegistry::bundled());

/// Tokens of a text that are words. O(n).
std::int64_t count_words(std::string_view text);

}  // namespace sahafa
