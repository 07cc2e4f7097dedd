# SPDX-License-Identifier: Apache-2.0
"""An editor's own list of words that must not be taken for one another."""
import unittest

from program import STORY, ProgramTest, reprint


class Protect(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", reprint(("十分高兴", "非常高兴")))

    def kinds(self, *options):
        return [(f["kind"], f["severity"]) for f in self.report("in", *options)["findings"]]

    def test_a_pair_of_the_list_is_as_grave_as_the_list_says(self):
        self.assertEqual(self.kinds(), [("wording", "minor")])
        self.write("own.tsv", "# of our desk\n十分\t非常\tpolicy-term\tcritical\tthe minister was not very pleased\n")
        self.assertEqual(self.kinds("--protect", "own.tsv"), [("policy-term", "critical")])
        finding = self.report("in", "--protect", "own.tsv")["findings"][0]
        self.assertIn("the minister was not very pleased", finding["why"])

    def test_two_words_are_enough_and_script_does_not_matter(self):
        self.write("own.tsv", "十分\t非常\r\n")
        self.assertEqual(self.kinds("--protect", "own.tsv"), [("term", "critical")])
        self.write("none.tsv", "碼頭\t港口\n")
        self.assertEqual(self.kinds("--protect", "none.tsv"), [("wording", "minor")])
        self.assertEqual(self.kinds("--protect", "none.tsv", "--protect", "own.tsv"), [("term", "critical")])

    def test_the_list_tells_apart_what_is_one_word_in_two_spellings(self):
        self.write("in/a.txt", STORY + "据媒体报道，工程已经开工。\n")
        self.write("in/b.txt", STORY + "据媒体报导，工程已经开工。\n")
        self.assertEqual(self.kinds(), [("regional", "minor")])
        self.write("own.tsv", "报道\t报导\n")
        self.assertEqual(self.kinds("--protect", "own.tsv"), [("term", "critical")])

    def test_a_mistake_in_the_list_is_named_by_file_and_line_and_nothing_is_written(self):
        for line, what in (("十分", "needs two words"), ("十分\t非常\tterms", "neither policy-term nor term"),
                           ("十分\t非常\tterm\tgrave", "neither critical nor major"), ("法治\t法治", "the two words are one"),
                           ("，\t。", "punctuation")):
            self.write("own.tsv", f"# of our desk\n{line}\n")
            _, err = self.yiwen("report", "in", "-o", "out", "--protect", "own.tsv", status=2)
            self.assertIn("own.tsv: line 2: ", err)
            self.assertIn(what, err)
            self.assertEqual(len(err.splitlines()), 1)
            self.assertFalse((self.folder / "out").exists())

    def test_a_list_that_is_not_there_is_an_error(self):
        _, err = self.yiwen("report", "in", "--protect", "nowhere.tsv", status=2)
        self.assertIn("nowhere.tsv", err)


if __name__ == "__main__":
    unittest.main()
