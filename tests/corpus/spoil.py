# SPDX-License-Identifier: Apache-2.0
"""Is the corpus test awake? Builds the report of a program that makes no mistake and sees that it passes; then spoils it
in one way after the other and sees that the figure concerned falls below its bar."""

import copy

import figures
import passages


def span(p):
    return [p.begin, p.end]


def ideal(truth):
    """The report that says the truth, the whole truth and nothing else."""
    relation = lambda wanted: next(r for r in wanted if r != "base")
    damage = dict(zip(figures.DAMAGE_IN_TRUTH, figures.DAMAGE_IN_REPORT))
    kinds = {**damage, "copyright-footer": "footer", "seo-spam": "spam", "byline-date": "byline"}
    documents = [
        {
            "id": doc,
            "relation": relation(truth.relations[doc]),
            "sentences": [span(s) for s in truth.sentences[doc]],
            "noise": [{"range": span(p), "kind": kinds.get(kind, kind)} for p, kind in truth.noise if p.doc == doc],
        }
        for doc in truth.texts
    ]
    clusters = [
        {"id": f"c{i}", "members": [{"doc": m.exact.doc, "range": span(m.exact)} for m in members]}
        for i, (_, members) in enumerate(truth.clusters)
    ]
    findings = []
    for first, second, kind in truth.duplicates:
        if kind == "error":
            findings.append({"type": "duplicate", "doc": first.doc, "first": span(first), "second": span(second)})
    for g in truth.gaps:
        middle = (g.place.begin + g.place.end) // 2
        if g.required and g.physical:
            findings.append({"type": "truncation", "doc": g.place.doc, "range": [middle, middle]})
        elif g.required:
            findings.append({"type": "omission", "doc": g.place.doc, "at": [middle, middle]})
    for d in truth.differences:
        if not d.required:
            continue
        readings = []
        for s in d.sides:
            at = (s.place.begin + s.place.end) // 2
            where = [at, at] if s.absent else span(s.place)
            members = [{"doc": s.place.doc, "range": where}]
            readings.append({"text": "" if s.absent else s.place.words, "members": members})
        findings.append({"type": "drift", "kind": "wording", "readings": readings})
        findings[-1]["severity"] = d.severity
    for f in findings:
        f.setdefault("severity", "minor")
    return {"base": next(iter(truth.texts)), "documents": documents, "clusters": clusters, "findings": findings}


def without(report, kind, severity=None):
    """The report without the first finding of a type."""
    at = next(i for i, f in enumerate(report["findings"]) if f["type"] == kind and severity in (None, f["severity"]))
    del report["findings"][at]


def without_many(report, kind, share):
    seen = -1
    kept = []
    for f in report["findings"]:
        seen += f["type"] == kind
        if f["type"] != kind or seen % share:
            kept.append(f)
    report["findings"] = kept


def add(report, count, make):
    report["findings"] += [make(i) for i in range(count)]


def drift_of(doc, begin, severity):
    members = lambda d: [{"doc": d, "range": [begin, begin + 2]}]
    readings = [{"text": "a", "members": members(doc)}, {"text": "b", "members": members("000")}]
    return {"type": "drift", "kind": "wording", "severity": severity, "readings": readings}


def set_severity(report, was, now):
    for f in report["findings"]:
        if f["type"] == "drift" and f["severity"] == was:
            f["severity"] = now


def spoil_sentences(report):
    """A program that takes one sentence in twenty together with the next."""
    for d in report["documents"]:
        ss = d["sentences"]
        joined = lambda i: [ss[i][0], ss[i + 1][1]] if i % 20 == 0 and i + 1 < len(ss) else ss[i]
        d["sentences"] = [joined(i) for i in range(len(ss)) if i % 20 != 1]


def forget_members(report, every):
    clusters = report["clusters"]
    report["clusters"] = [c for i, c in enumerate(clusters) if i % every]


def link_strangers(report):
    """Links sentences that have nothing to do with one another."""
    one, two = report["documents"][1]["sentences"], report["documents"][3]["sentences"]
    for i in range(12):
        members = [{"doc": "001", "range": one[2 + i]}, {"doc": "003", "range": two[6 + i]}]
        report["clusters"].append({"id": f"x{i}", "members": members})


