#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the files of this folder that are no text: Word, OpenDocument, PDF, archives. Texts are of nobody's.

    corpus/files/make.py        # writes them beside itself; the same bytes every time
"""
import io
import pathlib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
STAMP = (2026, 1, 1, 0, 0, 0)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD_DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document {W}><w:body>
<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t>老城墙根下的早市</w:t></w:r></w:p>
<w:p><w:r><w:t>本报记者</w:t></w:r><w:r><w:t xml:space="preserve">  唐小满</w:t></w:r></w:p>
<w:p><w:r><w:t>老城墙根下的早市，每天四点半出摊，</w:t></w:r><w:ins w:id="1" w:author="e"><w:r><w:t>八点钟收摊，</w:t></w:r></w:ins><w:del w:id="2" w:author="e"><w:r><w:delText>九点钟收摊，</w:delText></w:r></w:del><w:r><w:t>四十多年没有挪过地方。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>摊位怎么分</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>品类</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>摊位</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>蔬菜</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>41</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="e"/></w:rPr></w:pPr><w:r><w:t>街道的答复是，</w:t></w:r></w:p><w:p><w:r><w:t>工期四个月，摊位按现有名单抽签。</w:t></w:r></w:p>
<w:sdt><w:sdtContent><w:p><w:r><w:t>摊主老谭说，</w:t><w:tab/><w:t>他不怕抽签，</w:t></w:r><w:hyperlink><w:r><w:t>怕的是大家不来了。</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>
<w:sectPr/></w:body></w:document>"""
WORD_STYLES = f"""<?xml version="1.0" encoding="UTF-8"?><w:styles {W}><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>"""
WORD_FOOTNOTES = f"""<?xml version="1.0" encoding="UTF-8"?><w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>据一九八五年的街道志。</w:t></w:r></w:p></w:footnote></w:footnotes>"""
WORD_CORE = """<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>早市稿</dc:title><dc:creator>唐小满</dc:creator><dcterms:created>2026-08-15T06:00:00Z</dcterms:created></cp:coreProperties>"""
WORD_TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""

ODT = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
       'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"')
ODT_CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {ODT}><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>九点钟收摊</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">老城墙根下的早市</text:p>
<text:p>本报记者<text:s text:c="2"/>唐小满</text:p>
<text:p>老城墙根下的早市，每天四点半出摊，<text:span>八点钟收摊，</text:span>四十多年没有挪过地方。<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>据一九八五年的街道志。</text:p></text:note-body></text:note></text:p>
<text:h text:outline-level="1">摊位怎么分</text:h>
<table:table><table:table-row><table:table-cell><text:p>品类</text:p></table:table-cell><table:table-cell><text:p>摊位</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>蔬菜</text:p></table:table-cell><table:table-cell><text:p>41</text:p></table:table-cell></table:table-row></table:table>
<text:p>街道的答复是，工期四个月，摊位按现有名单抽签。</text:p>
<text:list><text:list-item><text:p>摊主老谭说，<text:tab/>他不怕抽签，怕的是大家不来了。</text:p></text:list-item></text:list>
</office:text></office:body></office:document-content>"""
ODT_META = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-meta {ODT}><office:meta><dc:title>早市稿</dc:title><meta:initial-creator>唐小满</meta:initial-creator><meta:creation-date>2026-08-15T06:00:00</meta:creation-date></office:meta></office:document-meta>"""
ODT_MANIFEST = '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def archive(entries):
    """A .zip of (name, bytes) pairs that is the same every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in entries:
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    return out.getvalue()


def word():
    return archive([("[Content_Types].xml", WORD_TYPES), ("word/document.xml", WORD_DOCUMENT), ("word/styles.xml", WORD_STYLES),
                    ("word/footnotes.xml", WORD_FOOTNOTES), ("docProps/core.xml", WORD_CORE)])


def open_document():
    return archive([("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", ODT_MANIFEST),
                    ("content.xml", ODT_CONTENT), ("meta.xml", ODT_META)])


PAPER_HEAD = "上河日报　2026年5月9日　要闻"
PAPER_TITLE = "一座旧仓库的十二道门"
PAPER = [
    "上河码头三号仓库有十二道铁门，从前只为货物打开。本月起，其中八道向市民敞开。",
    "三号仓库建于1932年，墙厚七十二厘米，冬暖夏凉，存过棉花、茶叶和桐油。2004年码头搬迁以后，它空了整整十八年。",
    "负责修缮的工匠冯国强说，门轴锈死了六根，一根一根泡在柴油里，泡了四十天，新的好配，旧的难寻，能留就留。",
    "如今，第一道门后是船工号子的录音，第五道门后是一架可以转动的木绞车，第八道门后什么也没有，只有朝江的一扇窗。",
    "策展人苏婉说，让人看看江，比放任何东西都好，剩下的四道门，将在明年汛期以后打开。",
    "沿江的老住户还记得货船靠岸的日子，一声汽笛，半条街的人都往码头走，有人挑担，有人看热闹。",
    "区里打算在仓库旁边再修一条步道，从三号门一直通到渡口，全长一千二百米，秋天可以走通。",
]


def paper():
    """Pages of two columns, with running heads and page numbers; paragraphs cross the borders of columns and pages.

    The font is named and not embedded: a reader of the text needs its widths and the map to Unicode alone.
    """
    per_line, per_column, size, leading = 18, 7, 11, 16
    lines = []
    for text in PAPER:
        text = "　　" + text
        while text:
            cut = min(per_line, len(text))
            while cut < len(text) and text[cut] in "，。、":  # no mark begins a line
                cut += 1
            lines.append(text[:cut])
            text = text[cut:]
    columns = [lines[i:i + per_column] for i in range(0, len(lines), per_column)]

    def show(x, y, text, points):
        if text.startswith("　　"):
            x, text = x + 2 * points, text[2:]
        return f"BT /F {points} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"

    contents = []
    for page in range((len(columns) + 1) // 2):
        out = show(60, 800, PAPER_HEAD, 9) + show(290, 30, str(page + 1), 9)
        if page == 0:
            out += show(180, 740, PAPER_TITLE, 22)
        for side, column in enumerate(columns[2 * page:2 * page + 2]):
            for row, line in enumerate(column):
                out += show(60 + side * 260, 690 - row * leading, line, size)
        contents.append(out.encode())
    cmap = (b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange "
            b"endcmap end end")
    kids = " ".join(f"{7 + 2 * i} 0 R" for i in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        b"/Supplement 0 >> /DW 1000 /W [48 57 500] /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 "
        b"/Descent -120 /CapHeight 700 /StemV 80 >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    ]
    for content in contents:
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
                       b"/Contents %d 0 R >>" % (len(objects) + 2))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)


def main():
    (HERE / "pdf").mkdir(exist_ok=True)
    (HERE / "pdf/warehouse.pdf").write_bytes(paper())
    (HERE / "pdf/warehouse.txt").write_text("\n".join([PAPER_TITLE, *PAPER]) + "\n", encoding="utf-8")
    (HERE / "office/market.docx").write_bytes(word())
    (HERE / "office/market.odt").write_bytes(open_document())


if __name__ == "__main__":
    main()
