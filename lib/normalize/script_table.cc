// SPDX-License-Identifier: Apache-2.0
//
// The fence around OpenCC. Its converters run at 3-5 MB/s, look for their files in the current folder first and stop at
// a NUL; so its dictionaries are enumerated once into a table of code points, which folds at several hundred MB/s and
// keeps every offset. Always traditional to simplified: that way is many-to-one, the other is not.
//
// Quirks, each pinned in tests/unit/normalize/script_table_test.cc:
//   * a character may have several simplified forms (乾 干|乾, 餘 余|馀): the first is the common one;
//   * 著 is absent from the dictionary of single characters, although 著力 and 着力 are one word;
//   * characters that Hong Kong and Taiwan write in another way than OpenCC's traditional standard (衞, 裡) are not
//     keys of the dictionary either; the dictionaries of variants name them.
#include "normalize/script_table.h"

#include <opencc/DictEntry.hpp>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>
#include <opencc/opencc.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace yiwen {

namespace {

// Where Debian's libopencc-data puts its dictionaries. An absolute path: a dictionary that lies in the current folder
// must not change a report.
constexpr const char* kDictionaryFolder = "/usr/share/opencc/";

constexpr char32_t kTableEnd = 0x34000;  // past the last plane of ideographs; OpenCC maps into the third one

// Forms that simplified text writes either way, so that only their union can be compared.
constexpr std::pair<char32_t, char32_t> kEitherWay[] = {
    {U'著', U'着'}, {U'瞭', U'了'}, {U'藉', U'借'}, {U'覆', U'复'}, {U'衹', U'只'}, {U'祇', U'只'},
    {U'彷', U'仿'}, {U'锺', U'钟'}, {U'馀', U'余'}, {U'钜', U'巨'}, {U'麽', U'么'}, {U'谘', U'咨'},
    {U'倣', U'仿'}, {U'徵', U'征'}, {U'夥', U'伙'}, {U'乾', U'干'}, {U'剋', U'克'}, {U'缐', U'线'},
    {U'讬', U'托'}, {U'牴', U'抵'}, {U'甯', U'宁'}, {U'甦', U'苏'}, {U'凖', U'准'}, {U'牠', U'它'},
    {U'迳', U'径'}, {U'搧', U'扇'}, {U'貍', U'狸'}, {U'遶', U'绕'}, {U'幷', U'并'}, {U'箚', U'札'},
    {U'劄', U'札'}, {U'谿', U'溪'}, {U'鲇', U'鲶'},
};

using Entry = std::pair<std::u32string, std::vector<std::u32string>>;

std::vector<Entry> read_dictionary(const std::string& name) {
  const std::string path = kDictionaryFolder + name;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) throw std::runtime_error(path + ": cannot be read; it comes with Debian's libopencc-data");
  std::vector<Entry> entries;
  const auto lexicon = opencc::MarisaDict::NewFromFile(file.get())->GetLexicon();
  for (std::size_t i = 0; i < lexicon->Length(); ++i) {
    Entry entry{to_utf32(lexicon->At(i)->Key()), {}};
    for (const auto& value : lexicon->At(i)->Values()) entry.second.push_back(to_utf32(value));
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

ScriptTable::ScriptTable() : fold_(kTableEnd) {
  for (char32_t c = 0; c < kTableEnd; ++c) fold_[c] = c;
  const auto map = [this](char32_t from, char32_t to) {
    if (from < kTableEnd && to < kTableEnd && fold_[from] == from) fold_[from] = to;
  };
  for (const auto& [key, values] : read_dictionary("TSCharacters.ocd2")) {
    if (key.size() == 1 && values.front().size() == 1) map(key[0], values.front()[0]);
  }
  for (const auto& [variant, standard] : kEitherWay) map(variant, standard);
  for (const char* name : {"HKVariants.ocd2", "TWVariants.ocd2"}) {
    for (const auto& [key, values] : read_dictionary(name)) {
      for (const auto& value : values) {
        if (key.size() == 1 && value.size() == 1 && value != key) map(value[0], fold_[key[0]]);
      }
    }
  }
  // A fold may end on a character that folds further (衞 -> 衛 -> 卫): follow it to its end, so that folding is
  // idempotent. Chains are short and have no cycles, because map() never overwrites; the bound guards all the same.
  for (char32_t c = 0; c < kTableEnd; ++c) {
    for (int step = 0; step < 4 && fold_[fold_[c]] != fold_[c]; ++step) fold_[c] = fold_[fold_[c]];
  }
  // OpenCC's dictionary of the other direction says which forms only simplified text has: those that never stay as they
  // are (业 becomes 業 wherever it stands; 后 may stay 后).
  simplified_.resize(kTableEnd);
  for (const auto& [key, values] : read_dictionary("STCharacters.ocd2")) {
    if (key.size() != 1 || key[0] >= kTableEnd) continue;
    simplified_[key[0]] = std::find(values.begin(), values.end(), key) == values.end();
  }
}

const ScriptTable& ScriptTable::instance() {
  static const ScriptTable kTable;
  return kTable;
}

}  // namespace yiwen
