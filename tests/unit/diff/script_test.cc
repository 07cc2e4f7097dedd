// SPDX-License-Identifier: Apache-2.0
//
// The laws of the edit script, on all small inputs and on generated larger ones, for every engine; the reference is the
// textbook table of longest common subsequences.
#include "diff/script.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace yiwen {
namespace {

using Sequence = std::vector<std::uint32_t>;

constexpr ScriptEngine kEngines[] = {ScriptEngine::automatic, ScriptEngine::dtl, ScriptEngine::bit_parallel};

Sequence chars(std::u32string_view text) { return {text.begin(), text.end()}; }

std::uint64_t reference_length(const Sequence& left, const Sequence& right) {
  std::vector<std::uint32_t> row(right.size() + 1, 0);
  for (const std::uint32_t token : left) {
    std::uint32_t diagonal = 0;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::uint32_t above = row[j + 1];
      row[j + 1] = token == right[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return left.size() + right.size() - 2 * std::uint64_t{row.back()};
}

// The left side with every run replaced, or nothing where the runs are not well formed.
std::optional<Sequence> replay(const Script& script, const Sequence& left, const Sequence& right) {
  Sequence out;
  std::uint32_t left_at = 0;
  std::uint32_t right_at = 0;
  bool first = true;
  for (const EditRun& run : script.runs) {
    if (run.left.empty() && run.right.empty()) return std::nullopt;
    if (run.left.begin > run.left.end || run.right.begin > run.right.end) return std::nullopt;
    if (run.left.begin < left_at || run.left.end > left.size() || run.right.end > right.size()) return std::nullopt;
    if (run.left.begin - left_at != run.right.begin - right_at) return std::nullopt;
    if (!first && run.left.begin == left_at) return std::nullopt;
    out.insert(out.end(), left.begin() + left_at, left.begin() + run.left.begin);
    out.insert(out.end(), right.begin() + run.right.begin, right.begin() + run.right.end);
    left_at = run.left.end;
    right_at = run.right.end;
    first = false;
  }
  out.insert(out.end(), left.begin() + left_at, left.end());
  return out;
}

Script swapped(Script script) {
  for (EditRun& run : script.runs) std::swap(run.left, run.right);
  return script;
}

void expect_lawful(const Sequence& left, const Sequence& right, const ScriptOptions& options) {
  const Script script = edit_script(left, right, options);
  ASSERT_EQ(replay(script, left, right), right);
  ASSERT_EQ(edit_script(right, left, options), swapped(script));
  ASSERT_EQ(edit_script(left, right, options), script);
}

void expect_shortest(const Sequence& left, const Sequence& right, const ScriptOptions& options) {
  expect_lawful(left, right, options);
  const Script script = edit_script(left, right, options);
  ASSERT_FALSE(script.approximate);
  ASSERT_EQ(script.length(), reference_length(left, right));
}

Sequence random_tokens(std::size_t size, std::uint32_t alphabet, std::mt19937& random) {
  Sequence tokens(size);
  for (std::uint32_t& token : tokens) token = static_cast<std::uint32_t>(random() % alphabet);
  return tokens;
}

// Changes about `percent` of the tokens: one third each deleted, inserted before, replaced.
Sequence edited(const Sequence& left, std::uint32_t percent, std::uint32_t alphabet, std::mt19937& random) {
  Sequence right;
  for (const std::uint32_t token : left) {
    if (random() % 100 >= percent) {
      right.push_back(token);
      continue;
    }
    switch (random() % 3) {
      case 0:
        break;
      case 1:
        right.push_back(static_cast<std::uint32_t>(random() % alphabet)), right.push_back(token);
        break;
      default:
        right.push_back(static_cast<std::uint32_t>(random() % alphabet));
        break;
    }
  }
  return right;
}

TEST(EditScript, NamesOnlyThePlacesThatDiffer) {
  const Sequence left = chars(U"八三年六月二日");
  const Sequence right = chars(U"八三年六二日晨");
  const Script script = edit_script(left, right);
  const std::vector<EditRun> expected = {{{4, 5}, {4, 4}}, {{7, 7}, {6, 7}}};
  EXPECT_EQ(script.runs, expected);
  EXPECT_EQ(script.length(), 2U);
  EXPECT_FALSE(script.approximate);
}

TEST(EditScript, PutsDeletionAndInsertionOfOnePlaceIntoOneRun) {
  const Script script = edit_script(chars(U"改革委员会主任讲话"), chars(U"改革信息化部长讲话"));
  const std::vector<EditRun> expected = {{{2, 7}, {2, 7}}};
  EXPECT_EQ(script.runs, expected);
}

TEST(EditScript, OfEqualSequencesIsEmpty) {
  EXPECT_TRUE(edit_script(chars(U"共同富裕"), chars(U"共同富裕")).runs.empty());
  EXPECT_TRUE(edit_script(Sequence{}, Sequence{}).runs.empty());
}

TEST(EditScript, OfAnEmptySideIsOneRun) {
  const std::vector<EditRun> deleted = {{{0, 4}, {0, 0}}};
  const std::vector<EditRun> inserted = {{{0, 0}, {0, 4}}};
  EXPECT_EQ(edit_script(chars(U"共同富裕"), Sequence{}).runs, deleted);
  EXPECT_EQ(edit_script(Sequence{}, chars(U"共同富裕")).runs, inserted);
}

TEST(EditScript, IsShortestForAllSmallInputs) {
  // All pairs over three symbols up to length 5; the left side begins with the first symbol, the others are its
  // renamings.
  std::vector<Sequence> all = {{}};
  for (std::size_t from = 0, size = 1; size <= 5; ++size) {
    const std::size_t to = all.size();
    for (; from < to; ++from) {
      for (std::uint32_t symbol = 0; symbol < 3; ++symbol) {
        Sequence longer = all[from];
        longer.push_back(symbol);
        all.push_back(std::move(longer));
      }
    }
  }
  for (const Sequence& left : all) {
    if (!left.empty() && left.front() != 0) continue;
    for (const Sequence& right : all) {
      const std::uint64_t length = reference_length(left, right);
      for (const ScriptEngine engine : {ScriptEngine::automatic, ScriptEngine::dtl}) {
        const Script script = edit_script(left, right, {.engine = engine});
        ASSERT_EQ(replay(script, left, right), right);
        ASSERT_EQ(script.length(), length);
        ASSERT_EQ(edit_script(right, left, {.engine = engine}), swapped(script));
      }
    }
  }
}

TEST(EditScript, IsShortestForRandomPairsOfManyShapes) {
  std::mt19937 random(20240611);
  for (int round = 0; round < 1500; ++round) {
    const std::uint32_t alphabet = 1U + static_cast<std::uint32_t>(random() % (round % 2 == 0 ? 4 : 500));
    const Sequence left = random_tokens(random() % 300, alphabet, random);
    const Sequence right = round % 3 == 0 ? random_tokens(random() % 300, alphabet, random)
                                          : edited(left, static_cast<std::uint32_t>(random() % 100), alphabet, random);
    for (const ScriptEngine engine : kEngines) expect_shortest(left, right, {.engine = engine});
  }
}

TEST(EditScript, IsShortestAroundTheEdgeOfAMachineWord) {
  std::mt19937 random(7);
  for (std::size_t left_size = 60; left_size <= 68; ++left_size) {
    for (std::size_t right_size = 124; right_size <= 132; ++right_size) {
      const Sequence left = random_tokens(left_size, 5, random);
      const Sequence right = random_tokens(right_size, 5, random);
      for (const ScriptEngine engine : kEngines) expect_shortest(left, right, {.engine = engine});
    }
  }
}

TEST(EditScript, CountsOneRepeatedSymbol) {
  for (std::size_t left = 0; left < 200; left += 13) {
    for (std::size_t right = 0; right < 200; right += 17) {
      const Script script = edit_script(Sequence(left, 1), Sequence(right, 1));
      EXPECT_EQ(script.length(), left > right ? left - right : right - left);
    }
  }
}

TEST(EditScript, OfNothingInCommonIsOneRun) {
  const Sequence left(3000, 1);
  const Sequence right(4000, 2);
  const std::vector<EditRun> expected = {{{0, 3000}, {0, 4000}}};
  for (const ScriptEngine engine : {ScriptEngine::automatic, ScriptEngine::bit_parallel}) {
    EXPECT_EQ(edit_script(left, right, {.engine = engine}).runs, expected);
  }
}

TEST(EditScript, KeepsTheLongerHalfWhenHalvesAreSwapped) {
  std::mt19937 random(5);
  const Sequence left = random_tokens(5000, 3000, random);
  Sequence right(left.begin() + 2400, left.end());
  right.insert(right.end(), left.begin(), left.begin() + 2400);
  right = edited(right, 2, 3000, random);
  expect_shortest(left, right, {});
}

TEST(EditScript, IsShortestBeyondTheBoundOfDtl) {
  std::mt19937 random(11);
  for (const std::uint32_t alphabet : {2U, 40U, 3000U}) {
    for (const std::uint32_t percent : {2U, 20U, 60U}) {
      const Sequence left = random_tokens(4000, alphabet, random);
      expect_shortest(left, edited(left, percent, alphabet, random), {});
    }
  }
}

// Characters as frequent as in text: the most frequent is every twelfth or so.
Sequence random_text(std::size_t size, std::mt19937& random) {
  Sequence text(size);
  for (std::uint32_t& character : text) {
    const double uniform = static_cast<double>(random()) / 4294967296.0;
    character = 0x4E00 + static_cast<std::uint32_t>(std::pow(3000.0, uniform));
  }
  return text;
}

enum class Change { few, many, most, unrelated, moved, swapped_halves, inserted_chapter };

Sequence changed(const Sequence& left, Change change, std::mt19937& random) {
  const auto sparsely = [&](std::uint32_t percent) {
    Sequence right;
    for (const std::uint32_t token : left) {
      const bool keep = random() % 100 >= percent;
      const auto kind = random() % 3;
      if (keep || kind == 1) right.push_back(token);
      if (!keep && kind != 0) right.push_back(random_text(1, random)[0]);
    }
    return right;
  };
  switch (change) {
    case Change::few:
      return sparsely(1);
    case Change::many:
      return sparsely(20);
    case Change::most:
      return sparsely(60);
    case Change::unrelated:
      return random_text(left.size(), random);
    case Change::swapped_halves: {
      Sequence right = sparsely(3);
      std::rotate(right.begin(), right.begin() + std::ssize(right) / 2, right.end());
      return right;
    }
    case Change::moved: {
      Sequence right = sparsely(3);
      for (int i = 0; i < 5; ++i) {
        const auto size = std::ssize(right) / 20;
        const auto from = right.begin() + static_cast<std::ptrdiff_t>(random() % (right.size() * 9 / 10));
        const Sequence block(from, from + size);
        right.erase(from, from + size);
        right.insert(right.begin() + static_cast<std::ptrdiff_t>(random() % right.size()), block.begin(), block.end());
      }
      return right;
    }
    case Change::inserted_chapter: {
      Sequence right = sparsely(3);
      const Sequence chapter = random_text(left.size(), random);
      right.insert(right.begin() + std::ssize(right) / 3, chapter.begin(), chapter.end());
      return right;
    }
  }
  return {};
}

constexpr Change kChanges[] = {Change::few,
                               Change::many,
                               Change::most,
                               Change::unrelated,
                               Change::moved,
                               Change::swapped_halves,
                               Change::inserted_chapter};

TEST(EditScript, IsAtMostOnePercentTooLongWhenItIsApproximate) {
  std::mt19937 random(12);
  const Sequence left = random_text(20'000, random);
  for (const Change change : kChanges) {
    SCOPED_TRACE(static_cast<int>(change));
    const Sequence right = changed(left, change, random);
    const ScriptOptions options{.exact_cells = 0};
    expect_lawful(left, right, options);
    const Script quick = edit_script(left, right, options);
    const std::uint64_t shortest = edit_script(left, right, {.engine = ScriptEngine::bit_parallel}).length();
    EXPECT_GE(quick.length(), shortest);
    EXPECT_LE(quick.length() * 100, shortest * 101);
    EXPECT_EQ(quick.approximate, change != Change::few);
  }
}

TEST(EditScript, OfLongNearlyEqualSequencesIsProvedToBeShortest) {
  std::mt19937 random(13);
  const Sequence left = random_text(40'000, random);
  const Sequence right = changed(left, Change::few, random);
  const Script script = edit_script(left, right);
  EXPECT_FALSE(script.approximate);
  EXPECT_EQ(script.length(), edit_script(left, right, {.engine = ScriptEngine::bit_parallel}).length());
}

TEST(EditScript, IsExactUpToTheCellsAskedFor) {
  std::mt19937 random(14);
  const Sequence left = random_text(9'000, random);
  for (const Change change : {Change::many, Change::moved}) {
    expect_shortest(left, changed(left, change, random), {});
  }
}

TEST(EditScript, IsLawfulWhereNoGramIsUnique) {
  std::mt19937 random(15);
  const ScriptOptions options{.exact_cells = 0};
  Sequence periodic(30'000);
  for (std::size_t i = 0; i < periodic.size(); ++i) periodic[i] = static_cast<std::uint32_t>(i % 3);
  expect_lawful(periodic, edited(periodic, 5, 3, random), options);
  expect_lawful(random_tokens(30'000, 2, random), random_tokens(20'000, 2, random), options);
  // Nothing to trim, one symbol between.
  Sequence left(20'000, 1);
  Sequence right(25'000, 1);
  left.front() = left.back() = 2;
  right.front() = right.back() = 3;
  expect_lawful(left, right, options);
  EXPECT_EQ(edit_script(left, right, options).length(), 5000U + 4U);
}

TEST(EditScript, OfAPassageAndABookKeepsThePassageTogether) {
  std::mt19937 random(16);
  const Sequence book = random_text(300'000, random);
  Sequence passage(book.begin() + 100'000, book.begin() + 100'500);
  passage[0] = passage[499] = 1;
  const Script script = edit_script(passage, book);
  EXPECT_FALSE(script.approximate);
  EXPECT_LE(script.length(), 300'000U - 498U + 2U);
  expect_lawful(passage, book, {});
}

}  // namespace
}  // namespace yiwen
