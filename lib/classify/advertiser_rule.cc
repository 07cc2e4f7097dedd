// SPDX-License-Identifier: Apache-2.0
//
// Mirrors of news pages put the name of an advertiser in the place of a word that stands in every story, mostly that of
// the country: 中国内政 → 某某娱乐城内政. No editor does so, and whoever quotes such a page quotes it wrongly.
#include <string>

#include "classify/phrases.h"
#include "classify/place_names.h"
#include "classify/rules.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

bool is_place(Text words) {
  const auto* place = place_names().longest_at(words, 0);
  return place && place->text.size() == words.size();
}

// A name, and not only what is advertised: 赌城 alone is another word for a city.
bool names_an_advertiser(Text words) {
  const auto& advertised = page_words("advertised");
  return advertised.occurs_in(words) && advertised.match(words, 0) != words.size();
}

}  // namespace

Answer rules::advertiser(const Change& change) {
  const Text left = change.left_words(), right = change.right_words();
  const bool put_in = is_place(left) && names_an_advertiser(right),
             taken_back = is_place(right) && names_an_advertiser(left);
  if (!put_in && !taken_back) return {};
  if (page_words("advertised").occurs_in(put_in ? change.left_text : change.right_text)) return {};
  return Verdict{"name", Severity::critical, Layer::wording,
                 "an advertiser in the place of a name: " + from_to(change)};
}

}  // namespace yiwen
