// SPDX-License-Identifier: Apache-2.0
//
// The XML files inside of an Office document.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "load/zip.h"
#include "yiwen/result.h"

namespace yiwen {

using XmlPart = std::unique_ptr<pugi::xml_document>;

// Elements below this depth are not looked at: no document that people make has them. Range 100..1000.
inline constexpr int kDeepestXml = 256;

// Fails where the part is missing (damaged), cannot be unpacked, or is no XML.
[[nodiscard]] Result<XmlPart> read_xml_part(const Zip& zip, const std::string& name);
// An empty document instead of an error: for parts that a file may do without.
[[nodiscard]] XmlPart read_optional_part(const Zip& zip, const std::string& name);

// The name of a node without the prefix of its namespace: w:p -> p. Writers choose the prefixes, readers know them by
// custom only.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
// The value of the attribute with this local name; empty where there is none.
[[nodiscard]] std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);

}  // namespace yiwen
