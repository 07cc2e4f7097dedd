// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "classify/live_entries.h"
#include "classify/page_furniture.h"
#include "classify/structure.h"
#include "cluster/writing.h"

namespace yiwen {

namespace {

// An omitted passage of fewer characters than this is minor. Range 8-20.
constexpr std::uint32_t kLeastGrave = 12;

CodePointRange printed_sentences(const PrintedWitness& witness, std::uint32_t first, std::uint32_t last) {
  const auto& sentences = witness.witness->sentences;
  return witness.code_points(TextRange<SourceText>{sentences[first].range.begin, sentences[last].range.end});
}

// A place between sentences: behind the punctuation of the one before.
CodePointRange printed_gap(const PrintedWitness& witness, TextRange<Normal> at) {
  const auto& sentences = witness.witness->sentences;
  const auto before =
      std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.normal.end == at.begin; });
  if (at.begin == 0 || before == sentences.end()) return witness.code_points(witness.witness->normal->to_source(at));
  return witness.code_points(TextRange<SourceText>{before->range.end, before->range.end});
}

// The sentences from `first` to `last` in writings that the other text uses, in characters. Of two languages between
// the lines, who prints one leaves nothing out.
std::size_t size_for(const Writings& other, const PrintedWitness& printed, std::uint32_t first, std::uint32_t last) {
  const Witness& witness = *printed.witness;
  std::size_t size = 0;
  for (std::uint32_t s = first; s <= last; ++s) {
    const Writing writing = writing_of(witness, s);
    if (writing == Writing::either || other.contains(writing)) size += witness.sentences[s].normal.size();
  }
  return size;
}

// Translations that one text put in between the lines are one finding.
void gather_translations(std::vector<Finding>& translations, std::vector<Finding>& findings) {
  for (auto& finding : translations) {
    const auto same = std::find_if(findings.begin(), findings.end(), [&](const Finding& other) {
      return other.why == finding.why && other.place->document == finding.place->document;
    });
    if (same == findings.end()) {
      findings.push_back(std::move(finding));
    } else {
      same->more.push_back(*finding.place);
    }
  }
}

}  // namespace

std::vector<Finding> find_omissions(std::span<const PrintedWitness> witnesses, const Alignment& alignment,
                                    std::span<const Standing> standings) {
  std::vector<Finding> findings;
  std::vector<Writings> writings;
  for (const auto& witness : witnesses) writings.push_back(writings_of(*witness.witness));
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
    const auto missing =
        size_for(writings[gap.witness], witnesses[gap.reference], gap.first_sentence, gap.last_sentence);
    finding.severity = whole && missing >= kLeastGrave ? Severity::major : Severity::minor;
    if (missing == 0) {
      finding.severity = Severity::folded;
      finding.why = "in a language that this text does not use";
      findings.push_back(std::move(finding));
      continue;
    }
    if (is_page_furniture(witnesses[gap.reference], gap.first_sentence, gap.last_sentence)) {
      finding.severity = Severity::minor;
      finding.why = "words of the page, not of the text";
      findings.push_back(std::move(finding));
      continue;
    }
    if (are_notes(witnesses[gap.reference], gap.first_sentence, gap.last_sentence)) {
      finding.severity = Severity::minor;
      finding.why = "notes below the text";
      findings.push_back(std::move(finding));
      continue;
    }
    const char* where = gap.inside ? "between passages that are kept" : "at the beginning or end of what is kept";
    finding.why = std::string(whole ? "left out " : "not taken over by the excerpt, ") + where;
    if (whole && !gap.inside) finding.why += "; cannot tell whether an editor left it out or a page cut it off";
    findings.push_back(std::move(finding));
  }
  for (const auto& gap : alignment.lost_headings) {
    const auto relation = standings[gap.witness].relation;
    if (relation != Relation::reprint) continue;  // an excerpt or digest takes over sentences, with headings of its own
    Finding finding;
    finding.type = FindingType::omission;
    finding.kind = "dropped-heading";
    finding.severity = Severity::minor;
    finding.place = Place{gap.witness, printed_gap(witnesses[gap.witness], gap.at)};
    finding.other =
        Place{gap.reference, printed_sentences(witnesses[gap.reference], gap.first_sentence, gap.last_sentence)};
    finding.why = "a heading is left out, what stands below it is kept";
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> find_additions(std::span<const PrintedWitness> witnesses, const Alignment& alignment,
                                    std::span<const Standing> standings, std::uint32_t base) {
  std::vector<Finding> findings, translations;
  const Writings writings = writings_of(*witnesses[base].witness);
  for (const auto& extra : alignment.extras) {
    const auto relation = standings[extra.witness].relation;
    if (extra.witness == base || relation == Relation::related || relation == Relation::unrelated) continue;
    Finding finding;
    finding.type = FindingType::addition;
    finding.kind = "added-passage";
    const auto printed = [&](const auto& of) {
      return of.part.empty()
                 ? printed_sentences(witnesses[of.witness], of.first_sentence, of.last_sentence)
                 : witnesses[of.witness].code_points(with_brackets(
                       witnesses[of.witness].text, witnesses[of.witness].witness->normal->to_source(of.part)));
    };
    finding.place = Place{extra.witness, printed(extra)};
    finding.severity = Severity::minor;
    finding.why = extra.shared.empty() ? "no other text has it" : "the base does not have it, other texts do";
    for (const auto& shared : extra.shared) {
      finding.more.push_back({shared.witness, printed(shared)});
    }
    const bool foreign = extra.shared.empty() &&
                         size_for(writings, witnesses[extra.witness], extra.first_sentence, extra.last_sentence) == 0;
    const bool furniture = extra.part.empty()
                               ? is_page_furniture(witnesses[extra.witness], extra.first_sentence, extra.last_sentence)
                               : is_page_furniture(witnesses[extra.witness], extra.part);
    if (extra.part.empty() && are_notes(witnesses[extra.witness], extra.first_sentence, extra.last_sentence))
      finding.why = "notes below the text";
    if (furniture) finding.why = "words of the page, not of the text";
    if (foreign) finding.why = "in a language that the base does not use";
    (foreign ? translations : findings).push_back(std::move(finding));
  }
  gather_translations(translations, findings);
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
  gather_turned_order(findings);
  return findings;
}

}  // namespace yiwen
