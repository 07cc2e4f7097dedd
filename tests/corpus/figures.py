# SPDX-License-Identifier: Apache-2.0
"""The figures by which a report is held against the truth: recall and precision of everything that it claims.

Each function takes (truth, report) and returns Figures: name, share in [0, 1], and what was missed or wrong.
"""

from dataclasses import dataclass, field

LOUD = ("critical", "major")

# What a text says of itself (its own title, source, date) differs from text to text and is not in the truth.
SELF_DESCRIPTION = ("title", "source", "byline", "date-line")

# A finding points at a place when it stands not further from it than this, in code points...
NEAR_GAP = 8
# ... and is not longer than this, in letters: a finding over a whole paragraph points nowhere.
POINTED = 60


@dataclass
class Figure:
    name: str
    share: float
    count: str
    missed: list = field(default_factory=list)


def figure(name, hits, misses):
    """REQUIRES: `hits` a number, `misses` the list of what failed. An empty class is a full share."""
    total = hits + len(misses)
    return Figure(name, hits / total if total else 1.0, f"{hits}/{total}", [str(m) for m in misses])


def split(items, good):
    """Counts the items that are good and lists those that are not."""
    bad = [i for i in items if not good(i)]
    return len(items) - len(bad), bad


# --- sentences


def sentences(truth, report):
    hits = extra = 0
    missed = []
    claimed = {doc: entry["sentences"] for doc, entry in report.documents}
    for doc, expected in truth.sentences.items():
        text = truth.texts[doc]
        ends = {text.last_letter(s.begin, s.end) for s in expected}
        said = {text.last_letter(*s) for s in claimed.get(doc, []) if text.weight(*s)}
        said = {e for e in said if any(s.begin < e <= s.end for s in expected)}  # what lies in noise is not asked
        hits += len(ends & said)
        extra += len(said - ends)
        missed += [f"{doc} missed: {text.content[max(0, e - 16):e + 2]!r}" for e in sorted(ends - said)]
        missed += [f"{doc} extra: {text.content[max(0, e - 16):e + 2]!r}" for e in sorted(said - ends)]
    total = 2 * hits + extra + sum(1 for m in missed if " missed: " in m)
    return [Figure("sentence_f1", 2 * hits / total if total else 1.0, f"{hits} right", missed)]


# --- passages that match


def is_member(claimed, passage):
    """A member is a sentence or a part of one: a range that holds far more says nothing of the passage."""
    return claimed.weight <= 3 * passage.weight + 20


def linked(clusters, left, right):
    """Letters of the two passages that lie in members of clusters that hold both."""
    on_left = on_right = 0
    for members in clusters:
        lefts = [m for m in members if m.shared(left) and is_member(m, left)]
        rights = [m for m in members if m.shared(right) and is_member(m, right)]
        if not lefts or not rights:
            continue
        if left.text is right.text and len(set(lefts) | set(rights)) < 2:
            continue  # one member over both is one passage, not two copies
        on_left += sum(m.shared(left) for m in lefts)
        on_right += sum(m.shared(right) for m in rights)
    return on_left, on_right


def pairs(truth, report):
    clusters = report.clusters
    found = close_found = 0
    missed, close_missed = [], []
    for confidence, members in truth.clusters:
        if confidence == "low":
            continue
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                if a.exact.shared(b.exact):
                    continue
                small = min(a.exact.weight, b.exact.weight)
                ok = min(linked(clusters, a.exact, b.exact)) >= 0.5 * small
                close = a.close and b.close
                found += ok
                close_found += ok and close
                if not ok:
                    (missed.append(f"{a.exact} ~ {b.exact}"))
                    if close:
                        close_missed.append(f"{a.exact} ~ {b.exact}")

    def same(claimed, passage):
        enough = 0.5 * max(1, min(claimed.weight, passage.weight))
        return is_member(claimed, passage) and claimed.shared(passage) >= enough

    groups = [[m.exact for m in members] for _, members in truth.clusters]
    groups += [[m.whole for m in members] for _, members in truth.clusters]

    def known(a, b, groups):
        for group in groups:
            at_a = {id(m) for m in group if same(a, m)}
            at_b = {id(m) for m in group if same(b, m)}
            if at_a and at_b and (a.text is not b.text or len(at_a | at_b) > 1):
                return True
        return False

    right, wrong = 0, []
    for members in clusters:
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                if not a.weight or not b.weight:
                    continue
                if known(a, b, groups):
                    right += 1
                elif not known(a, b, truth.echoes):
                    wrong.append(f"{a} ~ {b}")
    return [
        figure("pair_recall", found, missed),
        figure("pair_recall_close", close_found, close_missed),
        figure("pair_precision", right, wrong),
    ]


# --- repeats


