// SPDX-License-Identifier: Apache-2.0
//
// The texts themselves as data for the script, which lays them out as two texts side by side, as one text with its
// variants in the line, or as a synopsis on another base. Nothing is compared again for that: which reading a text has
// at a place stands in the report.
//
//   {"documents": [{"siglum", "name", "lang", "pieces": [[row, flags, segment ...] ...]} ...],
//    "findings": {"12": [key, severity, type, [[words, [document ...]] ...]] ...}}
//
// A piece is a cell of the synopsis or a sentence in no row, in the order of the text. A segment is a string, or a list
// of words and the findings and readings that mark them, the innermost first: ["法治", 12, 0]. A document whose text
// did not fit the page has no pieces.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "report/escape.h"
#include "report/html_page.h"

namespace yiwen {
namespace {

constexpr std::uint32_t kReadingWords = 40;  // code points of a reading that stand in the line; the card has the rest
constexpr unsigned kBeginsBlock = 1;
constexpr unsigned kUnlike = 2;  // only like the fullest member, so that no mark can say how it differs

struct Piece {
  CodePointRange range;
  std::uint32_t row = 0;  // number of the row, from 1; 0: in none
  bool unlike = false;
};

struct Pieces {
  std::vector<std::vector<Piece>> of;  // by document, in order
  std::vector<std::vector<std::pair<Place, std::uint32_t>>>
      left_out;  // by document: words that another text leaves out
};

Pieces pieces_of(const Page& page) {
  const Report& report = page.report;
  Pieces pieces;
  pieces.of.resize(report.documents.size());
  pieces.left_out.resize(report.documents.size());
  for (std::uint32_t c = 0; c < report.clusters.size(); ++c) {
    for (const ClusterMember& member : report.clusters[c].members) {
      const bool marked = !page.lookup.marks(member.place).empty() || !page.lookup.settled_marks(member.place).empty();
      const bool unlike = member.relation == MemberRelation::partial || member.relation == MemberRelation::paraphrase ||
                          (member.relation == MemberRelation::near && !marked);
      pieces.of[member.place.document].push_back({member.place.range, page.row_of_cluster[c], unlike});
    }
  }
  std::map<CodePointRange, std::uint32_t> lone_rows;  // sentences of the base that are a row of their own
  for (std::uint32_t r = 0; r < page.rows.size(); ++r) {
    if (!page.rows[r].cluster && page.rows[r].base) lone_rows.emplace(page.rows[r].base->range, r + 1);
  }
  for (std::uint32_t d = 0; d < report.documents.size(); ++d) {
    std::vector<CodePointRange> covered;
    for (const Piece& piece : pieces.of[d]) covered.push_back(piece.range);
    covered = joined(std::move(covered));
    for (const SentenceMark& sentence : report.documents[d].sentences) {
      if (is_noise(sentence.kind) || overlaps_any(covered, sentence.range)) continue;
      const auto row = d == report.base ? lone_rows.find(sentence.range) : lone_rows.end();
      pieces.of[d].push_back({sentence.range, row == lone_rows.end() ? 0 : row->second, false});
    }
    std::sort(pieces.of[d].begin(), pieces.of[d].end(),
              [](const Piece& left, const Piece& right) { return left.range < right.range; });
  }
  for (std::uint32_t f = 0; f < report.findings.size(); ++f) {
    const Finding& finding = report.findings[f];
    if (finding.type != FindingType::omission || !finding.other || finding.severity == Severity::folded) continue;
    pieces.left_out[finding.other->document].emplace_back(*finding.other, f);
  }
  return pieces;
}

class Texts {
 public:
  explicit Texts(Page& page) : page_(page), pieces_(pieces_of(page)) {}

  std::string document(std::uint32_t index) {
    std::string out = "[";
    const std::vector<SentenceMark>& sentences = page_.report.documents[index].sentences;
    for (const Piece& piece : pieces_.of[index]) {
      const auto sentence =
          std::lower_bound(sentences.begin(), sentences.end(), piece.range.begin,
                           [](const SentenceMark& mark, std::uint32_t at) { return mark.range.begin < at; });
      const bool begins =
          sentence != sentences.end() && sentence->range.begin == piece.range.begin && sentence->starts_block;
      if (out.size() > 1) out += ',';
      fmt::format_to(std::back_inserter(out), "\n[{},{}", piece.row,
                     (begins ? kBeginsBlock : 0U) | (piece.unlike ? kUnlike : 0U));
      write_segments(out, {index, piece.range});
      out += ']';
    }
    return out += "]";
  }

