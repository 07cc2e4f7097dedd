# SPDX-License-Identifier: Apache-2.0
from program import ProgramTest

COMMANDS = ["report", "diff", "explain", "segment", "normalize"]


class Arguments(ProgramTest):
    def mistake(self, *arguments, says):
        out, err = self.yiwen(*arguments, status=2)
        self.assertEqual(out, "")
        self.assertEqual(len(err.splitlines()), 1, err)
        self.assertIn(says, err)

    def test_help_lists_every_command_and_the_exit_status(self):
        out, err = self.yiwen("--help")
        self.assertEqual(err, "")
        for command in COMMANDS:
            self.assertIn(command, out)
        self.assertIn("Exit status", out)

    def test_help_of_a_command_shows_an_example_of_it(self):
        for command in COMMANDS:
            with self.subTest(command):
                out, _ = self.yiwen(command, "--help")
                self.assertRegex(out, rf"Examples?:\n  yiwen {command} ")
                self.assertIn("Exit status", out)

    def test_version_is_one_line(self):
        out, _ = self.yiwen("--version")
        self.assertRegex(out, r"^yiwen \d+\.\d+\.\d+\n$")

    def test_a_slip_of_the_fingers_is_guessed(self):
        self.mistake("reprot", "x.txt", says="did you mean 'report'?")
        self.mistake("dif", "x.txt", "y.txt", says="did you mean 'diff'?")
        self.mistake("segmnet", says="did you mean 'segment'?")

    def test_a_word_that_is_like_none_gets_the_list(self):
        self.mistake("frobnicate", says="there are report, dedup, diff, explain, segment, normalize")

    def test_without_a_command_the_mistake_is_named(self):
        self.mistake(says="no command")

    def test_mistakes_in_options_are_trouble(self):
        self.mistake("report", says="yiwen report --help")
        self.mistake("report", "a", "--frobnicate", says="--frobnicate")
        self.mistake("report", "a", "--format", "pdf", says="pdf")
        self.mistake("report", "a", "--jobs", "many", says="many")
        self.mistake("report", "a", "--jobs", "-1", says="jobs")
        self.mistake("report", "a", "--fail-on", "folded", says="folded")
        self.mistake("report", "a", "-o", "-", says="--format")
        self.mistake("diff", "a", says="yiwen diff --help")
        self.mistake("diff", "a", "b", "c", says="yiwen diff --help")
        self.mistake("diff", "-", "-", says="standard input")
        self.mistake("normalize", "a", "--layer", "value", says="value")

    def test_a_mistake_in_an_option_does_not_hide_help(self):
        self.assertIn("Examples", self.yiwen("report", "--help", "--jobs", "3")[0])
