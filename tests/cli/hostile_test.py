# SPDX-License-Identifier: Apache-2.0
"""What a stranger tries: none of it stops a batch, follows a link out, or spoils what is there."""
import json
import os
import pathlib
import signal
import subprocess
import time
import unittest

from program import PROGRAM, STORY, ProgramTest, as_nobody, reprint

OTHER = reprint(("法治精神", "法制精神"))


class Folders(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", OTHER)

    def ids(self, *arguments, status=0):
        return [d["id"] for d in self.report(*arguments, status=status)["documents"]]

    def test_a_report_inside_the_folder_of_texts_is_no_text(self):
        first = self.report("in")
        self.yiwen("report", "in", "-o", "in/out")
        self.yiwen("report", "in", "-o", "in/out")
        self.yiwen("report", "in", "--format", "html", "-o", "in/page.txt")
        for form in ("md", "csv", "tei", "json", "xlsx"):
            self.yiwen("report", "in", "--format", form, "-o", f"in/report.{form}")
        self.yiwen("report", "in", "-o", "in")
        again = self.report("in")
        self.assertEqual(again["documents"], first["documents"])
        self.assertEqual(again["findings"], first["findings"])

    def test_a_text_is_not_written_over(self):
        self.write("in/index.txt", STORY)
        (self.folder / "link.json").symlink_to("in/a.txt")
        for arguments in (["--format", "json", "-o", "in/a.txt"], ["--format", "html", "-o", "link.json"]):
            _, err = self.yiwen("report", "in", *arguments, status=2)
            self.assertIn(f"{arguments[-1]}: is one of the texts to read; it is not written over", err)
        self.assertEqual((self.folder / "in/a.txt").read_text(), STORY)
        lines = json.dumps({"id": "a", "text": STORY}) + "\n"
        self.write("l.jsonl", lines)
        _, err = self.yiwen("dedup", "l.jsonl", "-o", "l.jsonl", status=2)
        self.assertIn("l.jsonl: is one of the texts to read", err)
        self.assertEqual((self.folder / "l.jsonl").read_text(), lines)

    def test_links_do_not_lead_out_of_the_folder(self):
        self.write("secret/s.txt", STORY)
        (self.folder / "in/s.txt").symlink_to(self.folder / "secret/s.txt")
        (self.folder / "in/folder").symlink_to(self.folder / "secret")
        (self.folder / "in/ring").symlink_to(self.folder / "in")
        (self.folder / "in/nowhere.txt").symlink_to(self.folder / "gone.txt")
        (self.folder / "in/self.txt").symlink_to("self.txt")
        (self.folder / "in/manifest.csv").symlink_to(self.folder / "secret/s.txt")
        self.assertEqual(self.ids("in", status=2), ["a", "b"])  # a link to itself cannot be looked at: that is an error

    def test_what_is_no_regular_file_in_a_folder_is_left_out(self):
        os.mkfifo(self.folder / "in/pipe.txt")
        self.assertEqual(self.ids("in"), ["a", "b"])

    def test_a_pipe_that_is_given_is_read(self):
        pipe = self.folder / "pipe.txt"
        os.mkfifo(pipe)
        writer = subprocess.Popen(["sh", "-c", 'cat in/a.txt > pipe.txt'], cwd=self.folder)
        self.assertEqual(self.ids("in/b.txt", "pipe.txt"), ["b", "pipe"])
        writer.wait(timeout=60)

    def test_devices(self):
        self.assertEqual(self.ids("in", "/dev/null"), ["a", "b"])
        _, err = self.yiwen("report", "in", "/dev/full", "--max-file-size", "10000", "-o", "out", status=2)
        self.assertIn("/dev/full", err)
        _, err = self.yiwen("report", "in", "-o", "/dev/null", status=2)
        self.assertIn("/dev/null", err)
        self.yiwen("report", "in", "--format", "json", "-o", "/dev/null")
        _, err = self.yiwen("report", "in", "--format", "json", "-o", "/dev/full", status=2)
        self.assertIn("/dev/full: cannot be written: No space left on device", err)

    def test_standard_output_that_is_full(self):
        with open("/dev/full", "wb") as full:
            _, err = self.yiwen("report", "in", "--format", "json", status=2, stdout=full)
            self.assertIn("standard output: cannot be written: No space left on device", err)

    def test_a_reader_that_goes_away(self):
        for arguments in (["report", "in", "--format", "json"], ["report", "in"], ["diff", "in/a.txt", "in/b.txt"],
                          ["segment", "in/a.txt"], ["normalize", "in/a.txt"], ["explain", "in/a.txt", "in/b.txt"], ["--help"]):
            read, write = os.pipe()
            os.close(read)
            running = subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, stdout=write, stderr=subprocess.PIPE)
            os.close(write)
            _, err = running.communicate(timeout=120)
            self.assertIn(running.returncode, (0, 1), (arguments, err))
            self.assertEqual(err, b"", arguments)

    def test_closed_streams(self):
        for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
            done = subprocess.run(["sh", "-c", f'"$0" report in -o out {closed}', PROGRAM], cwd=self.folder,
                                  capture_output=True, timeout=120)
            self.assertIn(done.returncode, (0, 2), (closed, done.stderr))
            json.loads((self.folder / "out/report.json").read_text())
            self.assertTrue((self.folder / "out/index.html").read_text().startswith("<!doctype html>"), closed)

    def test_a_folder_a_thousand_deep(self):
        at = self.folder / "in"
        os.chdir(at)
        try:
            for _ in range(300):
                os.mkdir("d")
                os.chdir("d")
            pathlib.Path("deep.txt").write_text(STORY)
        finally:
            os.chdir("/")
        self.assertEqual(self.ids("in"), ["a", "b", "deep"])

    def test_a_path_that_is_too_long(self):
        _, err = self.yiwen("report", "in", "x" * 300, "y/" * 3000, "-o", "out", status=2)
        self.assertEqual(len(err.splitlines()), 2)
        self.assertEqual(len(json.loads((self.folder / "out/report.json").read_text())["documents"]), 2)
        _, err = self.yiwen("report", "in", "-o", "z" * 300, status=2)
        self.assertIn("File name too long", err)

    def test_a_name_as_long_as_names_may_be(self):
        name = "报" * 83 + ".json"
        self.yiwen("report", "in", "--format", "json", "-o", name)
        json.loads((self.folder / name).read_text())
        self.assertEqual([n for n in self.names() if not n.startswith("in/")], [name])

    def test_a_folder_that_may_not_be_read(self):
        nobody = as_nobody()
        self.write("in/closed/c.txt", STORY)
        (self.folder / "in/closed").chmod(0)
        self.addCleanup((self.folder / "in/closed").chmod, 0o755)
        out, err = self.yiwen("report", "in", "--format", "json", status=2, **nobody)
        self.assertIn("in/closed: Permission denied", err)
        self.assertEqual(len(json.loads(out)["documents"]), 2)

    def test_names_that_are_no_text(self):
        for name in (b"in/\xff\xfe.txt", "in/\u202egpj.txt".encode(), b"in/new\nline.txt", b"in/<b>&'\".txt", b"in/-o.txt",
                     b"in/$(touch owned).txt", "in/\u2028\u0085.txt".encode()):
            path = os.path.join(os.fsencode(self.folder), name)
            with open(path, "wb") as file:
                file.write(OTHER.encode())
        out, err = self.yiwen("report", "in", "-o", "out")
        report = json.loads((self.folder / "out/report.json").read_text())
        self.assertEqual(len(report["documents"]), 9)
        page = (self.folder / "out/index.html").read_text()
        for bad in ("\u202e", "<b>&'", "\u2028"):
            self.assertNotIn(bad, page)
        for bad in ("\u202e", "\u2028", "\x85"):
            self.assertNotIn(bad, out + err)
        self.assertFalse((self.folder / "owned").exists())

    def test_texts_of_every_direction_and_none(self):
        arabic = "قال المتحدث إن الميناء افتتح في الخامس من مارس بعد ثلاث سنوات من العمل المتواصل. " * 3
        self.write("in/ar1.txt", arabic + "وبلغت التكلفة 41.7 مليون دولار.\n")
        self.write("in/ar2.txt", arabic + "وبلغت التكلفة 47.1 مليون دولار.\n")
        self.write("in/he.txt", "שלום \u202e עולם \u2066" * 50)
        self.write("in/zalgo.txt", "港" + "\u0301" * 5000 + "口")
        self.write("in/tags.txt", "".join(chr(0xE0000 + i) for i in range(32, 127)) * 20)
        report = self.report("in")
        self.assertEqual(len(report["documents"]), 7)
        self.assertTrue(any("41.7" in r["text"] for f in report["findings"] for r in f.get("readings", [])))

    def test_a_text_that_is_all_of_one_character(self):
        for i, text in enumerate(["港" * 200_000, "。" * 200_000, "\n" * 200_000, "1" * 200_000, "(" * 200_000, "a " * 100_000,
                                  "“" * 100_000, "\u0301" * 100_000, "1," * 100_000, "的" * 100_000 + "。"]):
            self.write(f"in/x{i}.txt", text)
            self.write(f"in/y{i}.txt", text + "完")
        self.assertGreaterEqual(len(self.ids("in")), 20)

    def test_a_run_that_is_killed_leaves_the_old_report_whole(self):
        self.yiwen("report", "in", "-o", "out", "-q")
        old = {p.name: p.read_bytes() for p in (self.folder / "out").iterdir()}
        self.write("in/c.txt", STORY * 3)
        begin = time.monotonic()
        self.yiwen("report", "in", "-o", "new", "-q")
        usual = time.monotonic() - begin
        new = {p.name: p.read_bytes() for p in (self.folder / "new").iterdir()}
        for step in range(12):
            running = subprocess.Popen([PROGRAM, "report", "in", "-o", "out", "-q"], cwd=self.folder)
            time.sleep(usual * step / 10)
            running.send_signal(signal.SIGKILL)
            running.wait(timeout=60)
            for name in old:
                self.assertIn((self.folder / "out" / name).read_bytes(), (old[name], new[name]))
        # What was left behind is no text: neither the old report nor pieces of new ones.
        known = self.ids("in")
        self.assertEqual(self.ids("in", "out"), known)


