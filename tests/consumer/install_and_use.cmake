# usage: cmake -D BUILD_TREE= -D PROGRAM= -D WORK= -D BUILD_TYPE= -D VERSION= -D COMPILER= -D FLAGS= -P install_and_use.cmake
file(REMOVE_RECURSE ${WORK})

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    list(JOIN ARGV " " line)
    message(FATAL_ERROR "${line}\n${out}\nexit status ${status}")
  endif()
  set(output "${out}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD_TREE} --prefix ${WORK}/prefix)

# The vocabulary is installed, the rooms are not.
file(GLOB_RECURSE headers RELATIVE ${WORK}/prefix/include ${WORK}/prefix/include/*)
list(FILTER headers EXCLUDE REGEX "^yiwen/[a-z_]+\\.h$")
if(headers)
  message(FATAL_ERROR "installed beside the vocabulary: ${headers}")
endif()

# A sanitized library needs a sanitized program: the flags of a debug build go along.
set(flags)
if(BUILD_TYPE STREQUAL Debug)
  set(flags "-DCMAKE_CXX_FLAGS=${FLAGS}")
endif()
run(${CMAKE_COMMAND} -S ${PROGRAM} -B ${WORK}/build -G Ninja -DCMAKE_PREFIX_PATH=${WORK}/prefix
  -DCMAKE_BUILD_TYPE=${BUILD_TYPE} -DCMAKE_CXX_COMPILER=${COMPILER} ${flags})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/consumer)
run(${WORK}/prefix/bin/yiwen --version)
string(STRIP "${output}" output)
if(NOT output STREQUAL "yiwen ${VERSION}")
  message(FATAL_ERROR "the installed program says of itself: ${output}")
endif()
