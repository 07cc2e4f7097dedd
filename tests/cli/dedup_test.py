# SPDX-License-Identifier: Apache-2.0
"""yiwen dedup: which of many articles are reprints of one another."""
import fcntl
import csv
import gzip
import io
import json
import os
import random
import shutil
import subprocess
import unittest
import zipfile

from program import PROGRAM, STORY, ProgramTest, as_nobody, reprint


def sentence(dice, length):
    return "".join(chr(dice.randrange(0x4E00, 0x5E00)) for _ in range(length)) + "。"


def article(dice, sentences=12):
    return [sentence(dice, dice.randrange(15, 40)) for _ in range(sentences)]


def lines(articles):
    return "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles)


class DedupTest(ProgramTest):
    def clusters(self, *arguments, status=0, **options):
        out, err = self.yiwen("dedup", *arguments, status=status, **options)
        return [json.loads(line) for line in out.splitlines()], err

    def members(self, *arguments, **options):
        return [[m["id"] for m in c["members"]] for c in self.clusters(*arguments, **options)[0]]

    def corpus(self):
        dice = random.Random(1)
        one, two, alone = article(dice), article(dice), article(dice)
        return [
            {"id": "a1", "text": "".join(one), "outlet": "甲报", "n": 12345678901234567890123, "tags": ["x", {"y": "\u00e9"}]},
            {"id": "b1", "text": "".join(two)},
            {"id": "a2", "text": "".join(one[:7]), "date": None},
            {"id": "c1", "text": "".join(alone)},
            {"id": "b2", "text": "记者按。" + "".join(two)},
            {"id": "a3", "text": "\n".join(one), "source": "丙网"},
        ]


class Clusters(DedupTest):
    def test_reprints_are_clustered_and_others_are_not_listed(self):
        self.write("all.jsonl", lines(self.corpus()))
        clusters, _ = self.clusters("all.jsonl")
        self.assertEqual([c["cluster"] for c in clusters], ["c1", "c2"])
        self.assertEqual([c["anchor"] for c in clusters], ["a1", "b2"])
        first = {m["id"]: m for m in clusters[0]["members"]}
        self.assertEqual(list(first), ["a1", "a2", "a3"])
        self.assertEqual(first["a1"]["relation"], "anchor")
        self.assertEqual(first["a2"]["relation"], "tail-cut")
        self.assertAlmostEqual(first["a2"]["coverage"], 0.58, delta=0.1)
        self.assertEqual(first["a3"]["relation"], "identical")
        self.assertEqual(first["a3"]["source"], "all.jsonl:6")

    def test_other_keys_are_carried_along_as_they_are(self):
        self.write("all.jsonl", lines(self.corpus()))
        out, _ = self.yiwen("dedup", "all.jsonl")
        self.assertIn('"n":12345678901234567890123', out.replace(": ", ":"))
        first = {m["id"]: m for m in json.loads(out.splitlines()[0])["members"]}
        self.assertEqual(first["a1"]["outlet"], "甲报")
        self.assertEqual(first["a1"]["tags"], ["x", {"y": "é"}])
        self.assertIsNone(first["a2"]["date"])
        self.assertEqual(first["a3"]["input_source"], "丙网")

    def test_script_width_and_annotations_do_not_hide_a_reprint(self):
        self.write("all.jsonl", lines([
            {"id": "hans", "text": "中国经济持续发展，产业体系不断完善，各地认真落实有关要求。2025年增长5.2%。"},
            {"id": "hant", "text": "中國經濟持續發展,產業(yè)體系不斷完善,各地認真落實有關要求.２０２５年增長5.2％."}]))
        clusters, _ = self.clusters("all.jsonl")
        self.assertEqual([m["relation"] for m in clusters[0]["members"]], ["anchor", "identical"])

    def test_a_number_that_changed_is_not_identical(self):
        self.write("a.txt", STORY)
        self.write("b.txt", reprint(("4170万元", "4710万元")))
        clusters, _ = self.clusters("a.txt", "b.txt")
        self.assertEqual([m["relation"] for m in clusters[0]["members"]], ["anchor", "near"])

    def test_relations_say_how_a_member_differs_from_the_anchor(self):
        dice = random.Random(2)
        one = article(dice, 20)
        cases = {"whole": one, "cut-tail": one[:12], "cut-head": one[8:], "middle": one[6:14],
                 "thinned": [s for i, s in enumerate(one) if i % 3], "moved": one[10:] + one[:10],
                 "quoting": article(dice, 8) + one[3:9]}
        self.write("all.jsonl", lines({"id": name, "text": "".join(text)} for name, text in cases.items()))
        clusters, _ = self.clusters("all.jsonl")
        self.assertEqual(len(clusters), 1)
        relations = {m["id"]: m["relation"] for m in clusters[0]["members"]}
        anchor = clusters[0]["anchor"]
        self.assertIn(anchor, ("whole", "moved"))
        if anchor == "whole":
            self.assertEqual(relations, {"whole": "anchor", "cut-tail": "tail-cut", "cut-head": "head-cut", "middle": "contained",
                                         "thinned": "abridged", "moved": "reordered", "quoting": "excerpt"})

    def test_passages_are_ranges_of_the_texts(self):
        dice = random.Random(3)
        one = article(dice)
        texts = {"a": "標題\n" + "".join(one), "b": "".join(one[:5]) + "（完）"}
        self.write("all.jsonl", lines({"id": k, "text": v} for k, v in texts.items()))
        clusters, _ = self.clusters("all.jsonl", "--passages")
        pairs = [[texts[p["id"]][slice(*p["range"])] for p in passage] for passage in clusters[0]["passages"]]
        self.assertEqual(pairs, [[s[:-1], s[:-1]] for s in one[:5]])


