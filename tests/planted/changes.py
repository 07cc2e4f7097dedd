# SPDX-License-Identifier: Apache-2.0
"""The kinds of change that can be planted, each with the places of a story where it can be planted.

A change is a set of edits of the clean text: it is known to the letter where it stands on both sides. A kind lists all
the places where it could be made, in an order drawn by lot; plant.py takes as many as it wants of those that do not get in
one another's way."""

import dataclasses
import re
import shutil
import subprocess

import words
from story import Span


@dataclasses.dataclass(frozen=True)
class Edit:
    """The words at `span` of the clean text give way to `words`."""

    span: Span
    words: str


@dataclasses.dataclass(frozen=True)
class Change:
    kind: str
    edits: tuple[Edit, ...]
    sentence: Span                   # in whose length the place is counted
    claim: Span                      # no other change may touch this part of the clean text
    about: tuple[Span, ...] = ()     # further places of the clean text of which a finding may rightly speak


def dateline_end(story):
    first = story.paragraphs[0]
    return story.text.find("）", first.begin, first.end) + 1


def within_sentence(kind, story, edits, sentence=None):
    """A change of words inside one sentence; other changes may be made in the next one."""
    sentence = sentence or story.sentence_at(edits[0].span.begin)
    return Change(kind, tuple(edits), sentence, sentence)


def with_neighbours(story, span):
    """A part of the text and the sentences next to it, which a report may need to say where the change stands."""
    at = [i for i, s in enumerate(story.sentences) if s.overlaps(span)]
    return Span(story.sentences[max(at[0] - 1, 0)].begin, story.sentences[min(at[-1] + 1, len(story.sentences) - 1)].end)


def vocabulary_places(story, table):
    """Places of the words of a table in the body, behind the dateline; the longest word wins."""
    pattern = "|".join(sorted(table, key=lambda w: (-len(w), w)))
    for m, sentence in story.places(pattern):
        if m.start() >= dateline_end(story):
            yield Span(m.start(), m.end()), sentence


# --- words -----------------------------------------------------------------------------------------------------------


def one_word(story, rng):
    for span, sentence in vocabulary_places(story, words.SUBSTITUTES):
        yield within_sentence("one word changed", story, [Edit(span, words.SUBSTITUTES[story[span]])], sentence)


def two_words(story, rng):
    by_sentence = {}
    for span, sentence in vocabulary_places(story, words.SUBSTITUTES):
        by_sentence.setdefault(sentence, []).append(span)
    for sentence, spans in by_sentence.items():
        pairs = [(a, b) for a in spans for b in spans if a.end + 2 <= b.begin]
        if pairs:
            edits = [Edit(s, words.SUBSTITUTES[story[s]]) for s in rng.choice(pairs)]
            yield within_sentence("two words changed", story, edits, sentence)


def word_dropped(story, rng):
    for span, sentence in vocabulary_places(story, words.SUBSTITUTES):
        yield within_sentence("word dropped", story, [Edit(span, "")], sentence)


def word_inserted(story, rng):
    for sentence in story.sentences:
        for clause in story.clauses(sentence)[1:]:
            if story.text[clause.begin] not in "“”":
                at = Span(clause.begin, clause.begin)
                yield within_sentence("word inserted", story, [Edit(at, rng.choice(words.INSERTED))], sentence)


def transposed(story, rng):
    for span, sentence in vocabulary_places(story, words.SUBSTITUTES):
        a, b = story.text[span.begin : span.begin + 2]
        if a != b:
            yield within_sentence("characters transposed", story, [Edit(Span(span.begin, span.begin + 2), b + a)], sentence)


# --- facts -----------------------------------------------------------------------------------------------------------

DATE = r"\d+(?:\.\d+)?(?=[年月日时])"
NUMBER = r"(?<![\d.])\d+(?:\.\d+)?(?![\d.年月日时分号])"


def other_digit(rng, number):
    at = rng.choice([i for i, c in enumerate(number) if c.isdigit()])
    lowest = 1 if at == 0 else 0
    return number[:at] + rng.choice([d for d in "0123456789"[lowest:] if d != number[at]]) + number[at + 1 :]


def number_digit(story, rng):
    for m, sentence in story.places(NUMBER):
        yield within_sentence("number: a digit changed", story, [Edit(Span(*m.span()), other_digit(rng, m[0]))], sentence)