class Arguments(ProgramTest):
    def test_absurd_arguments(self):
        self.write("a.txt", STORY)
        for arguments in ([""], ["report", ""], ["report", "a.txt", "-j", "-1"], ["report", "a.txt", "-j", "99999999999"],
                          ["report", "a.txt", "--base", ""], ["report", "a.txt", "--encoding", "\n"],
                          ["report", "--", "-o"], ["report", "a.txt", "-o"], ["report", "-o", "out"],
                          ["report", "a.txt", "--manifest", "."], ["diff", "a.txt"], ["diff", "a.txt", "a.txt", "a.txt"],
                          ["\x1b[31m"], ["report", "a.txt", "--\x1b[31m"], ["report", "\udcff"], ["-" * 5000], ["r" * 100_000]):
            done = subprocess.run([PROGRAM, *arguments], cwd=self.folder, capture_output=True, timeout=120)
            self.assertIn(done.returncode, (0, 2), arguments)
            for line in done.stderr.decode(errors="replace").splitlines():
                self.assertTrue(line.startswith("yiwen: "), (arguments, line))
            self.assertNotIn(b"\x1b", done.stderr + done.stdout, arguments)

    def test_a_thousand_paths(self):
        self.write("a.txt", STORY)
        report = self.report(*["a.txt"] * 1000, *[f"gone{i}.txt" for i in range(100)], status=2)
        self.assertEqual(len(report["documents"]), 1)


if __name__ == "__main__":
    unittest.main()
