// SPDX-License-Identifier: Apache-2.0
//
// The order of the evidence, the strongest first:
//   1. escape sequences of a seven-bit encoding (HZ, ISO-2022) in bytes that otherwise are ASCII
//   2. UTF-8, well-formed or nearly so: other encodings do not look like it by chance
//   3. the decoder whose output looks most like text (plausibility.cc), with a lead for the one that the file declares;
//      the lead wins ties and short texts, and loses to the evidence of a sentence
//
// Step 3 looks at 64 KiB from the first byte that is not ASCII: an English page may quote its Chinese at the end.
#include "decode/detect.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/utf8.h"
#include "base/utf8_check.h"
#include "decode/encoding.h"
#include "decode/icu_decode.h"
#include "decode/plausibility.h"

namespace yiwen {

namespace {

constexpr std::size_t kScoredBytes = 64u << 10;  // some 30 000 characters; the score of 200 is decisive already

// UTF-8 with faults is still UTF-8 when it has this many continuation bytes in their right places for each fault: two
// hanzi, or four accented letters. In GB18030 and Big5 some 15 % of the pairs pass for a sequence of two bytes and 3 %
// of the triples for one of three, some 0.2 a fault; a page cut in mid-character every hundred characters has 200.
// Range 2..20.
constexpr std::size_t kContinuationsPerFault = 4;

// NULs among ASCII: above this share of the bytes they are halves of UTF-16 or UTF-32, below it damage. English in
// UTF-16 has 50 %, a Chinese headline with a year in it some 15 %. Range 5..40 %.
constexpr double kNulShareOfUtf16 = 0.1;

// A UTF-16 candidate in which more code units than this are pairs of printable ASCII is ASCII: "Bush hid the facts"
// would be nine rare hanzi. Chinese in UTF-16 has 22 % by chance. Range 40..80 %.
constexpr double kAsciiPairShare = 0.6;

// The lead of a declared encoding: that of two everyday characters, and a fifth of one for each further character.
constexpr double kDeclaredLead = 4.0;
constexpr double kDeclaredLeadPerChar = 0.2;

// No candidate with more than this mean: not a text. Rare hanzi alone would have -0.6, random bytes have -1 and less.
// A few characters say too little for that.
constexpr double kLeastMean = -0.55;
constexpr std::uint32_t kFewTelling = 16;

struct Candidate {
  std::string encoding;
  double score = 0.0;
  std::uint32_t telling = 0;
};

// Behind UTF-8. Ties go to the earlier one: kana alone are the same in GB18030 and EUC-JP.
constexpr std::string_view kCandidates[] = {"GB18030",  "Big5-HKSCS", "UTF-16LE", "UTF-16BE", "UTF-32LE",
                                            "UTF-32BE", "Shift_JIS",  "EUC-JP",   "EUC-KR",   "windows-1252"};

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Repertoire repertoire_of(std::string_view encoding) {
  if (encoding.starts_with("UTF-")) return Repertoire::unicode;
  return encoding == "windows-1252" ? Repertoire::alphabet : Repertoire::east_asian;
}

bool is_printable(char c) { return c >= 0x20 && c < 0x7F; }

Candidate scored(std::string_view sample, std::string encoding, Repertoire repertoire) {
  Plausibility plausibility(repertoire);
  icu_decode(sample, encoding, AtEnd::ignore, plausibility);
  return {std::move(encoding), plausibility.score(), plausibility.telling()};
}

Candidate scored_as_utf8(std::string_view sample) {
  Plausibility plausibility(Repertoire::alphabet);
  for (std::size_t at = 0; at < sample.size();) {
    const Utf8Piece piece = utf8_piece(sample, at);
    auto next = static_cast<std::uint32_t>(at);
    if (piece.well_formed) {
      plausibility.code_point(next_code_point(sample, next), 0);
    } else if (at + piece.length < sample.size()) {
      plausibility.ill_formed({});
    }
    at += piece.length;
  }
  return {"UTF-8", plausibility.score(), plausibility.telling()};
}

// 1. "~{" ... "~}" round pairs of printable bytes, or an escape sequence that designates a set of two-byte characters.
std::optional<std::string> seven_bit_encoding(std::string_view bytes) {
  if (bytes.find('\x1B') != std::string_view::npos) {
    if (bytes.find("\x1B$)C") != std::string_view::npos) return "ISO-2022-KR";
    if (bytes.find("\x1B$)E") != std::string_view::npos) return "ISO-2022-CN-EXT";
    if (bytes.find("\x1B$)A") != std::string_view::npos || bytes.find("\x1B$)G") != std::string_view::npos) {
      return "ISO-2022-CN";
    }
    if (bytes.find("\x1B$B") != std::string_view::npos || bytes.find("\x1B$@") != std::string_view::npos) {
      return "ISO-2022-JP";
    }
  }
  if (bytes.find("~{") == std::string_view::npos) return std::nullopt;
  // Program text may hold "~{" too. In HZ it opens hanzi, so most of what comes out outside ASCII is common.
  const Candidate hz = scored(bytes.substr(0, kScoredBytes), "HZ-GB-2312", Repertoire::east_asian);
  if (hz.telling > 0 && hz.score / hz.telling > 0.5) return "HZ-GB-2312";
  return std::nullopt;
}

struct Utf8Evidence {
  std::size_t continuations = 0;  // bytes behind the first one of well-formed sequences
  std::size_t faults = 0;
  std::size_t nuls = 0;
};

Utf8Evidence weigh_utf8(std::string_view bytes) {
  Utf8Evidence evidence;
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Piece piece = utf8_piece(bytes, at);
    if (!piece.well_formed) {
      ++evidence.faults;
    } else if (piece.length > 1) {
      evidence.continuations += piece.length - 1;
    } else if (bytes[at] == '\0') {
      ++evidence.nuls;
    }
    at += piece.length;
  }
  return evidence;
}

// A window of whole code units of any width, from shortly before the first byte that is not ASCII (or is NUL).
std::string_view telling_sample(std::string_view bytes) {
  constexpr std::size_t kContextBytes = 16;  // the word that an accented letter stands in
  const auto is_telling = [](char c) { return c == 0 || static_cast<unsigned char>(c) >= 0x80; };
  const auto first = static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_telling) - bytes.begin());
  const std::size_t begin = (first - std::min(first, kContextBytes)) & ~std::size_t{3};
  return bytes.substr(begin, kScoredBytes);
}

