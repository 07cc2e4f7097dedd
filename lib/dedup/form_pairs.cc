// SPDX-License-Identifier: Apache-2.0
#include "dedup/form_pairs.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/hash.h"
#include "base/parallel.h"
#include "dedup/folded_shingles.h"
#include "dedup/posting_list.h"

namespace yiwen {
namespace {

// Arrays of different lengths, one after another.
template <class T>
struct Rows {
  std::vector<std::size_t> begin{0};
  std::vector<T> items;
  [[nodiscard]] std::span<const T> operator[](std::size_t row) const {
    return std::span(items).subspan(begin[row], begin[row + 1] - begin[row]);
  }
  [[nodiscard]] std::size_t size() const { return begin.size() - 1; }
  void end_row() { begin.push_back(items.size()); }
  void add_row(std::span<const T> row) {
    items.insert(items.end(), row.begin(), row.end());
    end_row();
  }
};

// The kinds of the forms in the lists, by number; a kind of fewer shingles has a lower one, so what is by kind is by
// size too.
struct Kinds {
  std::vector<Form> forms;                       // by text
  Rows<Shingle> common;                          // of each kind, each once
  Rows<ShinglePosting> lists;                    // with kinds for texts, each once, and by them
  Rows<std::span<const ShinglePosting>> joined;  // of each kind: itself in each of its lists, and what follows there
};

void find_kinds(Kinds& kinds, std::span<const std::span<const ShinglePosting>> lists, std::uint32_t k,
                const CharsOf& chars, const CommonShingles& common) {
  for (const auto list : lists) {
    for (const ShinglePosting& posting : list) kinds.forms.push_back({posting.text(), 0});
  }
  std::ranges::sort(kinds.forms);
  kinds.forms.erase(std::unique(kinds.forms.begin(), kinds.forms.end()), kinds.forms.end());
  std::unordered_map<std::uint64_t, std::uint32_t> by_hash;
  std::vector<std::size_t> sizes;  // of the kinds as they are met, in shingles
  Rows<Shingle> as_met;            // the common shingles of each
  ShingleSet set;
  for (auto& [text, kind] : kinds.forms) {
    const std::u16string_view of_text = chars(text);
    folded_shingles(of_text, k, set);
    const std::size_t size = set.size();
    std::erase_if(set, [&](Shingle shingle) { return !common.contains(shingle); });
    const std::string_view bytes(reinterpret_cast<const char*>(set.data()), set.size() * sizeof(Shingle));
    const std::uint64_t hash = hash64(bytes, size * 2 + (of_text.size() >= kShortChars ? 1 : 0));
    const auto [at, is_new] = by_hash.try_emplace(hash, static_cast<std::uint32_t>(sizes.size()));
    kind = at->second;
    if (!is_new) continue;
    sizes.push_back(size);
    as_met.add_row(set);
  }
  std::vector<std::uint32_t> by_size(sizes.size());
  std::iota(by_size.begin(), by_size.end(), 0U);
  std::ranges::stable_sort(by_size, {}, [&](std::uint32_t met) { return sizes[met]; });
  std::vector<std::uint32_t> numbers(sizes.size());
  for (const std::uint32_t met : by_size) {
    numbers[met] = static_cast<std::uint32_t>(kinds.common.size());
    kinds.common.add_row(as_met[met]);
  }
  for (auto& [text, kind] : kinds.forms) kind = numbers[kind];
}

void find_lists(Kinds& kinds, std::span<const std::span<const ShinglePosting>> lists) {
  auto& postings = kinds.lists.items;
  for (const auto list : lists) {
    const auto begin = std::ssize(postings);
    for (const ShinglePosting& posting : list) {
      const auto form = std::ranges::lower_bound(kinds.forms, posting.text(), {}, &Form::text);
      postings.push_back(posting.renumbered(form->kind));
    }
    std::ranges::sort(postings.begin() + begin, postings.end(), {}, &ShinglePosting::text);
    const auto repeated = std::ranges::unique(postings.begin() + begin, postings.end(), {}, &ShinglePosting::text);
    postings.erase(repeated.begin(), repeated.end());
    kinds.lists.end_row();
  }
}

void find_joined(Kinds& kinds) {
  auto& [begin, items] = kinds.joined;
  begin.assign(kinds.common.size() + 1, 0);
  for (const ShinglePosting& posting : kinds.lists.items) ++begin[posting.text() + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  items.resize(begin.back());
  std::vector<std::size_t> at(begin.begin(), begin.end() - 1);
  for (std::size_t row = 0; row < kinds.lists.size(); ++row) {
    const auto list = kinds.lists[row];
    for (std::size_t i = 0; i < list.size(); ++i) items[at[list[i].text()]++] = list.subspan(i);
  }
}

struct NearKinds {
  std::vector<NearPair> near;  // sorted
  std::uint64_t compared = 0;
};

// What a thread needs to compare one kind after another with itself and those that follow.
class Comparer {
 public:
  Comparer(const Kinds& kinds, std::uint32_t k) : kinds_(kinds), k_(k), met_(kinds.common.size(), UINT32_MAX) {}

  void compare(std::uint32_t left, NearKinds& found) {
    common_.clear();
    for (const Shingle shingle : kinds_.common[left]) common_.insert(shingle);
    near_.clear();
    for (const auto list : kinds_.joined[left]) {
      like_.resize(std::max(like_.size(), list.size()));
      const std::size_t count = find_like(list.front(), list, like_.data());
      for (std::size_t i = 0; i < count; ++i) {
        const ShinglePosting& other = list[like_[i]];
        const std::uint32_t right = other.text();
        if (met_[right] == left || (k_ == 2 && list.front().is_long() && other.is_long())) continue;
        met_[right] = left;
        ++found.compared;
        const std::uint32_t least = least_shared(list.front().size() + other.size());
        if (std::min(std::size_t{common_.size()}, kinds_.common[right].size()) >= least && shared(right) >= least)
          near_.push_back(right);
      }
    }
    std::ranges::sort(near_);
    for (const std::uint32_t right : near_) found.near.push_back({left, right});
  }

 private:
  [[nodiscard]] std::uint32_t shared(std::uint32_t other) const {
    std::uint32_t count = 0;
    for (const Shingle shingle : kinds_.common[other]) count += common_.contains(shingle) ? 1U : 0U;
    return count;
  }

  const Kinds& kinds_;
  std::uint32_t k_;
  std::vector<std::uint32_t> met_;  // of each kind: the last one that was compared with it
  SentenceShingles common_;         // of that one
  std::vector<std::uint32_t> like_;
  std::vector<std::uint32_t> near_;
};

}  // namespace

ComparedForms compare_forms(std::span<const std::span<const ShinglePosting>> lists, std::uint32_t k,
                            const CharsOf& chars, const CommonShingles& common, unsigned threads) {
  Kinds kinds;
  find_kinds(kinds, lists, k, chars, common);
  find_lists(kinds, lists);
  find_joined(kinds);
  constexpr std::size_t kKindsAtOnce = 1024;  // that a thread takes
  const std::size_t all = kinds.common.size();
  std::vector<NearKinds> pieces((all + kKindsAtOnce - 1) / kKindsAtOnce);
  parallel_for(pieces.size(), threads, [&](std::size_t piece) {
    Comparer comparer(kinds, k);
    const std::size_t end = std::min(all, (piece + 1) * kKindsAtOnce);
    for (std::size_t left = piece * kKindsAtOnce; left < end; ++left) {
      comparer.compare(static_cast<std::uint32_t>(left), pieces[piece]);
    }
  });
  NearKinds found;
  for (const NearKinds& piece : pieces) {
    found.compared += piece.compared;
    found.near.insert(found.near.end(), piece.near.begin(), piece.near.end());
  }
  return {.near = FormPairs(std::move(kinds.forms), std::move(found.near)), .compared = found.compared};
}

bool FormPairs::contains(const NearPair& pair) const {
  const auto [left, left_end] = std::ranges::equal_range(forms_, pair.left, {}, &Form::text);
  const auto [right, right_end] = std::ranges::equal_range(forms_, pair.right, {}, &Form::text);
  for (auto l = left; l != left_end; ++l) {
    for (auto r = right; r != right_end; ++r) {
      const auto [one, other] = std::minmax(l->kind, r->kind);
      if (std::ranges::binary_search(kinds_, NearPair{one, other})) return true;
    }
  }
  return false;
}

std::vector<std::uint32_t> FormPairs::sizes() const {
  std::uint32_t kinds = 0;
  for (const Form& form : forms_) kinds = std::max(kinds, form.kind + 1);
  std::vector<std::uint32_t> sizes(kinds);
  for (const Form& form : forms_) ++sizes[form.kind];
  return sizes;
}

std::uint64_t FormPairs::count() const {
  const auto size = sizes();
  std::uint64_t pairs = 0;
  for (const auto& [one, other] : kinds_) {
    pairs += one == other ? std::uint64_t{size[one]} * (size[one] - 1) / 2 : std::uint64_t{size[one]} * size[other];
  }
  return pairs;
}

void FormPairs::count_others(std::span<std::uint32_t> others) const {
  const auto size = sizes();
  std::vector<std::uint32_t> of_kind(size.size());
  for (const auto& [one, other] : kinds_) {
    of_kind[one] += one == other ? size[one] - 1 : size[other];
    if (one != other) of_kind[other] += size[one];
  }
  for (const Form& form : forms_) others[form.text] += of_kind[form.kind];
}

void FormPairs::add(const FormPairs& others) {
  const auto first = static_cast<std::uint32_t>(sizes().size());
  for (const Form& form : others.forms_) forms_.push_back({form.text, form.kind + first});
  std::ranges::sort(forms_);
  for (const auto& [one, other] : others.kinds_) kinds_.push_back({one + first, other + first});
}

}  // namespace yiwen
