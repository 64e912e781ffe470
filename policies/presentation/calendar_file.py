"""The time table as a calendar file (RFC 5545): one all-day event per deadline that has a date."""

import datetime
from collections.abc import Iterable

from policies.presentation.timetable import Due

LONGEST_LINE = 75  # octets, RFC 5545 3.1


def escaped(text: str) -> str:
    """TEXT values (3.3.11): backslash, semicolon, comma and line ends."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """A content line cut into lines of at most 75 octets, never inside a character."""
    lines, current = [], b""
    for char in line:
        octets = char.encode()
        if len(current) + len(octets) > LONGEST_LINE - (1 if lines else 0):
            lines.append(current)
            current = b""
        current += octets
    lines.append(current)
    return "\r\n ".join(part.decode() for part in lines)


def calendar_file(rows: Iterable[Due], name: str, site: str, host: str) -> str:
    """`rows` filled; those without a date have no day in a calendar. `site` is the address before the path."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//policy-portal//deadlines//ZH",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for row in rows:
        if row.day is None:
            continue
        changed = row.document.updated_at.astimezone(datetime.UTC)
        key = f"{row.kind}-{row.fact_id or row.provision_id or row.document_id}"
        units = "、".join(unit.short for unit in row.record.units) if row.record else ""
        about = [row.words, f"《{row.document.title}》", f"责任单位：{units}" if units else "", "以官方发布文本为准"]
        lines += [
            "BEGIN:VEVENT",
            f"UID:{key}@{host}",
            f"DTSTAMP:{changed:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{row.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{row.day + datetime.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escaped(f'{row.label}：{row.words[:60]}')}",
            f"DESCRIPTION:{escaped(chr(10).join(part for part in about if part))}",
            f"URL:{site}{row.url}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "\r\n".join(folded(line) for line in lines) + "\r\n"
