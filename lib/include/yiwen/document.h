// SPDX-License-Identifier: Apache-2.0
//
// The values that pass between the rooms that read texts: Document -> DecodedText -> Article -> NormalText -> Sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/result.h"
#include "yiwen/text_range.h"

namespace yiwen {

// What a manifest, a JSONL line or the head of a file says of a document; kept apart from what yiwen infers from its text.
struct Metadata {
  std::string title;
  std::string outlet;
  std::string date;
  std::string url;
  std::string author;

  friend bool operator==(const Metadata&, const Metadata&) = default;
};

// What the bytes of a document are.
enum class DocumentKind : std::uint8_t {
  text,  // plain text, Markdown
  html,
  mhtml,  // a page and its pictures in one file, as browsers save it
  docx,
  doc,  // Word before 2007
  odt,
  pdf,
};

// One input text as bytes, with what is known of it before it is decoded.
struct Document {
  std::string id;        // unique among the documents of a run; the file stem where that is unique
  std::string source;    // the shortest unique path suffix, or "articles.jsonl:21"
  std::string bytes;
  bool decoded = false;  // the bytes are UTF-8 text already (a JSONL string), not a file to be decoded
  Metadata metadata;
  DocumentKind kind = DocumentKind::text;
};

// Bytes that could not be decoded, or that no text may hold.
struct DecodeFault {
  TextRange<SourceBytes> bytes;
  std::string reason;
};

// The first of them, how many more there are, and how many bytes they all are, on one line. REQUIRES: !faults.empty()
[[nodiscard]] std::string to_string(const std::vector<DecodeFault>& faults);

// Valid UTF-8 without NUL and without byte-order mark. What could not be decoded stands as U+FFFD.
struct DecodedText {
  std::string text;
  std::string encoding;                        // IANA name: UTF-8, UTF-16LE, GB18030, Big5-HKSCS ...
  double confidence = 1.0;                     // [0, 1]; 1 where a byte-order mark or valid UTF-8 decided
  std::vector<DecodeFault> faults;             // in order
  // Checkpoints of the map to the bytes, both ascending: text offset text_at[i] came from byte byte_at[i]. The first is
  // the begin of the text; between two of them offsets advance alike only for UTF-8. See decode/byte_offset.
  std::vector<std::uint32_t> text_at;
  std::vector<std::uint32_t> byte_at;
};

// What a paragraph of a scraped page is.
enum class BlockKind : std::uint8_t {
  body,
  title,
  heading,
  caption,
  byline,         // date, outlet, author, editor: says something of the text, is not the text
  navigation,     // menus, breadcrumbs, share bars
  spam,           // injected by others: search-engine bait
  footer,         // copyright, contact, registration
  related_links,  // "read on", other stories
  comments,       // what readers say of the story
};

// Article blocks are matched; noise blocks are shown in the report and kept out of the matching.
[[nodiscard]] constexpr bool is_noise(BlockKind kind) {
  return kind == BlockKind::navigation || kind == BlockKind::spam || kind == BlockKind::footer ||
         kind == BlockKind::related_links || kind == BlockKind::comments;
}

struct Block {
  TextRange<SourceText> range;  // never empty, without the white space around it
  BlockKind kind = BlockKind::body;

  friend bool operator==(const Block&, const Block&) = default;
};

// What a text says of itself, as ranges in it; empty optionals where it does not say.
struct Article {
  std::vector<Block> blocks;  // in order; between two of them stand white space, markdown marks and tags only
  std::optional<TextRange<SourceText>> title;
  std::optional<TextRange<SourceText>> outlet;   // the stated source (来源), or the page's own name
  std::optional<TextRange<SourceText>> date;
  std::optional<TextRange<SourceText>> byline;   // author or reporter
  std::optional<TextRange<SourceText>> editor;
};

// A damaged spot that the repair layer found.
enum class DamageKind : std::uint8_t {
  annotation,        // pinyin put in after a character: 產業(yè)
  mojibake,          // characters that no writer wrote: 為之驚艷 as 為橹@艷
  lost_punctuation,  // 9.2%9.3%: a separator fell out
};

struct Damage {
  TextRange<SourceText> range;
  DamageKind kind = DamageKind::annotation;
  bool undone = false;  // mojibake of which the normal text has what stood there

  friend bool operator==(const Damage&, const Damage&) = default;
};

// The folded text that is compared. One char32_t a letter, digit or Han character, with the marks that belong to a
// number (the point of 41.7, the sign of 35%); other punctuation and all space are folded away.
struct NormalText {
  // What was folded away before a character.
  enum class Gap : std::uint8_t {
    none,
    mark,    // quotation marks, brackets, space
    clause,  // a mark that parts clauses or sentences, or space between Han characters
  };

  std::u32string chars;
  std::vector<TextRange<SourceText>> from;  // from[i]: the bytes that chars[i] stands for, ascending, never overlapping
  std::vector<Gap> gap_before;              // of each character
  std::vector<Damage> damage;               // in order
  std::vector<TextRange<Normal>> renamed;   // words that stand here under another name than the text's: 软体, AI; in order
  std::vector<TextRange<Normal>> asides;    // what stands between round brackets, the innermost; in order

  // The bytes from the first to the last character of the range; for an empty range, the empty range behind the
  // character before it. REQUIRES: range.end <= chars.size()
  [[nodiscard]] TextRange<SourceText> to_source(TextRange<Normal> range) const;
  // The characters that lie wholly inside the range.
  [[nodiscard]] TextRange<Normal> to_normal(TextRange<SourceText> range) const;
  // Takes the characters out; what stands behind them begins nothing, and a renamed word or an aside that is cut counts
  // as none.
  // REQUIRES: ranges are in order and apart
  void leave_out(const std::vector<TextRange<Normal>>& ranges);
  // A clause begins with the character, or the text ends before it.
  [[nodiscard]] bool clause_begins(std::uint32_t at) const {
    return at == 0 || at >= gap_before.size() || gap_before[at] == Gap::clause;
  }
  [[nodiscard]] std::u32string_view slice(TextRange<Normal> range) const {
    return std::u32string_view(chars).substr(range.begin, range.size());
  }
};

// How sure the segmenter is that a sentence begins and ends where it does.
struct Sentence {
  TextRange<SourceText> range;   // with closing quotes, without the white space around it
  TextRange<Normal> normal;
  std::uint32_t block = 0;       // index of the block it begins in
  BlockKind kind = BlockKind::body;
  bool starts_block = false;
  bool ends_block = false;       // the last of its (last) block
  bool label = false;            // alone in its block before a colon: says who speaks, wherever that person speaks
  bool ends_with_stop = false;   // a full stop, question or exclamation mark, or closing quotes behind one
  // Where a blank line or column break cuts this sentence in two: the white space in its middle.
  std::optional<TextRange<SourceText>> cut;
};

// Something that was noticed about one input or one step and did not stop the run.
struct Diagnostic {
  enum class Level : std::uint8_t { note, warning, error };
  Level level = Level::warning;
  Error what;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

}  // namespace yiwen
