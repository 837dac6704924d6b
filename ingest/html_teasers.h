// Lists of other articles: elements of one kind that follow each other, each with a linked headline and a few words.
#pragma once

#include <vector>

#include "ingest/html_blocks.h"
#include "ingest/html_document.h"

namespace sahafa {

/// Marks the blocks of such lists as furniture. O(nodes + blocks).
void mark_teasers(const HtmlPage& page, std::vector<HtmlBlock>& blocks);

}  // namespace sahafa
