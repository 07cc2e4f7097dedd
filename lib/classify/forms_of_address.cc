// SPDX-License-Identifier: Apache-2.0
#include "classify/forms_of_address.h"

#include <cstddef>
#include <optional>

#include "classify/phrases.h"
#include "classify/rules.h"
#include "diff/person_names.h"
#include "diff/titles.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

struct Addressed {
  Text name, title;
  bool surname_alone = false;
};

bool is_title(Text words) {
  const auto title = title_at(words, 0);
  return title && title->length == words.size();
}

// 院长|顾怀山, 顾怀山|院长, 顾|院长
std::optional<Addressed> read_address(Text words) {
  for (std::size_t at = 1; at < words.size(); ++at) {
    const Text head = words.substr(0, at), rest = words.substr(at);
    if (is_title(head) && has_form_of_name(rest)) return Addressed{rest, head, false};
    if (is_title(rest) && (is_surname(head) || has_form_of_name(head))) return Addressed{head, rest, is_surname(head)};
  }
  return {};
}

}  // namespace

bool are_one_person(Text left, Text right) {
  const auto here = read_address(left), there = read_address(right);
  if (!here || !there || here->title != there->title || here->surname_alone == there->surname_alone) return false;
  return here->surname_alone ? there->name.starts_with(here->name) : here->name.starts_with(there->name);
}

// 顾院长 → 院长顾怀山
Answer rules::form_of_address(const Change& change) {
  if (!are_one_person(change.left_words(), change.right_words())) return {};
  return Verdict{"wording", Severity::minor, Layer::wording, from_to(change)};
}

}  // namespace yiwen
