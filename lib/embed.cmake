# Puts the files of a room's data/ and assets/ folders into the program.
#
#   lib/report/assets/page.css  ->  const std::string_view yiwen::embedded::report_page_css
#
# The room declares the ones it uses itself:  namespace yiwen::embedded { extern const std::string_view report_page_css; }
# Run as a script (cmake -D ROOM=... -D OUT=... -D FILES=a;b -P embed.cmake) it writes the .cc file; included, it gives
# the function that makes that a build step.
if(CMAKE_SCRIPT_MODE_FILE)
  set(code "// Made by lib/embed.cmake from the data of the room. Do not edit.\n#include <string_view>\n")
  string(APPEND code "namespace yiwen::embedded {\n")
  foreach(file IN LISTS FILES)
    get_filename_component(name ${file} NAME)
    string(MAKE_C_IDENTIFIER "${ROOM}_${name}" symbol)
    file(READ ${file} bytes HEX)
    string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
    file(SIZE ${file} size)
    string(APPEND code "static const unsigned char ${symbol}_bytes[] = {${bytes}0};\n"
      "extern const std::string_view ${symbol};\n"
      "const std::string_view ${symbol}{reinterpret_cast<const char*>(${symbol}_bytes), ${size}};\n")
  endforeach()
  string(APPEND code "}\n")
  file(WRITE ${OUT} "${code}")
  return()
endif()

set(YIWEN_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(yiwen_embed_room room out_variable)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/data/* ${CMAKE_CURRENT_SOURCE_DIR}/${room}/assets/*)
  if(NOT files)
    set(${out_variable} "" PARENT_SCOPE)
    return()
  endif()
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${room}_embedded.cc)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -D ROOM=${room} -D OUT=${out} "-DFILES=${files}" -P ${YIWEN_EMBED_SCRIPT}
    DEPENDS ${files} ${YIWEN_EMBED_SCRIPT} VERBATIM)
  set(${out_variable} ${out} PARENT_SCOPE)
endfunction()
