# SPDX-License-Identifier: Apache-2.0
import json
import os
import pty
import re

from program import STORY, ProgramTest, reprint

GRAVE = ("法治精神", "法制精神")
SLIGHT = ("十分高兴", "非常高兴")


class Report(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", reprint(GRAVE))
        self.write("in/c.txt", reprint(SLIGHT, ("4170万元", "4710万元")))

    def test_a_word_that_is_missing_is_no_other_word(self):
        self.write("list/a.txt", STORY + "\n北京、上海、广州三地代表出席了会议。\n")
        self.write("list/b.txt", STORY + "\n北京、广州三地代表出席了会议。\n")
        self.yiwen("report", "list", "-o", "out", "--lang", "zh-Hans", "-q")
        page = (self.folder / "out/index.html").read_text()
        chips = [re.sub("<[^>]*>", "", chip) for chip in re.findall('<a class="chip.*?</a>', page, re.S)]
        self.assertTrue(any("上海→（无）" in chip for chip in chips), chips)

    def test_what_stands_beside_short_words_in_the_verdict_are_whole_words(self):
        self.write("post/a.txt", STORY + "\n省水利厅厅长鲍远舟昨天出席了会议。\n")
        self.write("post/b.txt", STORY + "\n省水利厅副厅长鲍远舟昨天出席了会议。\n")
        self.yiwen("report", "post", "-o", "out", "--base", "a", "--lang", "zh-Hans", "-q")
        page = (self.folder / "out/index.html").read_text()
        chips = [re.sub("<[^>]*>", "", chip) for chip in re.findall('<a class="chip.*?</a>', page, re.S)]
        self.assertTrue(any(" 厅长→副厅长" in chip for chip in chips), chips)

    def test_a_folder_gets_the_page_and_the_json_and_the_terminal_a_summary(self):
        out, err = self.yiwen("report", "in", "-o", "out/today")
        self.assertEqual(err, "")
        self.assertEqual(self.names("out"), ["out/today/index.html", "out/today/report.json"])
        self.assertEqual(out.splitlines()[-1], "report: out/today/index.html")
        self.assertGreater(len(out.splitlines()), 1)
        self.assertEqual(json.loads((self.folder / "out/today/report.json").read_text())["schema"], "yiwen.report/1")
        self.assertIn("</html>", (self.folder / "out/today/index.html").read_text())

    def test_without_an_output_the_summary_is_all(self):
        out, _ = self.yiwen("report", "in")
        self.assertNotIn("report: ", out)
        self.assertEqual(self.names(), ["in/a.txt", "in/b.txt", "in/c.txt"])

    def test_one_form_goes_to_standard_output_alone(self):
        out, err = self.yiwen("report", "in", "--format", "json")
        self.assertEqual(err, "")
        self.assertEqual([d["id"] for d in json.loads(out)["documents"]], ["a", "b", "c"])
        self.assertEqual(self.yiwen("report", "in", "--format", "json", "-o", "-")[0], out)
        page, _ = self.yiwen("report", "in", "--format", "html")
        self.assertTrue(page.lstrip().lower().startswith("<!doctype html>"))

    def test_one_form_goes_to_the_file_that_is_named(self):
        printed = self.yiwen("report", "in", "--format", "json")[0]
        self.yiwen("report", "in", "--format", "json", "-o", "deep/er/r.json")
        self.assertEqual((self.folder / "deep/er/r.json").read_text(), printed)
        self.assertEqual(self.names("deep"), ["deep/er/r.json"])

    def test_the_misprint_of_a_term_and_of_a_number_are_found(self):
        readings = {r["text"] for f in self.report("in")["findings"] for r in f.get("readings", [])}
        self.assertTrue(any("法制" in r or "制" == r for r in readings), readings)
        self.assertTrue(any("4710" in r for r in readings), readings)

    def test_order_of_the_inputs_and_threads_do_not_change_a_byte(self):
        names = ["in/a.txt", "in/b.txt", "in/c.txt"]
        for form in ("json", "html"):
            first = self.yiwen("report", *names, "--format", form, "--jobs", "1")[0]
            self.assertEqual(self.yiwen("report", *names, "--format", form, "--jobs", "8")[0], first)
            self.assertEqual(self.yiwen("report", *reversed(names), "--format", form)[0], first)
            self.assertEqual(self.yiwen("report", names[1], names[0], names[2], "--format", form)[0], first)

    def test_fail_on_turns_grave_findings_into_the_status(self):
        self.yiwen("report", "in", "--quiet", "--fail-on", "minor", status=1)
        self.yiwen("report", "in/a.txt", "in/b.txt", "--quiet", "--fail-on", "critical", status=1)
        self.write("same/a.txt", STORY)
        self.write("same/b.txt", STORY)
        self.yiwen("report", "same", "--quiet", "--fail-on", "minor")

    def test_the_report_is_written_also_where_the_status_says_findings(self):
        self.yiwen("report", "in", "-o", "out", "--quiet", "--fail-on", "minor", status=1)
        self.assertEqual(self.names("out"), ["out/index.html", "out/report.json"])

    def test_quiet_prints_nothing(self):
        self.assertEqual(self.yiwen("report", "in", "-o", "out", "--quiet"), ("", ""))

    def test_the_base_can_be_named(self):
        self.assertEqual(self.report("in", "--base", "c")["base"], "c")
        _, err = self.yiwen("report", "in", "--base", "nothing", status=2)
        self.assertIn("nothing", err)

    def test_the_texts_are_put_in_where_they_are_asked_for(self):
        self.assertNotIn("text", self.report("in")["documents"][0])
        self.assertEqual(self.report("in", "--with-text")["documents"][0]["text"], STORY)

    def test_folded_differences_are_listed_where_they_are_asked_for(self):
        self.write("folded/a.txt", STORY)
        self.write("folded/b.txt", STORY.replace("，", ","))
        severities = lambda report: {f["severity"] for f in report["findings"]}
        self.assertNotIn("folded", severities(self.report("folded")))
        self.assertGreater(self.report("folded")["documents"][1]["folded"]["punctuation"], 0)
        self.report("folded", "--show", "folded")

    def test_colour_is_for_terminals_or_for_who_asks(self):
        self.assertNotIn("\x1b", self.yiwen("report", "in")[0])
        self.assertIn("\x1b", self.yiwen("report", "in", "--color", "always")[0])
        self.assertNotIn("\x1b", self.yiwen("report", "in", "--format", "json", "--color", "always")[0])

    def through_terminal(self, *arguments, environment, of=(1, 2)):
        """What reaches a terminal that stands at these descriptors: standard output, stderr or both."""
        main, side = pty.openpty()
        pid = os.fork()
        if pid == 0:
            os.chdir(self.folder)
            for descriptor in (1, 2):
                os.dup2(side if descriptor in of else os.open(os.devnull, os.O_WRONLY), descriptor)
            os.close(main)
            clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
            os.execve(os.environ["YIWEN_PROGRAM"], ["yiwen", *arguments], {**clean, **environment})
        os.close(side)
        out = b""
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:  # the other end is gone
                break
            if not piece:
                break
            out += piece
        os.close(main)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 0, out)
        return out.decode()

    def test_a_terminal_gets_colour(self):
        self.assertIn("\x1b[", self.through_terminal("report", "in", environment={"TERM": "xterm"}))

    def test_progress_is_one_line_on_stderr_that_goes(self):
        out = self.through_terminal("report", "in", environment={"TERM": "xterm"}, of=(2,))
        self.assertRegex(out, r"^(\r\x1b\[K[^\r\n]+ \d+ %)+\r\x1b\[K$")
        self.assertEqual(self.through_terminal("report", "in", "-q", environment={"TERM": "xterm"}, of=(2,)), "")

    def test_no_color_and_dumb_terminals_are_obeyed(self):
        out = self.through_terminal("report", "in", "-q", "-o", "out", environment={"TERM": "xterm"})
        self.assertEqual(out, "")
        out = self.through_terminal("report", "in", environment={"TERM": "dumb"})
        self.assertNotIn("\x1b", out)
        out = self.through_terminal("diff", "in/a.txt", "in/a.txt", environment={"TERM": "xterm", "NO_COLOR": "1"})
        self.assertNotIn("\x1b", out)

    def test_a_reader_that_leaves_early_is_fine(self):
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            self.assertEqual(self.yiwen("report", "in", "--format", "json", stdout=pipe)[1], "")

    def test_a_full_standard_output_is_trouble(self):
        with open("/dev/full", "wb") as full:
            _, err = self.yiwen("report", "in", "--format", "json", stdout=full, status=2)
        self.assertIn("standard output: cannot be written: No space left on device", err)
