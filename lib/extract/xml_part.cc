// SPDX-License-Identifier: Apache-2.0
//
// pugixml reads no document type definition, so no entity in it can grow, and opens no file.
#include "extract/xml_part.h"

#include <fmt/format.h>

#include <utility>

#include "extract/office.h"

namespace yiwen {

namespace {

std::string_view behind_colon(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

Result<XmlPart> read_xml_part(const Zip& zip, const std::string& name) {
  const auto entry = zip.find(name);
  if (!entry) return Error{ErrorCode::damaged, "", std::nullopt, fmt::format("has no {} in it", name)};
  auto bytes = zip.read(*entry, kLargestOfficePart);
  if (!bytes) {
    Error error = bytes.error();
    error.reason = name + " in it " + error.reason;
    return error;
  }
  auto part = std::make_unique<pugi::xml_document>();
  const auto parsed =
      part->load_buffer(bytes.value().data(), bytes.value().size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed) {
    return Error{ErrorCode::damaged, "", std::nullopt,
                 fmt::format("{} in it is no XML: byte {}: {}", name, parsed.offset, parsed.description())};
  }
  return part;
}

XmlPart read_optional_part(const Zip& zip, const std::string& name) {
  auto part = read_xml_part(zip, name);
  return part ? std::move(part).value() : std::make_unique<pugi::xml_document>();
}

std::string_view local_name(const pugi::xml_node& node) { return behind_colon(node.name()); }

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    if (behind_colon(attribute.name()) == name) return attribute.value();
  }
  return {};
}

}  // namespace yiwen
