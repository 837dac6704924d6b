// The options of reading and ingesting, declared once: command line and C API list the same and read them here.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "corpus/options.h"
#include "ingest/pipeline.h"

namespace sahafa {

/// Of every call that reads files.
inline constexpr std::array<OptionSpec, 3> kReadingOptions = {{
    {.name = "map",
     .value = "FIELD=COLUMN,...",
     .help = "What columns of tables and keys of JSON hold, e.g. text=Corps,outlet=Organe",
     .default_value = ""},
    {.name = "outlets",
     .value = "FILE.toml",
     .help = "Outlets of your own beside the bundled ones, and how their pages are laid out; ingest keeps "
             "them in the corpus",
     .default_value = ""},
    {.name = "split",
     .value = "RULE",
     .help = "Where the next article begins in plain text: auto, none, fields, marks or blanks",
     .default_value = "auto"},
}};

/// Of every call that ingests.
inline constexpr auto kIngestOptions = join_options(
    kReadingOptions,
    std::array<OptionSpec, 7>{{
        {.name = "codebook",
         .value = "FILE.toml",
         .help = "Actors, frames and cues of your affair: kept in the corpus, for claims, coding and reports",
         .default_value = ""},
        {.name = "names",
         .value = "FILE.toml",
         .help = "Names and words in both scripts, beside the bundled ones: kept in the corpus, for searches",
         .default_value = ""},
        {.name = "refiner",
         .value = "FILE",
         .help = "Model that code refine made: kept in the corpus, it drops or changes claims of the rules",
         .default_value = ""},
        {.name = "keep-repeated",
         .value = "",
         .help = "Leave lines that repeat on the pages of an outlet in the texts (see the verb repeated)",
         .default_value = ""},
        {.name = "no-derive",
         .value = "",
         .help = "Leave index, tokens and claims for the next ingest",
         .default_value = ""},
        {.name = "dry-run",
         .value = "",
         .help = "Only read, and show by reader what would be taken; the corpus is neither made nor changed",
         .default_value = ""},
        {.name = "report",
         .value = "FILE.csv",
         .help =
             "Also write a table of the sources: path, reader, encoding, articles, split, warnings, error",
         .default_value = ""},
    }});

/// What kReadingOptions say; the rest is as IngestOptions has it. Throws Error for values that make no sense and for a file of outlets that
/// cannot be read.
IngestOptions make_reading_options(const Options& options);
/// The same for kIngestOptions.
IngestOptions make_ingest_options(const Options& options);

/// The numbers of a summary with their names, in the order in which they are shown.
std::array<std::pair<std::string_view, std::int64_t>, 6> counts_of(const IngestSummary& summary);

}  // namespace sahafa
