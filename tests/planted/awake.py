# SPDX-License-Identifier: Apache-2.0
"""Is the measurement itself awake? Three reports that no program wrote: one that tells all that was planted and nothing else
reaches every bar; one that says nothing and one that shouts everywhere together fail each of them."""

import verdict


def span(s):
    return [s.begin, s.end]


def finding_of(planted, duty, i):
    kind = duty.kinds[0] if duty.kinds else "wording"
    severity = duty.severities[0] if duty.severities else "minor"
    clean, there = planted.clean[i], planted.copy[i]
    told = {"type": duty.types[0], "kind": kind, "severity": severity}
    if duty.types[0] == "drift":
        sides = [("clean", clean), ("copy", there)]
        return {**told, "readings": [{"text": "", "members": [{"doc": d, "range": span(s)}]} for d, s in sides]}
    if duty.types[0] == "omission":
        return {**told, "doc": "copy", "at": span(there), "missing": {"doc": "clean", "range": span(clean)}}
    if duty.types[0] == "truncation":
        return {**told, "doc": "copy", "range": [there.begin, there.begin]}
    if duty.types[0] == "duplicate":
        return {**told, "doc": "copy", "first": span(planted.about[0]), "second": span(there)}
    return {**told, "doc": "copy", "range": span(there)}


def ideal(copy):
    """The report that says the truth about a copy, the whole truth and nothing else."""
    report = empty(copy)
    for planted in copy.planted:
        duty = verdict.DUTIES[planted.kind]
        if duty.types:
            report["findings"] += [finding_of(planted, duty, i) for i in range(len(planted.clean))]
        if planted.kind == "columns swapped":
            report["findings"].append({"type": "move", "kind": "moved-passage", "severity": "minor", "doc": "copy",
                                       "range": span(planted.copy[0])})
        if duty.noise:
            report["documents"][1]["noise"].append({"range": span(planted.copy[0]), "kind": duty.noise[0]})
        members = [("clean", planted.change.sentence), ("copy", planted.copy[0])]
        report["clusters"].append({"id": "c", "members": [{"doc": d, "range": span(s)} for d, s in members]})
    return numbered(report)


def empty(copy):
    documents = [{"id": "clean", "relation": "base", "noise": []}, {"id": "copy", "relation": "reprint", "noise": []}]
    return {"base": "clean", "documents": documents, "clusters": [], "findings": []}


def shouting(copy):
    """Critical findings all over the copy and over the clean text."""
    report = empty(copy)
    for doc, text in (("clean", copy.story.text), ("copy", copy.text)):
        for at in range(0, len(text), 5):
            report["findings"].append({"type": "drift", "kind": "title", "severity": "critical",
                                       "readings": [{"text": "", "members": [{"doc": doc, "range": [at, at + 3]}]}]})
    return numbered(report)


def numbered(report):
    for i, f in enumerate(report["findings"]):
        f["id"] = f"f{i}"
    return report


def sleeping(bars, measure):
    """What is amiss. `measure` turns a function from copies to reports into figures by the names of the bars."""
    amiss = []
    true, silent, loud = measure(ideal), measure(empty), measure(shouting)
    for bar in bars:
        if not bar.reached(true):
            amiss.append(f"the true report does not reach: {bar}, {bar.figure(true):.3f}")
        if bar.reached(silent) and bar.reached(loud):
            amiss.append(f"neither silence nor shouting fails: {bar}")
    return amiss
