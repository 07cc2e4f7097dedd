# SPDX-License-Identifier: Apache-2.0
"""Tables of texts, and the manifest that says of texts what they do not say."""
import csv
import io
import json
import unittest

from program import STORY, ProgramTest, reprint

OTHER = reprint(("法治精神", "法制精神"))


def table(rows, delimiter=",", line="\r\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=line).writerows(rows)
    return out.getvalue()


class Tables(ProgramTest):
    def test_rows_are_texts_with_what_the_columns_say(self):
        self.write("t.csv", table([["id", "text", "outlet", "date", "url"],
                                   ["wire", STORY, "通讯社", "2025-04-12", "https://example.org/1"],
                                   ["daily", OTHER, "日报, 周末版", "", ""]]))
        report = self.report("t.csv")
        self.assertEqual([(d["id"], d["source"]) for d in report["documents"]], [("wire", "t.csv:2"), ("daily", "t.csv:3")])
        stated = report["documents"][0]["metadata"]["stated"] if "metadata" in report["documents"][0] else report["documents"][0]
        self.assertIn("https://example.org/1", json.dumps(stated))
        self.assertIn("日报, 周末版", json.dumps(report, ensure_ascii=False))
        self.assertTrue(any(f["kind"] == "policy-term" for f in report["findings"]), report["findings"])

    def test_every_encoding_and_separator_gives_the_same_texts(self):
        rows = [["编号", "正文"], ["a", STORY], ["b", OTHER]]
        texts = set()
        for name, content in {"u8.csv": table(rows).encode(),
                              "bom.csv": table(rows).encode("utf-8-sig"),
                              "gb.csv": table(rows).encode("gb18030"),
                              "u16.csv": table(rows).encode("utf-16"),
                              "u32.csv": table(rows).encode("utf-32"),
                              "semi.csv": table(rows, ";").encode(),
                              "tab.tsv": table(rows, "\t", "\n").encode("gb18030")}.items():
            self.write(name, content)
            report = self.report(name, "--column", "text=正文", "--column", "id=编号", "--with-text")
            texts.add(json.dumps([(d["id"], d["text"].replace("\r\n", "\n")) for d in report["documents"]]))
        self.assertEqual(len(texts), 1)

    def test_bad_rows_are_named_and_the_others_compared(self):
        self.write("t.csv", table([["id", "text"], ["a", STORY]]) + 'b,一,二\r\n"c"x,三\r\n\r\n'
                   + table([["d", OTHER], ["e", ""]]) + '"f,never closed\r\n')
        out, err = self.yiwen("report", "t.csv", "-o", "out", status=2)
        rows = [line.split(": row ")[1].split(":")[0] for line in err.splitlines()]
        self.assertEqual(rows, ["3", "4", "8"])
        self.assertIn("yiwen: t.csv: byte ", err)
        report = json.loads((self.folder / "out/report.json").read_text())
        self.assertEqual([d["id"] for d in report["documents"]], ["a", "d"])
        self.assertIn("row 4: text behind the closing quote", json.dumps(report["diagnostics"]))
        self.assertIn("row 4: text behind the closing quote", (self.folder / "out/index.html").read_text())
        self.assertIn("row 4: text behind the closing quote", out)

    def test_a_table_without_texts_names_its_columns(self):
        self.write("t.csv", "编号,正文\n1,x\n")
        _, err = self.yiwen("report", "t.csv", "-o", "out", status=2)
        self.assertEqual(err, 'yiwen: t.csv: byte 0: row 1: no column "text" among: 编号, 正文 '
                              '(--column text=NAME says which it is)\n')
        self.assertEqual(self.names("out"), [])

    def test_columns_that_make_no_sense(self):
        self.write("t.csv", "text\nx\n")
        for column in ("text", "text=", "=x", "body=x"):
            _, err = self.yiwen("report", "t.csv", "--column", column, status=2)
            self.assertIn(column, err)
        _, err = self.yiwen("report", "t.csv", "--column", "text=a", "--column", "text=b", status=2)
        self.assertIn("given twice", err)

    def test_two_tables_of_one_text_each_are_a_pair(self):
        self.write("a.csv", table([["text"], [STORY]]))
        self.write("b.tsv", table([["text"], [OTHER]], "\t"))
        self.assertIn("法治", self.yiwen("diff", "a.csv", "b.tsv", status=1)[0])

    def test_a_manifest_in_the_folder_says_outlets_and_the_base(self):
        self.write("in/a.txt", STORY + "图书馆外的广场也已整修完毕，读者晚上可以来看露天电影。\n")
        self.write("in/b.txt", OTHER)
        self.assertEqual(self.report("in")["base"], "a")
        self.write("in/manifest.csv", table([["path", "outlet", "date", "url", "base"],
                                             ["b.txt", "海滨日报", "2025-04-13", "https://example.org/b", "是"],
                                             ["a.txt", "通讯社", "", "", ""]]).encode("gb18030"))
        report = self.report("in")
        self.assertEqual((report["base"], report["base_reason"]), ("b", "manifest"))
        self.assertIn("海滨日报", json.dumps(report, ensure_ascii=False))
        self.assertEqual(self.report("in", "--base", "a")["base"], "a")

    def test_a_manifest_elsewhere(self):
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", OTHER)
        self.write("lists/m.tsv", table([["文件", "outlet"], ["../in/b.txt", "海滨日报"], ["../in/c.txt", "x"]], "\t"))
        out, err = self.yiwen("report", "in", "--manifest", "lists/m.tsv", "--column", "path=文件", "--format", "json")
        self.assertIn("海滨日报", out)
        self.assertIn("lists/m.tsv: byte ", err)
        self.assertIn("row 3: no text was read from a file of this path", err)
        _, err = self.yiwen("report", "in", "--manifest", "nowhere.csv", "-o", "out", status=2)
        self.assertIn("nowhere.csv: no such file or folder", err)
        self.assertEqual(len(json.loads((self.folder / "out/report.json").read_text())["documents"]), 2)

    def test_a_base_that_cannot_be_read_does_not_stop_the_others(self):
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", OTHER)
        self.write("in/c.txt", bytes(range(256)) * 8)
        self.write("in/manifest.csv", "path,base\nc.txt,1\n")
        report = self.report("in", status=2)
        self.assertEqual(len(report["documents"]), 2)
        self.assertNotEqual(report["base_reason"], "manifest")

    def test_metadata_is_text_wherever_it_is_shown(self):
        hostile = "<img src=x onerror=alert(1)>\x1b[31m\u202e"
        self.write("t.csv", table([["id", "text", "title", "outlet", "url"],
                                   ["a", STORY, hostile, hostile, "javascript:alert(1)"], [hostile, OTHER, "", "", hostile]]))
        out, err = self.yiwen("report", "t.csv", "-o", "out")
        self.assertNotIn("\x1b", out + err)
        page = (self.folder / "out/index.html").read_text()
        for bad in ("<img", "\x1b", "\u202e", 'href="javascript'):
            self.assertNotIn(bad, page)


if __name__ == "__main__":
    unittest.main()
