#include "tools/map_option.h"

namespace sahafa::tools {

ColumnMap column_map(const Options& options) { return parse_column_map(options.get_list("map")); }

}  // namespace sahafa::tools