def duplicates(truth, report):
    copies = lambda f: tuple(report.passage(f["doc"], f[key]) for key in ("first", "second"))
    claims = [copies(f) for f in report.findings("duplicate")]

    def covers(claim, entry, share):
        need = lambda p: max(1, share * p.weight)
        return any(
            x.shared(entry[0]) >= need(entry[0]) and y.shared(entry[1]) >= need(entry[1])
            for x, y in (claim, claim[::-1])
        )

    errors = [d for d in truth.duplicates if d[2] == "error"]
    hits, missed = split(errors, lambda d: any(covers(c, d, 0.5) for c in claims))
    right, wrong = split(claims, lambda c: any(covers(c, d, 0) for d in truth.duplicates))
    return [
        figure("duplicate_recall", hits, [f"{d[0]}" for d in missed]),
        figure("duplicate_precision", right, [f"{c[0]} = {c[1]}" for c in wrong]),
    ]


# --- cuts and omissions


def points_at(claim, place, slack=NEAR_GAP):
    return place.within(claim, slack) and claim.weight <= POINTED


def cuts(truth, report):
    claims = [report.passage(f["doc"], f["range"]) for f in report.findings("truncation")]
    physical = [g for g in truth.gaps if g.physical]
    hits, missed = split([g for g in physical if g.required], lambda g: any(points_at(c, g.place) for c in claims))
    right, wrong = split(claims, lambda c: any(points_at(c, g.place) for g in physical))
    return [
        figure("cut_recall", hits, [f"{g.kind} {g.place.around(4)}" for g in missed]),
        figure("cut_precision", right, [f"{c.doc} {c.around()}" for c in wrong]),
    ]


def is_place(readings, report):
    """A finding over the same wording all through a text is a sweep, not a place."""
    return all(sum(1 for m in r if m.doc == doc) <= 2 for r in readings for doc in report.texts)


def omissions(truth, report):
    said = [f for f in report.findings("omission")]
    claims = [report.passage(f["doc"], f["at"]) for f in said]
    short = []  # a clause that one text lacks may come as a drift with an empty reading as well
    for f in report.findings("drift"):
        readings = report.readings(f)
        if is_place(readings, report):
            short += [m for r in readings for m in r if m.weight <= 8]

    def found(gap):
        if any(points_at(c, gap.place) for c in claims):
            return True
        return gap.kind == "dropped-clause" and any(points_at(m, gap.place, 4) for m in short)

    hits, missed = split([g for g in truth.gaps if g.required and not g.physical], found)
    places = [g.place for g in truth.gaps]
    places += [s.place for d in truth.differences for s in d.sides if s.absent]
    shown = [report.passage(f["doc"], f["at"]) for f in said if f["severity"] != "folded"]
    right, wrong = split(shown, lambda c: any(points_at(c, p) for p in places))
    return [
        figure("omission_recall", hits, [f"{g.kind} {g.place.around(0)} lacks {g.what[:40]}" for g in missed]),
        figure("omission_precision", right, [f"{c.doc} {c.around()}" for c in wrong]),
    ]


# --- drift


def touches(side, member):
    place = side.place
    if place.text is not member.text:
        return False
    if side.absent:
        return place.within(member, 2) and member.weight <= 24
    if member.begin == member.end:
        return place.within(member, 1)
    small, large = sorted((place.weight, member.weight))
    if large > 4 * small + 24:  # a whole sentence marked is not a word found
        return False
    return place.begin < member.end and member.begin < place.end


def same_words(side, member):
    if side.absent or side.place.text is not member.text:
        return False
    small, large = sorted((side.place.weight, member.weight))
    shared = side.place.shared(member)
    return shared > 0 and shared >= 0.5 * small and large <= 3 * small + 6


def drift(truth, report):
    claims = []
    for f in report.findings("drift"):
        if f["severity"] == "folded" or f["kind"] in SELF_DESCRIPTION + ("systematic",):
            continue
        readings = report.readings(f)
        if len(readings) > 1 and is_place(readings, report):
            claims.append((f, readings))
    lost = [(f, report.passage(f["doc"], f["at"])) for f in report.findings("omission") if f["severity"] != "folded"]

    def hits_of(difference):
        a, b = difference.sides
        hits = []
        for f, readings in claims:
            at_a = {i for i, r in enumerate(readings) if any(touches(a, m) for m in r)}
            at_b = {i for i, r in enumerate(readings) if any(touches(b, m) for m in r)}
            if at_a and at_b and len(at_a | at_b) > 1:
                hits.append(f)
        hits += [f for f, at in lost for s in (a, b) if s.absent and points_at(at, s.place, 2)]
        return hits

    found = {s: [0, []] for s in ("critical", "major", "minor")}
    ranked = {s: [0, []] for s in LOUD}
    for d in truth.differences:
        if not d.required:
            continue
        hits = hits_of(d)
        name = " / ".join("-" + s.place.around(0) if s.absent else f"{s.place}" for s in d.sides)
        if hits:
            found[d.severity][0] += 1
        else:
            found[d.severity][1].append(name)
        if d.severity in LOUD:
            wanted = ("critical",) if d.severity == "critical" else LOUD
            if any(f["severity"] in wanted for f in hits):
                ranked[d.severity][0] += 1
            else:
                ranked[d.severity][1].append(f"{hits[0]['severity'] if hits else 'missed'}: {name}")

    def known(readings, differences):
        return any(same_words(s, m) for d in differences for s in d.sides for r in readings for m in r if m.weight)

    lettered = [(f, r) for f, r in claims if any(m.weight for members in r for m in members)]
    loud = [(f, r) for f, r in lettered if f["severity"] in LOUD]
    grave = [d for d in truth.differences if d.severity in LOUD]

    def shown(claim):
        f, readings = claim
        return f"{f['severity']} {f['kind']}: " + " / ".join(str(r[0]) for r in readings if r)

    right, wrong = split(lettered, lambda c: known(c[1], truth.differences))
    loud_right, loud_wrong = split(loud, lambda c: known(c[1], grave))
    return [
        figure("drift_recall_critical", *found["critical"]),
        figure("drift_recall_major", *found["major"]),
        figure("drift_recall_minor", *found["minor"]),
        figure("drift_precision", right, [shown(c) for c in wrong]),
        figure("critical_ranked_critical", *ranked["critical"]),
        figure("major_ranked_loud", *ranked["major"]),
        figure("loud_precision", loud_right, [shown(c) for c in loud_wrong]),
    ]


