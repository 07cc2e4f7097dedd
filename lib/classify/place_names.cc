// SPDX-License-Identifier: Apache-2.0
#include "classify/place_names.h"

#include <string_view>

namespace yiwen {

namespace embedded {
extern const std::string_view classify_places_txt;
}

const WordList& place_names() {
  static const WordList kPlaces(embedded::classify_places_txt);
  return kPlaces;
}

}  // namespace yiwen
