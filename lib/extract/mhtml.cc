// SPDX-License-Identifier: Apache-2.0
//
// GMime, and nothing else, knows MIME here. It parses into memory of its own, opens no file, and goes no deeper than
// its own limit into parts that hold parts; decoding never makes a part larger. Quirks:
//   - it must be set up once before the first message, by one thread
#include "extract/mhtml.h"

#include <fmt/format.h>
#include <gmime/gmime.h>

#include <memory>
#include <mutex>

#include "base/utf8_check.h"
#include "decode/encoding.h"

namespace yiwen {

namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

struct FreeIter {
  void operator()(GMimePartIter* iter) const { g_mime_part_iter_free(iter); }
};

void set_up_once() {
  static std::once_flag done;
  std::call_once(done, [] { g_mime_init(); });
}

bool is_page(GMimeObject* object) {
  GMimeContentType* type = g_mime_object_get_content_type(object);
  return GMIME_IS_PART(object) && type != nullptr &&
         (g_mime_content_type_is_type(type, "text", "html") ||
          g_mime_content_type_is_type(type, "application", "xhtml+xml"));
}

std::string decoded(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> out(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, out.get()) < 0) return {};
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
  if (bytes == nullptr || bytes->len == 0) return {};
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// The label of the part stands where that of the page would, if the page has none: it is a claim, which the bytes may
// refute, and no order.
std::string labelled(std::string html, GMimeObject* part) {
  const char* charset = g_mime_object_get_content_type_parameter(part, "charset");
  if (charset == nullptr || declared_encoding(html)) return html;
  std::string label;
  for (const char c : std::string_view(charset).substr(0, 40)) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (plain) label += c;
  }
  return fmt::format("<meta charset=\"{}\">", label) + html;
}

}  // namespace

Result<SavedPage> page_in_mhtml(std::string_view bytes) {
  set_up_once();
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  const Error none{ErrorCode::damaged, "", std::nullopt, "a saved page (MHTML) without a page in it"};
  if (message == nullptr || g_mime_message_get_mime_part(message.get()) == nullptr) return none;
  const std::unique_ptr<GMimePartIter, FreeIter> iter(
      g_mime_part_iter_new(g_mime_message_get_mime_part(message.get())));
  do {
    GMimeObject* object = g_mime_part_iter_get_current(iter.get());
    if (object == nullptr || !is_page(object)) continue;
    SavedPage page{labelled(decoded(GMIME_PART(object)), object), {}};
    if (const char* location = g_mime_part_get_content_location(GMIME_PART(object)); location != nullptr) {
      page.url = replace_ill_formed(location);
    }
    return page;
  } while (g_mime_part_iter_next(iter.get()));
  return none;
}

}  // namespace yiwen
