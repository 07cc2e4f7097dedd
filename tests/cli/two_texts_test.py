# SPDX-License-Identifier: Apache-2.0
from program import STORY, ProgramTest, reprint


class Diff(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("ours.txt", STORY)
        self.write("theirs.txt", reprint(("法治精神", "法制精神")))

    def test_the_status_says_same_other_or_trouble(self):
        self.write("copy.txt", STORY)
        self.yiwen("diff", "ours.txt", "copy.txt")
        self.yiwen("diff", "ours.txt", "ours.txt")
        self.yiwen("diff", "ours.txt", "theirs.txt", status=1)
        self.yiwen("diff", "ours.txt", "nowhere.txt", status=2)
        self.yiwen("diff", "nowhere.txt", "ours.txt", status=2)

    def test_the_words_that_differ_are_marked_on_both_sides(self):
        out, err = self.yiwen("diff", "ours.txt", "theirs.txt", status=1)
        self.assertEqual(err, "")
        lines = out.splitlines()
        self.assertEqual(lines[0], "--- ours.txt")
        self.assertEqual(lines[1], "+++ theirs.txt")
        left = next(line for line in lines[2:] if line.startswith("-"))
        right = next(line for line in lines[2:] if line.startswith("+"))
        self.assertRegex(left, r"\[-[^]]*治[^]]*-\]")
        self.assertRegex(right, r"\{\+[^}]*制[^}]*\+\}")
        self.assertRegex(out, r"(?m)^ (critical|major|minor) ")

    def test_the_first_text_is_the_one_that_was_changed(self):
        out, _ = self.yiwen("diff", "theirs.txt", "ours.txt", status=1)
        self.assertEqual(out.splitlines()[:2], ["--- theirs.txt", "+++ ours.txt"])
        self.assertRegex(out, r"(?m)^-.*\[-[^]]*制")

    def test_it_speaks_the_language_that_is_asked_for(self):
        english, _ = self.yiwen("diff", "ours.txt", "theirs.txt", status=1)
        chinese, _ = self.yiwen("diff", "ours.txt", "theirs.txt", "--lang", "zh-Hans", status=1)
        self.assertIn("\n critical policy-term: protected pair 法治/法制", english)
        self.assertIn("\n 严重 政策提法: 不可混用的词：法治/法制\n", chinese)
        self.assertIn("\n严重 1，重要 0，一般 0；不计：", chinese)
        self.assertEqual(chinese, self.yiwen("diff", "ours.txt", "theirs.txt", "--lang", "auto", status=1)[0])
        self.assertEqual([line for line in chinese.splitlines() if line[0] in "-+@"],
                         [line for line in english.splitlines() if line[0] in "-+@"])
        self.write("other.txt", "The harbour museum of Linport opens its doors again after a winter of repairs.\n")
        self.assertIn("\n 无关: ", self.yiwen("diff", "ours.txt", "other.txt", "--lang", "zh-Hans", status=1)[0])

    def test_a_sentence_that_is_gone_stands_on_the_left(self):
        self.write("shorter.txt", reprint(("他说，今后每年将举办讲座五十场以上。", "")))
        out, _ = self.yiwen("diff", "ours.txt", "shorter.txt", status=1)
        self.assertRegex(out, r"(?m)^-.*每年将举办讲座")
        out, _ = self.yiwen("diff", "shorter.txt", "ours.txt", status=1)
        self.assertRegex(out, r"(?m)^\+.*每年将举办讲座")

    def test_quiet_says_it_by_the_status(self):
        self.assertEqual(self.yiwen("diff", "ours.txt", "theirs.txt", "-q", status=1), ("", ""))

    def test_script_alone_is_no_finding(self):
        self.write("traditional.txt", STORY.replace("图书馆", "圖書館").replace("读者", "讀者"))
        out, _ = self.yiwen("diff", "ours.txt", "traditional.txt")
        self.assertRegex(out, r"set aside: .*[1-9]\d* script")

    def test_colour_where_it_is_asked_for(self):
        out, _ = self.yiwen("diff", "ours.txt", "theirs.txt", "--color", "always", status=1)
        self.assertIn("\x1b[31", out)
        self.assertNotIn("[-", out)

    def test_one_side_from_standard_input(self):
        self.yiwen("diff", "ours.txt", "-", input=STORY.encode())
        self.yiwen("diff", "-", "ours.txt", status=1, input=reprint(("法治精神", "法制精神")).encode())

    def test_a_folder_is_not_one_text(self):
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", STORY)
        _, err = self.yiwen("diff", "in", "ours.txt", status=2)
        self.assertEqual(err, "yiwen: in: holds 2 texts where one is asked for\n")

    def test_two_files_of_one_name(self):
        self.write("x/story.txt", STORY)
        self.write("y/story.txt", reprint(("法治精神", "法制精神")))
        out, _ = self.yiwen("diff", "x/story.txt", "y/story.txt", status=1)
        self.assertEqual(out.splitlines()[:2], ["--- x/story.txt", "+++ y/story.txt"])

    def test_texts_that_have_nothing_to_do_with_each_other(self):
        self.write("other.txt", "今天天气晴朗，市民纷纷来到江边散步。\n\n傍晚时分，江面上的渔船陆续归港。\n")
        self.yiwen("diff", "ours.txt", "other.txt", status=1)


class Explain(ProgramTest):
    def test_each_room_says_what_it_saw(self):
        self.write("ours.txt", STORY)
        self.write("theirs.txt", reprint(("法治精神", "法制精神")))
        out, err = self.yiwen("explain", "ours.txt", "theirs.txt")
        self.assertEqual(err, "")
        for room in ("decode", "extract", "normalize", "segment", "index", "cluster", "align", "classify"):
            self.assertRegex(out, rf"(?m)^-- {room}$")
        self.assertIn("UTF-8", out)
        self.assertIn("linked by its content", out)
        self.assertIn("not linked", out)
        self.assertIn("法制", out)
        self.yiwen("explain", "ours.txt", "nowhere.txt", status=2)
