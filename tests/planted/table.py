# SPDX-License-Identifier: Apache-2.0
"""The page docs/planted-changes.md: what was planted, what was found of it, and where that falls short."""

import verdict

HEAD = """# Planted changes

What yiwen finds of changes planted at known places of clean news texts, and what it says where nothing was planted. Written by

    tests/planted/measure.py build/yiwen --rounds {rounds} --seed {seed} --table docs/planted-changes.md

on {texts} texts of {sentences} sentences (`corpus/synthetic`): {places} changes in {runs} pairs or triples of texts. Each copy holds
several changes of one kind; besides, {mixed} copies hold one change each of up to 14 kinds, half of them compared with an untouched
copy as third text. `tests/planted/plant.py TEXT KIND` shows one copy and its places.

* **found**: a finding of the right type stands at the place on both sides, and is about little more than the change; for what is no
  change of the text (script, width, a merged sentence): the sentence is still linked and nothing at the place is louder than allowed;
  for noise: the words are marked as such.
* **named**: found, and of the right kind and severity where one is due: a changed digit must be critical.
* **precision**: of the findings above `folded` in the copies of that kind, those that speak of a planted place.

Columns are lengths of the sentence changed, in characters: found / planted, and precision where it is below 1.

"""


def cell(tally, c):
    if not tally.places[c]:
        return "–"
    precision = tally.precision((c,))
    return f"{tally.found[c]}/{tally.places[c]}" + (f", {precision:.2f}" if precision < 1 else "")


def page(measured, bars, known, lengths, length_name, asked):
    tallies = [(name, measured.kinds[name]) for name in verdict.DUTIES if name in measured.kinds]
    out = HEAD.format(rounds=asked.rounds, seed=asked.seed, texts=len(measured.stories), runs=measured.runs,
                      sentences=sum(measured.stories.values()), mixed=measured.mixed,
                      places=sum(sum(t.places.values()) for _, t in tallies))
    out += "| change | " + " | ".join(length_name(c) for c in lengths) + " | found | named | precision |\n"
    out += "|---|" + "---:|" * (len(lengths) + 3) + "\n"
    for name, t in tallies:
        cells = " | ".join(cell(t, c) for c in lengths)
        out += f"| {name} | {cells} | {t.recall():.3f} | {t.named_share():.3f} | {t.precision():.3f} |\n"
    out += f"\nFalse alarms above `folded`: {len(measured.alarms)}. Critical where nothing critical was planted: "
    out += f"{len(measured.critical_alarms)}. Copies not called a reprint: {len(measured.not_reprints)}.\n"
    out += "\n## Bars\n\nHeld by the test `planted.measure` on the first round. A bar that is not reached yet is a known shortfall: its "
    out += "figure may not become worse.\n\n| bar | at least | known shortfall |\n|---|---:|---|\n"
    for bar in bars:
        short = known.get(str(bar))
        least = f"{bar.least:.2f}" if hasattr(bar, "least") else "–"
        out += f"| {bar} | {least} | {str(short['measured']) + ': ' + short['why'] if short else ''} |\n"
    return out
