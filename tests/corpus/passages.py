# SPDX-License-Identifier: Apache-2.0
"""Texts, passages in them, and the truth about them with every quote resolved to a passage.

A passage is a half-open range of code points in one text. Its weight is the number of letters, digits and Han
characters in it: space and punctuation never decide whether two passages are the same.
"""

import json
import pathlib
import unicodedata
from dataclasses import dataclass, field


class Text:
    def __init__(self, key, content):
        self.key = key
        self.content = content
        self._weight = [0]
        for c in content:
            self._weight.append(self._weight[-1] + (unicodedata.category(c)[0] in "LN"))

    def weight(self, begin, end):
        begin, end = max(0, begin), min(len(self.content), end)
        return self._weight[end] - self._weight[begin] if end > begin else 0

    def last_letter(self, begin, end):
        """Where the last letter of a range ends: what marks a sentence, whatever quotes and stops follow."""
        while end > begin and self.weight(end - 1, end) == 0:
            end -= 1
        return end

    def find(self, quote, occurrence=1, begin=0):
        at = begin - 1
        for _ in range(occurrence):
            at = self.content.find(quote, at + 1)
            if at < 0:
                raise ValueError(f"{self.key}: not in the text: {quote[:60]!r}")
        return at


@dataclass(frozen=True)
class Passage:
    text: Text
    begin: int
    end: int

    @property
    def doc(self):
        return self.text.key

    @property
    def weight(self):
        return self.text.weight(self.begin, self.end)

    @property
    def words(self):
        return self.text.content[self.begin : self.end]

    def shared(self, other):
        if self.text is not other.text:
            return 0
        return self.text.weight(max(self.begin, other.begin), min(self.end, other.end))

    def within(self, other, slack):
        """The two stand not further than `slack` code points apart."""
        return self.text is other.text and self.begin - slack <= other.end and other.begin <= self.end + slack

    def around(self, margin=12):
        left, right = max(0, self.begin - margin), self.end + margin
        before, after = self.text.content[left : self.begin], self.text.content[self.end : right]
        return f"{before}[{self.words}]{after}".replace("\n", "/")

    def __str__(self):
        return f"{self.doc}@{self.begin} {self.words[:40]!r}"


@dataclass
class Member:
    whole: Passage  # the sentence, or the merged sentence that carries the passage
    exact: Passage  # the words of this passage
    close: bool  # identical or near


@dataclass
class Side:
    place: Passage
    absent: bool


@dataclass
class Difference:
    sides: tuple
    severity: str
    required: bool
    note: str


@dataclass
class Gap:
    place: Passage
    kind: str
    physical: bool
    required: bool
    what: str


@dataclass
class Truth:
    texts: dict
    sentences: dict = field(default_factory=dict)
    clusters: list = field(default_factory=list)  # (confidence, [Member])
    echoes: list = field(default_factory=list)  # [Passage]
    duplicates: list = field(default_factory=list)  # (first, second, class)
    gaps: list = field(default_factory=list)
    differences: list = field(default_factory=list)
    noise: list = field(default_factory=list)  # (Passage, kind)
    relations: dict = field(default_factory=dict)


# Differences that the truth lists for the record and nobody need report one by one.
UNASKED_NOTES = ("punctuation only", "enumerator changed", "reporter attribution")


def load_truth(corpus):
    """Reads truth.json and the texts of reprints/. Fails on a quote that is not in its text."""
    corpus = pathlib.Path(corpus)
    raw = json.loads((corpus / "truth.json").read_text(encoding="utf-8"))
    texts = {}
    for path in sorted((corpus / "reprints").glob("*.txt")):
        texts[path.name[:3]] = Text(path.name[:3], path.read_bytes().decode("utf-8"))
    truth = Truth(texts)

    def quoted(entry, key="quote", count="occurrence"):
        text = texts[entry["doc"]]
        begin = text.find(entry[key], entry.get(count, 1))
        return Passage(text, begin, begin + len(entry[key]))

    for doc, sentences in raw["sentences"].items():
        at = 0
        truth.sentences[doc] = []
        for sentence in sentences:
            at = texts[doc].find(sentence, begin=at)
            truth.sentences[doc].append(Passage(texts[doc], at, at + len(sentence)))
            at += len(sentence)

    for cluster in raw["clusters"]:
        members = []
        for m in cluster["members"]:
            whole = quoted(m)
            exact = whole
            if "part" in m:
                begin = whole.text.find(m["part"], begin=whole.begin)
                exact = Passage(whole.text, begin, begin + len(m["part"]))
                if exact.end > whole.end:
                    raise ValueError(f"{whole}: the part is not in the quote: {m['part'][:60]!r}")
            members.append(Member(whole, exact, m["relation"] in ("identical", "near")))
        truth.clusters.append((cluster["confidence"], members))
    for echo in raw["echoes"]:
        truth.echoes.append([quoted(m) for m in echo["members"]])

    for d in raw["duplicates"]:
        truth.duplicates.append(
            (quoted(d, "first", "occurrence_first"), quoted(d, "second", "occurrence_second"), d["class"])
        )

    for key in ("truncations", "also_truncations"):
        for t in raw[key]:
            truth.gaps.append(
                Gap(quoted(t, "at"), t["kind"], t["basis"] == "physical", key == "truncations", t.get("what", ""))
            )

    def side(entry):
        anchor = quoted(entry, "anchor", "anchor_occurrence")
        if not entry["text"]:
            return Side(anchor, True)
        begin = anchor.text.find(entry["text"], begin=anchor.begin)
        if begin + len(entry["text"]) > anchor.end:
            raise ValueError(f"{anchor}: the text is not in the anchor: {entry['text'][:60]!r}")
        return Side(Passage(anchor.text, begin, begin + len(entry["text"])), False)

    for key in ("drift", "also_drift"):
        for d in raw[key]:
            note = d.get("note", "")
            required = key == "drift" and not note.startswith(UNASKED_NOTES)
            truth.differences.append(Difference((side(d["a"]), side(d["b"])), d["severity"], required, note))

    truth.noise = [(quoted(n), n["kind"]) for n in raw["noise"]]
    truth.relations = raw["relations"]
    return truth


class Report:
    """What a report claims, with every range as a passage."""

    def __init__(self, raw, texts):
        self.raw = raw
        self.texts = texts

    def key(self, document):
        return next((k for k in self.texts if str(document).startswith(k)), None)

    def passage(self, document, span):
        return Passage(self.texts[self.key(document)], span[0], span[1])

    @property
    def documents(self):
        return [(self.key(d["id"]), d) for d in self.raw["documents"] if self.key(d["id"])]

    @property
    def clusters(self):
        return [[self.passage(m["doc"], m["range"]) for m in c["members"]] for c in self.raw["clusters"]]

    def findings(self, kind):
        return [f for f in self.raw["findings"] if f["type"] == kind]

    def readings(self, finding):
        return [[self.passage(m["doc"], m["range"]) for m in r["members"]] for r in finding["readings"]]
