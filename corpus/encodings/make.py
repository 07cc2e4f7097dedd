#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the encoded files from the texts that must come out of them. Needs Python's standard codecs only."""
import codecs
from pathlib import Path

here = Path(__file__).parent
hans, hans_rare, hant, hant_hkscs = (
    (here / f"expected-{name}.txt").read_text("utf-8") for name in ("hans", "hans-rare", "hant", "hant-hkscs"))

for name, text, codec, mark in (
    ("hans-utf-8", hans, "utf-8", b""),
    ("hans-utf-8-bom", hans, "utf-8", codecs.BOM_UTF8),
    ("hans-utf-16le-bom", hans, "utf-16-le", codecs.BOM_UTF16_LE),
    ("hans-utf-16be-bom", hans, "utf-16-be", codecs.BOM_UTF16_BE),
    ("hans-utf-16le", hans, "utf-16-le", b""),
    ("hans-utf-32le-bom", hans, "utf-32-le", codecs.BOM_UTF32_LE),
    ("hans-utf-32be", hans, "utf-32-be", b""),
    ("hans-gbk", hans, "gbk", b""),
    ("hans-hz", hans, "hz", b""),
    ("hans-rare-gb18030", hans_rare, "gb18030", b""),
    ("hant-utf-8", hant, "utf-8", b""),
    ("hant-utf-16be", hant, "utf-16-be", b""),
    ("hant-gb18030", hant, "gb18030", b""),
    ("hant-big5", hant, "big5", b""),
    ("hant-hkscs-big5-hkscs", hant_hkscs, "big5hkscs", b""),
):
    (here / f"{name}.txt").write_bytes(mark + text.encode(codec))

# One byte of 图, the first of its word in the text, is damaged; what becomes of the character is written out below.
before, after = hans.split("图", 1)
for name, codec, damaged, left in (
    ("hans-utf-8-damaged", "utf-8", b"\xe5\x9b\x3f", "\ufffd?"),  # E5 9B BE
    ("hans-gb18030-damaged", "gb18030", b"\xcd\xff", "\ufffd"),  # CD BC
):
    (here / f"{name}.txt").write_bytes(before.encode(codec) + damaged + after.encode(codec))
    (here / f"expected-{name}.txt").write_text(before + left + after, "utf-8")
