// SPDX-License-Identifier: Apache-2.0
//
// The finished report: everything that any writer shows. Writers compute nothing; they slice the texts held here.
// Ranges count code points of a document's decoded text.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "yiwen/document.h"
#include "yiwen/text_range.h"

namespace yiwen {

using CodePointRange = TextRange<CodePoints>;

enum class Severity : std::uint8_t { folded, minor, major, critical };  // ascending

// The first layer at which two readings become equal.
enum class Layer : std::uint8_t { raw, repair, punctuation, script, region, value, wording };

enum class Relation : std::uint8_t { base, reprint, excerpt, digest, related, unrelated };  // of a document to the base
enum class MemberRelation : std::uint8_t { identical, near, partial, paraphrase };           // to the fullest member

// A place in a document. An absence is an empty range where the words are missing.
struct Place {
  std::uint32_t document = 0;  // index into Report::documents
  CodePointRange range;

  friend auto operator<=>(const Place&, const Place&) = default;
};

struct NoiseMark {
  CodePointRange range;
  std::string kind;  // navigation | spam | footer | related-links | comments | byline | caption | annotation | mojibake
                     // | lost-punctuation
};

// How often a difference from the base was set aside, by the layer that folded it.
struct FoldedCounts {
  std::uint32_t repair = 0;
  std::uint32_t punctuation = 0;
  std::uint32_t script = 0;
  std::uint32_t region = 0;
};

struct SentenceMark {
  CodePointRange range;
  BlockKind kind = BlockKind::body;
  bool starts_block = false;
};

// How fit a text is to be the base. The first seven are shares, [0, 1].
struct Fitness {
  double agreement = 0;        // of what the others carry it has, and of what it carries they have: the mean
  double closest = 0;          // the same with the one text that shares most
  double added = 0;            // of its text: that no other has and that is not of the story
  double repeated = 0;         // of its text: further copies of what it has already
  double damaged = 0;          // of its text: words at which characters were lost
  double broken_off = 0;       // of its text: sentences that end in the middle
  double misprinted = 0;       // of its text: sentences whose words are broken where the other text has whole ones
  std::uint32_t named_by = 0;  // how many other texts name its outlet as their source
  std::uint32_t units = 0;     // how long it is, further copies left out
};

struct ReportDocument {
  std::string id;
  std::string source;
  std::string siglum;    // A, B, C ...: the short name of the witness in tables and the apparatus
  std::string encoding;
  std::string script;    // Hant | Hans | mixed | none
  std::string text;      // the whole decoded text, UTF-8
  std::string sha256;    // of the bytes that were read
  std::uint32_t length = 0;                   // code points
  std::optional<CodePointRange> title, outlet, date, byline, editor;
  Metadata stated;                            // what a manifest, a JSONL line or its own head said of it
  Relation relation = Relation::unrelated;
  std::string relation_why;
  double coverage = 0.0;                      // share of the base's text that this document carries, [0, 1]
  double similarity = 0.0;                    // Jaccard similarity of the folded 3-grams with the base's, [0, 1]
  FoldedCounts folded;
  Fitness fitness;
  std::vector<SentenceMark> sentences;        // in order
  std::vector<NoiseMark> noise;               // in order
};

struct ClusterMember {
  Place place;
  MemberRelation relation = MemberRelation::identical;
};

// Matching passages at sentence granularity: a row of the synopsis.
struct ReportCluster {
  std::string id;                       // c1, c2 ... in reading order of the base, then of the other documents
  std::vector<ClusterMember> members;   // fullest member first, then by document and place
};

struct Reading {
  std::string text;             // as printed, never folded; empty for an absence
  std::vector<Place> members;   // by document and place
};

enum class FindingType : std::uint8_t { drift, duplicate, truncation, omission, addition, move };

// What an editor has decided about a finding.
enum class Ruling : std::uint8_t {
  none,
  error,     // a mistake indeed: stays in the counts and the lists, and is marked as confirmed
  accepted,  // may stand as it is
  ignored,   // of no interest
};

// One finding. Which fields are used depends on the type:
//   drift       cluster, readings (the base's or fullest member's first)
//   duplicate   place (the first copy), other (the second copy)
//   truncation  place (the text next to the cut), other (where the lost words stand, or seem to), where known
//   omission    place (empty, where the words would stand), other (the missing words in a witness that has them)
//   addition    place
//   move        place, other (where the base has it)
struct Finding {
  std::string id;                        // f1, f2 ... in the order of the list
  std::string key;                       // 16 hex digits from the content: the same in the next run
  FindingType type = FindingType::drift;
  std::string kind;
  Severity severity = Severity::minor;
  Layer layer = Layer::wording;
  std::optional<std::uint32_t> cluster;  // index into Report::clusters
  std::vector<Reading> readings;
  std::optional<Place> place;
  std::optional<Place> other;
  std::string why;                       // one line, in the words of the rule that decided
  std::vector<Place> more;               // further places of the same finding (kind "systematic", repeated changes)
  std::string like;                      // 16 hex digits: the same for findings of one type and kind with the same words
  Ruling ruling = Ruling::none;
};

// Accepted and ignored findings are listed apart, are not counted, and leave no mark.
[[nodiscard]] constexpr bool is_settled(const Finding& finding) {
  return finding.ruling == Ruling::accepted || finding.ruling == Ruling::ignored;
}

// One line of a decisions file: a ruling on one finding, or on all that are alike.
struct Decision {
  std::string key;   // of the finding; empty where the ruling is on all findings with this `like`
  std::string like;
  Ruling ruling = Ruling::none;
  // For people who read the file; nothing is decided by them.
  std::string type, kind, note;
  std::vector<std::string> readings;
  std::uint32_t findings = 0;  // how many findings of the report it ruled on
};

struct Report {
  std::string version;                                          // of the program
  std::vector<std::pair<std::string, std::string>> options;     // only what changes the result, sorted by name
  std::vector<std::string> limits_hit;                          // approximations made, one line each
  std::uint32_t base = 0;                                       // index into documents; meaningless where there are none
  std::string base_reason;
  std::string base_why;                                         // the figures behind it; empty where they did not decide
  std::vector<ReportDocument> documents;                        // sorted by source
  std::vector<ReportCluster> clusters;
  std::vector<Finding> findings;                                // gravest first, then by place in the base
  std::vector<Diagnostic> diagnostics;                          // by file and byte
  std::vector<Decision> decisions;                              // that were asked to be honoured, in the order of their files
};

[[nodiscard]] const char* to_string(Severity severity);
[[nodiscard]] const char* to_string(Layer layer);
[[nodiscard]] const char* to_string(Relation relation);
[[nodiscard]] const char* to_string(MemberRelation relation);
[[nodiscard]] const char* to_string(FindingType type);
[[nodiscard]] const char* to_string(Ruling ruling);    // "accept" and so on, as in decisions files; "" for none
[[nodiscard]] const char* to_string(BlockKind kind);   // "related-links" and so on, as in report.json
[[nodiscard]] const char* to_string(DamageKind kind);  // "lost-punctuation" and so on

}  // namespace yiwen
