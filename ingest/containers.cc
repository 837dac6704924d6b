#include <array>

#include "ingest/archive.h"
#include "ingest/container.h"
#include "ingest/gzip.h"
#include "ingest/mhtml.h"
#include "ingest/office.h"
#include "ingest/warc.h"

namespace sahafa {

std::span<const Container* const> containers() {
  static const WarcContainer warc;
  static const GzipContainer gzip;
  static const CompressedContainer compressed;
  static const OfficeContainer office;
  static const ArchiveContainer archive;
  static const MhtmlContainer mhtml;
  static const std::array<const Container*, 6> list{&warc, &gzip, &compressed, &office, &archive, &mhtml};
  return list;
}

}  // namespace sahafa
