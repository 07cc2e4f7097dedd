# SPDX-License-Identifier: Apache-2.0
"""What an editor has decided is honoured in every form of the next report."""
import json
import unittest

from program import STORY, ProgramTest, reprint


class Decisions(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", reprint(("法治精神", "法制精神"), ("十分高兴", "非常高兴")))
        self.before = self.report("in")

    def decide(self, name, *entries):
        text = json.dumps({"schema": "yiwen.decisions/1", "decisions": list(entries)}, ensure_ascii=False)
        return self.write(name, text)

    def finding(self, severity):
        return next(f for f in self.before["findings"] if f["severity"] == severity)

    def test_a_finding_that_is_accepted_is_named_so_and_no_longer_fails_the_run(self):
        grave = self.finding("critical")
        self.yiwen("report", "in", "--fail-on", "critical", status=1)
        self.decide("d.json", {"key": grave["key"], "decision": "accept"})
        out, err = self.yiwen("report", "in", "--fail-on", "critical", "--decisions", "d.json")
        self.assertEqual(err, "")
        self.assertNotIn("法制", out)
        after = self.report("in", "--decisions", "d.json")
        self.assertEqual([f["decision"] for f in after["findings"] if "decision" in f], ["accept"])
        self.assertEqual([f["key"] for f in after["findings"]], [f["key"] for f in self.before["findings"]])
        self.assertEqual(after["decisions"], [{"key": grave["key"], "decision": "accept", "findings": 1}])

    def test_an_error_stays_in_the_counts(self):
        self.decide("d.json", {"key": self.finding("critical")["key"], "decision": "error"})
        self.yiwen("report", "in", "--fail-on", "critical", "--decisions", "d.json", status=1)

    def test_a_later_file_overrules_an_earlier_one(self):
        key = self.finding("critical")["key"]
        self.decide("one.json", {"key": key, "decision": "accept"})
        self.decide("two.json", {"key": key, "decision": "error"})
        self.yiwen("report", "in", "--fail-on", "critical", "--decisions", "one.json", "--decisions", "two.json", status=1)
        self.yiwen("report", "in", "--fail-on", "critical", "--decisions", "two.json", "--decisions", "one.json")

    def test_all_that_are_alike_are_ignored(self):
        self.write("in/c.txt", reprint(("十分高兴", "非常高興")))
        slight = self.finding("minor")
        self.decide("d.json", {"like": slight["like"], "decision": "ignore"})
        after = self.report("in", "--decisions", "d.json", "--base", self.before["base"])  # c has what most have
        ignored = [f for f in after["findings"] if f.get("decision") == "ignore"]
        self.assertEqual({f["like"] for f in ignored}, {slight["like"]})

    def test_decisions_that_concern_nothing_here_are_counted(self):
        self.decide("d.json", {"key": "0" * 16, "decision": "accept"})
        _, err = self.yiwen("report", "in", "--decisions", "d.json")
        self.assertEqual(err, "yiwen: 1 of 1 decisions concern no finding of this report\n")

    def test_a_damaged_file_is_an_error_and_nothing_is_written(self):
        self.write("d.json", '{"schema":"yiwen.decisions/1","decisions":[{"key":"1')
        _, err = self.yiwen("report", "in", "-o", "out", "--decisions", "d.json", status=2)
        self.assertIn("d.json: byte ", err)
        self.assertEqual(self.names("."), ["d.json", "in/a.txt", "in/b.txt"])
        _, err = self.yiwen("report", "in", "--decisions", "none.json", status=2)
        self.assertIn("none.json: ", err)

    def test_the_same_decisions_give_the_same_bytes(self):
        self.decide("d.json", {"key": self.finding("critical")["key"], "decision": "accept"},
                    {"like": self.finding("minor")["like"], "decision": "ignore"})
        for form in ("json", "html"):
            first = self.yiwen("report", "in", "--decisions", "d.json", "--format", form, "--jobs", "1")[0]
            again = self.yiwen("report", "in", "--decisions", "d.json", "--format", form, "--jobs", "4")[0]
            self.assertEqual(again, first)


if __name__ == "__main__":
    unittest.main()
