# SPDX-License-Identifier: Apache-2.0
"""Many texts in one folder: an index over the stories they tell, a page for each, and the texts that stand alone."""
import json
import pathlib
import random
import re
import unittest

from program import ProgramTest

WORDS = "山水田林湖草沙城乡村镇路桥港站校院馆园街坊市县州省江河海岛湾春夏秋冬晨昏昼夜风云雨雪霜露花木竹石金银铜铁书画琴棋诗文歌舞"


def story(seed, sentences=9):
    """A text that no other seed gives, in sentences long enough to be matched."""
    dice = random.Random(seed)
    lines = ["".join(dice.choice(WORDS) for _ in range(dice.randint(18, 30))) + "。" for _ in range(sentences)]
    lines[3] = f"当年共投入资金{1000 + seed}万元，{lines[3]}"
    return lines


class StoriesTest(ProgramTest):
    def write_batch(self, stories=30, alone=5, folder="in"):
        """Pairs of reprints, every third of which has another number; and texts of nobody else's."""
        for number in range(stories):
            lines = story(number)
            self.write(f"{folder}/s{number:04d}_ours.txt", "\n\n".join(lines))
            if number % 3 == 0:
                lines[3] = lines[3].replace(str(1000 + number), str(9000 + number))
            self.write(f"{folder}/s{number:04d}_theirs.txt", "\n\n".join(lines))
        for number in range(alone):
            self.write(f"{folder}/alone{number}.txt", "\n\n".join(story(100_000 + number)))

    def batch(self, folder="out"):
        return json.loads((self.folder / folder / "report.json").read_text())

    def test_a_folder_of_many_stories_gets_an_index_and_a_page_and_a_report_for_each(self):
        self.write_batch()
        out, err = self.yiwen("report", "in", "-o", "out")
        self.assertEqual(err, "")
        self.assertEqual(out.splitlines()[-1], "report: out/index.html")
        batch = self.batch()
        self.assertEqual(batch["schema"], "yiwen.batch/1")
        self.assertEqual(len(batch["stories"]), 30)
        self.assertEqual(len(batch["alone"]), 5)
        self.assertEqual([s["counts"]["critical"] for s in batch["stories"]], [1 if n % 3 == 0 else 0 for n in range(30)])
        for entry in batch["stories"]:
            self.assertIn("</html>", (self.folder / "out" / entry["page"]).read_text())
            report = json.loads((self.folder / "out" / entry["report_file"]).read_text())
            self.assertEqual(report["schema"], "yiwen.report/1")
            self.assertEqual([d["id"] for d in report["documents"]], entry["documents"])
        index = (self.folder / "out/index.html").read_text()
        self.assertEqual(len(re.findall(r'href="stories/', index)), 30)
        self.assertEqual(self.names("out"), sorted(["out/index.html", "out/report.json"] + [
            f"out/{s[kind]}" for s in batch["stories"] for kind in ("page", "report_file")]))

    def test_the_index_has_the_gravest_stories_first(self):
        self.write_batch()
        self.yiwen("report", "in", "-o", "out", "-q")
        rows = re.findall(r'<tr data-g="(\w+)">', (self.folder / "out/index.html").read_text())
        self.assertEqual(rows, sorted(rows, key=["critical", "major", "minor", "folded"].index))
        self.assertEqual(rows.count("critical"), 10)

    def test_up_to_fifty_texts_are_one_report_unless_told_otherwise(self):
        self.write_batch(stories=22, alone=6)
        self.yiwen("report", "in", "-o", "one", "-q")
        self.assertEqual(self.names("one"), ["one/index.html", "one/report.json"])
        self.assertEqual(self.batch("one")["schema"], "yiwen.report/1")
        self.yiwen("report", "in", "-o", "many", "-q", "--stories", "yes")
        self.assertEqual(len(self.batch("many")["stories"]), 22)

    def test_many_texts_that_tell_one_story_are_one_report(self):
        lines = story(1)
        for number in range(52):
            self.write(f"in/w{number:02d}.txt", "\n\n".join(lines[: 9 - number % 3]))
        self.write("in/alone.txt", "\n\n".join(story(2)))
        self.yiwen("report", "in", "-o", "out", "-q")
        self.assertEqual(self.batch()["schema"], "yiwen.report/1")
        self.assertEqual(len(self.batch()["documents"]), 53)

    def test_many_texts_are_one_report_where_that_is_asked_for(self):
        self.write_batch()
        self.yiwen("report", "in", "-o", "out", "-q", "--stories", "no")
        self.assertEqual(self.batch()["schema"], "yiwen.report/1")

    def test_the_same_bytes_for_any_order_and_number_of_threads(self):
        self.write_batch(stories=12, alone=2)
        whole = {}
        for name, arguments in {"a": ["--jobs", "1"], "b": ["--jobs", "4"]}.items():
            self.yiwen("report", "in", "-o", name, "-q", "--stories", "yes", *arguments)
            whole[name] = {p[2:]: (self.folder / p).read_bytes() for p in self.names(name)}
        self.assertEqual(whole["a"], whole["b"])
        files = sorted((self.folder / "in").iterdir(), reverse=True)
        self.yiwen("report", *files, "-o", "c", "-q", "--stories", "yes")
        self.assertEqual(self.names("c"), [f"c/{name}" for name in sorted(whole["a"])])

    def test_one_json_holds_the_reports_of_all_stories(self):
        self.write_batch(stories=3, alone=1)
        batch = self.report("in", "--stories", "yes")
        self.assertEqual([s["report"]["schema"] for s in batch["stories"]], ["yiwen.report/1"] * 3)
        self.assertNotIn("page", batch["stories"][0])

    def test_a_text_that_cannot_be_read_does_not_stop_the_others(self):
        self.write_batch(stories=3, alone=1)
        self.write("in/broken.txt", b"%PDF-1.7 not a text")
        self.yiwen("report", "in", "-o", "out", "-q", "--stories", "yes", status=2)
        batch = self.batch()
        self.assertEqual(len(batch["stories"]), 3)
        self.assertIn("broken.txt", {d["file"].split("/")[-1] for d in batch["diagnostics"]})
        self.assertNotIn("broken", {t["id"] for t in batch["alone"]})

    def test_saved_pages_and_office_files_are_read_as_what_they_are(self):
        menu = "".join(f'<li><a href="/{n}.html">{story(50_000 + n, 4)[0]}</a></li>' for n in range(60))
        for number in range(4):  # of one site: what its pages share is their menu, and each text stands there as a file
            paragraphs = "".join(f"<p>{line}</p>" for line in story(number))
            page = f"<html><head><title>{number}</title></head><body><ul>{menu}</ul><div>{paragraphs}</div></body></html>"
            self.write(f"in/page{number}.html", page)
            self.write(f"in/plain{number}.txt", "\n\n".join(story(number)))
        office = pathlib.Path(__file__).parents[2] / "corpus/files/office"
        for name in ("market.docx", "market.odt", "market.txt"):
            self.write(f"in/{name}", (office / name).read_bytes())
        batch = self.report("in", "--stories", "yes")
        self.assertEqual([d for d in batch["diagnostics"] if d["level"] == "error"], [])
        told = [sorted(d["source"] for d in s["report"]["documents"]) for s in batch["stories"]]
        self.assertEqual(told[0], ["market.docx", "market.odt", "market.txt"])
        self.assertEqual(told[1:], [[f"page{n}.html", f"plain{n}.txt"] for n in range(4)])

    def test_fail_on_and_decisions_count_for_all_stories(self):
        self.write_batch(stories=4, alone=0)
        self.yiwen("report", "in", "--stories", "yes", "-q", "--fail-on", "critical", status=1)
        reports = [s["report"] for s in self.report("in", "--stories", "yes")["stories"]]
        keys = [f["key"] for r in reports for f in r["findings"] if f["severity"] == "critical"]
        self.assertEqual(len(keys), 2)
        decisions = [{"key": key, "decision": "accept"} for key in keys] + [{"key": "0" * 16, "decision": "error"}]
        self.write("d.json", json.dumps({"schema": "yiwen.decisions/1", "decisions": decisions}))
        _, err = self.yiwen("report", "in", "--stories", "yes", "--fail-on", "critical", "--decisions", "d.json", "-o", "out")
        self.assertEqual(err, "yiwen: 1 of 3 decisions concern no finding of this report\n")
        batch = self.batch()
        self.assertEqual([s["settled"] for s in batch["stories"]], [1, 0, 0, 1])
        self.assertEqual([d["findings"] for d in batch["decisions"]], [1, 1, 0])

    def test_one_page_cannot_be_asked_to_hold_many_stories(self):
        self.write_batch(stories=2, alone=0)
        _, err = self.yiwen("report", "in", "--stories", "yes", "--format", "html", status=2)
        self.assertIn("--stories yes needs a folder or --format json", err)


if __name__ == "__main__":
    unittest.main()
