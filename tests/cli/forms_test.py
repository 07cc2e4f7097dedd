# SPDX-License-Identifier: Apache-2.0
"""The forms of a report, read back as their readers would: a spreadsheet, an XML parser, a Markdown reader."""
import csv
import io
import json
import pathlib
import re
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

from program import PROGRAM, STORY, ProgramTest, reprint

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

# One reprint with something of everything: an edit, words left out, a sentence added, a paragraph twice, the end cut off.
PARAGRAPHS = STORY.strip().split("\n\n")
MANGLED = "\n\n".join(PARAGRAPHS[:3] + [PARAGRAPHS[2], PARAGRAPHS[3].replace("法治精神", "法制精神")] +
                      ["这一句别处都没有，说的是河边新开的一家书店和它的主人。", PARAGRAPHS[5][:40]])

# What an article may hold to hurt the next program that reads it.
HOSTILE = ["=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1)", "＝1+1", " =1+1", "'=1",
           "]]>", "<script>alert(1)</script>", "&amp;&#60;", "\u202e倒写\u202c", "\u200b零宽", "\x01\x07控制", "\x1b[31m红",
           "_x0041_", "a|b|c", "[link](javascript:alert(1))", "`code`", "**bold**", "![](http://evil.example/x.png)",
           "\ufffe\uffff", "𠮷野家😀", "\u2028行\u2029段", "\"quoted\", and, commas", "{{7*7}}"]


