# SPDX-License-Identifier: Apache-2.0
"""What a report says of the planted places: which it found, which it named rightly, and what it says of other places.

A finding answers a planted change when it has the right type and stands at the place, on each side of which it speaks, and
when it is about little more than the change: one that holds a whole paragraph does not answer for a word in it."""

import dataclasses

from story import Span

ORDER = ("folded", "minor", "major", "critical")

# Code points that a place may lie beside the change: where 更换|了 gave way to 替换|了, 换 or 换了 may be meant.
SLACK = 2
# Letters that a reading may hold beyond the words changed: 法治化 for 法治, 38.6公里 for 38.6.
SPARE = 8
# The same for a finding about a sentence or a passage, which may take in what belongs to it.
SPARE_PASSAGE = 60
# Share of a passage that findings must cover to have told of it.
MOST = 0.8


@dataclasses.dataclass(frozen=True)
class Duty:
    """What a report owes a kind of change."""

    types: tuple = ()            # a finding of one of these types must stand at each edit ...
    kinds: tuple = ()            # ... and is named rightly when it is of one of these kinds, where any are given ...
    severities: tuple = ()       # ... and of one of these severities
    covers: bool = False         # the findings must cover most of the words, not just touch them
    noise: tuple = ()            # the words must be marked as one of these kinds of noise
    linked: bool = False         # the sentence must still be linked with its original
    loudest: str = "critical"    # no finding at the place may be louder


LOUD = ("major", "critical")
WORD = Duty(types=("drift",), loudest="major")
CUT = Duty(types=("truncation",), severities=LOUD)
# Where the copy was taken as base, what it lacks is what the clean text adds.
LEFT_OUT = Duty(types=("omission", "addition"), covers=True)

DUTIES = {
    "one word changed": WORD,
    "two words changed": WORD,
    "word dropped": Duty(types=("drift", "omission"), loudest="major"),
    "word inserted": Duty(types=("drift", "addition", "omission"), loudest="major"),
    "characters transposed": Duty(types=("drift",), kinds=("transposed", "misprint"), severities=LOUD, loudest="major"),
    "number: a digit changed": Duty(types=("drift",), kinds=("number",), severities=("critical",)),
    "date: a digit changed": Duty(types=("drift",), kinds=("date", "number"), severities=("critical",)),
    "number: same value rewritten": Duty(linked=True, loudest="minor"),
    "negation dropped": Duty(types=("drift",), kinds=("negation",), severities=("critical",)),
    "negation added": Duty(types=("drift",), kinds=("negation",), severities=("critical",)),
    "name: one character changed": Duty(types=("drift",), kinds=("name", "misprint"), severities=LOUD),
    "post: 原 or 副 added or dropped": Duty(types=("drift",), kinds=("post",), severities=("critical",)),
    "protected pair, critical": Duty(types=("drift",), severities=("critical",)),
    "protected pair, major": Duty(types=("drift",), severities=LOUD),
    "clause dropped": Duty(types=("omission", "drift", "addition"), covers=True),
    "sentence dropped": LEFT_OUT,
    "passage dropped": LEFT_OUT,
    "cut to half at the end of a paragraph": dataclasses.replace(CUT, kinds=("tail-missing",)),
    "head of a paragraph cut off": dataclasses.replace(CUT, kinds=("head-missing",)),
    "column break in mid-word": Duty(types=("truncation",), kinds=("split-mid-sentence",), loudest="major"),
    "paragraph doubled": Duty(types=("duplicate",), severities=LOUD, covers=True),
    "paragraph doubled without its head": Duty(types=("duplicate",), severities=LOUD, covers=True),
    "paragraph moved": Duty(types=("move",), covers=True, loudest="major"),
    "columns swapped": CUT,
    "two sentences merged": Duty(linked=True, loudest="minor"),
    "one sentence split": Duty(linked=True, loudest="minor"),
    "quotation marks dropped": Duty(linked=True, loudest="folded"),
    "width and punctuation": Duty(linked=True, loudest="folded"),
    "script": Duty(linked=True, loudest="folded"),
    "pinyin put in": Duty(noise=("annotation",), linked=True, loudest="folded"),
    "mojibake": Duty(noise=("mojibake",), loudest="major"),
    "spam at the head": Duty(noise=("spam",), loudest="minor"),
    "spam at the tail": Duty(noise=("spam",), loudest="minor"),
    "navigation": Duty(noise=("navigation",), loudest="minor"),
    "footer": Duty(noise=("footer", "navigation"), loudest="minor"),
}


def louder(severity, limit):
    return ORDER.index(severity) > ORDER.index(limit)


def places(finding):
    """Where a finding stands: document and range. What it cites from elsewhere as its witness is not its place."""
    if finding["type"] == "drift":
        return [(m["doc"], Span(*m["range"])) for r in finding["readings"] for m in r["members"]]
    if finding["type"] == "duplicate":
        return [(finding["doc"], Span(*finding[key])) for key in ("first", "second")]
    if finding["type"] == "omission":
        cited = finding.get("missing")
        missing = [(cited["doc"], Span(*cited["range"]))] if cited else []
        return [(finding["doc"], Span(*finding["at"]))] + missing
    return [(finding["doc"], Span(*finding["range"]))]


