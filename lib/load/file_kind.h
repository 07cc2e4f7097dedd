// SPDX-License-Identifier: Apache-2.0
//
// What kind of file something is: by its name, and by its first bytes where they know better.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "yiwen/document.h"

namespace yiwen {

enum class FileKind : std::uint8_t { text, html, mhtml, docx, doc, odt, pdf, jsonl, json, table, zip };

// Nothing for a name that none of the kinds has. Capitals are small letters.
[[nodiscard]] std::optional<FileKind> kind_by_name(std::string_view path);

// Such a file is no kind by its name, so that folders leave it out: there it is settings as often as articles. Given
// outright it is articles where it holds an array or an object.
[[nodiscard]] bool is_called_json(std::string_view path);

// The kind of a file called so with these bytes. Bytes that say what they are (%PDF-, PK, <!doctype html>) beat the
// name: people rename files. A name that nobody knows is a text.
[[nodiscard]] FileKind kind_of_file(std::string_view path, std::string_view bytes);

// What a document of this kind is; text for the kinds that hold several.
[[nodiscard]] DocumentKind document_kind(FileKind kind);

// The names of all kinds, to be told: ".txt, .md, .html ...".
[[nodiscard]] std::string_view known_names();

}  // namespace yiwen
