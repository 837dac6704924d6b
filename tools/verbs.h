// One function a verb, each in the file of its name; verbs.cc puts them into the list.
#pragma once

#include "tools/verb.h"

namespace sahafa::tools {

Verb ingest_verb();
Verb extract_verb();
Verb tokens_verb();
Verb show_verb();
Verb report_verb();
Verb serve_verb();
Verb export_verb();
Verb codebook_verb();
Verb train_verb();
Verb classify_verb();
Verb check_verb();
Verb index_verb();
Verb remove_verb();

/// Runs the analysis whose name the verb has and prints its table; notes go to standard error.
int run_analysis(const Verb& verb, Invocation& call);

}  // namespace sahafa::tools
