# What the rooms stand on; included at the root, because imported targets are seen from their folder down.
find_package(Threads REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(OPENCC REQUIRED IMPORTED_TARGET opencc)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
find_package(ZLIB REQUIRED)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
find_package(pugixml REQUIRED)
find_path(DTL_INCLUDE_DIR dtl/dtl.hpp REQUIRED)  # header only, without a CMake package

# Header-only libraries end with the build: a program that links the installed library does not need them.
# yiwenConfig.cmake.in finds the others again.
set(YIWEN_DEPENDENCIES Threads::Threads ICU::i18n ICU::uc fmt::fmt simdjson::simdjson PkgConfig::OPENCC PkgConfig::XXHASH
  PkgConfig::XLSXWRITER PkgConfig::ZSTD ZLIB::ZLIB
  PkgConfig::GUMBO PkgConfig::GMIME PkgConfig::LIBZIP pugixml::pugixml
  $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>)