  [[nodiscard]] std::string findings() const {
    std::string out = "{";
    for (const std::uint32_t f : used_) {
      const Finding& finding = page_.report.findings[f];
      if (out.size() > 1) out += ',';
      fmt::format_to(std::back_inserter(out), "\n\"{}\":[", f);
      append_script_string(out, finding.key);
      fmt::format_to(std::back_inserter(out), ",\"{}\",\"{}\",[", to_string(finding.severity), to_string(finding.type));
      for (std::size_t r = 0; r < finding.readings.size(); ++r) {
        out += r == 0 ? "[" : ",[";
        append_script_string(out, SlicedText(finding.readings[r].text).slice({0, kReadingWords}));
        out += ",[";
        std::set<std::uint32_t> documents;
        for (const Place& place : finding.readings[r].members) documents.insert(place.document);
        append_numbers(out, documents);
        out += "]]";
      }
      out += "]";
      if (finding.readings.empty()) {
        out += ",[";
        append_numbers(out, {page_.lookup.witnesses(f).begin(), page_.lookup.witnesses(f).end()});
        out += "]";
      }
      out += "]";
    }
    return out += "}";
  }

 private:
  static void append_numbers(std::string& out, const std::set<std::uint32_t>& numbers) {
    for (auto number = numbers.begin(); number != numbers.end(); ++number) {
      fmt::format_to(std::back_inserter(out), "{}{}", number == numbers.begin() ? "" : ",", *number);
    }
  }

  [[nodiscard]] std::vector<Mark> marks_at(const Place& place) const {
    std::vector<Mark> marks = page_.lookup.marks(place);
    const std::vector<Mark> settled = page_.lookup.settled_marks(place);
    marks.insert(marks.end(), settled.begin(), settled.end());
    for (const auto& [words, finding] : pieces_.left_out[place.document]) {
      if (words.range.overlaps(place.range)) marks.push_back({words.range, finding, 0, false});
    }
    return marks;
  }

  // Cut where a mark begins or ends, so that every segment is wholly inside of what marks it.
  void write_segments(std::string& out, const Place& place) {
    std::vector<Mark> marks = marks_at(place);
    std::sort(marks.begin(), marks.end(), [](const Mark& left, const Mark& right) {
      if (left.range.size() != right.range.size()) return left.range.size() < right.range.size();
      return std::pair(left.finding, left.reading) < std::pair(right.finding, right.reading);
    });
    const std::vector<std::uint32_t> cuts = cut_at_marks(place, marks);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
      segment(out, "", marks, [&](const Mark& mark) { return mark.range.empty() && mark.range.begin == cuts[i]; });
      if (i + 1 == cuts.size()) break;
      const CodePointRange part{cuts[i], cuts[i + 1]};
      segment(out, page_.lookup.slice({place.document, part}), marks,
              [&](const Mark& mark) { return !mark.range.empty() && mark.range.contains(part); });
    }
  }

  template <class Marks>
  void segment(std::string& out, std::string_view words, const std::vector<Mark>& marks, const Marks& marks_it) {
    std::string numbers;
    for (const Mark& mark : marks) {
      if (!marks_it(mark)) continue;
      used_.insert(mark.finding);
      fmt::format_to(std::back_inserter(numbers), ",{},{}", mark.finding, mark.reading);
    }
    if (numbers.empty() && words.empty()) return;
    out += numbers.empty() ? "," : ",[";
    append_script_string(out, words);
    if (!numbers.empty()) out += numbers + "]";
  }

  Page& page_;
  const Pieces pieces_;
  std::set<std::uint32_t> used_;  // findings that mark something
};

}  // namespace

std::vector<std::uint32_t> write_texts(Page& page, std::size_t most_bytes) {
  if (page.columns.size() < 2) return {};
  Texts texts(page);
  const std::size_t budget = page.out.size() + most_bytes;
  // The base first, then as many of the others as there is room for.
  std::vector<std::string> pieces(page.report.documents.size());
  std::size_t size = 0;
  std::string findings;
  for (const std::uint32_t document : page.columns) {
    std::string text = texts.document(document);
    std::string marks = texts.findings();
    size += text.size();
    if (page.out.size() + size + marks.size() > budget) break;
    pieces[document] = std::move(text);
    findings = std::move(marks);
  }
  page.raw("<script type=\"application/json\" id=\"texts\">{\"base\":");
  fmt::format_to(std::back_inserter(page.out), "{},\"documents\":[", page.report.base);
  for (std::uint32_t d = 0; d < page.report.documents.size(); ++d) {
    page.raw(d == 0 ? "\n{\"siglum\":" : ",\n{\"siglum\":");
    append_script_string(page.out, page.lookup.siglum(d));
    page.raw(",\"name\":");
    append_script_string(page.out, page.lookup.name(d));
    fmt::format_to(std::back_inserter(page.out), ",\"lang\":\"{}\"", script_tag(page.report.documents[d].script));
    if (!pieces[d].empty()) page.raw(",\"pieces\":" + pieces[d]);
    page.raw("}");
  }
  page.raw("],\n\"findings\":");
  page.raw(findings.empty() ? "{}" : findings);
  page.raw("}</script>\n");
  std::vector<std::uint32_t> left_out;
  for (const std::uint32_t document : page.columns) {
    if (pieces[document].empty()) left_out.push_back(document);
  }
  return left_out;
}

}  // namespace yiwen
