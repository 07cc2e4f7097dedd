#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Proves that rooms.py fails where it should: each case breaks one rule in a small sound tree and names the fault."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import rooms  # noqa: E402

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"
HEADER = SPDX + "#pragma once\n"
SOUND = {
    "lib/CMakeLists.txt": "set(YIWEN_ROOMS\n  base decode report)\n",
    "lib/include/yiwen/result.h": HEADER,
    "lib/include/yiwen/report.h": HEADER + '#include "yiwen/result.h"\n',
    "lib/base/hash.h": HEADER + "#include <string>\n",
    "lib/decode/decode.h": HEADER + '#include "yiwen/result.h"\n',
    "lib/decode/decode.cc": SPDX + '#include "decode/decode.h"\n#include "base/hash.h"\n#include <unicode/ucnv.h>\n',
    "lib/decode/script.cc": SPDX + "#include <opencc/opencc.h>\n",
    "lib/report/json.cc": SPDX + '#include "decode/decode.h"\n#include <dtl/dtl.hpp>\n',
    "cli/main.cc": SPDX + '#include "report/writers.h"\n#include <CLI/CLI.hpp>\n',
    "tests/unit/decode/decode_test.cc": SPDX + '#include "decode/decode.h"\n#include <opencc/opencc.h>\n',
}


class Rooms(unittest.TestCase):
    def faults(self, changes):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in {**SOUND, **changes}.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return rooms.faults_of(root)

    def assert_fault(self, changes, *expected):
        self.assertEqual(self.faults(changes), list(expected))

    def test_a_sound_tree_has_no_faults(self):
        self.assert_fault({})

    def test_an_include_that_climbs(self):
        self.assert_fault({"lib/base/hash.cc": SPDX + '#include "decode/decode.h"\n'},
                          "lib/base/hash.cc:2: base includes decode, which comes after it")

    def test_an_include_that_climbs_in_angle_brackets(self):
        self.assert_fault({"lib/base/hash.cc": SPDX + "#  include <report/json.h>\n"},
                          "lib/base/hash.cc:2: base includes report, which comes after it")

    def test_the_vocabulary_includes_a_room(self):
        self.assert_fault({"lib/include/yiwen/report.h": HEADER + '#include "base/hash.h"\n'},
                          "lib/include/yiwen/report.h:3: the vocabulary includes the room base")

    def test_a_room_includes_the_program(self):
        self.assert_fault({"lib/base/hash.cc": SPDX + '#include "cli/terminal.h"\n'},
                          "lib/base/hash.cc:2: includes cli/terminal.h, which is outside the rooms")

    def test_a_room_goes_around_by_dots(self):
        self.assert_fault({"lib/base/hash.cc": SPDX + '#include "../report/json.h"\n'},
                          "lib/base/hash.cc:2: includes ../report/json.h, which is outside the rooms")

    def test_a_vocabulary_header_that_is_not_there(self):
        self.assert_fault({"lib/base/hash.cc": SPDX + '#include "yiwen/nothing.h"\n'},
                          "lib/base/hash.cc:2: no yiwen/nothing.h in the vocabulary")

    def test_a_folder_that_is_not_in_the_list(self):
        self.assert_fault({"lib/helpers/helper.cc": SPDX}, "lib/helpers: a folder that is not in the list of rooms")

    def test_a_listed_room_without_a_folder(self):
        self.assert_fault({"lib/CMakeLists.txt": "set(YIWEN_ROOMS base decode align report)"},
                          "lib/CMakeLists.txt: room align has no folder")

    def test_opencc_in_two_files(self):
        self.assert_fault({"lib/base/hash.cc": SPDX + "#include <opencc/SimpleConverter.hpp>\n"},
                          "lib/base/hash.cc:2: OpenCC belongs behind one fence, and stands in 2 files",
                          "lib/decode/script.cc:2: OpenCC belongs behind one fence, and stands in 2 files")

    def test_dtl_in_two_files(self):
        self.assert_fault({"lib/base/hash.cc": SPDX + "#include <dtl/dtl.hpp>\n"},
                          "lib/base/hash.cc:2: dtl belongs behind one fence, and stands in 2 files",
                          "lib/report/json.cc:3: dtl belongs behind one fence, and stands in 2 files")

    def test_cli11_in_two_files(self):
        self.assert_fault({"cli/diff.cc": SPDX + "#include <CLI/CLI.hpp>\n"},
                          "cli/diff.cc:2: CLI11 belongs behind one fence, and stands in 2 files",
                          "cli/main.cc:3: CLI11 belongs behind one fence, and stands in 2 files")

    def test_icu_in_a_header(self):
        self.assert_fault({"lib/base/hash.h": HEADER + "#include <unicode/uchar.h>\n"},
                          "lib/base/hash.h:3: ICU in a header (unicode/uchar.h)")

    def test_dtl_in_a_header(self):
        self.assert_fault({"lib/report/json.cc": SPDX, "lib/report/edits.h": HEADER + "#include <dtl/dtl.hpp>\n"},
                          "lib/report/edits.h:3: dtl in a header (dtl/dtl.hpp)")

    def test_a_file_without_its_licence(self):
        self.assert_fault({"lib/base/hash.cc": "#include <string>\n"},
                          "lib/base/hash.cc:1: does not begin with its licence line")

    def test_a_header_without_a_guard(self):
        self.assert_fault({"lib/base/hash.h": SPDX}, "lib/base/hash.h:1: has no #pragma once")


if __name__ == "__main__":
    unittest.main()
