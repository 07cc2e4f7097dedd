// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "classify/structure.h"

namespace yiwen {

namespace {

// An omitted passage of fewer characters than this is minor. Range 8-20.
constexpr std::uint32_t kLeastGrave = 12;

TextRange<Normal> normal_range(const PrintedWitness& witness, std::uint32_t first, std::uint32_t last) {
  const auto& sentences = witness.witness->sentences;
  return {sentences[first].normal.begin, sentences[last].normal.end};
}

CodePointRange printed_sentences(const PrintedWitness& witness, std::uint32_t first, std::uint32_t last) {
  const auto& sentences = witness.witness->sentences;
  return witness.code_points(TextRange<SourceText>{sentences[first].range.begin, sentences[last].range.end});
}

// A place between sentences: behind the punctuation of the one before, where that is close by.
CodePointRange printed_gap(const PrintedWitness& witness, TextRange<Normal> at) {
  return witness.code_points(witness.witness->normal->to_source(at));
}

}  // namespace

std::vector<Finding> find_omissions(std::span<const PrintedWitness> witnesses, const Alignment& alignment,
                                    std::span<const Standing> standings) {
  std::vector<Finding> findings;
  for (const auto& gap : alignment.gaps) {
    const auto relation = standings[gap.witness].relation;
    if (relation == Relation::related || relation == Relation::unrelated) continue;
    Finding finding;
    finding.type = FindingType::omission;
    finding.kind = gap.first_sentence == gap.last_sentence ? "dropped-sentence" : "dropped-passage";
    finding.place = Place{gap.witness, printed_gap(witnesses[gap.witness], gap.at)};
    finding.other =
        Place{gap.reference, printed_sentences(witnesses[gap.reference], gap.first_sentence, gap.last_sentence)};
    const bool whole = relation == Relation::reprint || relation == Relation::base;
    const auto missing = normal_range(witnesses[gap.reference], gap.first_sentence, gap.last_sentence);
    finding.severity = whole && missing.size() >= kLeastGrave ? Severity::major : Severity::minor;
    const char* where = gap.inside ? "between passages that are kept" : "at the begin or end of what is kept";
    finding.why = std::string(whole ? "left out " : "not taken over by the excerpt, ") + where;
    if (whole && !gap.inside) finding.why += "; cannot tell whether an editor left it out or a page cut it off";
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> find_additions(std::span<const PrintedWitness> witnesses, const Alignment& alignment,
                                    std::span<const Standing> standings, std::uint32_t base) {
  std::vector<Finding> findings;
  for (const auto& extra : alignment.extras) {
    const auto relation = standings[extra.witness].relation;
    if (extra.witness == base || relation == Relation::related || relation == Relation::unrelated) continue;
    Finding finding;
    finding.type = FindingType::addition;
    finding.kind = "added-passage";
    finding.place =
        Place{extra.witness, printed_sentences(witnesses[extra.witness], extra.first_sentence, extra.last_sentence)};
    finding.severity = Severity::minor;
    finding.why = extra.shared.empty() ? "no other text has it" : "the base does not have it, other texts do";
    for (const auto& shared : extra.shared) {
      finding.more.push_back(
          {shared.witness, printed_sentences(witnesses[shared.witness], shared.first_sentence, shared.last_sentence)});
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> find_moves(std::span<const PrintedWitness> witnesses, const Alignment& alignment,
                                std::uint32_t base) {
  std::vector<Finding> findings;
  for (const auto& move : alignment.moves) {
    Finding finding;
    finding.type = FindingType::move;
    finding.kind = "moved-passage";
    finding.place = Place{move.witness, witnesses[move.witness].printed(move.range)};
    finding.other = Place{base, witnesses[base].printed(move.base_range)};
    finding.severity = Severity::minor;
    finding.why = "stands in another order than in the base";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace yiwen
