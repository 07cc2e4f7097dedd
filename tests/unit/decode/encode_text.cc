// SPDX-License-Identifier: Apache-2.0
#include "unit/decode/encode_text.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <array>
#include <stdexcept>

namespace yiwen {

EncodedText encode_text(std::u32string_view text, const std::string& converter_name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(converter_name.c_str(), &status);
  if (U_FAILURE(status)) throw std::runtime_error("no converter " + converter_name);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  EncodedText encoded;
  // One code point a call: what the call appends is what the code point takes, with the escapes before it.
  for (std::size_t i = 0; i <= text.size(); ++i) {
    std::array<UChar, 2> units{};
    std::size_t length = 0;
    if (i < text.size()) U16_APPEND_UNSAFE(units, length, static_cast<UChar32>(text[i]));
    std::array<char, 64> out{};
    const UChar* source = units.data();
    char* target = out.data();
    status = U_ZERO_ERROR;
    ucnv_fromUnicode(converter, &target, out.data() + out.size(), &source, units.data() + length, nullptr,
                     i == text.size(), &status);
    if (U_FAILURE(status)) encoded.complete = false;
    if (i < text.size()) encoded.begins.push_back(static_cast<std::uint32_t>(encoded.bytes.size()));
    encoded.bytes.append(out.data(), target);
    if (i < text.size()) encoded.ends.push_back(static_cast<std::uint32_t>(encoded.bytes.size()));
  }
  ucnv_close(converter);
  return encoded;
}

std::u32string decode_without_fence(const std::string& bytes, const std::string& converter) {
  const icu::UnicodeString units(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.c_str());
  std::u32string text;
  for (std::int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1)) {
    text.push_back(static_cast<char32_t>(units.char32At(i)));
  }
  return text;
}

}  // namespace yiwen
