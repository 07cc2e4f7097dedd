// SPDX-License-Identifier: Apache-2.0
#include "classify/read_passage.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "segment/units.h"
#include "unit/classify/printed_text.h"
#include "unit/diff/generated_readings.h"

namespace yiwen {
namespace {

Cell cell_of(std::uint32_t witness, TextRange<Normal> range) {
  Cell cell;
  cell.witness = witness;
  cell.range = range;
  return cell;
}

TEST(ReadCells, GiveOfEachCellWhatItsPassageHoldsHoweverOftenTheyAreAsked) {
  GeneratedReadings generated(1);
  for (int k = 0; k < 50; ++k) {
    const auto pieces = generated.sentence(60);
    const PrintedText left(GeneratedReadings::joined(pieces)),
        right(GeneratedReadings::joined(generated.changed(pieces)));
    const std::array<PrintedWitness, 2> printed{left.printed(), right.printed()};
    const std::array<Cell, 3> cells{cell_of(0, {0, left.size()}), cell_of(1, {right.size() / 3, right.size()}),
                                    cell_of(1, {0, right.size() / 2})};
    ReadCells read(printed, cells);
    for (const std::uint32_t c : {2U, 0U, 1U, 0U, 2U}) {
      const auto& normal = *printed[cells[c].witness].witness->normal;
      const auto range = cells[c].range;
      const auto begins = unit_begins(normal, range);
      const auto& passage = read[c];
      EXPECT_EQ(passage.begins, begins);
      EXPECT_EQ(passage.numbers, find_numbers(normal.slice(range), begins));
      EXPECT_EQ(passage.protected_words, find_protected(normal, range));
    }
  }
}

TEST(ReadCells, TellTheScriptOfTheCellAndNotOfItsText) {
  const PrintedText text("资讯，資訊");
  const std::array<PrintedWitness, 1> printed{text.printed()};
  const std::array<Cell, 2> cells{cell_of(0, {0, 2}), cell_of(0, {2, 4})};
  ReadCells read(printed, cells);
  EXPECT_FALSE(read[0].traditional);
  EXPECT_TRUE(read[1].traditional);
}

}  // namespace
}  // namespace yiwen
