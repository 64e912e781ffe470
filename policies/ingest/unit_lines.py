"""Lines and brackets of responsible units: found at the end of a paragraph, read, and hung on the right provision."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policies.ingest.draft import Draft
from policies.ingest.unit_duties import split_duties, without_remark
from policies.ingest.unit_labels import UNIT_END, UNIT_LABEL, UNIT_LABELS
from policies.ingest.unit_names import share_ends, split_names, tidy_name, unit_names, without_bracket

_PAIRS = {"）": "（", ")": "(", "〕": "〔", "】": "【", "]": "["}
_STOPS = ("。", "；", "！")
_LABEL_AFTER_STOP = re.compile(rf"[{''.join(_STOPS)}] *(?P<label>{UNIT_LABEL.pattern})")
_COMPLETION = re.compile(
    r"[；;，,。 ]*(?:计划)?(?:完成(?:时间|时限|期限|日期)(?:节点|要求)?) ?[:：] ?(?P<when>[^；;。）)]*)"
)
#: …负责，2027年底前完成: in a bracket of units a clause with a time is the completion; printed alone or among them.
_DONE_BY = re.compile(
    r"(?:^|[，,；;。])\s*(?P<when>(?:于|在|力争|确保)?(?:[12]\d{3}年|\d{1,2}月|年底|年内|长期|持续|每年|近期|常年)"
    r"[^，,；;。、（）()：:局委厅办]{0,14}?(?:完成|落实到位|推进|坚持|实施|见效|建成|到位|启动|办结|取得[^，,；;。、]{0,6}))"
    r"(?=$|[，,；;。])"
)
_DUTY_WORDS = re.compile(r"(?:负责|牵头|配合|落实|参与|协同|协助)(?:等)?$|(?:负责|牵头|配合)[。；，]")
#: Rules that a document states once for all its lines; printed example.
FIRST_COMMA = re.compile(r"第一个逗号前")
FIRST_UNIT = re.compile(r"(?:[列排]|居)(?:名|在)?第一(?:位)?(?:者|的)?|首位|第一家|第一个(?:单位|部门)?(?:为|是)牵头")
_MARKED_LEAD = re.compile(r"[（(]牵头(?:单位|部门)?[)）]")
_CERTAIN_END = re.compile(
    r"(?:局|厅|委|办|部|院|政府|委员会|中心|公司|管委会|单位|部门|集团|银行|分行|支行|海关|总署|税务总局|总局|"
    r"会|署|法院|检察院|机构|机关)$"
)


@dataclass(slots=True)
class UnitReading:
    """What a provision's unit lines say together."""

    line: str = ""
    units: list[str] = field(default_factory=list)
    lead: list[str] = field(default_factory=list)
    support: list[str] = field(default_factory=list)