def date_digit(story, rng):
    for m, sentence in story.places(DATE):
        yield within_sentence("date: a digit changed", story, [Edit(Span(*m.span()), other_digit(rng, m[0]))], sentence)


def scaled(value, scale):
    """41.7 and 万亿 -> 417000亿; 3.2 and 亿 -> 32000万; 1.6 and 万 -> 16000. Exact, in decimal digits."""
    rest, zeros = {"万": ("", 4), "亿": ("万", 4), "万亿": ("亿", 4)}[scale]
    whole, _, broken = value.partition(".")
    return (whole + broken).lstrip("0") + "0" * (zeros - len(broken)) + rest


def number_same_value(story, rng):
    for m, sentence in story.places(r"(\d+(?:\.\d{1,3})?)(万亿|亿|万)"):
        edit = Edit(Span(*m.span()), scaled(m[1], m[2]))
        yield within_sentence("number: same value rewritten", story, [edit], sentence)


def negation_dropped(story, rng):
    for negation, behind in words.NEGATED:
        for m, sentence in story.places(negation + f"(?={behind})"):
            yield within_sentence("negation dropped", story, [Edit(Span(*m.span()), "")], sentence)


def negation_added(story, rng):
    for m, sentence in story.places(r"(?<![不未没无有])(?=" + "|".join(words.DENIABLE) + ")"):
        if m.start() >= dateline_end(story):
            yield within_sentence("negation added", story, [Edit(Span(*m.span()), "不")], sentence)


def name_letter(story, rng):
    for m, sentence in story.places("|".join(words.NAMES)):
        at = m.start() + rng.choice([1, 2])
        letter = rng.choice([c for c in words.NAME_LETTERS if c not in m[0]])
        yield within_sentence("name: one character changed", story, [Edit(Span(at, at + 1), letter)], sentence)


def post(story, rng):
    for m, sentence in story.places(f"(原|副)?({'|'.join(words.POSTS)})"):
        if m[1]:
            edit = Edit(Span(*m.span(1)), "")
        else:
            edit = Edit(Span(m.start(), m.start()), rng.choice(["副", "原"]))
        yield within_sentence("post: 原 or 副 added or dropped", story, [edit], sentence)


def protected_pair(story, rng):
    for one, other, critical in words.PROTECTED:
        kind = "protected pair, critical" if critical else "protected pair, major"
        for m, sentence in story.places(one):
            yield within_sentence(kind, story, [Edit(Span(*m.span()), other)], sentence)


# --- clauses, sentences, passages ------------------------------------------------------------------------------------


def clause_dropped(story, rng):
    for sentence in story.sentences:
        clauses = story.clauses(sentence)
        for before, clause in zip(clauses, clauses[1:]):
            # The mark before the clause goes with it where it is the last one: the sentence keeps its full stop.
            if len(clause) < 7 or any(q.overlaps(clause) for q in story.quoted()) or story.text[before.end - 1] not in "，；":
                continue
            last = clause is clauses[-1]
            span = Span(before.end - 1, clause.end - 1) if last else clause
            if story.text[clause.end - 1] in ("。" if last else "，；"):
                yield Change("clause dropped", (Edit(span, ""),), sentence, sentence)


def sentence_dropped(story, rng):
    for paragraph in story.paragraphs:
        sentences = story.sentences_of(paragraph)
        for sentence in sentences[1 if paragraph is story.paragraphs[0] else 0 :]:
            if len(sentences) > 1 and len(sentence) >= 8:
                yield Change("sentence dropped", (Edit(sentence, ""),), sentence, with_neighbours(story, sentence))


def whole_paragraph(story, paragraph):
    """A paragraph with the empty line behind it."""
    end = paragraph.end
    while end < len(story.text) and story.text[end] == "\n":
        end += 1
    return Span(paragraph.begin, end)


def passage_dropped(story, rng):
    for paragraph in story.paragraphs[1:-1]:
        if len(paragraph) >= 40:
            edit = Edit(whole_paragraph(story, paragraph), "")
            yield Change("passage dropped", (edit,), story.sentences_of(paragraph)[0], with_neighbours(story, paragraph))


def in_clause(story, sentence, at):
    """Is a place well inside a clause: two letters from its ends, and not in a number?"""
    near = story.text[at - 2 : at + 2]
    return sentence.begin + 2 <= at <= sentence.end - 3 and re.fullmatch(r"[\u4e00-\u9fff]{4}", near)


