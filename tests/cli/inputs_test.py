# SPDX-License-Identifier: Apache-2.0
"""What people feed a program: the report of the good texts is made whatever stands beside them."""
import json
import os
import random

from program import STORY, ProgramTest, as_nobody, reprint


class Inputs(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", reprint(("法治精神", "法制精神")))

    def beside_good_texts(self, name, status=2):
        """Compares two good texts and this one: the two are in the report, and the third is named where it is not."""
        out, err = self.yiwen("report", "in/a.txt", "in/b.txt", name, "-o", "out", status=status)
        report = json.loads((self.folder / "out/report.json").read_text())
        self.assertTrue({"a", "b"} <= {d["id"] for d in report["documents"]})
        self.assertTrue(any(f["type"] == "drift" for f in report["findings"]))
        if status == 2:
            self.assertIn(name.rsplit("/", 1)[-1], err)
        return report, err

    def test_a_path_that_is_not_there(self):
        self.beside_good_texts("in/nowhere.txt")
        _, err = self.yiwen("report", "in/nowhere.txt", "-o", "out2", status=2)
        self.assertIn("in/nowhere.txt", err)
        self.assertEqual(self.names("out2"), [])

    def test_an_empty_file_is_listed_and_no_trouble(self):
        self.write("in2/empty.txt", b"")
        report, _ = self.beside_good_texts("in2/empty.txt", status=0)
        self.assertIn("in2/empty.txt", json.dumps(report["diagnostics"]))

    def test_a_file_of_white_space(self):
        self.write("in2/blank.txt", " \n\t\n　\n")
        self.yiwen("report", "in/a.txt", "in/b.txt", "in2/blank.txt", "--format", "json", "-o", "r.json")

    def test_a_folder_without_texts(self):
        self.write("none/picture.png", b"\x89PNG\r\n")
        _, err = self.yiwen("report", "none", "-o", "out", status=2)
        self.assertIn("none", err)
        self.assertEqual(self.names("out"), [])

    def test_a_binary_file(self):
        self.write("in2/program.txt", bytes(range(256)) * 64)
        self.beside_good_texts("in2/program.txt")

    def test_a_text_with_nul_bytes(self):
        self.write("in2/nul.txt", STORY.replace("图书馆始建", "图书馆\0始建").encode())
        report, _ = self.beside_good_texts("in2/nul.txt", status=0)
        self.assertEqual(len(report["documents"]), 3)

    def test_a_character_that_is_cut_at_the_end(self):
        self.write("in2/cut.txt", STORY.rstrip().encode()[:-1])
        report, _ = self.beside_good_texts("in2/cut.txt", status=0)
        cut = next(d for d in report["documents"] if d["id"] == "cut")
        self.assertEqual(cut["encoding"], "UTF-8")
        self.assertGreater(cut["coverage"], 0.9)

    def test_every_byte_that_is_no_text_is_counted(self):
        damaged = bytearray(STORY.encode("gb18030"))
        places = [i for i in range(40, 400, 90)]
        for at in places:
            damaged[at:at + 2] = b"\xff\xff"
        self.write("in2/damaged.txt", bytes(damaged))
        report, err = self.beside_good_texts("in2/damaged.txt", status=0)
        self.assertRegex(err, r"damaged\.txt: byte 39: not valid GB18030 \(0xb5 0xff\), and \d+ more such places; \d+ bytes in all")
        self.assertIn(" bytes in all", json.dumps(report["diagnostics"]))

    def test_other_encodings(self):
        self.write("in2/gb.txt", STORY.encode("gb18030"))
        self.write("in2/utf16.txt", STORY.encode("utf-16"))
        report, _ = self.beside_good_texts("in2", status=0)
        for document in report["documents"]:
            self.assertGreater(document["coverage"], 0.9, document)

    def test_an_encoding_that_nobody_knows(self):
        _, err = self.yiwen("report", "in", "--encoding", "klingon", status=2)
        self.assertIn("klingon", err)

    def test_many_megabytes_on_one_line(self):
        megabytes = int(os.environ.get("YIWEN_LONG_LINE_MB", "20"))  # a sanitizer makes each of them slow
        chance = random.Random(20)
        letters = [chr(0x4E00 + i) for i in range(3000)] + ["。"] * 100
        self.write("in2/line.txt", "".join(chance.choices(letters, k=megabytes * 1_000_000 // 3)))
        self.yiwen("report", "in/a.txt", "in2/line.txt", "--format", "json", "-o", "r.json")

    def test_a_file_that_may_not_be_read(self):
        nobody = as_nobody()
        self.write("in2/secret.txt", STORY).chmod(0)
        out, err = self.yiwen("report", "in/a.txt", "in/b.txt", "in2/secret.txt", "--format", "json", status=2, **nobody)
        self.assertIn("in2/secret.txt", err)
        self.assertIn("ermission denied", err)
        self.assertEqual(len(json.loads(out)["documents"]), 2)

    def test_two_files_of_one_name(self):
        self.write("left/story.txt", STORY)
        self.write("right/story.txt", reprint(("法治精神", "法制精神")))
        report = self.report("left", "right")
        self.assertEqual(len({d["id"] for d in report["documents"]}), 2)
        self.assertEqual([d["source"] for d in report["documents"]], ["left/story.txt", "right/story.txt"])

    def test_one_text_alone(self):
        report = self.report("in/a.txt")
        self.assertEqual(report["base"], "a")
        self.assertEqual([f for f in report["findings"] if f["type"] in ("drift", "omission", "addition", "move")], [])

    def test_five_copies_of_one_text(self):
        for name in "abcde":
            self.write(f"copies/{name}.txt", STORY)
        report = self.report("copies")
        self.assertEqual(report["findings"], [])
        self.assertEqual([d["coverage"] for d in report["documents"]], [1] * 5)
        for cluster in report["clusters"]:  # all five have the passage, and as often as each other
            docs = [member["doc"] for member in cluster["members"]]
            self.assertEqual(sorted(docs), sorted(list("abcde") * (len(docs) // 5)))

    def test_standard_input(self):
        out, _ = self.yiwen("report", "in/a.txt", "-", "--format", "json", input=STORY.encode())
        self.assertEqual(len(json.loads(out)["documents"]), 2)

    def test_a_name_that_commands_the_terminal(self):
        name = "in2/\x1b[31mred\n.txt"
        self.write(name, b"")
        out, err = self.yiwen("report", "in", name, "-o", "out")
        self.assertNotIn("\x1b", out + err)
        _, err = self.yiwen("segment", name + "!", status=2)
        self.assertNotIn("\x1b", err)
        self.assertEqual(len(err.splitlines()), 1)

    def test_a_text_that_commands_the_terminal(self):
        self.write("in2/c.txt", reprint(("十分高兴", "\x1b]0;owned\x07非常高兴")))
        self.assertNotIn("\x1b", self.yiwen("report", "in", "in2/c.txt")[0])
        self.assertNotIn("\x1b", self.yiwen("diff", "in/a.txt", "in2/c.txt", status=1)[0])
        self.assertNotIn("\x1b", self.yiwen("segment", "in2/c.txt")[0])
