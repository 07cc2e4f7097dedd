#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plants changes at known places of a clean text.

    plant.py TEXT KIND [SEED]      prints the changed copy, and on standard error what was planted where

KIND is a function of changes.py, or `mixed`."""

import dataclasses
import pathlib
import random
import sys

sys.dont_write_bytecode = True
import changes
from story import Span, Story


@dataclasses.dataclass(frozen=True)
class Planted:
    """A change with its places on both sides. `clean` and `copy` go in step, one of each for every edit."""

    change: changes.Change
    clean: tuple[Span, ...]
    copy: tuple[Span, ...]
    about: tuple[Span, ...]  # the further places, in the copy

    @property
    def kind(self):
        return self.change.kind


@dataclasses.dataclass(frozen=True)
class Copy:
    story: Story
    text: str
    planted: list[Planted]


def choose(candidates, most, taken):
    """Up to `most` changes that touch neither one another nor what is taken, which grows by them."""
    chosen = []
    for change in candidates:
        spot = change.claim
        if any(spot.overlaps(t) or (len(spot) == 0 and spot == t) for t in taken):
            continue
        taken.append(spot)
        chosen.append(change)
        if len(chosen) == most:
            break
    return chosen


def apply(story, chosen):
    edits = sorted((e.span, e.words, c, i) for c, change in enumerate(chosen) for i, e in enumerate(change.edits))
    out, at, length, places = [], 0, 0, {}
    shifts = []  # (end in the clean text, growth so far)
    for span, words, c, i in edits:
        assert span.begin >= at, "two changes overlap"
        kept = story.text[at : span.begin]
        length += len(kept)
        places[c, i] = Span(length, length + len(words))
        length += len(words)
        out += [kept, words]
        at = span.end
        shifts.append((span.end, length - span.end))
    out.append(story.text[at:])

    def moved(span):
        """Where unchanged words of the clean text stand in the copy."""
        by = [0] + [growth for end, growth in shifts if end <= span.begin]
        return Span(span.begin + by[-1], span.end + by[-1])

    planted = []
    for c, change in enumerate(chosen):
        clean = tuple(e.span for e in change.edits)
        copy = tuple(places[c, i] for i in range(len(change.edits)))
        planted.append(Planted(change, clean, copy, tuple(moved(s) for s in change.about)))
    return Copy(story, "".join(out), planted)


def shuffled(kind, story, rng):
    candidates = list(kind(story, rng))
    rng.shuffle(candidates)
    return candidates


def plant(story, kind, seed):
    """A copy with several changes of one kind."""
    rng = random.Random(f"{seed}/{story.name}/{kind.__name__}")
    return apply(story, choose(shuffled(kind, story, rng), changes.KINDS[kind], []))


def plant_mixed(story, kinds, seed, most=14):
    """A copy with changes of many kinds, one of each."""
    rng = random.Random(f"{seed}/{story.name}/mixed")
    kinds = list(kinds)
    rng.shuffle(kinds)
    taken, chosen = [], []
    for kind in kinds:
        chosen += choose(shuffled(kind, story, rng), 1, taken)
        if len(chosen) == most:
            break
    return apply(story, chosen)


def main(path, kind, seed="1"):
    story = Story(pathlib.Path(path).stem, pathlib.Path(path).read_text(encoding="utf-8"))
    if kind == "mixed":
        kinds = [k for k in changes.KINDS if k is not changes.script or changes.can_convert()]
        copy = plant_mixed(story, kinds, seed)
    else:
        copy = plant(story, getattr(changes, kind), seed)
    sys.stdout.write(copy.text)
    for p in copy.planted:
        for clean, there in zip(p.clean, p.copy):
            print(f"{p.kind}: {story[clean]!r} [{clean.begin}, {clean.end}) -> "
                  f"{copy.text[there.begin : there.end]!r} [{there.begin}, {there.end})", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
