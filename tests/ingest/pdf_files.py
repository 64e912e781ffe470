"""Small PDF files for tests: lines of Chinese text in a font that tells its characters, or an empty page."""


def pdf_of(lines: list[str]) -> bytes:
    """A PDF of one page with the lines one below the other."""
    letters = sorted(set("".join(lines)))
    codes = {letter: index for index, letter in enumerate(letters, 1)}
    drawn = "BT /F1 12 Tf 50 800 Td 16 TL\n"
    drawn += "".join("<" + "".join(f"{codes[letter]:04X}" for letter in line) + "> Tj T*\n" for line in lines) + "ET"
    mapping = "".join(f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>\n" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{mapping}endbfchar\nendcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H "
        "/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T "
        "/CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> /DW 1000 >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(data)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return data + f"{tail}startxref\n{start}\n%%EOF".encode()