@dataclass(slots=True)
class UnitReader:
    """Reads lines in printed order; keeps the prefix of the document's level and the rules stated in it (下同)."""

    level: str = ""
    place: str = ""
    first_comma: bool = False
    first_unit: bool = False

    def read(self, lines: list[tuple[str, str, bool]]) -> UnitReading:
        """The units of one provision's lines."""
        reading = UnitReading(line="\n".join(text for _, text, _ in lines))
        for label, text, _ in lines:
            self._read_line(label, text, reading)
        if reading.lead and any(role == "" for role, _ in (self._sections(label, text)[0] for label, text, _ in lines)):
            for unit in reading.units:
                if unit not in reading.lead and unit not in reading.support and len(lines) > 1:
                    reading.support.append(unit)
        return reading

    def _read_line(self, label: str, text: str, reading: UnitReading) -> None:
        self.first_comma = self.first_comma or bool(FIRST_COMMA.search(text))
        self.first_unit = self.first_unit or (bool(FIRST_UNIT.search(text)) and "牵头" in text)
        text = without_remark(text)
        sections = self._sections(label, text)
        several = len(sections) > 1
        for role, part in sections:
            if role == "person":
                continue
            if role == "" and several and any(other == "lead" for other, _ in sections):
                role = "support"
            if role:
                self._add(reading, part, role)
            else:
                self._read_plain(reading, part)

    def _sections(self, label: str, text: str) -> list[tuple[str, str]]:
        """(role, text) for each label inside a line: 牵头单位：A；配合单位：B."""
        marks = list(UNIT_LABEL.finditer(text)) if "：" in text or ":" in text else []
        sections = []
        head = text[: marks[0].start()] if marks else text
        if head.strip(" ；;，,。、"):
            sections.append((label_role(label), head))
        for mark, following in zip(marks, [*marks[1:], None], strict=False):
            part = text[mark.end() : following.start() if following else len(text)]
            sections.append((label_role(mark[0]), part))
        return sections or [("", "")]

    def _read_plain(self, reading: UnitReading, text: str) -> None:
        if _MARKED_LEAD.search(text):
            # 市科技局（牵头）、市财政局
            marked = [bool(_MARKED_LEAD.search(part)) for part in split_names(text)]
            names = self._names(_MARKED_LEAD.sub("", text))
            for index, name in enumerate(names):
                self._merge(reading, [name], "lead" if index < len(marked) and marked[index] else "support")
            return
        clauses = split_duties(text)
        if clauses:
            for role, units in clauses:
                self._add(reading, units, role)
        elif self.first_comma:
            before, _, after = text.replace(",", "，").partition("，")
            self._add(reading, before, "lead")
            if after:
                self._add(reading, after, "support")
        elif self.first_unit:
            names = self._names(text)
            if names and not names[0].startswith("各"):
                self._merge(reading, names[:1], "lead")
                self._merge(reading, names[1:], "support")
            else:
                self._merge(reading, names, "")
        else:
            self._add(reading, text, "")

    def _names(self, text: str) -> list[str]:
        return unit_names(text, self.level, self.place)

    def _add(self, reading: UnitReading, text: str, role: str) -> None:
        self._merge(reading, self._names(text), role)

    def _merge(self, reading: UnitReading, names: list[str], role: str) -> None:
        for name in names:
            if name not in reading.units:
                reading.units.append(name)
            target = {"lead": reading.lead, "support": reading.support}.get(role)
            if target is not None and name not in target:
                target.append(name)


_NO_LABEL = str.maketrans("", "", ":： ")
_LABEL_ROLES = [(re.compile(f"(?:{pattern})$"), role) for pattern, role, _ in UNIT_LABELS]


def label_role(label: str) -> str:
    """lead, support or "" of a printed label."""
    label = label.translate(_NO_LABEL)
    return next((role for pattern, role in _LABEL_ROLES if pattern.search(label)), "")


def split_unit_line(text: str) -> tuple[str, str, str]:
    """(label, units, completion) of a line of its own: 责任单位：市科技局 → ("责任单位：", "市科技局", "")."""
    text = text.strip()
    if text[:1] in _PAIRS.values() and text.rstrip("。；;")[-1:] in _PAIRS:
        text = text.rstrip("。；;")[1:-1].strip()
    label = UNIT_LABEL.match(text)
    body = text[label.end() :].strip() if label else text
    completion = ""
    found = ("完成" in body and _COMPLETION.search(body)) or _DONE_BY.search(body)
    if found:
        completion = found["when"]
        body = body[: found.start()] + body[found.end() :]
    return (label[0] if label else ""), body.strip(" ；;，,"), completion


def take_trailing_brackets(text: str) -> tuple[str, list[tuple[str, str]], list[str]]:
    """(text without them, [(label, units)], [completion]) of the unit brackets at the end of a paragraph."""
    lines: list[tuple[str, str]] = []
    completions: list[str] = []
    label = _LABEL_AFTER_STOP.search(text) if "：" in text or ":" in text else None
    if label and "。" not in text[label.end() :].rstrip("。"):
        # …。责任单位：省审改办、发改委 in the paragraph itself, without a bracket
        begin = label.start("label")
        printed, units, completion = split_unit_line(text[begin:].rstrip("。"))
        if units and UNIT_END.search(without_bracket(split_names(units)[-1])):
            return text[:begin].rstrip(), [(printed, units)], [completion] if completion else []
    while True:
        place = _last_bracket(text)
        if place is None:
            break
        start, end = place
        content = text[start + 1 : end].strip()
        before, after = text[:start], text[end + 1 :]
        if _COMPLETION.match(content):
            completions.insert(0, _COMPLETION.match(content)["when"])
        elif before.rstrip()[-1:] in _STOPS and "年" in content and (done := _DONE_BY.fullmatch(content)):
            completions.insert(0, done["when"])
        elif _is_unit_bracket(content, before):
            label, units, completion = split_unit_line(content)
            lines.insert(0, (label, units))
            if completion:
                completions.append(completion)
        else:
            break
        stop = "" if before.endswith(("。", "；", "！", "？", "：")) else after
        text = before.rstrip() + stop
    return text, lines, completions


