#include "corpus/text_cursor.h"

namespace sahafa {

TextCursor::TextCursor(const Database& database, ArticleId after)
    : rows_(database.prepare("SELECT article, text FROM texts WHERE article > ? ORDER BY article")) {
  rows_.bind(after.value);
}

bool TextCursor::next(StoredText& place) {
  more_ = more_ && rows_.step();  // behind its end a statement would begin anew
  if (!more_) return false;
  place.article = {rows_.integer(0)};
  place.text = rows_.text(1);
  return true;
}

}  // namespace sahafa