class Workbook:
    """What a spreadsheet program reads from the parts of the file."""
    def __init__(self, path):
        with zipfile.ZipFile(path) as parts:
            shared = ElementTree.fromstring(parts.read("xl/sharedStrings.xml"))
            self.strings = ["".join(item.itertext()) for item in shared.iter(f"{SHEET}si")]
            self.rich = [[("".join(run.itertext()), run.find(f"{SHEET}rPr/{SHEET}b") is not None)
                          for run in item.iter(f"{SHEET}r")]
                         for item in shared.iter(f"{SHEET}si") if item.find(f"{SHEET}r") is not None]
            book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
            self.sheets = [sheet.get("name") for sheet in book.iter(f"{SHEET}sheet")]
            self.cells = [self.read(ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{n}.xml")))
                          for n in range(1, len(self.sheets) + 1)]
            self.properties = parts.read("docProps/core.xml").decode()

    def read(self, sheet):
        """Rows of {column letter: text or number}; a formula would be a cell with an <f>."""
        rows = []
        for row in sheet.iter(f"{SHEET}row"):
            cells = {}
            for cell in row:
                assert cell.find(f"{SHEET}f") is None and cell.get("t") in (None, "s", "n"), cell.attrib
                value = cell.find(f"{SHEET}v")
                if value is not None:
                    column = cell.get("r").rstrip("0123456789")
                    text = cell.get("t") == "s"
                    cells[column] = self.unescaped(self.strings[int(value.text)]) if text else float(value.text)
            rows.append(cells)
        return rows

    @staticmethod
    def unescaped(text):
        return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


class Forms(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", MANGLED)
        self.write("in/c.txt", reprint(("4170万元", "4710万元"), ("退休教师吴桂兰", "退休老师吴桂兰")))
        # Hostile words as insertions into sentences that match, and as the names of files.
        hostile = STORY
        for i, words in enumerate(HOSTILE):
            anchor = ["图书馆始建", "其中地方志", "此次修缮", "馆长周明远", "据介绍，", "只对屋面", "退休教师", "看到老馆"][i % 8]
            hostile = hostile.replace(anchor, words + anchor, 1)
        self.write("in/=cmd|calc&<x>.txt", hostile)

    def form(self, form, *arguments, paths=("in",)):
        out = self.folder / f"out.{form}"
        self.yiwen("report", *paths, "--format", form, "-o", out, "-q", *arguments)
        return out

    def whole(self, *arguments, paths=("in",)):
        return self.report(*paths, "--with-text", "--show", "folded", *arguments)


def places_of(finding):
    """(part, reading, doc, begin, end) of every place of a finding of report.json, in order."""
    rows = []
    for number, reading in enumerate(finding.get("readings", []), 1):
        rows += [("reading", str(number), m["doc"], *m["range"]) for m in reading["members"]]
    flat = [(name, finding["doc"], finding[name]) for name in ("first", "second", "range", "at") if name in finding]
    rows += [(name, "", doc, *span) for name, doc, span in flat]
    for name in ("witness", "missing", "from"):
        if name in finding:
            rows.append((name, "", finding[name]["doc"], *finding[name]["range"]))
    rows += [("more", "", m["doc"], *m["range"]) for m in finding.get("more", [])]
    return rows


def shown(text):
    """The words as the forms for people show them: what cannot be seen stands as its number."""
    invisible = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
    text = re.sub(invisible, lambda found: f"〘U+{ord(found[0]):04X}〙", text)
    return re.sub("[\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", text)


class Csv(Forms):
    def rows(self, *arguments):
        raw = self.form("csv", *arguments).read_bytes()
        self.assertTrue(raw.startswith(b"\xef\xbb\xbf"))
        return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))

    def test_it_says_what_report_json_says(self):
        report = self.whole()
        texts = {d["id"]: d["text"] for d in report["documents"]}
        rows = self.rows("--show", "folded")
        said = {}
        for row in rows:
            plain = {k: v.removeprefix("'") for k, v in row.items()}
            said.setdefault(row["finding"], []).append(plain)
        self.assertEqual(list(said), [f["id"] for f in report["findings"]])
        self.assertGreater(len(said), 12)
        for finding in report["findings"]:
            rows = said[finding["id"]]
            with self.subTest(finding["id"]):
                self.assertEqual([(r["part"], r["reading"], r["document"], int(r["begin"]), int(r["end"])) for r in rows],
                                 places_of(finding))
                for row in rows:
                    for name in ("key", "severity", "type"):
                        self.assertEqual(row[name], finding[name])
                    for name in ("kind", "layer", "cluster"):
                        if name in finding:
                            self.assertEqual(row[name], finding[name])
                    self.assertEqual(row["words"], shown(texts[row["document"]][int(row["begin"]):int(row["end"])]))

    def test_folded_findings_are_left_out_unless_asked_for(self):
        self.assertNotIn("folded", {row["severity"] for row in self.rows()})

    def test_no_cell_is_a_formula(self):
        raw = self.form("csv").read_bytes().decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(raw, newline="")) for cell in row]
        self.assertFalse([cell for cell in cells if re.match(r"[\s\u3000]*[=+\-@＝＋－＠]", cell)])
        self.assertTrue([cell for cell in cells if re.match(r"'[=+\-@]", cell)])
        self.assertNotIn("\u202e", raw)
        self.assertNotIn("\x1b", raw)

    def test_every_line_ends_as_rfc_4180_asks(self):
        self.write("one/a.txt", STORY)
        self.write("one/b.txt", reprint(("法治精神", "法制精神")))
        out, _ = self.yiwen("report", "one", "--format", "csv")
        self.assertTrue(out.endswith("\r\n"))
        self.assertEqual(out.count("\r\n"), len(list(csv.reader(io.StringIO(out, newline="")))))