bool may_be_utf16(std::string_view sample) {
  constexpr char kKanaRow = '\x30';  // U+30xx, the kana, with a byte that also is the digit 0, rare in English
  std::size_t pairs = 0, ascii_pairs = 0;
  for (std::size_t i = 0; i + 1 < sample.size(); i += 2, ++pairs) {
    const bool is_kana = sample[i] == kKanaRow || sample[i + 1] == kKanaRow;
    if (is_printable(sample[i]) && is_printable(sample[i + 1]) && !is_kana) ++ascii_pairs;
  }
  return static_cast<double>(ascii_pairs) <= kAsciiPairShare * static_cast<double>(pairs);
}

// 3.
std::optional<Detected> most_plausible(std::string_view bytes, const std::optional<std::string>& declared) {
  const std::string_view sample = telling_sample(bytes);
  const bool utf16_is_possible =
      bytes.size() % 2 == 0 && may_be_utf16(bytes.substr(0, kScoredBytes)) && may_be_utf16(sample);
  std::vector<Candidate> candidates = {scored_as_utf8(sample)};
  for (const std::string_view encoding : kCandidates) {
    if (encoding.starts_with("UTF-16") && !utf16_is_possible) continue;
    if (encoding.starts_with("UTF-32") && bytes.size() % 4 != 0) continue;
    candidates.push_back(scored(sample, std::string(encoding), repertoire_of(encoding)));
  }
  if (declared) {
    auto known =
        std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.encoding == *declared; });
    if (known == candidates.end()) known = candidates.insert(known, scored(sample, *declared, Repertoire::alphabet));
    known->score += kDeclaredLead + kDeclaredLeadPerChar * known->telling;
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& left, const Candidate& right) { return left.score > right.score; });
  const Candidate& best = candidates.front();
  if (best.telling > kFewTelling && best.score / best.telling < kLeastMean) return std::nullopt;
  // The scores are sums of log-odds, halved because neighbouring characters do not speak independently.
  const double lead = candidates.size() > 1 ? best.score - candidates[1].score : best.score;
  return Detected{best.encoding, 1.0 / (1.0 + std::exp(-lead / 2.0))};
}

}  // namespace

std::optional<Detected> detect_encoding(std::string_view bytes) {
  const std::optional<std::string> declared = declared_encoding(bytes);
  if (is_ascii(bytes)) {
    if (auto encoding = seven_bit_encoding(bytes)) return Detected{*encoding, 0.95};
  }
  const Utf8Evidence utf8 = weigh_utf8(bytes);
  const bool has_wide_units = static_cast<double>(utf8.nuls) > kNulShareOfUtf16 * static_cast<double>(bytes.size());
  if (!has_wide_units) {
    if (utf8.faults == 0) return Detected{"UTF-8", 1.0};
    if (utf8.continuations >= kContinuationsPerFault * utf8.faults) {
      const auto good = static_cast<double>(utf8.continuations), bad = static_cast<double>(utf8.faults);
      return Detected{"UTF-8", good / (good + bad)};
    }
  }
  return most_plausible(bytes, declared);
}

}  // namespace yiwen
