# SPDX-License-Identifier: Apache-2.0
"""A folder with one file of every kind that a desk has: each is read as it is, and what is broken costs its own line."""
import importlib.util
import io
import json
import os
import pathlib
import quopri
import shutil
import subprocess
import zipfile

from program import PROGRAM, STORY, ProgramTest, reprint

FILES = pathlib.Path(__file__).resolve().parents[2] / "corpus" / "files"
PARAGRAPHS = [line for line in STORY.splitlines() if line]

spec = importlib.util.spec_from_file_location("make", FILES / "make.py")
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)


def page(*changes, head="", tail="", charset="utf-8"):
    title, *body = [line for line in reprint(*changes).splitlines() if line]
    html = (f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}_青石网</title>{head}</head><body>'
            '<div class="nav"><a href="/">首页</a><a href="/n">新闻</a><a href="/v">视频</a></div>'
            f'<h1>{title}</h1><div class="info">2026-04-13 08:00　来源：青石日报</div><div class="content">'
            + "".join(f"<p>　　{text}</p>" for text in body) + f"</div>{tail}"
            '<div class="related"><h3>相关阅读</h3><ul><li><a href="/1">古镇石桥完成加固</a></li><li><a href="/2">一座老戏台的春天</a></li>'
            '</ul></div><div class="footer"><p>青石网 版权所有 某ICP备00000000号</p></div></body></html>')
    return html


def word(*changes):
    w = make.W
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in reprint(*changes).splitlines() if line)
    return make.archive([("[Content_Types].xml", make.WORD_TYPES),
                         ("word/document.xml", f'<?xml version="1.0"?><w:document {w}><w:body>{body}</w:body></w:document>')])


def saved(*changes):
    """A page as a browser saves it with its pictures."""
    return ("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n"
            "\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
            "Content-Location: https://example.org/qingshi\r\n\r\n" + quopri.encodestring(page(*changes).encode()).decode() +
            "\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n").encode()


