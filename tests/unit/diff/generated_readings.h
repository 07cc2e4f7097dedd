// SPDX-License-Identifier: Apache-2.0
//
// Sentences made of the pieces that news is made of, and second readings of them made by the slips and edits of desks.
// The same seed gives the same text on every run.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yiwen {

class GeneratedReadings {
 public:
  explicit GeneratedReadings(std::uint32_t seed) : random_(seed) {}

  [[nodiscard]] std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

  using Pieces = std::vector<std::string>;

  [[nodiscard]] Pieces sentence(std::size_t pieces) {
    Pieces out;
    while (out.size() < pieces) out.push_back(piece());
    return out;
  }

  // One to four of the changes that a desk makes.
  [[nodiscard]] Pieces changed(Pieces pieces) {
    for (auto left = 1 + below(4); left > 0; --left) {
      const auto at =
          pieces.empty() ? 0 : static_cast<std::ptrdiff_t>(below(static_cast<std::uint32_t>(pieces.size())));
      switch (pieces.empty() ? 1 : below(7)) {
        case 0:
          pieces.erase(pieces.begin() + at);
          break;
        case 1:
          pieces.insert(pieces.begin() + at, piece());
          break;
        case 2:
          pieces[static_cast<std::size_t>(at)] = piece();
          break;
        case 3:
          std::swap(pieces[static_cast<std::size_t>(at)], pieces.back());
          break;
        case 4:
          pieces.insert(pieces.begin() + at, pieces[static_cast<std::size_t>(at)]);
          break;
        case 5: {  // an aside comes, in the middle of words as well
          constexpr std::array<std::string_view, 4> kAsides = {"（人民币，下同）", "(AI, or not)", "(5人)",
                                                               "（记者（实习）摄）"};
          auto& words = pieces[static_cast<std::size_t>(at)];
          words += kAsides[below(kAsides.size())];
          if (below(2) == 0) words += piece();
          break;
        }
        default: {  // a run of pieces goes
          const auto last = std::min<std::ptrdiff_t>(at + 1 + below(5), static_cast<std::ptrdiff_t>(pieces.size()));
          pieces.erase(pieces.begin() + at, pieces.begin() + last);
        }
      }
    }
    return pieces;
  }

  [[nodiscard]] static std::string joined(const Pieces& pieces) {
    std::string text;
    for (const auto& piece : pieces) text += piece;
    return text;
  }

 private:
  [[nodiscard]] std::string piece() {
    static constexpr std::string_view kPieces[] = {"，",
                                                   "，",
                                                   "、",
                                                   "。",
                                                   "“",
                                                   "”",
                                                   " ",
                                                   "港口",
                                                   "船舶",
                                                   "货物",
                                                   "去年",
                                                   "过去",
                                                   "一年",
                                                   "的",
                                                   "的",
                                                   "了",
                                                   "和",
                                                   "增长",
                                                   "下降",
                                                   "积极",
                                                   "作为",
                                                   "系统",
                                                   "法治",
                                                   "法制",
                                                   "人形",
                                                   "机器人",
                                                   "300多款",
                                                   "41.7%",
                                                   "47.1%",
                                                   "3月5日",
                                                   "二〇二六年",
                                                   "2026年",
                                                   "35‰",
                                                   "部长",
                                                   "李明远",
                                                   "副市长",
                                                   "王强",
                                                   "表示",
                                                   "指出",
                                                   "AI",
                                                   "5G",
                                                   "robots",
                                                   "大模型",
                                                   "万亿元",
                                                   "产业",
                                                   "體系",
                                                   "資訊",
                                                   "关键是",
                                                   "深化改革",
                                                   "第一",
                                                   "不",
                                                   "没有",
                                                   "上海市",
                                                   "码头工人",
                                                   "12.5万吨",
                                                   "，同时",
                                                   "（试行）",
                                                   "《条例》",
                                                   "カタカナ",
                                                   "𠮷",
                                                   "e\u0301t\u00e9"};
    return std::string(kPieces[below(std::size(kPieces))]);
  }

  std::mt19937 random_;
};

}  // namespace yiwen
