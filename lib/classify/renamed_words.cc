// SPDX-License-Identifier: Apache-2.0
#include "classify/renamed_words.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"
#include "normalize/normalize.h"
#include "normalize/script_table.h"

namespace yiwen {

namespace {

// Of traditional text some third of the characters are of that script alone; of a simplified one, those of a quoted
// title or a name. Range .03-.15.
constexpr double kTraditional = 0.05;

bool is_traditional(std::string_view text) {
  std::uint64_t han = 0, traditional = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_han(c)) continue;
    ++han;
    traditional += ScriptTable::instance().fold(c) != c ? 1U : 0U;
  }
  return han > 0 && static_cast<double>(traditional) >= kTraditional * static_cast<double>(han);
}

// A word alone between words that differ is in the same place by chance; so many characters beside it that are the
// same, or an end of the passage, say that it is the same word. Range 1-4.
constexpr std::uint32_t kBeside = 2;

// A part of the reference and of a cell in which nothing differs.
struct EqualPart {
  TextRange<Normal> left;
  std::uint32_t right = 0;  // where it begins in the cell
  bool at_end = false;      // of the passage, or its begin

  [[nodiscard]] bool holds(TextRange<Normal> word) const {
    return left.contains(word) && (at_end || left.size() >= word.size() + kBeside);
  }
  [[nodiscard]] TextRange<Normal> across(TextRange<Normal> words) const {
    return {words.begin - left.begin + right, words.end - left.begin + right};
  }
};

std::vector<EqualPart> equal_parts(const Cell& cell, const ReadingDiff& diff) {
  std::vector<EqualPart> parts;
  auto left = cell.compared_reference().begin, right = cell.compared().begin;
  const auto add = [&](std::uint32_t until) {
    const auto whole = cell.compared_reference();
    if (until > left) parts.push_back({{left, until}, right, left == whole.begin || until == whole.end});
  };
  for (const auto& edit : diff.edits) {
    add(edit.left.begin);
    left = edit.left.end;
    right = edit.right.end;
  }
  add(cell.compared_reference().end);
  return parts;
}

class RenamedWords {
 public:
  RenamedWords(std::span<const PrintedWitness> witnesses, const DiffedRow& row, std::span<const char> traditional)
      : witnesses_(witnesses), row_(row), traditional_(traditional), parts_(row.row->cells.size()) {}

  std::vector<Finding> run() && {
    const auto& cells = row_.row->cells;
    std::vector<TextRange<Normal>> words;  // of the reference, that some cell may print otherwise
    for (std::size_t c = 1; c < cells.size(); ++c) {
      if (cells[c].echo || cells[c].answers) continue;
      parts_[c] = equal_parts(cells[c], row_.diffs[c]);
      for (const auto& part : parts_[c]) add_words(cells[c], part, words);
    }
    std::sort(words.begin(), words.end());
    std::vector<Finding> findings;
    std::uint32_t told = 0;  // the end of the last word
    for (const auto word : words) {
      if (word.begin < told) continue;
      if (auto finding = finding_of(word)) {
        findings.push_back(std::move(*finding));
        told = word.end;
      }
    }
    return findings;
  }

 private:
  [[nodiscard]] const NormalText& normal(const Cell& cell) const { return *witnesses_[cell.witness].witness->normal; }
  [[nodiscard]] std::string printed(const Cell& cell, TextRange<Normal> words) const {
    const auto source = normal(cell).to_source(words);
    return std::string(witnesses_[cell.witness].text.substr(source.begin, source.size()));
  }

  void add_words(const Cell& cell, const EqualPart& part, std::vector<TextRange<Normal>>& words) const {
    const auto each_within = [](const NormalText& text, TextRange<Normal> range, const auto& take) {
      auto word =
          std::lower_bound(text.renamed.begin(), text.renamed.end(), TextRange<Normal>{range.begin, range.begin});
      for (; word != text.renamed.end() && word->end <= range.end; ++word) take(*word);
    };
    each_within(normal(row_.row->cells[0]), part.left, [&](auto word) { words.push_back(word); });
    const TextRange<Normal> right{part.right, part.right + part.left.size()};
    each_within(normal(cell), right, [&](auto word) {
      words.push_back({word.begin - part.right + part.left.begin, word.end - part.right + part.left.begin});
    });
  }

  [[nodiscard]] std::optional<Finding> finding_of(TextRange<Normal> word) const {
    const auto& cells = row_.row->cells;
    const std::string here = printed(cells[0], word);
    Finding finding;
    finding.type = FindingType::drift;
    finding.cluster = row_.index;
    finding.layer = Layer::region;
    finding.severity = Severity::folded;
    finding.readings.push_back({here, {{cells[0].witness, witnesses_[cells[0].witness].printed(word)}}});
    for (std::size_t c = 1; c < cells.size(); ++c) {
      const auto part =
          std::find_if(parts_[c].begin(), parts_[c].end(), [&](const EqualPart& p) { return p.holds(word); });
      if (part == parts_[c].end()) continue;
      const auto range = part->across(word);
      const std::string there = printed(cells[c], range);
      auto reading = std::find_if(finding.readings.begin(), finding.readings.end(),
                                  [&](const Reading& r) { return same_but_for_script(r.text, there); });
      if (reading == finding.readings.end()) {
        const bool latin = one_is_latin(here, there);
        const bool converted = traditional_[cells[0].witness] != traditional_[cells[c].witness];
        if (latin || !converted) finding.severity = Severity::minor;
        if (finding.kind.empty() || latin) {
          finding.kind = latin ? "term" : "regional";
          finding.why =
              (latin ? "another name for the same: " : "the words of another region: ") + here + " → " + there;
        }
        finding.readings.push_back({there, {}});
        reading = finding.readings.end() - 1;
      }
      reading->members.push_back({cells[c].witness, witnesses_[cells[c].witness].printed(range)});
    }
    if (finding.readings.size() < 2) return {};
    for (auto& reading : finding.readings) std::sort(reading.members.begin(), reading.members.end());
    return finding;
  }

  std::span<const PrintedWitness> witnesses_;
  const DiffedRow& row_;
  std::span<const char> traditional_;
  std::vector<std::vector<EqualPart>> parts_;  // by cell
};

}  // namespace

std::vector<char> are_traditional(std::span<const PrintedWitness> witnesses) {
  std::vector<char> traditional;
  for (const auto& witness : witnesses) traditional.push_back(is_traditional(witness.text) ? 1 : 0);
  return traditional;
}

bool same_but_for_script(std::string_view left, std::string_view right) {
  return left == right || normalize(left, Layer::script).chars == normalize(right, Layer::script).chars;
}

bool one_is_latin(std::string_view left, std::string_view right) {
  const auto has_latin = [](std::string_view words) {
    const auto chars = to_utf32(words);
    return std::any_of(chars.begin(), chars.end(), [](char32_t c) { return is_latin(c); });
  };
  return has_latin(left) != has_latin(right);
}

std::vector<Finding> find_renamed(std::span<const PrintedWitness> witnesses, const DiffedRow& row,
                                  std::span<const char> traditional) {
  return RenamedWords(witnesses, row, traditional).run();
}

}  // namespace yiwen
