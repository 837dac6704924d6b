// Lines of a page that are no text of its article although they stand in it: what leads to other articles, invites,
// dates, signs. Functions on single blocks, without state.
#pragma once

#include <string_view>

#include "ingest/html_blocks.h"

namespace sahafa {

/// True for a line that leads away from the article or belongs to the page around it: "Lire aussi", "اقرأ أيضا", an
/// invitation to subscribe that is linked.
bool is_cue_line(const HtmlBlock& block);

/// True for a line behind which other articles or the comments of readers stand: "Articles liés", "التعليقات".
bool leads_away(const HtmlBlock& block);

/// True for a line at which a page stops showing its article to who has not paid: "Pour lire la suite, abonnez-vous",
/// "هذا المقال للمشتركين فقط".
bool asks_to_subscribe(const HtmlBlock& block);

/// True for "Temps de lecture : 3 minutes", "قراءة 3 دقائق", "3 min read".
bool is_reading_time(const HtmlBlock& block);

/// True for a line that says when the page was published, or by whom, and nothing else.
bool is_dateline(const HtmlBlock& block);

}  // namespace sahafa