# --- what is not the article


DAMAGE_IN_TRUTH = ("pinyin-annotation", "mojibake", "lost-punctuation")
DAMAGE_IN_REPORT = ("annotation", "mojibake", "lost-punctuation")
EITHER_WAY = ("caption", "byline-date") + DAMAGE_IN_TRUTH  # marking these as noise is neither right nor wrong


def noise(truth, report):
    found = asked = right = said = 0
    missed = []
    claims = {doc: entry.get("noise", []) for doc, entry in report.documents}
    for doc, text in truth.texts.items():
        here = [(p, kind) for p, kind in truth.noise if p.doc == doc]
        letters = lambda begin, end: {i for i in range(begin, end) if text.weight(i, i + 1)}
        expected = set().union(*(letters(p.begin, p.end) for p, kind in here if kind not in EITHER_WAY))
        optional = set().union(*(letters(p.begin, p.end) for p, kind in here if kind in EITHER_WAY))
        marked = set()
        for n in claims.get(doc, []):
            if n["kind"] not in DAMAGE_IN_REPORT:
                marked |= letters(*n["range"])
                if not any(p.begin < n["range"][1] and n["range"][0] < p.end for p, _ in here):
                    missed.append(f"{doc} wrong {n['kind']}: {text.content[n['range'][0]:n['range'][1]][:40]!r}")
        missed += [f"missed {kind}: {p}" for p, kind in here if kind not in EITHER_WAY
                   and not any(i in marked for i in range(p.begin, p.end)) and p.weight]
        found += len(expected & marked)
        asked += len(expected)
        right += len((expected & marked) - optional)
        said += len(marked - optional)
    recall, precision = (n / of if of else 1.0 for n, of in ((found, asked), (right, said)))
    share = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
    return [Figure("noise_f1", share, f"{found}/{asked} letters", missed)]


def damage(truth, report):
    spots = [p for p, kind in truth.noise if kind in DAMAGE_IN_TRUTH]
    claims = [
        report.passage(entry["id"], n["range"])
        for _, entry in report.documents
        for n in entry.get("noise", [])
        if n["kind"] in DAMAGE_IN_REPORT
    ]
    claims = [c for c in claims if c.weight <= 20]
    overlaps = lambda a, b: a.text is b.text and a.begin < b.end and b.begin < a.end
    hits, missed = split(spots, lambda s: any(overlaps(s, c) for c in claims))
    right, wrong = split(claims, lambda c: any(overlaps(s, c) for s in spots))
    return [
        figure("damage_recall", hits, [s.around(4) for s in missed]),
        figure("damage_precision", right, [f"{c.doc} {c.around(6)}" for c in wrong]),
    ]


# --- relations


def relations(truth, report):
    got = {doc: entry.get("relation") for doc, entry in report.documents}
    base = report.key(report.raw["base"])
    got = {doc: ("base" if doc == base else relation) for doc, relation in got.items()}
    hits, missed = split(list(truth.relations), lambda d: got.get(d) in truth.relations[d])
    # A text that is merely related is linked with no other: such a link says "reprinted" of what was said anew.
    apart = [d for d, wanted in truth.relations.items() if wanted == ["related"]]
    links = [(a, b) for c in report.clusters for a in c for b in c if a.doc in apart and b.doc != a.doc]
    echoed = lambda a, b: any(any(m.shared(a) for m in e) and any(m.shared(b) for m in e) for e in truth.echoes)
    strays = [f"{a} ~ {b}" for a, b in links if not echoed(a, b)]
    return [
        figure("relations", hits, [f"{d} is called {got.get(d)}" for d in missed]),
        figure("related_left_apart", len(apart) if not strays else 0, strays),
    ]


def measure(truth, report):
    figures = []
    for part in (sentences, pairs, duplicates, cuts, omissions, drift, noise, damage, relations):
        figures += part(truth, report)
    return figures