def link_interview(report):
    """Links one sentence of the merely related text with the base."""
    one, two = report["documents"][0]["sentences"], report["documents"][2]["sentences"]
    members = [{"doc": "000", "range": one[11]}, {"doc": "002", "range": two[7]}]
    report["clusters"].append({"id": "x", "members": members})


def overlook_noise(report):
    for d in report["documents"]:
        d["noise"] = [n for n in d["noise"] if n["kind"] not in ("footer", "spam")]


def overlook_damage(report):
    noise = report["documents"][0]["noise"]
    noise.remove(next(n for n in noise if n["kind"] == "annotation"))


def imagine_damage(report):
    report["documents"][3]["noise"] += [{"range": [200 + i, 202 + i], "kind": "mojibake"} for i in range(0, 60, 6)]


def rename_relation(report):
    report["documents"][2]["relation"] = "reprint"


def spot(kind, i):
    """A finding in the middle of the interview, where nothing is cut, dropped or doubled."""
    at = 600 + 40 * i
    place = {"truncation": {"range": [at, at]}, "omission": {"at": [at, at]}}
    place["duplicate"] = {"first": [at, at + 20], "second": [at + 900, at + 920]}
    return {"type": kind, "doc": "002", "severity": "major", **place[kind]}


SPOILED = [
    ("sentence_f1", spoil_sentences),
    ("pair_recall", lambda r: forget_members(r, 8)),
    ("pair_recall_close", lambda r: forget_members(r, 20)),
    ("pair_precision", link_strangers),
    ("duplicate_recall", lambda r: without(r, "duplicate")),
    ("duplicate_precision", lambda r: add(r, 1, lambda i: spot("duplicate", i))),
    ("cut_recall", lambda r: (without(r, "truncation"), without(r, "truncation"))),
    ("cut_precision", lambda r: add(r, 4, lambda i: spot("truncation", i))),
    ("omission_recall", lambda r: without_many(r, "omission", 3)),
    ("omission_precision", lambda r: add(r, 12, lambda i: spot("omission", i))),
    ("drift_recall_critical", lambda r: without(r, "drift", "critical")),
    ("drift_recall_major", lambda r: (without_many(r, "drift", 3), without_many(r, "omission", 1))),
    ("drift_recall_minor", lambda r: (without_many(r, "drift", 3), without_many(r, "omission", 1))),
    ("drift_precision", lambda r: add(r, 30, lambda i: drift_of("002", 600 + 40 * i, "minor"))),
    ("critical_ranked_critical", lambda r: set_severity(r, "critical", "major")),
    ("major_ranked_loud", lambda r: set_severity(r, "major", "minor")),
    ("loud_precision", lambda r: add(r, 12, lambda i: drift_of("002", 600 + 40 * i, "major"))),
    ("noise_f1", overlook_noise),
    ("damage_recall", overlook_damage),
    ("damage_precision", imagine_damage),
    ("relations", rename_relation),
    ("related_left_apart", link_interview),
]


def check(truth, bars):
    """Returns what is amiss: figures that an ideal report does not fill, and spoilings that pass unnoticed."""
    perfect = ideal(truth)
    amiss = []
    for f in figures.measure(truth, passages.Report(perfect, truth.texts)):
        if f.share < 1.0:
            amiss.append(f"ideal {f.name}")
            print(f"an ideal report gets {f.name} {f.share:.3f}: {f.missed[:3]}")
    spoiled = set()
    for name, spoil in SPOILED:
        report = copy.deepcopy(perfect)
        spoil(report)
        share = next(f.share for f in figures.measure(truth, passages.Report(report, truth.texts)) if f.name == name)
        noticed = share < bars[name]
        print(f"{'noticed' if noticed else 'ASLEEP '}  {name:26s} falls to {share:.3f}, bar {bars[name]:.2f}")
        if not noticed:
            amiss.append(f"asleep {name}")
        spoiled.add(name)
    amiss += [f"never spoiled {name}" for name in bars if name not in spoiled]
    return amiss