#: …产业目录。〔市生态环境局牵头，市发改委参与〕按省的要求，…: a bracket after a sentence, or one with a label.
INNER_BRACKET = re.compile(rf"[（(〔【\[](?:(?<=[。；！].)|(?<=[。；！] .)|(?= ?{UNIT_LABEL.pattern}))")


def take_inner_brackets(text: str) -> tuple[str, list[tuple[str, str]], list[str]]:
    """As `take_trailing_brackets`, of the brackets of units between the sentences of a paragraph.

    Text may follow them, so only those count that have a label or say what the units have to do.
    """
    lines: list[tuple[str, str]] = []
    completions: list[str] = []
    position = 0
    while opening := INNER_BRACKET.search(text, position):
        position = opening.end()
        end = _closing_bracket(text, opening.start())
        if end is None:
            continue
        content, before = text[position:end].strip(), text[max(0, position - 40) : opening.start()]
        if UNIT_LABEL.match(content) or (
            _DUTY_WORDS.search(without_remark(content).rstrip("。")) and _is_unit_bracket(content, before)
        ):
            label, units, completion = split_unit_line(content)
            lines.append((label, units))
            completions += [completion] if completion else []
            before, after = text[: opening.start()].rstrip(), text[end + 1 :]
            text = before + (after.lstrip("。；; ") if before.endswith(_STOPS) else after)
            position = len(before)
    return text, lines, completions


def _closing_bracket(text: str, start: int) -> int | None:
    """Where the bracket that opens at `start` closes."""
    depth = 0
    for index in range(start, min(len(text), start + 600)):
        if text[index] in _PAIRS.values():
            depth += 1
        elif text[index] in _PAIRS:
            depth -= 1
            if depth == 0:
                return index
    return None


def _last_bracket(text: str) -> tuple[int, int] | None:
    """Where the bracket that ends the paragraph opens and closes."""
    end = len(text) - 1
    while end >= 0 and text[end] in "。；;，, ":
        end -= 1
    if end < 0 or text[end] not in _PAIRS:
        return None
    depth = 0
    for index in range(end, max(-1, end - 600), -1):
        if text[index] in _PAIRS:
            depth += 1
        elif text[index] in _PAIRS.values():
            depth -= 1
            if depth == 0:
                return index, end
    return None


def _is_unit_bracket(content: str, before: str) -> bool:
    if UNIT_LABEL.match(content):
        return True
    bare = _DONE_BY.sub("", without_remark(content))
    raw = split_names(bare)
    names = share_ends([name for name in map(tidy_name, raw) if name])
    if not names or not raw:
        return False
    unit_like = [_is_unit_like(name) for name in names]
    if _DUTY_WORDS.search(bare):
        return sum(unit_like) * 3 >= len(names) * 2 and unit_like[0]
    ended = before.rstrip()[-1:] in ("。", "；", "！", ";", "")
    return ended and all(unit_like) and bool(_CERTAIN_END.search(without_bracket(names[0])))


def _is_unit_like(name: str) -> bool:
    bare = without_bracket(name)
    return len(name) <= 40 and (bare.startswith(("各", "有关", "相关")) or UNIT_END.search(bare) is not None)


def move_lines_up(draft: Draft) -> None:
    """A line of its own speaks for the parent when it stands after the last of two or more children without lines."""
    for child in draft.children:
        move_lines_up(child)
    children = draft.children
    if draft.style in ("root", "annex") or len(children) < 2:
        return
    last = children[-1]
    own_lines = any(own for _, _, own in last.unit_lines) or bool(last.completion_lines and not last.unit_lines)
    if own_lines and not any(child.unit_lines or child.completion_lines for child in children[:-1]):
        draft.unit_lines += last.unit_lines
        draft.completion_lines += last.completion_lines
        last.unit_lines, last.completion_lines = [], []
