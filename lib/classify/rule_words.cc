// SPDX-License-Identifier: Apache-2.0
#include "classify/rule_words.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_rule_words_tsv;
}

const Words& rule_words(std::string_view role) {
  static const WordsByRole kWords(embedded::classify_rule_words_tsv);
  return kWords.of(role);
}

}  // namespace yiwen
