"""The picture of a package: its decision in the middle, the documents that carry it out on a ring round it."""

import math
from dataclasses import dataclass

import rjieba

from policies.presentation.documents import DocumentLine

WIDTH, HEIGHT = 576, 516
CENTRE_X, CENTRE_Y, RING = 288, 262, 168
STAMP = 62  # half the side of the square in the middle
LARGEST, SMALLEST = 36.0, 12.0
LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """One document on the ring: circle, spoke from the middle, and its name beside or below it."""

    line: DocumentLine
    x: float
    y: float
    radius: float
    spoke: tuple[float, float, float, float]
    name_lines: list[tuple[str, float]]
    small: tuple[str, float]
    text_x: float
    anchor: str  # start, middle, end


def split_name(name: str) -> list[str]:
    """A name in one or two lines, cut near the middle between words."""
    if len(name) <= LONGEST_NAME:
        return [name]
    best, at = 0, 0
    for word in rjieba.cut(name):
        at += len(word)
        if abs(at - len(name) / 2) < abs(best - len(name) / 2):
            best = at
    return [name[:best], name[best:]] if 0 < best < len(name) else [name]


def spots(lines: list[DocumentLine]) -> list[Spot]:
    """Places of up to sixteen documents, clockwise from the top; the area of a circle follows its provisions."""
    most = max((line.provisions for line in lines), default=1) or 1
    return [_spot(line, 2 * math.pi * index / len(lines), most) for index, line in enumerate(lines)]


def _spot(line: DocumentLine, angle: float, most: int) -> Spot:
    sine, cosine = math.sin(angle), math.cos(angle)
    x, y = CENTRE_X + RING * sine, CENTRE_Y - RING * cosine
    radius = max(SMALLEST, LARGEST * math.sqrt(line.provisions / most))
    edge = STAMP / max(abs(sine), abs(cosine)) + 6
    spoke = (
        CENTRE_X + edge * sine,
        CENTRE_Y - edge * cosine,
        x - radius * sine,
        y + radius * cosine,
    )
    names = split_name(line.topic)
    high = 19 * len(names) + 18
    if abs(sine) > 0.4:
        anchor = "start" if sine > 0 else "end"
        text_x = x + (radius + 9) * (1 if sine > 0 else -1)
        top = y - high / 2 + 14
    else:
        anchor, text_x = "middle", x
        top = y - radius - high + 8 if cosine > 0 else y + radius + 20
    small = f"{line.amounts} 处金额" if line.amounts else "无金额"
    rounded = [round(value, 1) for value in spoke]
    return Spot(
        line,
        round(x, 1),
        round(y, 1),
        round(radius, 1),
        (rounded[0], rounded[1], rounded[2], rounded[3]),
        [(name, round(top + 19 * index, 1)) for index, name in enumerate(names)],
        (small, round(top + 19 * len(names) - 1, 1)),
        round(text_x, 1),
        anchor,
    )