def near(one, other):
    return one.begin <= other.end + SLACK and other.begin <= one.end + SLACK


def shared(one, other):
    return max(0, min(one.end, other.end) - max(one.begin, other.begin))


class Reading:
    """A report read against what was planted in the text named `copy`; every other text of it is the clean one."""

    def __init__(self, report, copy):
        self.report = report
        self.copy = copy
        self.loud = [f for f in report["findings"] if f["severity"] != "folded"]

    def _zones(self, planted, doc):
        return (planted.copy if doc == "copy" else planted.clean)

    def _about(self, planted, doc):
        return self._zones(planted, doc) + (planted.about if doc == "copy" else planted.change.about)

    def _stands_at_edit(self, finding, planted, i):
        spare = SPARE if finding["type"] == "drift" else SPARE_PASSAGE
        sides = {"copy": [], "clean": []}
        for doc, span in places(finding):
            zone = self._zones(planted, doc)[i]
            fits = near(span, zone) and len(span) <= len(zone) + spare
            sides["copy" if doc == "copy" else "clean"].append(fits)
        # Readings stand side by side; of the other types, one place is enough.
        spoken = [s for s in sides.values() if s]
        return all(map(any, spoken)) if finding["type"] == "drift" else any(map(any, spoken))

    def speaks_of(self, finding, planted):
        """Is a planted change what a finding is about?"""
        if any(self._stands_at_edit(finding, planted, i) for i in range(len(planted.clean))):
            return True
        return any(near(span, zone) and len(span) <= len(zone) + SPARE_PASSAGE
                   for doc, span in places(finding) for zone in self._about(planted, doc) if len(zone) > 0)

    def _covered(self, findings, planted):
        """Findings must cover most of the words that came or went, on the side that has them; a passage that moved counts
        once, on the side of which the report speaks."""
        def cover(zone, copy_side):
            hits = set()
            for f in findings:
                for doc, span in places(f):
                    if (doc == "copy") == copy_side and len(span) <= len(zone) + SPARE_PASSAGE:
                        hits |= set(range(max(span.begin, zone.begin), min(span.end, zone.end)))
            return len(hits) >= MOST * len(zone)

        zones = [(z, False) for z in planted.clean if len(z) > 0] + [(z, True) for z in planted.copy if len(z) > 0]
        return any(cover(z, side) for z, side in zones)

    def _linked(self, planted):
        """A cluster holds most of each sentence of the clean text that was touched, together with the place in the copy."""
        clean = planted.change.sentence
        there = planted.copy[0]
        for cluster in self.report["clusters"]:
            members = [(m["doc"], Span(*m["range"])) for m in cluster["members"]]
            has_clean = any(d != "copy" and shared(s, clean) >= 0.4 * len(clean) for d, s in members)
            has_copy = any(d == "copy" and near(s, there) for d, s in members)
            if has_clean and has_copy:
                return True
        return False

    def _marked(self, planted, kinds):
        document = next(d for d in self.report["documents"] if d["id"] == "copy")
        spots = [Span(*n["range"]) for n in document["noise"] if n["kind"] in kinds]
        zone = planted.copy[0]
        words = len(self.copy.text[zone.begin : zone.end].strip())
        return sum(shared(s, zone) for s in spots) >= MOST * words

    def judge(self, planted):
        """Found, named rightly, and the findings at the place that are too loud."""
        duty = DUTIES[planted.kind]
        own = [f for f in self.loud if self.speaks_of(f, planted)]
        # A loud finding may be owed to a change next to this one.
        owed = lambda f: any(not louder(f["severity"], DUTIES[p.kind].loudest) and self.speaks_of(f, p)
                             for p in self.copy.planted if p is not planted)
        too_loud = [f for f in own if louder(f["severity"], duty.loudest) and not owed(f)]
        found = named = True
        if duty.types:
            right = [f for f in own if f["type"] in duty.types]
            named_right = [f for f in right if (not duty.kinds or f.get("kind") in duty.kinds)
                           and (not duty.severities or f["severity"] in duty.severities)]
            if planted.kind == "columns swapped":
                # The two seams: the column that now stands first begins, and the other ends, in mid-sentence.
                seams = [planted.copy[0].begin, planted.copy[1].begin]
                at_seam = lambda f, at: any(near(s, Span(at, at)) for _, s in places(f))
                found = all(any(at_seam(f, at) for f in right) for at in seams)
                named = found and any(f["type"] == "move" or f.get("kind") == "out-of-order" for f in own)
            elif duty.covers:
                found, named = self._covered(right, planted), self._covered(named_right, planted)
            else:
                at_edit = lambda fs, i: any(self._stands_at_edit(f, planted, i) for f in fs)
                edits = range(len(planted.clean))
                found = all(at_edit(right, i) for i in edits)
                named = found and all(at_edit(named_right, i) for i in edits)
        if duty.noise:
            found = found and self._marked(planted, duty.noise)
        if duty.linked:
            found = found and self._linked(planted)
        if not duty.types:
            found = found and not too_loud
            named = found
        return found, named, too_loud

    def false_alarms(self):
        """Findings above folded that speak of no planted place."""
        return [f for f in self.loud if not any(self.speaks_of(f, p) for p in self.copy.planted)]
