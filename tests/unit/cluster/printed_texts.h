// SPDX-License-Identifier: Apache-2.0
//
// Texts as the matching rooms see them, with the sentences that a reader recognises. Shared by the tests of cluster and
// align.
#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/affinity.h"
#include "cluster/cluster.h"
#include "cluster/witness.h"
#include "extract/extract.h"
#include "normalize/normalize.h"
#include "segment/segment.h"

namespace yiwen {

// Owns what the witnesses point to.
class PrintedTexts {
 public:
  PrintedTexts() = default;
  explicit PrintedTexts(const std::vector<std::string>& texts) {
    for (const auto& text : texts) add(text);
  }
  PrintedTexts(const PrintedTexts&) = delete;
  PrintedTexts& operator=(const PrintedTexts&) = delete;

  // As extracted and segmented from a page.
  void add(std::string text) {
    texts_.push_back(std::move(text));
    normals_.push_back(normalize(texts_.back()));
    witnesses.push_back(make_witness(normals_.back(), segment(texts_.back(), extract(texts_.back()), normals_.back())));
  }

  [[nodiscard]] std::string sentence(std::uint32_t witness, std::uint32_t index) const {
    const auto range = witnesses[witness].sentences[index].range;
    return text(witness).substr(range.begin, range.size());
  }
  [[nodiscard]] std::string printed(std::uint32_t witness, TextRange<Normal> range) const {
    const auto source = witnesses[witness].normal->to_source(range);
    return text(witness).substr(source.begin, source.size());
  }
  // The index of the only sentence that contains the words; fails loudly by being out of range where there is none.
  [[nodiscard]] std::uint32_t with(std::uint32_t witness, std::string_view words) const {
    for (std::uint32_t s = 0; s < witnesses[witness].sentences.size(); ++s) {
      if (sentence(witness, s).find(words) != std::string::npos) return s;
    }
    return static_cast<std::uint32_t>(witnesses[witness].sentences.size());
  }
  [[nodiscard]] const std::string& text(std::uint32_t witness) const { return *std::next(texts_.begin(), witness); }

  std::vector<Witness> witnesses;

 private:
  std::list<std::string> texts_;
  std::list<NormalText> normals_;
};

// The paragraphs of one invented story: a port opens. Each names things that no other does.
inline const std::vector<std::string>& story() {
  static const std::vector<std::string> paragraphs = {
      "临海港新码头昨天上午正式开港，首艘集装箱货轮“远帆号”缓缓靠泊三号泊位。",
      "港务局局长林默在仪式上介绍，新码头总投资86亿元，年吞吐能力达到320万标准箱。",
      "码头全部采用电动岸桥和无人驾驶集卡，装卸效率比老港区提高四成以上。",
      "当地渔民苏远告诉记者，以前出海要绕行灯塔礁，现在航道疏浚以后可以直接进港。",
      "环保部门要求施工单位在红树林湿地外围设置缓冲带，并连续五年监测候鸟数量。",
      "铁路专用线预计明年秋天铺到堆场，届时内陆的茶叶和瓷器两天就能装船。",
      "市里还计划把旧仓库改造成航海博物馆，免费向中小学生开放。",
  };
  return paragraphs;
}

// The paragraphs of another story, on another subject.
inline const std::vector<std::string>& other_story() {
  static const std::vector<std::string> paragraphs = {
      "青石镇小学的孩子们今年春天种下了第一片苹果园，每个班级认领二十棵树苗。",
      "校长周岚说，果园的收成将全部用来购买图书和乐器。",
      "农技员每周三下午到学校讲解修枝、嫁接和防虫的办法。",
      "村民自发修了一条石板路，把校门和果园连在一起。",
      "去年冬天的冻害让邻村损失了三分之一的果树，孩子们为此给树干裹上了稻草。",
  };
  return paragraphs;
}

inline std::string page(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const auto& paragraph : paragraphs) text += paragraph + "\n\n";
  return text;
}

}  // namespace yiwen
