# SPDX-License-Identifier: Apache-2.0
"""What the guide and the README say the program prints is what it prints.

A line "    $ command" is run by a shell in a copy of docs/examples; the indented lines below it are its output. A line
"…" stands for any lines.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from program import PROGRAM

ROOT = pathlib.Path(__file__).resolve().parents[2]


def examples_of(document):
    """(line number, command, lines of output) of every example."""
    examples = []
    for number, line in enumerate((ROOT / document).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("    $ "):
            examples.append((number, line[6:], []))
        elif line.startswith("    ") and examples and examples[-1][0] + len(examples[-1][2]) + 1 == number:
            examples[-1][2].append(line[4:])
    return examples


def pattern_of(lines):
    parts = [r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in lines]
    return "".join(parts)


class Documents(unittest.TestCase):
    maxDiff = None

    def check(self, document, at_least):
        examples = examples_of(document)
        self.assertGreaterEqual(len(examples), at_least)
        for number, command, lines in examples:
            with self.subTest(f"{document}:{number}: {command}"), tempfile.TemporaryDirectory() as folder:
                shutil.copytree(ROOT / "docs" / "examples", folder, dirs_exist_ok=True)
                path = f"{folder}/bin"
                os.mkdir(path)
                os.symlink(PROGRAM, f"{path}/yiwen")
                out = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60,
                                     env={**os.environ, "PATH": f"{path}:{os.environ['PATH']}", "COLUMNS": "80"}).stdout
                if not re.fullmatch(pattern_of(lines), out):
                    self.assertEqual(out, "\n".join(lines) + "\n")
                    self.fail("elisions do not match")

    def test_the_guide(self):
        self.check("docs/GUIDE.md", at_least=7)

    def test_the_format_page_names_every_key(self):
        page = (ROOT / "docs/formats/report-json.md").read_text(encoding="utf-8")
        keys = set()

        def collect(value):
            if isinstance(value, dict):
                keys.update(value)
            for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
                collect(part)

        for options in ([], ["--with-text", "--show", "folded"]):
            out = subprocess.run([PROGRAM, "report", ROOT / "corpus/reprints", "--format", "json", *options],
                                 capture_output=True, check=True).stdout
            collect(json.loads(out))
        self.assertGreater(len(keys), 40)
        self.assertEqual({key for key in keys if f"`{key}`" not in page and f"`{key}[]`" not in page}, set())

    def test_the_page_of_the_table_names_every_column(self):
        page = (ROOT / "docs/formats/csv.md").read_text(encoding="utf-8")
        out = subprocess.run([PROGRAM, "report", ROOT / "corpus/reprints", "--format", "csv"], capture_output=True,
                             check=True).stdout.decode("utf-8-sig")
        columns = out.split("\r\n", 1)[0].split(",")
        self.assertEqual([column for column in columns if f"`{column}`" not in page], [])

    def test_the_readme(self):
        self.check("README.md", at_least=1)