def middle(story, sentence):
    """The place inside a clause that is nearest to the middle of a sentence."""
    inside = [at for at in range(sentence.begin, sentence.end) if in_clause(story, sentence, at)]
    return min(inside, key=lambda at: abs(2 * at - sentence.begin - sentence.end)) if inside else None


# Letters that a cut takes away: fewer may be a word of address that an editor dropped.
LEAST_CUT = 7


def tail_cut(story, rng):
    for paragraph in story.paragraphs[:-1]:
        sentence = story.sentences_of(paragraph)[-1]
        at = middle(story, sentence)
        if at and sentence.end - at > LEAST_CUT:
            claim = with_neighbours(story, sentence)
            yield Change("cut to half at the end of a paragraph", (Edit(Span(at, sentence.end), ""),), sentence, claim)


def head_cut(story, rng):
    for paragraph in story.paragraphs[1:]:
        sentence = story.sentences_of(paragraph)[0]
        at = middle(story, sentence)
        if at and at - sentence.begin >= LEAST_CUT:
            claim = with_neighbours(story, sentence)
            yield Change("head of a paragraph cut off", (Edit(Span(sentence.begin, at), ""),), sentence, claim)


def column_break(story, rng):
    for span, sentence in vocabulary_places(story, words.SUBSTITUTES):
        at = span.begin + 1
        if in_clause(story, sentence, at):
            edit = Edit(Span(at, at), "\n\n")
            yield Change("column break in mid-word", (edit,), sentence, with_neighbours(story, sentence))


def paragraph_doubled(story, rng):
    for paragraph in story.paragraphs[1:-1]:
        if len(paragraph) >= 40:
            edit = Edit(Span(paragraph.end, paragraph.end), "\n\n" + story[paragraph])
            claim = with_neighbours(story, paragraph)
            yield Change("paragraph doubled", (edit,), story.sentences_of(paragraph)[0], claim, (paragraph,))


def doubled_without_head(story, rng):
    for paragraph in story.paragraphs[1:-1]:
        first = story.sentences_of(paragraph)[0]
        at = middle(story, first)
        if at and paragraph.end - at >= 40 and at - first.begin >= LEAST_CUT:
            edit = Edit(Span(paragraph.end, paragraph.end), "\n\n" + story.text[at : paragraph.end])
            claim = with_neighbours(story, paragraph)
            yield Change("paragraph doubled without its head", (edit,), first, claim, (paragraph,))


def paragraph_moved(story, rng):
    """Past longer text than its own: so it is this paragraph that moved, and not the others."""
    ps = story.paragraphs
    for i, paragraph in enumerate(ps[1:-1], 1):
        for j in range(i + 3, min(i + 6, len(ps))):
            passed = ps[j - 1].end - ps[i + 1].begin
            if len(paragraph) < 40 or passed < 1.5 * len(paragraph):
                continue
            at = Span(ps[j].begin, ps[j].begin)
            edits = (Edit(whole_paragraph(story, paragraph), ""), Edit(at, story[paragraph] + "\n\n"))
            claim = Span(ps[i - 1].begin, ps[j].end)
            yield Change("paragraph moved", edits, story.sentences_of(paragraph)[0], claim)


def columns_swapped(story, rng):
    """Two columns change places; the page was cut in the middle of a sentence: [..a|b..] stands as [b..][..a]."""
    ps = story.paragraphs
    for i in range(1, len(ps) - 4):
        cut, last = ps[i + 1], ps[i + 3]
        sentence = story.sentences_of(cut)[-1]
        at = middle(story, sentence)
        if at is None or len(sentence) < 20:
            continue
        first, second = Span(ps[i].begin, at), Span(at, last.end)
        edits = (Edit(Span(first.begin, first.begin), story[second] + "\n\n"), Edit(Span(at, last.end), ""))
        yield Change("columns swapped", edits, sentence, Span(ps[i - 1].begin, ps[i + 4].end), (first,))


def merged(story, rng):
    for one, other in zip(story.sentences, story.sentences[1:]):
        if one.end == other.begin and story.text[one.end - 1] == "。" and story.text[one.end] != "“":
            claim = with_neighbours(story, Span(one.begin, other.end))
            yield Change("two sentences merged", (Edit(Span(one.end - 1, one.end), "，"),), one, claim)


