// What a codebook holds and what is hardly meant in it, as tables: the verb codebook of the command line and of the C API.
#pragma once

#include "analysis/table.h"
#include "corpus/codebook.h"

namespace sahafa {

/// One row: actors, frames, hash; that there is one says that the codebook is valid.
Table describe_codebook(const Codebook& codebook);

/// A row an actor and a frame: kind, id, parent, label_fr, label_ar.
Table list_entries(const Codebook& codebook);

/// A row a finding of lint (corpus/codebook_lint.h): entry, kind, finding.
Table list_findings(const Codebook& codebook);

}  // namespace sahafa
