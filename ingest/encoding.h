// From the bytes of a file to UTF-8: which charset is it, and what decided.
//
// In this order: byte-order mark; valid UTF-8 (a page that declares another charset over valid multi-byte
// UTF-8 is wrong: browsers and "save as" leave old declarations behind); the charset that the container or
// the text itself declares, if the bytes are valid in it; UTF-16 without mark; UTF-8 with a few broken bytes;
// letter frequencies. What was decoded wrongly before it was stored is repaired (mojibake.h). All functions may be called from several threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sahafa {

struct DecodedText {
  std::string text;          ///< valid UTF-8 without byte-order mark
  std::string encoding;      ///< charset and what decided: "windows-1256 (detected)"
  std::size_t replaced = 0;  ///< malformed sequences that became U+FFFD
};

/// Decodes `bytes`. `container_charset` is what a transport said (HTTP, MIME, WARC) or empty. O(n).
DecodedText decode_text(std::string_view bytes, std::string_view container_charset = {});

/// True when decoded text looks like no text: NUL characters or many other controls in its first 64 KiB.
bool looks_binary(std::string_view text);

}  // namespace sahafa
