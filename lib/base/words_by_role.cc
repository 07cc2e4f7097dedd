// SPDX-License-Identifier: Apache-2.0
#include "base/words_by_role.h"

#include <algorithm>
#include <stdexcept>

#include "base/data_lines.h"
#include "base/utf8.h"

namespace yiwen {

WordsByRole::WordsByRole(std::string_view file) {
  each_data_line(file, [&](std::string_view line) {
    const auto name = next_field(line);
    auto role = std::find_if(roles_.begin(), roles_.end(), [&](const auto& r) { return r.first == name; });
    if (role == roles_.end()) {
      roles_.emplace_back(name, Words{});
      role = roles_.end() - 1;
    }
    while (!line.empty()) {
      auto word = to_utf32(next_field(line));
      std::erase(word, U' ');
      if (!word.empty()) role->second.push_back(std::move(word));
    }
  });
}

const Words& WordsByRole::of(std::string_view role) const {
  const auto found = std::find_if(roles_.begin(), roles_.end(), [&](const auto& r) { return r.first == role; });
  if (found == roles_.end()) throw std::out_of_range("no words of the role " + std::string(role));
  return found->second;
}

std::optional<std::string_view> WordsByRole::role_of(std::u32string_view word) const {
  for (const auto& [role, words] : roles_) {
    if (is_one_of(word, words)) return role;
  }
  return {};
}

bool is_one_of(std::u32string_view text, const Words& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool begins_with_one_of(std::u32string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) { return text.starts_with(word); });
}

bool ends_with_one_of(std::u32string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) { return text.ends_with(word); });
}

bool holds_one_of(std::u32string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const auto& word) { return text.find(word) != std::u32string_view::npos; });
}

}  // namespace yiwen
