# The Debian 12 packages that yiwen is built, run and tested with: the one list, sourced by cli/quickstart and tests/run.
# An entry "package:command" counts as installed where the command is there from any other source.
# shellcheck shell=bash disable=SC2034

packages_to_build=(
  g++ cmake ninja-build pkg-config
  libicu-dev        # character database, encodings
  libopencc-dev libopencc-data  # traditional and simplified characters
  libdtl-dev        # shortest edit scripts
  libgumbo-dev      # HTML as browsers read it
  libgmime-3.0-dev  # pages that browsers save in one file
  libzip-dev libpugixml-dev  # archives and the XML in Office documents
  libfmt-dev libcli11-dev nlohmann-json3-dev libsimdjson-dev libxxhash-dev
  zlib1g-dev libzstd-dev  # packed inputs
  libxlsxwriter-dev # workbooks
)
packages_to_read=(
  poppler-utils:pdftotext  # the text of PDF files, run as a program
  antiword:antiword        # that of Word files from before 2007
  fonts-noto-cjk    # Han characters on the page, where the machine has no other font for them
)
# Neither quickstart nor tests/run asks for these: they are for the presets fuzz and tidy (tests/fuzz/README.md).
packages_to_fuzz=(
  clang:clang++ clang-tidy:clang-tidy libclang-rt-14-dev
)
packages_to_test=(
  googletest libgtest-dev libgmock-dev libbenchmark-dev
  python3:python3 libxml2-utils:xmllint cmark-gfm:cmark-gfm  # the tests of the command line
  opencc:opencc     # what puts clean texts into the other script, to plant changes in
  chromium:chromium nodejs:node npm:npm  # the tests of the page
)

# Installs what is missing of the packages named, after saying what that is. As root, or through sudo.
install_missing() {
  local entry package command missing=()
  for entry in "$@"; do
    package=${entry%%:*}
    command=${entry#"$package"}
    command=${command#:}
    if [[ -n $command ]] && command -v "$command" >/dev/null; then continue; fi
    if [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]]; then continue; fi
    missing+=("$package")
  done
  if [[ ${#missing[@]} -eq 0 ]]; then return 0; fi

  if ! command -v apt-get >/dev/null; then
    echo "yiwen: this is no Debian; install what these packages hold: ${missing[*]}" >&2
    return 1
  fi
  local as_root=()
  if [[ $(id -u) -ne 0 ]]; then as_root=(sudo); fi
  echo "Installing Debian packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}
