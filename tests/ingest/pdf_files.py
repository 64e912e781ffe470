"""Small PDF files for tests: Chinese lines in a font that tells its characters, ruled tables, or empty pages."""

#: A line, or the rows of a table, from the top of a page to its foot.
Page = list[str | list[list[str]]]
_LEFT, _TOP, _STEP, _COLUMN = 50, 800, 16, 160


def pdf_of(*pages: Page) -> bytes:
    """A PDF in which each line stands below the other; a line begins two letters further right where it has a 　."""
    rows = [
        [entry] if isinstance(entry, str) else [cell for row in entry for cell in row]
        for page in pages
        for entry in page
    ]
    letters = sorted({letter for row in rows for text in row for letter in text})
    codes = {letter: index for index, letter in enumerate(letters, 1)}
    mapping = "".join(f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>\n" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{mapping}endbfchar\nendcmap end end"
    )
    leaves = [5 + 2 * place for place in range(len(pages))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{leaf + 1} 0 R' for leaf in leaves)}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H "
        f"/DescendantFonts [4 0 R] /ToUnicode {5 + 2 * len(pages)} 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T "
        "/CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> /DW 1000 >>",
    ]
    for leaf, page in zip(leaves, pages, strict=True):
        objects.append(_stream(_drawn(page, codes)))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents {leaf} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects.append(_stream(cmap))
    return _file(objects)


def _drawn(page: Page, codes: dict[str, int]) -> str:
    drawn, top = [], _TOP

    def write(text: str, x: int) -> None:
        drawn.append(f"BT /F1 12 Tf {x} {top} Td <{''.join(f'{codes[letter]:04X}' for letter in text)}> Tj ET")

    for entry in page:
        if isinstance(entry, str):
            text = entry.lstrip("　")
            write(text, _LEFT + 12 * (len(entry) - len(text)))
            top -= _STEP
            continue
        ceiling, width = top + 13, len(entry[0]) * _COLUMN
        for row in entry:
            for place, cell in enumerate(row):
                write(cell, _LEFT + 4 + place * _COLUMN)
            top -= _STEP
        drawn += [
            f"{_LEFT} {ceiling - _STEP * r} m {_LEFT + width} {ceiling - _STEP * r} l S" for r in range(len(entry) + 1)
        ]
        drawn += [
            f"{_LEFT + _COLUMN * c} {ceiling} m {_LEFT + _COLUMN * c} {top + 13} l S" for c in range(len(entry[0]) + 1)
        ]
    return "\n".join(drawn)


def _stream(text: str) -> str:
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def _file(objects: list[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return data + f"{tail}startxref\n{len(data)}\n%%EOF".encode()