class Xlsx(Forms):
    def test_each_place_and_witness_has_its_row_and_the_words_are_marked(self):
        report = self.report("in", "--with-text")
        texts = {d["source"]: d["text"] for d in report["documents"]}
        book = Workbook(self.form("xlsx"))
        rows = book.cells[0][1:]
        expected = [place for finding in report["findings"] for place in places_of(finding)]
        self.assertEqual([(row["L"], row["M"]) for row in rows], [(begin, end) for _, _, _, begin, end in expected])
        for row in rows:
            words = texts[row["K"]][int(row["L"]):int(row["M"])]
            self.assertEqual(row["G"], shown(words) or "（无）")
        self.assertEqual(book.sheets, ["逐处", "各本"])
        self.assertEqual(len(book.cells[1]), 1 + len(report["documents"]))

    def test_the_marked_run_is_the_changed_words(self):
        rich = Workbook(self.form("xlsx")).rich
        self.assertGreater(len(rich), 10)
        for runs in rich:
            self.assertEqual(len([text for text, marked in runs if marked]), 1, runs)
        self.assertIn("法制", ["".join(text for text, marked in runs if marked) for runs in rich])

    def test_a_row_is_as_high_as_its_words(self):
        with zipfile.ZipFile(self.form("xlsx")) as parts:
            sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
        heights = {float(row.get("ht", 15)) for row in sheet.iter(f"{SHEET}row")}
        self.assertGreater(len(heights), 2)
        self.assertLessEqual(max(heights), 12 * 16)

    def test_the_same_report_gives_the_same_bytes(self):
        first = self.form("xlsx").read_bytes()
        self.assertEqual(self.form("xlsx", "-j", "1").read_bytes(), first)
        self.assertIn("2000-01-01T00:00:00Z", Workbook(io.BytesIO(first)).properties)

    def test_it_speaks_the_language_that_is_asked_for(self):
        self.assertEqual(Workbook(self.form("xlsx", "--lang", "en")).sheets, ["Findings", "Witnesses"])

    def test_it_does_not_go_to_standard_output(self):
        for output in ([], ["-o", "-"]):
            _, err = self.yiwen("report", "in", "--format", "xlsx", *output, status=2)
            self.assertEqual(err, "yiwen: --format xlsx needs -o FILE: a workbook does not go to standard output\n")

    def test_it_is_written_where_there_is_no_room_for_temporary_files(self):
        self.write("one/a.txt", STORY)
        self.yiwen("report", "one", "--format", "xlsx", "-o", "one.xlsx", "-q", environment={"TMPDIR": "/nowhere"})
        self.assertEqual(len(Workbook(self.folder / "one.xlsx").cells[1]), 2)


class Tei(Forms):
    def text_of(self, element):
        """The text with what XML cannot hold put back."""
        out = element.text or ""
        for child in element:
            if child.tag == f"{TEI}g":
                out += chr(int(child.get("n")[2:], 16))
            out += child.tail or ""
        return out

    def witness_of_row(self, row, name):
        out = row.text or ""
        for child in row:
            if child.tag == f"{TEI}app":
                for reading in child:
                    if f"#{name}" in reading.get("wit", "").split():
                        out += self.text_of(reading)
            elif child.tag == f"{TEI}g":
                out += chr(int(child.get("n")[2:], 16))
            out += child.tail or ""
        return out

    def check(self, report, path):
        valid = subprocess.run(["xmllint", "--noout", "--relaxng", ROOT / "tests/cli/tei_excerpt.rng", path],
                               capture_output=True, text=True)
        self.assertEqual(valid.returncode, 0, valid.stderr[-2000:])
        tree = ElementTree.parse(path).getroot()
        names = {w.get(f"{XML}id") for w in tree.iter(f"{TEI}witness")}
        self.assertEqual(names, {d["siglum"] for d in report["documents"]})

        # Each witness's text of each row.
        rows = {row.get(f"{XML}id"): row for row in tree.iter(f"{TEI}ab")}
        self.assertEqual(list(rows), [c["id"] for c in report["clusters"]])
        for cluster in report["clusters"]:
            of_document = {}
            for member in cluster["members"]:
                of_document.setdefault(member["doc"], []).append(member["range"])
            for document in report["documents"]:
                covered = sorted({i for begin, end in of_document.get(document["id"], []) for i in range(begin, end)})
                expected = "".join(document["text"][i] for i in covered)
                if covered:
                    self.assertEqual(self.witness_of_row(rows[cluster["id"]], document["siglum"]), expected,
                                     f"{cluster['id']} {document['siglum']}")
            named = {p for reading in rows[cluster["id"]].iter() for p in reading.get("wit", "").split()}
            self.assertLessEqual(named, {f"#{d['siglum']}" for d in report["documents"] if d["id"] in of_document})

        # Every finding once, with its class.
        apps = {app.get("n"): app for app in tree.iter(f"{TEI}app") if app.get("type") != "other"}
        self.assertEqual(set(apps), {f["id"] for f in report["findings"]})
        for finding in report["findings"]:
            app = apps[finding["id"]]
            self.assertEqual(app.get("type"), finding.get("kind", finding["type"]))
            self.assertEqual((app.get("subtype"), app.get("ana")), (finding["type"], "#" + finding["severity"]))
            self.assertEqual(app.get(f"{XML}id"), "f-" + finding["key"])
        return tree, apps

    def test_each_witness_can_be_read_back(self):
        self.check(self.whole(), self.form("tei"))

    def test_each_witness_of_the_corpus_can_be_read_back(self):
        for folder in ("corpus/reprints", "corpus/tricky", "corpus/synthetic"):
            with self.subTest(folder):
                paths = [ROOT / folder]
                report = self.report(*paths, "--with-text", "--show", "folded", "--stories", "no")
                tree, _ = self.check(report, self.form("tei", paths=paths))
                self.assertGreater(len(list(tree.iter(f"{TEI}ab"))), 1)

    def test_a_finding_stands_at_its_words(self):
        self.write("two/a.txt", STORY)
        self.write("two/b.txt", reprint(("法治精神", "法制精神"), ("4170万元", "4710万元")))
        _, apps = self.check(self.whole(paths=["two"]), self.form("tei", paths=["two"]))
        said = {app.get("type"): [(r.tag.removeprefix(TEI), r.get("wit"), r.text) for r in app if "wit" in r.attrib]
                for app in apps.values()}
        self.assertEqual(said["policy-term"], [("lem", "#A", "法治"), ("rdg", "#B", "法制")])
        self.assertEqual(said["number"], [("lem", "#A", "4170万元"), ("rdg", "#B", "4710万元")])

    def test_no_text_is_markup(self):
        raw = self.form("tei").read_text(encoding="utf-8")
        self.assertNotIn("<script", raw)
        self.assertNotIn("]]>", raw)
        self.assertNotIn("\u202e", raw)
        self.assertIn("&#x202E;", raw)
        self.assertIn('<g n="U+0001"/>', raw)

    def test_one_text_and_texts_with_nothing_in_common(self):
        self.write("one/a.txt", STORY)
        self.check(self.whole(paths=["one"]), self.form("tei", paths=["one"]))
        self.write("one/b.txt", "The harbour museum of Linport opens its doors again after a winter of repairs.\n")
        self.check(self.whole(paths=["one"]), self.form("tei", paths=["one"]))