def split(story, rng):
    for sentence in story.sentences:
        for clause in story.clauses(sentence)[:-1]:
            at = clause.end - 1
            long_enough = at - sentence.begin >= 8 and sentence.end - at >= 9
            quoted = any(q.begin <= at < q.end for q in story.quoted())
            if story.text[at] == "，" and long_enough and not quoted:
                claim = with_neighbours(story, sentence)
                yield Change("one sentence split", (Edit(Span(at, at + 1), "。"),), sentence, claim)


# --- what is no change of the text -----------------------------------------------------------------------------------


def quotation_marks(story, rng):
    for q in story.quoted():
        if story.title.holds(q):
            continue
        edits = [Edit(Span(q.begin, q.begin + 1), ""), Edit(Span(q.end - 1, q.end), "")]
        yield within_sentence("quotation marks dropped", story, edits)


FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in "0123456789%"}
MARKS = [{"，": ","}, {"；": ";", "：": ":"}, {"“": "「", "”": "」"}, {"（": "(", "）": ")"}, {"、": "､"}, {"“": '"', "”": '"'}]


def width_and_marks(story, rng):
    for sentence in story.sentences:
        changed = story[sentence]
        for table in rng.sample(MARKS, 3):
            changed = "".join(table.get(c, c) for c in changed)
        if rng.random() < 0.5:
            changed = changed.translate(FULL_WIDTH)
        else:
            changed = re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", " ", changed)
        if changed != story[sentence]:
            yield within_sentence("width and punctuation", story, [Edit(sentence, changed)], sentence)


def to_traditional(text, standard):
    """The text in traditional characters, by the command of Debian's package opencc. REQUIRES: can_convert()"""
    done = subprocess.run(["opencc", "-c", f"{standard}.json"], input=text.encode(), capture_output=True, check=True)
    return done.stdout.decode()


def can_convert():
    return shutil.which("opencc") is not None


STANDARDS = ("s2t", "s2tw", "s2hk")


def script(story, rng):
    lines = "\n".join(story[s] for s in story.sentences) + "\n"
    converted = to_traditional(lines, rng.choice(STANDARDS)).splitlines()
    for sentence, words_ in zip(story.sentences, converted, strict=True):
        if words_ != story[sentence]:
            yield within_sentence("script", story, [Edit(sentence, words_)], sentence)


def pinyin(story, rng):
    for m, sentence in story.places("|".join(words.PINYIN)):
        edit = Edit(Span(m.end(), m.end()), f"({words.PINYIN[m[0]]})")
        yield within_sentence("pinyin put in", story, [edit], sentence)


def mojibake(story, rng):
    """Words whose UTF-8 was read as GBK."""
    for span, sentence in vocabulary_places(story, words.SUBSTITUTES):
        try:
            garbled = story[span].encode("utf-8").decode("gbk")
        except UnicodeDecodeError:
            continue
        yield within_sentence("mojibake", story, [Edit(span, garbled)], sentence)


def around(kind, story, place, line):
    edit = Edit(Span(place, place), line + "\n\n") if place == 0 else Edit(Span(place, place), "\n" + line + "\n")
    whole = Span(0, 0) if place == 0 else Span(place, place)
    return Change(kind, (edit,), story.title if place == 0 else story.sentences[-1], whole)


def spam(story, rng):
    yield around("spam at the head", story, 0, rng.choice(words.SPAM_HEAD))
    yield around("spam at the tail", story, len(story.text), rng.choice(words.SPAM_TAIL))


def furniture(story, rng):
    yield around("navigation", story, 0, rng.choice(words.NAVIGATION))
    yield around("footer", story, len(story.text), rng.choice(words.FOOTER))


# How many places of a kind one copy takes at most: a page doubles a paragraph once, and rewords as it likes.
KINDS = {
    one_word: 12, two_words: 10, word_dropped: 8, word_inserted: 8, transposed: 8,
    number_digit: 8, date_digit: 6, number_same_value: 6, negation_dropped: 6, negation_added: 6, name_letter: 6, post: 6,
    protected_pair: 8,
    clause_dropped: 5, sentence_dropped: 4, passage_dropped: 1, tail_cut: 3, head_cut: 3, column_break: 4,
    paragraph_doubled: 1, doubled_without_head: 1, paragraph_moved: 1, columns_swapped: 1, merged: 5, split: 5,
    quotation_marks: 6, width_and_marks: 10, script: 12, pinyin: 12, mojibake: 4, spam: 2, furniture: 2,
}
