// SPDX-License-Identifier: Apache-2.0
#include "pipeline/load_options.h"

#include <string>

#include "decode/decode.h"

namespace yiwen {

LoadOptions load_options(const Options& options) {
  LoadOptions load;
  load.max_file_bytes = options.limits.max_file_bytes;
  load.max_archive_bytes = options.limits.max_unpacked_bytes;
  load.max_documents = options.limits.max_documents;
  load.columns = options.columns;
  load.manifest = options.manifest;
  load.decoder = text_decoder({.encoding = options.encoding});
  return load;
}

ReadDocumentOptions read_document_options(const Options& options) {
  ReadDocumentOptions read;
  read.encoding = options.encoding;
  read.page = {.max_bytes = options.limits.max_page_bytes, .max_depth = options.limits.max_page_depth};
  read.program = {.seconds = options.limits.max_program_seconds,
                  .memory_bytes = options.limits.max_program_memory,
                  .output_bytes = options.limits.max_program_output};
  return read;
}

}  // namespace yiwen
