// SPDX-License-Identifier: Apache-2.0
//
// Rows, gaps, repeats and cuts -> findings with kind, layer, severity and why.
// Law: total: every edit has one class and a reason.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "align/align.h"
#include "base/code_point_index.h"
#include "cluster/cluster.h"
#include "yiwen/protected_pair.h"
#include "yiwen/report.h"

namespace yiwen {

// A witness with its printed text. Keeps views: what it points to must outlive it.
struct PrintedWitness {
  std::string_view text;
  const Article* article = nullptr;
  const Witness* witness = nullptr;
  CodePointIndex code_points;
  // Of which the text is, as its page or a manifest says: year * 10000 + month * 100 + day.
  std::optional<std::uint32_t> day{};

  [[nodiscard]] CodePointRange printed(TextRange<Normal> range) const {
    return code_points(witness->normal->to_source(range));
  }
  // The same for words of a cell. What is missing at the begin of the cell stands before its first character and not
  // behind the character before, which may be the last one of another paragraph.
  [[nodiscard]] CodePointRange printed(TextRange<Normal> words, TextRange<Normal> cell) const {
    if (!words.empty() || cell.empty() || words.begin != cell.begin) return printed(words);
    const auto at = witness->normal->from[words.begin].begin;
    return code_points(TextRange<SourceText>{at, at});
  }
};

// What the rows say of one witness.
struct Standing {
  Relation relation = Relation::unrelated;
  std::string why;
  double coverage = 0;  // of the base
  FoldedCounts folded;
};

struct Classified {
  std::vector<Finding> findings;                       // without id and key; in no order that matters
  std::vector<Standing> standings;                     // of each witness
  std::vector<std::vector<MemberRelation>> relations;  // of each row's cells
  bool approximate = false;                            // some row was diffed by approximation
};

[[nodiscard]] Classified classify(std::span<const PrintedWitness> witnesses, const Clustering& clustering,
                                  const Alignment& alignment, const std::vector<std::uint32_t>& order,
                                  unsigned threads, std::span<const ProtectedPair> own_pairs = {});

}  // namespace yiwen
