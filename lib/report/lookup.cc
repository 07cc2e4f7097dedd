// SPDX-License-Identifier: Apache-2.0
#include "report/lookup.h"

#include <algorithm>
#include <tuple>

namespace yiwen {
namespace {

std::vector<std::uint32_t> spoken_against(const Report& report, const Finding& finding) {
  std::vector<std::uint32_t> documents;
  if (finding.type == FindingType::drift) {
    for (std::size_t i = 1; i < finding.readings.size(); ++i) {
      for (const Place& place : finding.readings[i].members) documents.push_back(place.document);
    }
  } else if (finding.place) {
    documents.push_back(finding.place->document);
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  // A base that repeats itself or breaks off is spoken against too; a reading of the base is not.
  if (finding.type == FindingType::drift) {
    documents.erase(std::remove(documents.begin(), documents.end(), report.base), documents.end());
  }
  return documents;
}

}  // namespace

SlicedText::SlicedText(std::string_view text) : text_(text) {
  byte_at_.reserve(text.size() / 2 + 1);
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) byte_at_.push_back(i);
  }
  byte_at_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::string_view SlicedText::slice(CodePointRange range) const {
  const std::uint32_t begin = byte_at_[std::min(range.begin, size())];
  const std::uint32_t end = byte_at_[std::min(range.end, size())];
  return begin < end ? text_.substr(begin, end - begin) : std::string_view();
}

ReportLookup::ReportLookup(const Report& report) : report_(report) {
  const std::size_t documents = report.documents.size();
  texts_.reserve(documents);
  for (std::size_t i = 0; i < documents; ++i) {
    texts_.emplace_back(report.documents[i].text);
    sigla_.push_back(report.documents[i].siglum.empty() ? std::to_string(i + 1) : report.documents[i].siglum);
  }
  marks_.resize(documents);
  settled_marks_.resize(documents);
  counts_.resize(documents);
  witnesses_.reserve(report.findings.size());

  for (std::uint32_t f = 0; f < report.findings.size(); ++f) {
    const Finding& finding = report.findings[f];
    const auto severity = static_cast<std::size_t>(finding.severity);
    witnesses_.push_back(spoken_against(report, finding));
    if (!is_settled(finding)) {
      ++totals_[severity];
      for (const std::uint32_t document : witnesses_.back()) ++counts_[document][severity];
    }
    if (finding.severity == Severity::folded) continue;
    ++rulings_[static_cast<std::size_t>(finding.ruling)];
    mark(finding, f);
  }
  for (std::vector<MarkedText>* texts : {&marks_, &settled_marks_}) {
    for (MarkedText& text : *texts) {
      std::sort(text.marks.begin(), text.marks.end(), [](const Mark& left, const Mark& right) {
        return std::tie(left.range.begin, right.range.end, left.finding) <
               std::tie(right.range.begin, left.range.end, right.finding);
      });
      for (const Mark& mark : text.marks) text.longest = std::max(text.longest, mark.range.size());
    }
  }
}

void ReportLookup::mark(const Finding& finding, std::uint32_t index) {
  std::vector<MarkedText>& texts = is_settled(finding) ? settled_marks_ : marks_;
  const auto put = [&](const Place& place, std::uint32_t reading, bool missing) {
    if (place.document < texts.size()) texts[place.document].marks.push_back({place.range, index, reading, missing});
  };
  for (std::uint32_t r = 0; r < finding.readings.size(); ++r) {
    for (const Place& place : finding.readings[r].members) put(place, r, place.range.empty());
  }
  if (finding.place) put(*finding.place, 1, finding.type == FindingType::omission);
  if (finding.type == FindingType::duplicate && finding.other) put(*finding.other, 1, false);
  for (const Place& place : finding.more) put(place, 1, place.range.empty());
}

std::string_view ReportLookup::slice(const Place& place) const {
  return place.document < texts_.size() ? texts_[place.document].slice(place.range) : std::string_view();
}

std::string_view ReportLookup::name(std::uint32_t document) const {
  const ReportDocument& entry = report_.documents[document];
  if (entry.outlet && !entry.outlet->empty()) return slice({document, *entry.outlet});
  return entry.stated.outlet.empty() ? std::string_view(entry.id) : std::string_view(entry.stated.outlet);
}

std::string_view ReportLookup::title(std::uint32_t document) const {
  const ReportDocument& entry = report_.documents[document];
  return entry.title && !entry.title->empty() ? slice({document, *entry.title}) : std::string_view(entry.stated.title);
}

std::optional<std::uint32_t> ReportLookup::sentence_at(const Place& place) const {
  if (place.document >= texts_.size()) return std::nullopt;
  const std::vector<SentenceMark>& sentences = report_.documents[place.document].sentences;
  // The first sentence that does not end in front of the place; an absence belongs to the sentence that it ends.
  const std::uint32_t reach = place.range.begin + (place.range.empty() ? 0 : 1);
  const auto found = std::lower_bound(sentences.begin(), sentences.end(), reach,
                                      [](const SentenceMark& mark, std::uint32_t at) { return mark.range.end < at; });
  if (found == sentences.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - sentences.begin());
}

Context ReportLookup::context(const Place& place, std::uint32_t reach) const {
  Context context;
  if (place.document >= texts_.size()) return context;
  const SlicedText& text = texts_[place.document];
  const std::vector<SentenceMark>& sentences = report_.documents[place.document].sentences;
  CodePointRange around = place.range;
  const std::optional<std::uint32_t> first = sentence_at(place);
  if (first) around.begin = std::min(around.begin, sentences[*first].range.begin);
  for (std::size_t i = first.value_or(static_cast<std::uint32_t>(sentences.size())); i < sentences.size(); ++i) {
    const CodePointRange sentence = sentences[i].range;
    if (sentence.begin > place.range.begin && sentence.begin >= place.range.end) break;
    around.end = std::max(around.end, sentence.end);
  }
  CodePointRange shown = around;
  shown.begin = std::max(shown.begin, place.range.begin > reach ? place.range.begin - reach : 0U);
  shown.end = std::min(shown.end, place.range.end + reach);
  context.before = text.slice({shown.begin, place.range.begin});
  context.words = text.slice(place.range);
  context.after = text.slice({place.range.end, shown.end});
  context.cut_before = shown.begin > around.begin;
  context.cut_after = shown.end < around.end;
  return context;
}

std::vector<Mark> ReportLookup::touching(const std::vector<MarkedText>& texts, const Place& place) {
  std::vector<Mark> touched;
  if (place.document >= texts.size()) return touched;
  const std::vector<Mark>& all = texts[place.document].marks;
  const std::uint32_t longest = texts[place.document].longest;
  const std::uint32_t from = place.range.begin > longest ? place.range.begin - longest : 0;
  auto mark = std::lower_bound(all.begin(), all.end(), from,
                               [](const Mark& entry, std::uint32_t at) { return entry.range.begin < at; });
  for (; mark != all.end() && mark->range.begin <= place.range.end; ++mark) {
    const bool inside =
        mark->range.empty() ? place.range.begin <= mark->range.begin : mark->range.overlaps(place.range);
    if (inside) touched.push_back(*mark);
  }
  return touched;
}

std::optional<Place> ReportLookup::base_place(const Finding& finding) const {
  const std::uint32_t base = report_.base;
  for (const Reading& reading : finding.readings) {
    for (const Place& place : reading.members) {
      if (place.document == base) return place;
    }
  }
  if (finding.place && finding.place->document == base) return finding.place;
  if (finding.other && finding.other->document == base) return finding.other;
  if (finding.cluster && *finding.cluster < report_.clusters.size()) {
    for (const ClusterMember& member : report_.clusters[*finding.cluster].members) {
      if (member.place.document == base) return member.place;
    }
  }
  return std::nullopt;
}

std::uint32_t ReportLookup::set_aside() const {
  std::uint32_t sum = 0;
  for (const ReportDocument& document : report_.documents) {
    sum += document.folded.repair + document.folded.punctuation + document.folded.script + document.folded.region;
  }
  return sum;
}

}  // namespace yiwen
