# SPDX-License-Identifier: Apache-2.0
"""Every limit: what is beyond it is named and left out, the rest is compared, and the status says so."""
import json
import os
import random
import resource
import subprocess
import unittest

from program import PROGRAM, STORY, ProgramTest, reprint


class Limits(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", reprint(("法治精神", "法制精神")))

    def left_out(self, reason, *arguments):
        """The two good texts are compared, and this reason stands on stderr, in the summary, the page and the JSON."""
        out, err = self.yiwen("report", *arguments, "-o", "out", status=2)
        report = json.loads((self.folder / "out/report.json").read_text())
        self.assertTrue({"a", "b"} <= {d["id"] for d in report["documents"]})
        self.assertTrue(any(f["type"] == "drift" for f in report["findings"]))
        for place in (err, json.dumps(report["diagnostics"]), (self.folder / "out/index.html").read_text()):
            self.assertIn(reason, place)
        self.assertIn(reason, " ".join(out.split()))
        return err

    def test_a_file_that_is_too_large(self):
        self.write("in/big.txt", STORY * 50)
        self.left_out("more than the limit of 4000 bytes", "in", "--max-file-size", "4000")
        self.left_out("more than the limit of 4096 bytes", "in", "--max-file-size", "4kb")
        self.assertEqual(len(self.report("in", "--max-file-size", "1MB")["documents"]), 3)

    def test_a_stream_without_end(self):
        self.assertIn("/dev/zero", self.left_out("more than the limit of 100000 bytes", "in", "/dev/zero",
                                                 "--max-file-size", "100000"))

    def test_too_many_texts(self):
        for name in "cdef":
            self.write(f"in/{name}.txt", STORY)
        err = self.left_out("more than the limit of 3 texts", "in", "--max-documents", "3")
        self.assertIn("in/d.txt", err)
        self.assertEqual(len(err.splitlines()), 1)

    def test_a_text_that_takes_too_long(self):
        """The limit is halved until it bites: how long a text takes is the machine's affair."""
        chance = random.Random(5)
        letters = [chr(0x4E00 + i) for i in range(3000)] + ["。"] * 100
        self.write("in/slow.txt", "".join(chance.choices(letters, k=300_000)))
        limit = 16.0
        while limit > 1e-4:
            done = subprocess.run([PROGRAM, "report", "in", "--format", "json", "--max-time", str(limit)], cwd=self.folder,
                                  capture_output=True, timeout=240)
            if done.returncode == 2:
                break
            self.assertEqual(done.returncode, 0)
            limit /= 2
        self.assertEqual(done.returncode, 2, "no limit ever bit")
        self.assertIn(b"yiwen: slow.txt: left out: not read within the limit of ", done.stderr)
        self.assertEqual([d["id"] for d in json.loads(done.stdout)["documents"]], ["a", "b"])

    def test_no_limit_of_time(self):
        self.assertEqual(len(self.report("in", "--max-time", "0")["documents"]), 2)

    def page(self, inside, outside=""):
        return f"<html><title>甲</title><body>{outside}<h1>甲</h1><p>{inside}</p></body></html>"

    def test_a_page_that_is_too_large(self):
        self.write("in/big.html", self.page(STORY * 20))
        err = self.left_out("more than the limit of 10000 bytes", "in", "--max-page-size", "10000")
        self.assertTrue(err.startswith("yiwen: big.html: a page of "), err)
        self.assertEqual(len(self.report("in", "--max-page-size", "1MB")["documents"]), 3)

    def test_a_page_that_is_nested_too_deep_is_flattened(self):
        self.write("in/deep.html", self.page(STORY, "<div>" * 300))
        self.assertNotIn("flattened", json.dumps(self.report("in")["diagnostics"]))
        said = self.report("in", "--max-page-depth", "100")
        self.assertIn("elements lie deeper than 100 and were flattened", json.dumps(said["diagnostics"]))
        self.assertEqual(len(said["documents"]), 3)

    def slow_program(self, name, does):
        """A folder for PATH with a program of this name in it, that does this instead."""
        self.write(f"programs/{name}", f"#!/bin/sh\n{does}\n").chmod(0o755)
        return {"PATH": f"{self.folder}/programs:{os.environ['PATH']}"}

    def test_a_program_that_takes_too_long_prints_too_much_or_needs_too_much(self):
        self.write("in/x.pdf", b"%PDF-1.4 x")
        self.write("in/y.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 y")
        for name, shown in (("pdftotext", "x.pdf"), ("antiword", "y.doc")):
            for does, option, value, reason in (
                    ("sleep 60", "--max-program-time", "1", f"{name} took more than the limit of 1 s"),
                    ("yes", "--max-program-output", "100kb", f"{name} printed more than the limit of 102400 bytes")):
                path = self.slow_program(name, does)
                out, err = self.yiwen("report", "in", option, value, "-o", "out", status=2, environment=path)
                self.assertIn(f"yiwen: {shown}: {reason}", err)
                report = json.loads((self.folder / "out/report.json").read_text())
                self.assertEqual([d["id"] for d in report["documents"]], ["a", "b"])
                self.assertIn(reason, json.dumps(report["diagnostics"]))
                (self.folder / "programs" / name).unlink()
        # The limit is set from outside, a moment after the start.
        path = self.slow_program(
            "pdftotext", 'while [ "$(ulimit -v)" = unlimited ]; do sleep 0.1; done; ulimit -v >&2; exit 3')
        _, err = self.yiwen("report", "in/a.txt", "in/x.pdf", "--max-program-memory", "50MB", "--format", "json", status=2,
                            environment=path)
        self.assertIn("pdftotext cannot read (status 3): 51200", err)

    def test_limits_that_make_no_sense(self):
        for option, value in (("--max-file-size", "0"), ("--max-file-size", "-1"), ("--max-file-size", "many"),
                              ("--max-file-size", "5 parsecs"), ("--max-documents", "0"), ("--max-documents", "1e3x"),
                              ("--max-time", "-1"), ("--max-time", "soon"), ("--max-time", "nan"),
                              ("--max-page-size", "0"), ("--max-page-depth", "3"), ("--max-page-depth", "9999"),
                              ("--max-program-time", "0"), ("--max-program-time", "1.5"), ("--max-program-memory", "0"),
                              ("--max-program-output", "-1")):
            _, err = self.yiwen("report", "in", option, value, status=2)
            self.assertEqual(len(err.splitlines()), 1, err)
            self.assertIn(option, err)

    def test_json_that_is_nested_without_end(self):
        deep = '{"id":"x","text":"y","more":' + "[" * 200_000 + "]" * 200_000 + "}"
        self.write("in/deep.jsonl", deep + "\n")
        self.left_out("line 1: nested deeper than the limit of 1024", "in")


class Memory(ProgramTest):
    def test_one_address_space_is_enough_for_many_bad_files(self):
        """A batch of hostile files costs lines, not memory."""
        if "asan" in os.environ.get("ASAN_OPTIONS", "") or os.environ.get("YIWEN_LONG_LINE_MB") == "1":
            self.skipTest("a sanitizer reserves terabytes")
        self.write("in/a.txt", STORY)
        for i in range(200):
            self.write(f"in/x{i}.txt", bytes(range(256)) * 400)
        limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
        _, err = self.yiwen("report", "in", "-o", "out", "-j", "2", status=2, preexec_fn=limit, restore_signals=False)
        self.assertEqual(len(err.splitlines()), 200)


if __name__ == "__main__":
    unittest.main()
