// SPDX-License-Identifier: Apache-2.0
//
// The names that enumerators bear in reports and messages.
#include <fmt/format.h>

#include <cstddef>

#include "yiwen/report.h"
#include "yiwen/result.h"

namespace yiwen {

std::string to_string(const Error& error) {
  std::string line = error.file;
  if (error.byte) line += fmt::format("{}byte {}", line.empty() ? "" : ": ", *error.byte);
  if (!line.empty()) line += ": ";
  return line + error.reason;
}

std::string to_string(const std::vector<DecodeFault>& faults) {
  std::string line = faults.front().reason;
  if (faults.size() == 1) return line;
  std::size_t bytes = 0;
  for (const DecodeFault& fault : faults) bytes += fault.bytes.size();
  return line + fmt::format(", and {} more such places; {} bytes in all", faults.size() - 1, bytes);
}

const char* to_string(Severity severity) {
  switch (severity) {
    case Severity::folded: return "folded";
    case Severity::minor: return "minor";
    case Severity::major: return "major";
    case Severity::critical: return "critical";
  }
  return "";
}

const char* to_string(Ruling ruling) {
  switch (ruling) {
    case Ruling::none: return "";
    case Ruling::error: return "error";
    case Ruling::accepted: return "accept";
    case Ruling::ignored: return "ignore";
  }
  return "";
}

const char* to_string(Layer layer) {
  switch (layer) {
    case Layer::raw: return "raw";
    case Layer::repair: return "repair";
    case Layer::punctuation: return "punctuation";
    case Layer::script: return "script";
    case Layer::region: return "region";
    case Layer::value: return "value";
    case Layer::wording: return "wording";
  }
  return "";
}

const char* to_string(Relation relation) {
  switch (relation) {
    case Relation::base: return "base";
    case Relation::reprint: return "reprint";
    case Relation::excerpt: return "excerpt";
    case Relation::digest: return "digest";
    case Relation::related: return "related";
    case Relation::unrelated: return "unrelated";
  }
  return "";
}

const char* to_string(MemberRelation relation) {
  switch (relation) {
    case MemberRelation::identical: return "identical";
    case MemberRelation::near: return "near";
    case MemberRelation::partial: return "partial";
    case MemberRelation::paraphrase: return "paraphrase";
  }
  return "";
}

const char* to_string(FindingType type) {
  switch (type) {
    case FindingType::drift: return "drift";
    case FindingType::duplicate: return "duplicate";
    case FindingType::truncation: return "truncation";
    case FindingType::omission: return "omission";
    case FindingType::addition: return "addition";
    case FindingType::move: return "move";
  }
  return "";
}

const char* to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::body: return "body";
    case BlockKind::title: return "title";
    case BlockKind::heading: return "heading";
    case BlockKind::caption: return "caption";
    case BlockKind::byline: return "byline";
    case BlockKind::navigation: return "navigation";
    case BlockKind::spam: return "spam";
    case BlockKind::footer: return "footer";
    case BlockKind::related_links: return "related-links";
    case BlockKind::comments:
      return "comments";
  }
  return "";
}

const char* to_string(DamageKind kind) {
  switch (kind) {
    case DamageKind::annotation: return "annotation";
    case DamageKind::mojibake: return "mojibake";
    case DamageKind::lost_punctuation: return "lost-punctuation";
  }
  return "";
}

}  // namespace yiwen
