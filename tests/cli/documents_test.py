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
        self.check("docs/GUIDE.md", at_least=9)

    def test_both_languages_show_the_same_examples(self):
        for english, chinese in (("README.md", "README.zh-CN.md"), ("docs/GUIDE.md", "docs/GUIDE.zh-CN.md")):
            with self.subTest(chinese):
                # The Chinese page may ask for Chinese; what is then printed is checked by running it.
                there, here = ([(command.removesuffix(" --lang zh-Hans"), lines if not command.endswith("zh-Hans") else None)
                                for _, command, lines in examples_of(page)] for page in (english, chinese))
                self.assertEqual([command for command, _ in there], [command for command, _ in here])
                for (_, said), (command, said_here) in zip(there, here):
                    self.assertIn(said_here, (said, None), command)
                # The pictures, the headings and the rows of tables too: nothing is told in one language alone.
                parts = [re.findall(r"^(#+) |^(\|)|!\[.*?\]\((.*?)\)", (ROOT / page).read_text(encoding="utf-8"), re.M)
                         for page in (english, chinese)]
                self.assertEqual(*parts)

    def test_the_guides_name_every_command_and_option(self):
        help_of = lambda *words: subprocess.run([PROGRAM, *words, "--help"], capture_output=True, text=True, check=True).stdout
        commands = re.findall(r"^  ([a-z]+)  ", help_of().split("Examples:")[0], re.M)
        self.assertGreaterEqual(len(commands), 6)
        for page in ("docs/GUIDE.md", "docs/GUIDE.zh-CN.md"):
            text = (ROOT / page).read_text(encoding="utf-8")
            for command in commands:
                self.assertIn(f"yiwen {command}", text, page)
                options = set(re.findall(r"--[a-z-]+", help_of(command).split("Example")[0])) - {"--help"}
                self.assertEqual({option for option in options if option not in text}, set(), f"{page}: {command}")

    def test_every_link_leads_somewhere(self):
        pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "lib/README.md"]
        for page in pages:
            for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
                if not re.match(r"[a-z]+:", target):
                    self.assertTrue((page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}")

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

    def test_the_chinese_pages(self):
        self.check("README.zh-CN.md", at_least=1)
        self.check("docs/GUIDE.zh-CN.md", at_least=9)
