// SPDX-License-Identifier: Apache-2.0
//
// Any bytes, detected and under a label: the text is valid UTF-8 without NUL, its faults are in order and in the file,
// every offset maps into the file and never backwards, and each U+FFFD that we put in is a fault that is listed.
#include "decode/decode.h"

#include <array>

#include "base/utf8.h"
#include "decode/encoding.h"
#include "fuzz/law.h"

namespace {

using namespace yiwen;
using fuzz::require;

constexpr std::array kLabels = {"utf-8",  "utf-16le",     "utf-16be",   "utf-32le",    "utf-32be",  "gb18030",
                                "gbk",    "big5",         "hz-gb-2312", "shift_jis",   "euc-jp",    "iso-2022-jp",
                                "euc-kr", "windows-1252", "koi8-r",     "iso-8859-15", "macintosh", "utf-7"};

void check(const Document& document, const Result<DecodedText>& decoded) {
  if (!decoded) {
    require(!decoded.error().reason.empty() && decoded.error().file == document.source,
            "a refusal names file and reason");
    require(decoded.error().byte.value_or(0) <= document.bytes.size(), "a refusal's place is in the file");
    return;
  }
  const DecodedText& out = decoded.value();
  require(first_ill_formed(out.text) == out.text.size(), "the text is valid UTF-8");
  require(out.text.find('\0') == std::string::npos, "the text has no NUL");
  std::uint32_t end = 0;
  for (const DecodeFault& fault : out.faults) {
    require(fault.bytes.begin >= end && fault.bytes.begin < fault.bytes.end, "faults are in order");
    require(fault.bytes.end <= document.bytes.size() && !fault.reason.empty(), "faults are in the file");
    end = fault.bytes.end;
  }
  std::uint32_t before = 0;
  std::size_t replaced = 0;
  for (std::uint32_t at = 0; at < out.text.size();) {
    const std::uint32_t byte = byte_offset(out, at);
    require(byte >= before && byte < document.bytes.size(), "offsets map into the file, never backwards");
    before = byte;
    if (next_code_point(out.text, at) == U'\uFFFD') ++replaced;
  }
  require(byte_offset(out, static_cast<std::uint32_t>(out.text.size())) <= document.bytes.size(), "the end maps");
  require(replaced >= out.faults.size(), "every fault stands in the text");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Document document;
  document.source = "fuzzed.txt";
  document.bytes = fuzz::as_bytes(data, size);
  check(document, decode(document));
  check(document, decode(document, {.encoding = kLabels[size % kLabels.size()]}));
  static_cast<void>(declared_encoding(document.bytes));
  static_cast<void>(encoding_of_label(document.bytes.substr(0, 40)));
  document.decoded = true;
  check(document, decode(document));
  return 0;
}
