#include "ingest/ingest_options.h"

#include <memory>
#include <string>

namespace sahafa {

IngestOptions make_reading_options(const Options& options) {
  IngestOptions made{.columns = parse_column_map(options.get_list("map")),
                     .split = parse_split_rule(options.get("split"))};
  if (options.has("outlets"))
    made.outlets =
        std::make_shared<const OutletRegistry>(OutletRegistry::load(std::string(options.get("outlets"))));
  return made;
}

IngestOptions make_ingest_options(const Options& options) {
  IngestOptions made = make_reading_options(options);
  made.keep_repeated = options.is_on("keep-repeated");
  return made;
}

std::array<std::pair<std::string_view, std::int64_t>, 6> counts_of(const IngestSummary& summary) {
  return {{{"sources", summary.sources},
           {"articles", summary.articles},
           {"copies", summary.copies},
           {"duplicates", summary.duplicates},
           {"skipped", summary.skipped},
           {"failed", summary.failed}}};
}

}  // namespace sahafa