class Inputs(DedupTest):
    def test_the_order_of_inputs_and_the_threads_change_no_byte(self):
        articles = self.corpus()
        self.write("x/1.jsonl", lines(articles[:3]))
        self.write("x/2.jsonl", lines(articles[3:]))
        self.write("y.txt", articles[0]["text"])
        once = self.yiwen("dedup", "x", "y.txt", "--jobs", 1)[0]
        self.assertEqual(once, self.yiwen("dedup", "y.txt", "x/2.jsonl", "x/1.jsonl", "--jobs", 3)[0])
        self.assertEqual([[m["id"] for m in c["members"]] for c in map(json.loads, once.splitlines())],
                         [["a1", "a2", "a3", "y"], ["b2", "b1"]])

    def test_packed_files_and_standard_input_read_alike(self):
        data = lines(self.corpus()).encode()
        plain = self.members(self.write("all.jsonl", data))
        self.assertEqual(plain, self.members(self.write("all.jsonl.gz", gzip.compress(data[:500]) + gzip.compress(data[500:]))))
        self.assertEqual(plain, self.members("-", input=data))
        if shutil.which("zstd"):
            packed = subprocess.run(["zstd", "-q", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout
            self.assertEqual(plain, self.members(self.write("all.jsonl.zst", packed)))
            self.assertEqual(plain, self.members("-", input=packed))

    def test_an_array_of_articles_is_read_as_their_lines_are(self):
        articles = self.corpus()
        plain = self.members(self.write("all.jsonl", lines(articles)))
        self.assertEqual(plain, self.members(self.write("all.json", json.dumps(articles, indent=1))))

    def test_a_packed_table_is_no_text(self):
        self.write("all.jsonl", lines(self.corpus()))
        for name in ("table.csv.gz", "array.json.gz", "archive.zip.gz"):
            self.write(name, gzip.compress(lines(self.corpus()).encode()))
            clusters, err = self.clusters(name, "all.jsonl", status=2)
            self.assertIn(f"{name}: tables, archives and JSON arrays are not read where they are packed", err)
            self.assertEqual(len(clusters), 2)

    def test_packed_data_that_breaks_off_is_named_and_the_rest_is_read(self):
        data = lines(self.corpus()).encode()
        self.write("half.jsonl.gz", gzip.compress(os.urandom(0) + data)[:-20])
        self.write("all.jsonl", data)
        clusters, err = self.clusters("half.jsonl.gz", "all.jsonl", status=2)
        self.assertIn("half.jsonl.gz", err)
        self.assertEqual(len(clusters), 2)

    def test_bad_lines_are_named_and_the_others_are_read(self):
        articles = self.corpus()
        bad = ['{"id": "x", "text": 5}', '{"id": "x"', '[1]', '{"text": "no id"}', '{"id":"x","text":"y"} more']
        self.write("all.jsonl", lines(articles[:2]) + "\n".join(bad) + "\n\n" + lines(articles[2:]))
        clusters, err = self.clusters("all.jsonl", status=2)
        self.assertEqual([len(c["members"]) for c in clusters], [3, 2])
        for number in range(3, 8):
            self.assertIn(f"line {number}: ", err)

    def test_files_that_bear_one_name_are_told_apart(self):
        self.write("one/story.txt", STORY)
        self.write("two/story.txt", reprint(("三万余册", "三万多册")))
        self.assertEqual(self.members("one", "two"), [["one/story.txt", "two/story.txt"]])

    def test_ids_that_occur_twice_are_told_apart(self):
        self.write("all.jsonl", lines([{"id": 1, "text": STORY}, {"id": "1", "text": STORY}]))
        self.assertEqual(self.members("all.jsonl"), [["1@all.jsonl:1", "1@all.jsonl:2"]])

    def test_nothing_to_read_is_an_error(self):
        _, err = self.yiwen("dedup", "absent.jsonl", status=2)
        self.assertIn("absent.jsonl: no such file or folder", err)

    def test_a_text_in_gb18030_is_decoded(self):
        self.write("a.txt", STORY.encode("gb18030"))
        self.write("b.txt", STORY)
        self.assertEqual(self.members("a.txt", "b.txt"), [["a", "b"]])


class Keep(DedupTest):
    def kept(self, which, *arguments, **options):
        return self.yiwen("dedup", *arguments, "--keep", which, **options)[0]

    def test_one_article_of_each_cluster_and_all_others_stay_byte_for_byte(self):
        articles = self.corpus()
        self.write("all.jsonl", lines(articles))
        self.assertEqual(self.kept("first", "all.jsonl"), lines(articles[i] for i in (0, 1, 3)))
        self.assertEqual(self.kept("longest", "all.jsonl"), lines(articles[i] for i in (0, 3, 4)))
        self.assertEqual(self.kept("list", "all.jsonl"), "a1\nb1\nc1\n")

    def test_first_is_first_in_the_inputs_not_by_id(self):
        articles = self.corpus()[::-1]
        self.write("all.jsonl", lines(articles))
        self.assertEqual(self.kept("list", "all.jsonl"), "a3\nb2\nc1\n")

    def test_standard_input_is_kept_too(self):
        data = lines(self.corpus()).encode()
        out = self.kept("longest", "-", input=data)
        self.assertEqual([json.loads(line)["id"] for line in out.splitlines()], ["a1", "c1", "b2"])

    def test_a_text_file_becomes_a_line(self):
        self.write("a.txt", STORY)
        self.write("b.txt", STORY)
        self.yiwen("dedup", "a.txt", "b.txt", "--keep", "first", "-o", "kept.jsonl")
        kept = [json.loads(line) for line in (self.folder / "kept.jsonl").read_text().splitlines()]
        self.assertEqual(kept, [{"id": "a", "source": "a.txt", "text": STORY}])


class EditedSentences(DedupTest):
    def test_texts_without_a_common_sentence_are_found_by_edited_ones(self):
        dice = random.Random(6)
        one = [sentence(dice, 30) for _ in range(10)]
        other = [s[:14] + "改动" + s[16:] for s in one]
        self.write("all.jsonl", lines([{"id": "a", "text": "".join(one)}, {"id": "b", "text": "".join(other)}]))
        self.assertEqual(self.members("all.jsonl"), [["a", "b"]])
        self.assertEqual(self.members("all.jsonl", "--join-edited", "never"), [])

    def test_the_self_check_says_what_was_found(self):
        self.write("all.jsonl", lines(self.corpus()))
        _, err = self.clusters("all.jsonl", "--self-check", 100)
        self.assertIn("yiwen: self-check: ", err)
        self.assertIn(" 1.0000 of the pairs", err)


class Bounds(DedupTest):
    def test_a_footer_on_every_page_makes_no_cluster(self):
        dice = random.Random(4)
        footer = "".join(article(dice, 3))
        self.write("all.jsonl", lines({"id": i, "text": "".join(article(dice, 4)) + footer} for i in range(2000)))
        self.assertEqual(self.members("all.jsonl"), [])

    def test_a_footer_does_not_gather_short_pages_around_long_ones(self):
        dice = random.Random(5)
        footer = "".join(article(dice, 3))
        self.write("all.jsonl", lines({"id": i, "text": "".join(article(dice, (1, 3, 20)[i % 3])) + footer} for i in range(900)))
        self.assertEqual(self.members("all.jsonl"), [])

    def test_copies_of_one_sentence_are_one_cluster(self):
        self.write("all.jsonl", lines({"id": f"{i:05}", "text": "图书馆十二日上午重新向读者开放。"} for i in range(5000)))
        self.assertEqual([len(c) for c in self.members("all.jsonl")], [5000])

    def test_texts_of_one_character_do_not_take_forever(self):
        self.write("all.jsonl", lines({"id": i, "text": "啊" * (i + 1)} for i in range(2000)))
        self.clusters("all.jsonl")


class Output(DedupTest):
    def test_the_file_is_whole_or_not_there(self):
        self.write("all.jsonl", lines(self.corpus()))
        self.yiwen("dedup", "all.jsonl", "-o", "out/clusters.jsonl", "--quiet")
        self.assertEqual(self.names("out"), ["out/clusters.jsonl"])
        (self.folder / "closed").mkdir(mode=0o555)
        nobody = as_nobody()
        self.folder.joinpath("all.jsonl").chmod(0o644)
        self.yiwen("dedup", "all.jsonl", "-o", "closed/clusters.jsonl", status=2, **nobody)
        self.assertEqual(self.names("closed"), [])

    def test_quiet_says_nothing_and_timings_say_each_stage(self):
        self.write("all.jsonl", lines(self.corpus()))
        _, err = self.yiwen("dedup", "all.jsonl", "-o", "c.jsonl", "--quiet")
        self.assertEqual(err, "")
        _, err = self.yiwen("dedup", "all.jsonl", "-o", "c.jsonl", "--timings")
        for stage in ("read", "equal sentences", "clusters", "write", "all"):
            self.assertIn(f"yiwen: {stage} ", err)
        self.assertIn("similarity 0.5 and more): 1 from 8 characters on", err)
        _, err = self.yiwen("dedup", "all.jsonl", "-o", "c.jsonl", "--timings", "--join-edited", "never")
        self.assertIn("yiwen: expected recall of edited sentences: 0, for they were not looked for\n", err)


class Work(DedupTest):
    """Stages that are kept, memory that is bounded: always the same bytes."""

    def setUp(self):
        super().setUp()
        dice = random.Random(6)
        articles = []
        while len(articles) < 400:
            one = article(dice)
            articles.append(one)
            if len(articles) % 2 == 0:
                articles.append([s[:4] + sentence(dice, 1)[:1] + s[5:] for s in one[: 5 + len(articles) % 7]])
        self.write("all.jsonl", lines({"id": i, "text": "".join(a)} for i, a in enumerate(articles)))
        self.expected, _ = self.yiwen("dedup", "all.jsonl", "--passages")
        self.assertGreater(len(self.expected.splitlines()), 100)

    def dedup(self, *arguments, **options):
        return self.yiwen("dedup", "all.jsonl", "--passages", *arguments, **options)

    def test_what_was_kept_is_taken_and_the_same(self):
        out, err = self.dedup("--work", "work")
        self.assertEqual((out, err), (self.expected, ""))
        self.assertEqual(self.names("work"), ["work/clusters.run", "work/lock", "work/near.run"])
        out, err = self.dedup("--work", "work")
        self.assertEqual(out, self.expected)
        self.assertEqual(err, "yiwen: near sentences: taken from work\nyiwen: clusters: taken from work\n")
        self.assertEqual(self.dedup("--work", "work", "--quiet")[1], "")

    def test_other_articles_are_no_reason_to_take_it(self):
        self.dedup("--work", "work")
        text = (self.folder / "all.jsonl").read_text().splitlines(keepends=True)
        self.write("all.jsonl", "".join(text[:-1]))
        out, err = self.dedup("--work", "work")
        self.assertEqual((out, err), (self.dedup()[0], ""))

    def test_a_killed_run_goes_on_where_it_was(self):
        # So little memory that there are hundreds of passes.
        command = [PROGRAM, "dedup", "all.jsonl", "--passages", "--work", "work", "--memory", "1"]
        run = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while run.poll() is None and len(list((self.folder / "work").glob("candidates-*.run"))) < 3:
            pass
        run.kill()
        self.assertNotEqual(run.wait(), 0, "the run was over before it could be killed")
        kept = len(list((self.folder / "work").glob("candidates-*.run")))
        self.assertGreaterEqual(kept, 3)
        out, err = self.dedup("--work", "work", "--memory", "1")
        self.assertEqual(out, self.expected)
        self.assertIn("yiwen: near sentences: taken from work\n", err)
        self.assertEqual(self.names("work"), ["work/clusters.run", "work/lock", "work/near.run"])

    def test_a_damaged_file_is_said_and_costs_its_stage_only(self):
        self.dedup("--work", "work")
        path = self.folder / "work/near.run"
        whole = path.read_bytes()
        path.write_bytes(whole[:-40])
        out, err = self.dedup("--work", "work")
        self.assertEqual(out, self.expected)
        self.assertRegex(err, r"yiwen: work/near.run: byte \d+: the file ends in a section; what it held is found anew\n")
        self.assertEqual(path.read_bytes(), whole)

    def test_bounded_memory_changes_nothing_but_the_time(self):
        out, err = self.dedup("--memory", "1KB", "--jobs", "3")
        self.assertEqual(out, self.expected)
        self.assertRegex(err, r"yiwen: memory: \d+ MB were used where 0 MB were asked for")

    def test_two_runs_do_not_work_in_one_folder(self):
        self.dedup("--work", "work")
        with open(self.folder / "work/lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _, err = self.dedup("--work", "work", status=2)
        self.assertEqual(err, "yiwen: work: another run works in this folder\n")

    def test_a_folder_that_cannot_be_made_is_said_before_anything_is_read(self):
        self.write("file", "")
        _, err = self.yiwen("dedup", "missing.jsonl", "--work", "file/work", status=2)
        self.assertEqual(err, "yiwen: file/work: cannot be worked in: Not a directory\n")


class Collections(DedupTest):
    """Tables and archives: files that hold several articles, and are no lines."""

    def table(self, delimiter=","):
        out = io.StringIO()
        rows = csv.writer(out, delimiter=delimiter)
        rows.writerow(["id", "title", "text", "date"])
        for a in self.corpus():
            rows.writerow([a["id"], "题" + a["id"], a["text"], "2026-01-02"])
        return out.getvalue()

    def archive(self, *, also=()):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as pack:
            for a in self.corpus():
                pack.writestr(f"page/{a['id']}.txt", a["text"])
            for name, content in also:
                pack.writestr(name, content)
        return out.getvalue()

    def test_the_rows_of_a_table_are_articles(self):
        self.write("all.jsonl", lines(self.corpus()))
        expected = self.members("all.jsonl")
        for name, content in {"t.csv": self.table().encode("utf-16"), "t.tsv": self.table("\t").encode()}.items():
            self.write(name, content)
            clusters, err = self.clusters(name)
            self.assertEqual(err, "")
            self.assertEqual([[m["id"] for m in c["members"]] for c in clusters], expected)
            third = {m["id"]: m for m in clusters[0]["members"]}["a3"]
            self.assertEqual((third["source"], third["title"], third["date"]), (f"{name}:7", "题a3", "2026-01-02"))

    def test_columns_may_have_other_names(self):
        self.write("t.csv", self.table().replace("id,title,text", "编号,题目,正文"))
        _, err = self.clusters("t.csv", status=2)
        self.assertIn('no column "text" among: 编号, 题目, 正文', err)
        expected = [["a1", "a2", "a3"], ["b2", "b1"]]
        self.assertEqual(self.members("t.csv", "--column", "text=正文", "--column", "id=编号"), expected)

    def test_the_files_of_an_archive_are_articles(self):
        self.write("all.zip", self.archive())
        clusters, err = self.clusters("all.zip")
        self.assertEqual(err, "")
        self.assertEqual([[m["id"] for m in c["members"]] for c in clusters], [["a1", "a2", "a3"], ["b2", "b1"]])
        self.assertEqual(clusters[0]["members"][0]["source"], "all.zip/page/a1.txt")

    def test_a_broken_row_or_file_costs_itself_alone(self):
        self.write("t.csv", self.table() + '"c"x,d,e\r\n')
        clusters, err = self.clusters("t.csv", status=2)
        self.assertEqual(len(clusters), 2)
        self.assertIn("yiwen: t.csv: byte ", err)
        self.write("all.zip", self.archive(also=[("page/broken.pdf", b"%PDF-nothing"), ("page/picture.png", b"x")]))
        clusters, err = self.clusters("all.zip", status=2)
        self.assertEqual(len(clusters), 2)
        self.assertIn("yiwen: all.zip/page/broken.pdf: ", err)
        self.write("none.zip", self.archive()[:50])
        clusters, err = self.clusters("none.zip", "t.csv", status=2)
        self.assertEqual(len(clusters), 2)
        self.assertIn("yiwen: none.zip: ", err)

    def test_what_is_kept_of_them_are_lines(self):
        self.write("t.csv", self.table())
        out, _ = self.yiwen("dedup", "t.csv", "--keep", "first")
        kept = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([k["id"] for k in kept], ["a1", "b1", "c1"])
        self.assertEqual(kept[0], {"id": "a1", "source": "t.csv:2", "title": "题a1", "date": "2026-01-02",
                                   "text": self.corpus()[0]["text"]})
        self.write("all.zip", self.archive())
        out, _ = self.yiwen("dedup", "all.zip", "--keep", "list")
        self.assertEqual(out.split(), ["a1", "b1", "c1"])

    def test_the_first_of_a_table_is_the_one_of_the_lowest_row(self):
        dice = random.Random(2)
        rows = ["".join(article(dice)) for _ in range(9)]
        rows[0] = rows[8]  # rows 2 and 10
        self.write("t.csv", "id,text\n" + "".join(f"n{i},{text}\n" for i, text in enumerate(rows)))
        out, _ = self.yiwen("dedup", "t.csv", "--keep", "list")
        self.assertEqual(out.split(), [f"n{i}" for i in range(8)])

    def test_articles_of_one_id_are_told_apart(self):
        self.write("t.csv", self.table())
        self.write("all.zip", self.archive())
        clusters, _ = self.clusters("t.csv", "all.zip")
        self.assertEqual(len(clusters[0]["members"]), 6)
        ids = [m["id"] for m in clusters[0]["members"]]
        self.assertIn("a1@t.csv:2", ids)
        self.assertIn("all.zip/page/a1.txt", ids)


if __name__ == "__main__":
    unittest.main()
