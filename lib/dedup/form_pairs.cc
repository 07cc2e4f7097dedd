// SPDX-License-Identifier: Apache-2.0
#include "dedup/form_pairs.h"

#include <algorithm>
#include <numeric>

#include "base/parallel.h"
#include "dedup/folded_shingles.h"

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
};

// The forms of the lists, by number: 0 is the first in the corpus.
struct Forms {
  std::vector<std::uint32_t> texts;
  Rows<ShinglePosting> lists;                    // with the numbers of forms for texts, and by them
  Rows<std::span<const ShinglePosting>> joined;  // of each form: itself in each of its lists, and what follows there
  Rows<Shingle> sets;                            // of each form, each once
};

Forms numbered(std::span<const std::span<const ShinglePosting>> lists) {
  Forms forms;
  for (const auto list : lists) {
    for (const ShinglePosting& posting : list) forms.texts.push_back(posting.text());
  }
  std::ranges::sort(forms.texts);
  forms.texts.erase(std::unique(forms.texts.begin(), forms.texts.end()), forms.texts.end());
  auto& postings = forms.lists.items;
  for (const auto list : lists) {
    for (const ShinglePosting& posting : list) {
      const auto at = std::ranges::lower_bound(forms.texts, posting.text());
      postings.push_back(posting.renumbered(static_cast<std::uint32_t>(at - forms.texts.begin())));
    }
    std::ranges::sort(postings.end() - std::ssize(list), postings.end(), {}, &ShinglePosting::text);
    forms.lists.end_row();
  }
  return forms;
}

void find_joined(Forms& forms) {
  auto& [begin, items] = forms.joined;
  begin.assign(forms.texts.size() + 1, 0);
  for (const ShinglePosting& posting : forms.lists.items) ++begin[posting.text() + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  items.resize(begin.back());
  std::vector<std::size_t> at(begin.begin(), begin.end() - 1);
  for (std::size_t row = 0; row < forms.lists.size(); ++row) {
    const auto list = forms.lists[row];
    for (std::size_t i = 0; i < list.size(); ++i) items[at[list[i].text()]++] = list.subspan(i);
  }
}

void find_sets(Forms& forms, std::uint32_t k, const CharsOf& chars) {
  ShingleSet set;
  for (const std::uint32_t text : forms.texts) {
    folded_shingles(chars(text), k, set);
    forms.sets.items.insert(forms.sets.items.end(), set.begin(), set.end());
    forms.sets.end_row();
  }
}

// What a thread needs to compare one form after another with those that follow.
class Comparer {
 public:
  Comparer(const Forms& forms, std::uint32_t k) : forms_(forms), k_(k), met_(forms.texts.size(), UINT32_MAX) {}

  void compare(std::uint32_t left, FormPairs& found) {
    set_.clear();
    for (const Shingle shingle : forms_.sets[left]) set_.insert(shingle);
    near_.clear();
    for (const auto list : forms_.joined[left]) {
      const auto others = list.subspan(1);
      like_.resize(std::max(like_.size(), others.size()));
      const std::size_t count = find_like(list.front(), others, like_.data());
      for (std::size_t i = 0; i < count; ++i) {
        constexpr std::size_t kAhead = 8;  // sets that are on their way at once
        if (i + kAhead < count) __builtin_prefetch(forms_.sets[others[like_[i + kAhead]].text()].data());
        const std::uint32_t place = like_[i];
        const std::uint32_t right = others[place].text();
        if (met_[right] == left || (k_ == 2 && list.front().is_long() && others[place].is_long())) continue;
        met_[right] = left;
        ++found.compared;
        if (is_near(forms_.sets[right])) near_.push_back(right);
      }
    }
    std::ranges::sort(near_);
    for (const std::uint32_t right : near_) found.near.push_back({forms_.texts[left], forms_.texts[right]});
  }

 private:
  [[nodiscard]] bool is_near(std::span<const Shingle> other) const {
    std::uint32_t shared = 0;
    for (const Shingle shingle : other) shared += set_.contains(shingle) ? 1U : 0U;
    return shared >= least_shared(set_.size() + static_cast<std::uint32_t>(other.size()));
  }

  const Forms& forms_;
  std::uint32_t k_;
  std::vector<std::uint32_t> met_;  // of each form: the last one that was compared with it
  SentenceShingles set_;            // of that one
  std::vector<std::uint32_t> like_;
  std::vector<std::uint32_t> near_;
};

}  // namespace

FormPairs compare_forms(std::span<const std::span<const ShinglePosting>> lists, std::uint32_t k, const CharsOf& chars,
                        unsigned threads) {
  Forms forms = numbered(lists);
  find_joined(forms);
  find_sets(forms, k, chars);
  constexpr std::size_t kFormsAtOnce = 1024;  // that a thread takes
  std::vector<FormPairs> pieces((forms.texts.size() + kFormsAtOnce - 1) / kFormsAtOnce);
  parallel_for(pieces.size(), threads, [&](std::size_t piece) {
    Comparer comparer(forms, k);
    const std::size_t end = std::min(forms.texts.size(), (piece + 1) * kFormsAtOnce);
    for (std::size_t left = piece * kFormsAtOnce; left < end; ++left) {
      comparer.compare(static_cast<std::uint32_t>(left), pieces[piece]);
    }
  });
  FormPairs all;
  for (FormPairs& piece : pieces) {
    all.compared += piece.compared;
    all.near.insert(all.near.end(), piece.near.begin(), piece.near.end());
    piece = {};
  }
  return all;
}

}  // namespace yiwen
