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
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/utf8_check.h"
#include "decode/encoding.h"
#include "decode/icu_decode.h"
#include "decode/plausibility.h"

namespace yiwen {

namespace {

constexpr std::size_t kScoredBytes = 64u << 10;  // some 30 000 characters; the score of 200 is decisive already

// UTF-8 with faults is still UTF-8 when it has this many well-formed sequences a fault. In GB18030 and Big5 some 15 % of
// the pairs pass for UTF-8, a ratio of 1:6; a page cut in mid-character every hundred characters has 100:1. Range 1..20.
constexpr std::size_t kSequencesPerFault = 3;

// NULs among ASCII: above this share of the bytes they are halves of UTF-16 or UTF-32, below it damage. English in UTF-16
// has 50 %, a Chinese text that happens to be valid UTF-8 as well has next to none. Range 5..40 %.
constexpr double kNulShareOfUtf16 = 0.2;

// A UTF-16 candidate in which more code units than this are pairs of printable ASCII is ASCII: "Bush hid the facts" would
// be nine rare hanzi. Chinese in UTF-16 has 22 % by chance. Range 40..80 %.
constexpr double kAsciiPairShare = 0.6;

// The lead of a declared encoding: that of two everyday characters, and a fifth of one for each further character.
constexpr double kDeclaredLead = 4.0;
constexpr double kDeclaredLeadPerChar = 0.2;

// No candidate above this mean is text. Rare hanzi alone would have -0.6, random bytes have -1 and less.
constexpr double kLeastMean = -0.55;

struct Candidate {
  std::string encoding;
  Letters letters = Letters::east_asian;
  double score = 0.0;
  std::uint32_t telling = 0;
};

// Ties go to the earlier one: kana alone are the same in GB18030 and EUC-JP.
constexpr std::array<std::string_view, 10> kCandidates = {"GB18030", "Big5-HKSCS", "UTF-16LE", "UTF-16BE", "UTF-32LE",
                                                          "UTF-32BE", "Shift_JIS", "EUC-JP", "EUC-KR", "windows-1252"};

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_printable(char c) { return c >= 0x20 && c < 0x7F; }

Candidate scored(std::string_view sample, std::string encoding, Letters letters) {
  Plausibility plausibility(letters);
  icu_decode(sample, encoding, AtEnd::ignore, plausibility);
  return {std::move(encoding), letters, plausibility.score(), plausibility.telling()};
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
  const Candidate hz = scored(bytes.substr(0, kScoredBytes), "HZ-GB-2312", Letters::east_asian);
  if (hz.telling > 0 && hz.score / hz.telling > 0.5) return "HZ-GB-2312";
  return std::nullopt;
}

struct Utf8Evidence {
  std::size_t sequences = 0;  // well-formed, of two bytes and more
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
      ++evidence.sequences;
    } else if (bytes[at] == '\0') {
      ++evidence.nuls;
    }
    at += piece.length;
  }
  return evidence;
}

// A window of whole code units of any width, from the first byte that is not ASCII (or is NUL).
std::string_view telling_sample(std::string_view bytes) {
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c == 0 || static_cast<unsigned char>(c) >= 0x80; });
  const auto begin = static_cast<std::size_t>(first - bytes.begin()) & ~std::size_t{3};
  return bytes.substr(begin, kScoredBytes);
}

bool may_be_utf16(std::string_view sample) {
  std::size_t pairs = 0, ascii_pairs = 0;
  for (std::size_t i = 0; i + 1 < sample.size(); i += 2, ++pairs) {
    if (is_printable(sample[i]) && is_printable(sample[i + 1])) ++ascii_pairs;
  }
  return static_cast<double>(ascii_pairs) <= kAsciiPairShare * static_cast<double>(pairs);
}

// 3.
std::optional<Detected> most_plausible(std::string_view bytes, const std::optional<std::string>& declared) {
  const std::string_view sample = telling_sample(bytes);
  std::vector<Candidate> candidates;
  for (const std::string_view encoding : kCandidates) {
    if (encoding.starts_with("UTF-16") && (bytes.size() % 2 != 0 || !may_be_utf16(sample))) continue;
    if (encoding.starts_with("UTF-32") && bytes.size() % 4 != 0) continue;
    candidates.push_back(scored(sample, std::string(encoding), encoding == "windows-1252" ? Letters::alphabet : Letters::east_asian));
  }
  if (declared && *declared != "UTF-8") {
    auto known = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.encoding == *declared; });
    if (known == candidates.end()) known = candidates.insert(known, scored(sample, *declared, Letters::alphabet));
    known->score += kDeclaredLead + kDeclaredLeadPerChar * known->telling;
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& left, const Candidate& right) { return left.score > right.score; });
  const Candidate& best = candidates.front();
  if (best.telling > 0 && best.score / best.telling < kLeastMean) return std::nullopt;
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
    if (utf8.sequences >= kSequencesPerFault * utf8.faults) {
      return Detected{"UTF-8", static_cast<double>(utf8.sequences) / static_cast<double>(utf8.sequences + utf8.faults)};
    }
  }
  return most_plausible(bytes, declared);
}

}  // namespace yiwen
