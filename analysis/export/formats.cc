#include "analysis/export/article_writer.h"

namespace sahafa {

std::span<const ExportFormat> export_formats() {
  static constexpr ExportFormat kFormats[] = {
      {"csv", make_csv_writer}, {"iramuteq", make_iramuteq_writer}, {"jsonl", make_jsonl_writer},
      {"txm", make_txm_writer}, {"vrt", make_vrt_writer},
  };
  return kFormats;
}

}  // namespace sahafa
