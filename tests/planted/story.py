# SPDX-License-Identifier: Apache-2.0
"""A clean text seen as paragraphs, sentences and clauses, all as ranges of code points.

The cutting is the test's own, on purpose plainer than the program's: it serves to choose places and to tell how long the
sentence at a place is, never to judge how the program cut."""

import dataclasses
import re


@dataclasses.dataclass(frozen=True, order=True)
class Span:
    begin: int
    end: int

    def __len__(self):
        return self.end - self.begin

    def holds(self, other):
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other):
        return self.begin < other.end and other.begin < self.end


class Story:
    """REQUIRES: the first line is the title; paragraphs stand apart by an empty line; the text ends with one newline."""

    def __init__(self, name, text):
        self.name = name
        self.text = text
        lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
        self.title = lines[0]
        self.paragraphs = lines[1:]
        self.sentences = [s for p in self.paragraphs for s in self._sentences(p)]

    def __getitem__(self, span):
        return self.text[span.begin : span.end]

    def _sentences(self, paragraph):
        """A full stop ends a sentence outside quotation marks, or in a quotation that a colon opened."""
        found, begin, opened_by_colon, depth = [], paragraph.begin, False, 0
        for at in range(paragraph.begin, paragraph.end):
            letter = self.text[at]
            if letter == "“":
                depth += 1
                opened_by_colon = self.text[at - 1] == "："
            elif letter == "”":
                depth -= 1
            closes = letter == "”" and depth == 0 and opened_by_colon and self.text[at - 1] in "。？！"
            if closes or (letter in "。？！" and depth == 0):
                found.append(Span(begin, at + 1))
                begin = at + 1
        if begin < paragraph.end:
            found.append(Span(begin, paragraph.end))
        return found

    def sentence_at(self, at):
        """The sentence nearest to a place."""
        return min(self.sentences, key=lambda s: max(s.begin - at, at - s.end + 1, 0))

    def paragraph_of(self, span):
        return next(p for p in self.paragraphs if p.holds(span))

    def sentences_of(self, paragraph):
        return [s for s in self.sentences if paragraph.holds(s)]

    def clauses(self, sentence):
        """Clauses with the mark that ends each."""
        return [Span(sentence.begin + m.start(), sentence.begin + m.end())
                for m in re.finditer(r"[^，；：。？！]+[，；：。？！”]*", self[sentence])]

    def quoted(self):
        return [Span(m.start(), m.end()) for m in re.finditer(r"“[^”\n]*”", self.text)]

    def places(self, pattern):
        """Matches of a pattern in the body, with the sentence of each."""
        for m in re.finditer(pattern, self.text):
            if m.start() >= self.paragraphs[0].begin:
                yield m, self.sentence_at(m.start())
