# SPDX-License-Identifier: Apache-2.0
import json

from program import STORY, ProgramTest


class Segment(ProgramTest):
    def test_a_sentence_a_line(self):
        self.write("story.txt", STORY)
        lines = self.yiwen("segment", "story.txt")[0].splitlines()
        self.assertEqual(lines[0], "青石镇图书馆重新开放")
        self.assertIn("据介绍，修缮工程由省文物局指导，施工单位没有更换原有的木梁，只对屋面和墙体进行了加固。", lines)

    def test_ranges_cut_the_sentences_out_of_the_text(self):
        self.write("story.txt", "\ufeff" + STORY)
        told = json.loads(self.yiwen("segment", "story.txt", "--json")[0])
        self.assertEqual(told["encoding"], "UTF-8")
        self.assertGreater(len(told["sentences"]), 8)
        for sentence in told["sentences"]:
            begin, end = sentence["range"]
            self.assertEqual(STORY[begin:end], sentence["text"])

    def test_trouble_is_named(self):
        self.assertIn("nowhere.txt", self.yiwen("segment", "nowhere.txt", status=2)[1])


class Normalize(ProgramTest):
    def test_each_layer_folds_more(self):
        self.write("t.txt", "臺灣的軟體：ＡＢＣ，１２３。")
        fold = lambda layer: self.yiwen("normalize", "t.txt", "--layer", layer)[0]
        self.assertIn("軟體", fold("punctuation"))
        self.assertNotIn("Ａ", fold("punctuation"))
        self.assertIn("台湾的软体", fold("script"))
        self.assertIn("软件", fold("region"))
        self.assertEqual(self.yiwen("normalize", "t.txt")[0], fold("region"))

    def test_from_standard_input_in_a_named_encoding(self):
        out, _ = self.yiwen("normalize", "-", "--encoding", "big5", input="國家".encode("big5"))
        self.assertEqual(out, "国家\n")