class Markdown(Forms):
    def test_every_finding_is_a_line_of_the_table(self):
        report = self.report("in")
        lines = self.form("md").read_text(encoding="utf-8").splitlines()
        table = [line for line in lines if re.match(r"\| f\d+ \|", line)]
        self.assertEqual(len(table), len(report["findings"]))
        for line in table:
            self.assertEqual(len(re.findall(r"(?<!\\)\|", line)), 7, line)

    def test_the_first_lines_say_what_it_is_about(self):
        self.write("two/a.txt", STORY)
        self.write("two/b.txt", reprint(("法治精神", "法制精神")))
        lines = self.form("md", paths=["two"]).read_text(encoding="utf-8").splitlines()
        self.assertEqual(lines[0], "# 青石镇图书馆重新开放")
        self.assertEqual(lines[2], "**有 1 处严重差异，须逐处核对**")
        self.assertTrue(any("① 法治 A<br>② 法制 B" in line for line in lines))

    def test_a_markdown_reader_finds_no_markup_in_the_texts(self):
        path = self.form("md")
        page = subprocess.run(["cmark-gfm", "--unsafe", *"-e table -e autolink -e strikethrough".split(), path],
                              capture_output=True, text=True, check=True).stdout
        self.assertEqual(set(re.findall(r"</?([a-zA-Z0-9]+)", page)),
                         set("h1 h2 p strong br table thead tbody tr th td".split()))
        self.assertIn("&lt;scr", page)
        self.assertEqual(page.count("<tr>"), 2 + 4 + len(self.report("in")["findings"]))
        self.assertNotIn("\u202e", path.read_text(encoding="utf-8"))


class Outputs(Forms):
    def test_text_forms_go_to_standard_output_as_they_go_to_a_file(self):
        for form in ("csv", "tei", "md"):
            to_file = self.form(form).read_bytes()
            done = subprocess.run([PROGRAM, "report", "in", "--format", form], cwd=self.folder, capture_output=True)
            self.assertEqual(done.stdout, to_file, form)

    def test_the_bytes_do_not_depend_on_order_or_threads(self):
        names = sorted(path.relative_to(self.folder) for path in (self.folder / "in").iterdir())
        for form in ("csv", "tei", "md", "xlsx"):
            first = self.form(form, "-j", "1", paths=names).read_bytes()
            self.assertEqual(self.form(form, "-j", "4", paths=names[::-1]).read_bytes(), first, form)


if __name__ == "__main__":
    unittest.main()