class Files(ProgramTest):
    def document(self, report, source):
        return next(d for d in report["documents"] if d["source"] == source)

    def test_a_folder_with_one_of_every_kind(self):
        self.write("in/wire.txt", STORY)
        self.write("in/page.html", page())
        self.write("in/gbk.htm", page(("法治精神", "法制精神"), charset="gb2312").encode("gb18030"))
        self.write("in/desk.docx", word(("4170万元", "4710万元")))
        self.write("in/saved.mht", saved())
        self.write("in/exported.doc", saved())
        self.write("in/market.odt", make.open_document())
        self.write("in/table.csv", "id,text\nrow,\"" + STORY.replace('"', '""') + "\"\n")
        self.write("in/pack.zip", make.archive([("sub/inner.html", page()), ("sub/inner.docx", word()), ("photo.png", b"x")]))
        self.write("in/lines.jsonl", json.dumps({"id": "line", "text": STORY}) + "\n")
        self.write("in/broken.docx", b"PK\x03\x04 nothing")
        self.write("in/broken.pdf", b"%PDF-1.4 nothing")
        self.write("in/broken.mhtml", b"MIME-Version: 1.0\r\n\r\nnothing")
        self.write("in/broken.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 nothing")
        self.write("in/bomb.zip", make.archive([("bomb.txt", "a" * (30 << 20))]))
        self.write("in/photo.jpg", b"\xff\xd8\xff")
        if shutil.which("pdftotext"):
            shutil.copy(FILES / "pdf" / "warehouse.pdf", self.folder / "in")
        if shutil.which("antiword"):
            shutil.copy(FILES / "office" / "market97.doc", self.folder / "in")
        out, err = self.yiwen("report", "in", "--with-text", "--format", "json", status=2)
        report = json.loads(out)
        for source in ("wire.txt", "page.html", "gbk.htm", "desk.docx", "pack.zip/sub/inner.html", "pack.zip/sub/inner.docx",
                       "lines.jsonl:1", "table.csv:2", "saved.mht", "exported.doc"):
            self.assertGreater(self.document(report, source)["coverage"], 0.95, source)
        found = {(f["kind"], r["text"]) for f in report["findings"] for r in f.get("readings", [])}
        self.assertIn(("policy-term", "法制"), {(k, t[:2]) for k, t in found})
        self.assertTrue(any(k == "number" and "4710" in t for k, t in found), found)
        self.assertEqual(self.document(report, "market.odt")["text"], (FILES / "office" / "market.txt").read_text(encoding="utf-8"))
        if shutil.which("pdftotext"):
            text = self.document(report, "warehouse.pdf")["text"]
            for paragraph in make.PAPER:
                self.assertIn(paragraph, text)
        self.assertEqual(self.document(report, "saved.mht")["stated"]["url"], "https://example.org/qingshi")
        if shutil.which("antiword"):
            self.assertIn("摊主𠮷田庄的老谭说", self.document(report, "market97.doc")["text"])
        for broken in ("in/broken.mhtml", "in/broken.doc", "in/broken.docx", "in/broken.pdf", "in/bomb.zip/bomb.txt"):
            self.assertIn(broken.rsplit("/", 1)[-1], err)
        listed = json.dumps(report["diagnostics"], ensure_ascii=False)
        for name in ("broken.mhtml", "broken.doc", "broken.docx", "broken.pdf", "bomb.txt", "photo.jpg", "photo.png", "tracked changes"):
            self.assertIn(name, listed)

    def test_what_stands_around_a_story_is_marked_and_not_matched(self):
        self.write("a.txt", STORY)
        self.write("b.html", page(tail='<div class="comments"><p>写得真好，我从小就在这里看书，希望周末也能开到晚上九点。</p></div>'))
        report = self.report("a.txt", "b.html", "--with-text")
        b = self.document(report, "b.html")
        noise = " ".join(b["text"][slice(*n["range"])] for n in report["documents"][1]["noise"] if n["kind"] != "byline")
        for words in ("首页", "相关阅读", "古镇石桥完成加固", "版权所有", "写得真好"):
            self.assertIn(words, noise)
        self.assertEqual([f for f in report["findings"] if f["type"] in ("drift", "omission", "addition")], [])

    def test_what_the_head_of_a_file_says_is_kept_apart(self):
        self.write("a.html", page(head='<meta name="source" content="来源：别处日报"><meta name="author" content="林晓">'
                                       '<meta property="article:published_time" content="2026-04-13T08:00:00+08:00">'))
        a = self.report("a.html", "--with-text")["documents"][0]
        self.assertEqual(a["stated"]["outlet"], "别处日报")
        self.assertEqual(a["stated"]["author"], "林晓")
        self.assertEqual(a["stated"]["date"], "2026-04-13T08:00:00+08:00")
        self.assertEqual(a["text"][slice(*a["outlet"]["range"])], "青石日报")
        self.assertEqual(a["text"][slice(*a["date"]["range"])], "2026-04-13 08:00")
        self.assertEqual(a["text"][slice(*a["title"]["range"])], "青石镇图书馆重新开放")

    def test_a_wrong_label_loses_to_the_evidence(self):
        self.write("a.html", page(charset="gb2312").encode("utf-8"))
        self.write("b.html", page(charset="utf-8").encode("gb18030"))
        self.write("c.html", page(charset="gb2312").encode("big5", errors="xmlcharrefreplace"))
        report = self.report("a.html", "b.html")
        self.assertEqual([d["encoding"] for d in report["documents"]], ["UTF-8", "GB18030"])
        self.assertEqual(report["findings"], [])

    def test_an_archive_ends_at_its_limit(self):
        self.write("a.zip", make.archive([("1.txt", STORY), ("2.txt", reprint(("十分高兴", "非常高兴"))), ("3.txt", STORY)]))
        size = len(STORY.encode())
        out, err = self.yiwen("report", "a.zip", "--max-unpacked", str(2 * size + 10), "--format", "json", status=2)
        self.assertEqual([d["id"] for d in json.loads(out)["documents"]], ["1", "2"])
        self.assertIn("a.zip/3.txt", err)

    def test_every_command_takes_a_page(self):
        self.write("a.txt", STORY)
        self.write("b.html", page(("法治精神", "法制精神")))
        self.assertIn("法制", self.yiwen("diff", "a.txt", "b.html", status=1)[0])
        self.assertIn(PARAGRAPHS[2][:10], self.yiwen("segment", "b.html")[0])
        self.assertNotIn("相关阅读", self.yiwen("segment", "b.html")[0])
        self.assertNotIn("<p>", self.yiwen("normalize", "b.html")[0])
        self.assertIn("navigation", self.yiwen("explain", "a.txt", "b.html")[0])

    def test_a_page_from_standard_input(self):
        self.assertIn(PARAGRAPHS[2][:10], self.yiwen("segment", "-", input=page().encode())[0])

    def test_a_hostile_page_is_text_and_no_more(self):
        hostile = '&lt;script&gt;alert(1)&lt;/script&gt;"><img src=x onerror=alert(2)>&#27;[31m=HYPERLINK(1)'
        self.write("a.html", page(tail=f"<p>{hostile}</p>", head="<script>alert(3)</script>").replace("读者走进新馆", f"读者{hostile}走进新馆"))
        self.write("b.html", page())
        out, err = self.yiwen("report", "a.html", "b.html", "-o", "out")
        self.assertNotIn("\x1b", out + err)
        html = (self.folder / "out/index.html").read_text()
        self.assertIn("alert(1)", html)
        for raw in ("<script>alert", "<img src=x", "\x1b"):
            self.assertNotIn(raw, html)
        self.assertNotIn("alert(3)", html)

    def test_a_page_that_is_nested_deep_is_read(self):
        self.write("a.txt", STORY)
        self.write("deep.html", "<div>" * 20000 + page() + "</div>" * 20000)
        report = self.report("a.txt", "deep.html")
        self.assertGreater(self.document(report, "deep.html")["coverage"], 0.95)
        self.assertIn("were flattened", json.dumps(report["diagnostics"]))

    def test_the_result_is_the_same_for_any_order_and_number_of_threads(self):
        self.write("in/a.txt", STORY)
        self.write("in/b.html", page(("法治精神", "法制精神")))
        self.write("in/c.zip", make.archive([("c.docx", word())]))
        first, _ = self.yiwen("report", "in/a.txt", "in/b.html", "in/c.zip", "--format", "json", "--jobs", "1")
        second, _ = self.yiwen("report", "in/c.zip", "in/b.html", "in/a.txt", "--format", "json", "--jobs", "8")
        self.assertEqual(first, second)

    def test_without_pdftotext_a_pdf_is_named_with_what_it_needs(self):
        self.write("a.txt", STORY)
        shutil.copy(FILES / "pdf" / "warehouse.pdf", self.folder)
        done = subprocess.run([PROGRAM, "report", "a.txt", "warehouse.pdf", "--format", "json"], cwd=self.folder,
                              capture_output=True, text=True, env={**os.environ, "PATH": str(self.folder)}, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertIn("poppler-utils", done.stderr)
        self.assertEqual(len(json.loads(done.stdout)["documents"]), 1)

    def test_without_antiword_an_old_word_file_is_named_with_what_it_needs(self):
        self.write("a.txt", STORY)
        shutil.copy(FILES / "office" / "market97.doc", self.folder)
        done = subprocess.run([PROGRAM, "report", "a.txt", "market97.doc", "--format", "json"], cwd=self.folder,
                              capture_output=True, text=True, env={**os.environ, "PATH": str(self.folder)}, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertIn("market97.doc: an old Word file: the program antiword, which reads it, is not installed (Debian: antiword)",
                      done.stderr)
        self.assertEqual(len(json.loads(done.stdout)["documents"]), 1)

    def test_an_archive_of_traps_costs_its_own_lines(self):
        laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
        bomb = (f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">{laughs}]>'
                f'<w:document {make.W}><w:body><w:p><w:r><w:t>甲&l11;&f;乙</w:t></w:r></w:p></w:body></w:document>')
        laughing = make.archive([("[Content_Types].xml", make.WORD_TYPES), ("word/document.xml", bomb)])
        inner = make.archive([("x.txt", "a" * (8 << 20))])
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
            link = zipfile.ZipInfo("link.txt")
            link.external_attr = 0o120777 << 16
            file.writestr(link, "/etc/passwd")
            for name in ("../../up.txt", "/root.txt", "C:\\back.txt", "a/../../b.txt"):
                file.writestr(name, STORY)
            file.writestr("laughing.docx", laughing)
            file.writestr("nested.zip", inner)
        self.write("in/a.txt", STORY)
        self.write("in/traps.zip", packed.getvalue())
        out, _ = self.yiwen("report", "in", "--with-text", "--format", "json")
        report = json.loads(out)
        self.assertNotIn("root:x:0", out)
        self.assertNotIn("lollol", out)
        self.assertIn("nested.zip: left out: an archive in an archive", "; ".join(
            f"{d.get('file', '')}: {d.get('reason', d.get('message', ''))}" for d in report["diagnostics"]))
        self.assertIn("/etc/passwd", self.document(report, "traps.zip/link.txt")["text"])  # the words of the link, not what it leads to
        self.assertEqual(sum(d["source"].endswith(".txt") for d in report["documents"]), 6)
        self.assertEqual(self.names(), ["in/a.txt", "in/traps.zip"])

    def test_a_page_of_tags_that_never_end_costs_no_time(self):
        self.write("a.txt", STORY)
        self.write("tags.html", "<html>" + page() + "<a " * 1_000_000)
        self.write("quotes.html", page() + "<a title='" * 1_000_000)
        self.assertEqual(len(self.report("a.txt", "tags.html", "quotes.html")["documents"]), 3)

    def test_the_files_of_the_corpus_are_what_makes_them_says(self):
        self.assertEqual((FILES / "office/market.docx").read_bytes(), make.word())
        self.assertEqual((FILES / "office/market.odt").read_bytes(), make.open_document())
        self.assertEqual((FILES / "pdf/warehouse.pdf").read_bytes(), make.paper())
