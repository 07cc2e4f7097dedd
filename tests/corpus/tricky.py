# SPDX-License-Identifier: Apache-2.0
"""Small pairs of texts with one difficulty each, and what a report must and must not say of them.

Every entry of expected.json is named after its pair, TOPIC_left.txt and TOPIC_right.txt, and holds any of

    must      findings that must be there; see `answers` for what may be asked of one
    must_not  findings that must not be there, described in the same way
    loudest   no finding may be louder: minor, or folded where nothing may be shown at all
    linked    pairs of words, left and right, that must lie in one cluster
    unlinked  nothing of the two may lie in one cluster
    noise     [side, kind, words]: spots that must be marked
    relation  what the second text may be called

Besides, every reading of every finding must be, letter by letter, the words at the range that it names.
"""

import json

ORDER = ("folded", "minor", "major", "critical")

# A reading may hold a few letters more than the words that differ: 法治化 for 法治.
SPARE = 6


class Pair:
    def __init__(self, folder, topic, report):
        self.report = report
        self.side = {}
        self.text = {}
        for side in ("left", "right"):
            self.text[side] = (folder / f"{topic}_{side}.txt").read_bytes().decode("utf-8")
            for d in report["documents"]:
                if d["id"].endswith(side):
                    self.side[d["id"]] = side

    def words(self, doc, span):
        return self.text[self.side[doc]][span[0] : span[1]]

    def members(self):
        for f in self.report["findings"]:
            for r in f.get("readings", []):
                for m in r["members"]:
                    yield f, r, m


def reads(pair, finding, wanted):
    """One reading holds the words wanted on the left and another those wanted on the right, with little else around."""
    if finding["type"] == "omission":
        missing = finding.get("missing")
        said = [pair.words(missing["doc"], missing["range"]) if missing else "", ""]
    else:
        said = [r["text"] for r in finding.get("readings", [])]

    def holds(text, words):
        return words in text and len(text) <= len(words) + SPARE

    return any(holds(a, wanted[0]) and holds(b, wanted[1]) for a in said for b in said if a != b)


def stands_at(pair, finding, words):
    """The place of a finding lies at the words, or not further than eight code points away."""
    text = pair.text[pair.side[finding["doc"]]]
    if finding["type"] == "duplicate":
        copies = [pair.words(finding["doc"], finding[key]) for key in ("first", "second")]
        return all(len(set(words) & set(c)) >= 0.8 * len(set(words)) for c in copies)
    span = finding.get("range") or finding.get("at")
    begin = text.find(words)
    return span[0] - 8 <= begin + len(words) and begin - 8 <= span[1]


def answers(pair, finding, wanted):
    """Does a finding answer a description: type, kind, severity (lists), readings, doc and words?"""
    for key in ("type", "kind", "severity"):
        if key in wanted and finding.get(key) not in wanted[key]:
            return False
    if "readings" in wanted and not reads(pair, finding, wanted["readings"]):
        return False
    if "doc" in wanted and pair.side.get(finding.get("doc")) != wanted["doc"]:
        return False
    return "words" not in wanted or stands_at(pair, finding, wanted["words"])


def brief(pair, finding):
    readings = " / ".join(repr(r["text"]) for r in finding.get("readings", []))
    return f"{finding['severity']} {finding['type']} {finding.get('kind', '')} {readings}".strip()


def linked(pair, left, right):
    def holds(cluster, side, words):
        begin = pair.text[side].find(words)
        end = begin + len(words)
        return any(
            pair.side[m["doc"]] == side and min(end, m["range"][1]) - max(begin, m["range"][0]) >= 0.8 * len(words)
            for m in cluster["members"]
        )

    return any(holds(c, "left", left) and holds(c, "right", right) for c in pair.report["clusters"])


def amiss(pair, expected):
    """All that a report says wrongly or fails to say of a pair."""
    found = pair.report["findings"]
    wrong = [f"no finding answers {json.dumps(w, ensure_ascii=False)}"
             for w in expected.get("must", []) if not any(answers(pair, f, w) for f in found)]
    wrong += [f"should not be found: {brief(pair, f)}"
              for w in expected.get("must_not", []) for f in found if answers(pair, f, w) and f["severity"] != "folded"]
    if "loudest" in expected:
        limit = ORDER.index(expected["loudest"])
        wrong += [f"too loud: {brief(pair, f)}" for f in found if ORDER.index(f["severity"]) > limit]
    wrong += [f"not linked: {a} ~ {b}" for a, b in expected.get("linked", []) if not linked(pair, a, b)]
    if expected.get("unlinked"):
        wrong += [f"linked: {c['id']}" for c in pair.report["clusters"] if len({m["doc"] for m in c["members"]}) > 1]
    for side, kind, words in expected.get("noise", []):
        begin = pair.text[side].find(words)
        end = begin + len(words)
        spots = [n for d in pair.report["documents"] if pair.side.get(d["id"]) == side for n in d.get("noise", [])]
        marked = any(n["kind"] == kind and n["range"][0] < end and begin < n["range"][1] for n in spots)
        if not marked:
            wrong.append(f"not marked as {kind}: {words} in {side}")
    if "relation" in expected:
        others = [d for d in pair.report["documents"] if d["id"] != pair.report["base"]]
        wrong += [f"{d['id']} is called {d['relation']}" for d in others if d["relation"] not in expected["relation"]]
    for f, r, m in pair.members():
        if pair.words(m["doc"], m["range"]) != r["text"]:
            wrong.append(f"{f['id']}: the range {m['range']} of {m['doc']} is not {r['text']!r}")
    return wrong


def check(folder, run, topics):
    """Runs every topic (or those named) and returns the names of those that fell."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    fallen = []
    for topic in topics or expected:
        if topic not in expected:
            raise ValueError(f"no topic named {topic}")
        report = run([folder / f"{topic}_left.txt", folder / f"{topic}_right.txt"])
        wrong = amiss(Pair(folder, topic, report), expected[topic])
        print(f"{'FALLS' if wrong else 'holds'}  {topic}: {expected[topic]['shows']}")
        for w in wrong:
            print("           " + w.replace("\n", "/"))
        if wrong:
            fallen.append(topic)
    return fallen


def asleep(folder):
    """The topics that neither a report without any finding nor one that shouts at everything would fail."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    sleeping = []
    for topic, entry in expected.items():
        documents = [{"id": f"{topic}_{side}", "relation": "reprint"} for side in ("left", "right")]
        members = [{"doc": d["id"], "range": [0, 2]} for d in documents]
        silent = {"base": documents[0]["id"], "documents": documents, "clusters": [], "findings": []}
        pair = Pair(folder, topic, silent)
        readings = [{"text": pair.words(m["doc"], m["range"]), "members": [m]} for m in members]
        shout = {"id": "f1", "type": "drift", "kind": "wording", "severity": "critical", "readings": readings}
        shouting = dict(silent, findings=[shout], clusters=[{"id": "c1", "members": members}])
        if not amiss(pair, entry) and not amiss(Pair(folder, topic, shouting), entry):
            sleeping.append(topic)
    return sleeping
