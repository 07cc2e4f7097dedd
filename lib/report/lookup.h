// SPDX-License-Identifier: Apache-2.0
//
// What every writer looks up in a report: the text at a place, the sentence around it, the findings that touch a range.
// Built once; nothing in here decides anything about the texts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/report.h"

namespace yiwen {

// A text that can be sliced by code points. Keeps a view: the text must outlive it.
class SlicedText {
 public:
  explicit SlicedText(std::string_view text);
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(byte_at_.size() - 1); }
  // What lies in the range; a part of the range behind the end of the text is ignored.
  [[nodiscard]] std::string_view slice(CodePointRange range) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> byte_at_;  // where each code point begins, and the end of the text
};

// A place that a finding marks in a text.
struct Mark {
  CodePointRange range;
  std::uint32_t finding = 0;  // index into Report::findings
  std::uint32_t reading = 0;  // for a drift, the index of the reading; 0 is the base's or fullest member's
  bool missing = false;       // the words are lacking here or are only an example of what another text lacks
};

// Words with what stands around them in their sentence.
struct Context {
  std::string_view before, words, after;
  bool cut_before = false;  // the sentence begins further left than `before`
  bool cut_after = false;
};

class ReportLookup {
 public:
  // Keeps a reference: the report must outlive it.
  explicit ReportLookup(const Report& report);

  [[nodiscard]] const Report& report() const { return report_; }
  [[nodiscard]] std::string_view slice(const Place& place) const;
  // The siglum of a document; its number where it has none.
  [[nodiscard]] const std::string& siglum(std::uint32_t document) const { return sigla_[document]; }
  // The outlet that the text or its list names; its id where none does.
  [[nodiscard]] std::string_view name(std::uint32_t document) const;
  // The stated title, or that of the list; empty where there is none.
  [[nodiscard]] std::string_view title(std::uint32_t document) const;

  // Index of the sentence that holds or ends at the place; the next one where it stands between two.
  [[nodiscard]] std::optional<std::uint32_t> sentence_at(const Place& place) const;
  // The sentences that the place touches, but at most `reach` code points on either side of it.
  [[nodiscard]] Context context(const Place& place, std::uint32_t reach) const;

  // The marks that touch the range, in order; findings of severity folded and those that are settled make none.
  [[nodiscard]] std::vector<Mark> marks(const Place& place) const { return touching(marks_, place); }
  // The marks that settled findings would make.
  [[nodiscard]] std::vector<Mark> settled_marks(const Place& place) const { return touching(settled_marks_, place); }

  // The documents other than the base that a finding speaks against, each once, ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& witnesses(std::uint32_t finding) const { return witnesses_[finding]; }
  // The place in the base that the finding belongs to, where there is one.
  [[nodiscard]] std::optional<Place> base_place(const Finding& finding) const;
  // How many findings of a severity speak against the document; settled ones are not counted, here and below.
  [[nodiscard]] std::uint32_t count(std::uint32_t document, Severity severity) const {
    return counts_[document][static_cast<std::size_t>(severity)];
  }
  [[nodiscard]] std::uint32_t count(Severity severity) const { return totals_[static_cast<std::size_t>(severity)]; }
  // How many findings of any severity but folded bear the ruling.
  [[nodiscard]] std::uint32_t count(Ruling ruling) const { return rulings_[static_cast<std::size_t>(ruling)]; }
  // Differences set aside in all documents.
  [[nodiscard]] std::uint32_t set_aside() const;

 private:
  struct MarkedText {
    std::vector<Mark> marks;    // by begin
    std::uint32_t longest = 0;  // how far left of a range a mark may begin
  };
  void mark(const Finding& finding, std::uint32_t index);
  [[nodiscard]] static std::vector<Mark> touching(const std::vector<MarkedText>& texts, const Place& place);

  const Report& report_;
  std::vector<SlicedText> texts_;
  std::vector<std::string> sigla_;
  std::vector<MarkedText> marks_, settled_marks_;      // by document
  std::vector<std::vector<std::uint32_t>> witnesses_;  // by finding
  std::vector<std::array<std::uint32_t, 4>> counts_;   // by document, by severity
  std::array<std::uint32_t, 4> totals_{};
  std::array<std::uint32_t, 4> rulings_{};
};

}  // namespace yiwen
