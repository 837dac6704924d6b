#include "text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace sahafa {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;

constexpr std::size_t kPieceUnits = 1 << 14;
constexpr std::size_t kDetectBytes = 1 << 16;

// Converts piece by piece, so that memory is the output and a small buffer.
std::optional<std::string> convert(std::string_view bytes, const std::string& charset, bool strict) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  if (strict) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) return std::nullopt;
  }
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  std::vector<UChar> units(kPieceUnits);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  std::size_t kept = 0;  // a high surrogate at the end of a piece waits for its other half
  for (bool more = true; more;) {
    status = U_ZERO_ERROR;
    UChar* target = units.data() + kept;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, source_end, nullptr, true,
                   &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (U_FAILURE(status) && !more) return std::nullopt;
    auto count = static_cast<std::size_t>(target - units.data());
    kept = more && count > 0 && U16_IS_LEAD(units[count - 1]) ? 1 : 0;
    count -= kept;
    icu::UnicodeString(false, units.data(), static_cast<std::int32_t>(count)).toUTF8String(out);
    if (kept == 1) units[0] = units[count];
  }
  return out;
}

}  // namespace

std::optional<std::string> decode_charset(std::string_view bytes, const std::string& charset) {
  return convert(bytes, charset, true);
}

std::optional<std::string> decode_charset_lossy(std::string_view bytes, const std::string& charset) {
  return convert(bytes, charset, false);
}

std::string detect_charset(std::string_view bytes, int least_confidence) {
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return {};
  const auto length = static_cast<std::int32_t>(std::min(bytes.size(), kDetectBytes));
  // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): the length follows
  ucsdet_setText(detector.get(), bytes.data(), length, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < least_confidence)
    return {};
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) ? name : std::string();
}

}  // namespace sahafa
