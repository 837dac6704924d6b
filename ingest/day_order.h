// Is 04/05/2025 the 4th of May or the 5th of April? One file has one order, and its other dates tell.
#pragma once

#include "corpus/catalogue.h"
#include "ingest/dates.h"

namespace sahafa {

/// The order of the all-digit dates of a source, before its articles are completed: month first where some of its
/// dates can only be that and none can only be day first; else day first, as French and Arabic write. Adds an issue
/// where month first was chosen for dates that allow both, and where the dates of the source contradict each other.
/// Dates that allow both orders carry how they were read as their origin (complete.h).
DayOrder find_day_order(Intake& out);

}  // namespace sahafa
