"""Lines of responsible units: divided by their labels, read, and hung on the right provision."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from policies.ingest.tree.draft import Draft
from policies.ingest.units.unit_duties import split_duties, without_remark
from policies.ingest.units.unit_fields import MAY_HAVE_FIELDS, without_fields, without_persons
from policies.ingest.units.unit_labels import LINE_MARKS, UNIT_LABEL, UNIT_LABELS
from policies.ingest.units.unit_lists import split_names
from policies.ingest.units.unit_names import NAME_MARKS, unit_names

BRACKETS = {"）": "（", ")": "(", "〕": "〔", "】": "【", "]": "[", "］": "［", "〉": "〈"}
COMPLETION = re.compile(
    r"[；;，,。 ]*(?:计划)?(?:完成(?:时间|时限|期限|日期)(?:节点|要求)?) ?[:：] ?(?P<when>[^；;。）)]*)"
)
#: …负责，2027年底前完成: in a bracket of units a clause with a time is the completion; printed alone or among them.
DONE_BY = re.compile(
    r"(?:^|[，,；;。])\s*(?P<when>(?<=[，,；;。 ])[12]\d{3}年(?:\d{1,2}月)?(?:\d{1,2}日)?[底末前内]{0,2}(?=$)|"
    r"(?:于|在|力争|确保)?(?:[12]\d{3}年|\d{1,2}月|年底|年内|长期|持续|每年|近期|常年)"
    r"[^，,；;。、（）()：:局委厅办]{0,14}?(?:完成|落实到位|推进|坚持|实施|见效|建成|到位|启动|办结|取得[^，,；;。、]{0,6}))"
    r"(?=$|[，,；;。])"
)
#: Rules that a document states once for all its lines; printed example.
FIRST_COMMA = re.compile(r"(?:第一个)?逗号(?:之|以)?前")
FIRST_UNIT = re.compile(
    r"(?:[列排]|居)(?:名|在)?第一(?:位)?(?:者|的)?|首位|第一家|第一(?:个|单位|部门|个单位|个部门)(?:为|是)牵头"
)
#: 市科技局（牵头）、市财政局（配合）
_MARKED_LEAD = re.compile(r"[（(](?:总?牵头|主办)(?:单位|部门)?[)）]")
_MARKED_SUPPORT = re.compile(r"[（(](?:配合|协办|参与|协助)(?:单位|部门)?[)）]")
#: 加“★”的为牵头单位; a mark before or behind a name.
LEAD_MARK = re.compile(rf"(?P<mark>[{NAME_MARKS}])[”’」]?(?:号|标记|标识)?(?:的|者)?(?:单位|部门)?(?:为|是)牵头")
#: A sentence that states such a rule.
LEAD_RULE = re.compile(
    rf"(?:{FIRST_COMMA.pattern}|{FIRST_UNIT.pattern}|[{NAME_MARKS}])[^。；，,]{{0,10}}(?:为|是)(?:该|本|各|此)?项?(?:工作|任务|措施)?的?总?牵头"
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
    #: Whether the document prints the prefix before every plain office.
    prints_all: bool = False
    first_comma: bool = False
    first_unit: bool = False
    lead_mark: str = ""

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

    def learn(self, texts: Iterable[str]) -> None:
        """Rules that the words before the first unit or below the last one state: 各项任务中列首位的为牵头单位."""
        for text in texts:
            if "牵头" in text and (rule := LEAD_RULE.search(text)):
                self._learn(rule[0])

    def _learn(self, text: str) -> None:
        self.first_comma = self.first_comma or FIRST_COMMA.search(text) is not None
        self.first_unit = self.first_unit or FIRST_UNIT.search(text) is not None
        if marked := LEAD_MARK.search(text):
            self.lead_mark = marked["mark"]

    def _read_line(self, label: str, text: str, reading: UnitReading) -> None:
        if "牵头" in text:
            self._learn(text)
        text = without_remark(text)
        if "人" in label or "领导" in label:
            text = without_persons(text)
        sections = self._sections(label, text)
        has_lead = len(sections) > 1 and any(role == "lead" for role, _ in sections)
        for role, part in sections:
            if role == "person":
                continue
            if role == "" and has_lead:
                role = "support"
            if role:
                self._add(reading, part, role)
            else:
                self._read_plain(reading, part)

    def _sections(self, label: str, text: str) -> list[tuple[str, str]]:
        """(role, text) for each label inside a line: 牵头单位：A；配合单位：B."""
        if not MAY_HAVE_FIELDS.search(text):
            return [(label_role(label), text)] if text.strip(" ；;，,。、") else [("", "")]
        marks = list(UNIT_LABEL.finditer(text))
        sections = []
        head = without_fields(text[: marks[0].start()].rstrip(" 【［[") if marks else text)
        if head:
            sections.append((label_role(label), head))
        for mark, following in zip(marks, [*marks[1:], None], strict=False):
            part = text[mark.end() : following.start() if following else len(text)].rstrip(" 【［[")
            sections.append((label_role(mark[0]), without_fields(part)))
        return sections or [("", "")]

    def _read_plain(self, reading: UnitReading, text: str) -> None:
        if marked := self._marked(text):
            names = self._names(_MARKED_LEAD.sub("", _MARKED_SUPPORT.sub("", text)))
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
            # 各地区、各部门 are all alike; 各省级人民政府 alone leads.
            if names and (not names[0].startswith("各") or (len(names) == 1 and "关" not in names[0])):
                self._merge(reading, names[:1], "lead")
                self._merge(reading, names[1:], "support")
            else:
                self._merge(reading, names, "")
        else:
            self._add(reading, text, "")

    def _marked(self, text: str) -> list[bool]:
        """For each name of a list whether it is marked as leading; [] of a list without such marks."""
        if self.lead_mark and self.lead_mark in text:
            return [self.lead_mark in part for part in split_names(text)]
        if _MARKED_LEAD.search(text):
            return [_MARKED_LEAD.search(part) is not None for part in split_names(text)]
        if _MARKED_SUPPORT.search(text):
            # 市科技局、市财政局（配合）
            return [_MARKED_SUPPORT.search(part) is None for part in split_names(text)]
        return []

    def _names(self, text: str) -> list[str]:
        return unit_names(text, self.level, self.place, self.prints_all)

    def _add(self, reading: UnitReading, text: str, role: str) -> None:
        self._merge(reading, self._names(text), role)

    def _merge(self, reading: UnitReading, names: list[str], role: str) -> None:
        for name in names:
            if name not in reading.units:
                reading.units.append(name)
            target = {"lead": reading.lead, "support": reading.support}.get(role)
            if target is not None and name not in target:
                target.append(name)


_NO_LABEL = str.maketrans("", "", ":： 】］]为是")
#: 责任单位及责任人 names the units too.
_AND_PERSONS = re.compile("(?<=[位门室])[、和与及].*")
_LABEL_ROLES = [(re.compile(f"(?:{pattern})$"), role) for pattern, role, _ in UNIT_LABELS]


@functools.lru_cache(maxsize=256)
def label_role(label: str) -> str:
    """lead, support or "" of a printed label."""
    label = _AND_PERSONS.sub("", label.translate(_NO_LABEL))
    return next((role for pattern, role in _LABEL_ROLES if pattern.search(label)), "")


def split_unit_line(text: str) -> tuple[str, str, str]:
    """(label, units, completion) of a line of its own: 责任单位：市科技局 → ("责任单位：", "市科技局", "")."""
    text = text.strip().lstrip(LINE_MARKS)
    label = UNIT_LABEL.match(text, 1) if text.startswith(("【", "［", "[")) else None
    if label is None or label[0].rstrip(" ：:")[-1] not in "】］]":
        if text[:1] in BRACKETS.values() and text.rstrip("。；;")[-1:] in BRACKETS:
            text = text.rstrip("。；;")[1:-1].strip()
        label = UNIT_LABEL.match(text) or label
    body = text[label.end() :].strip() if label else text
    completion = ""
    found = ("完成" in body and COMPLETION.search(body)) or find_done_by(body)
    if found:
        completion = found["when"]
        body = body[: found.start()] + body[found.end() :]
    return (label[0] if label else ""), body.strip(" ；;，,"), completion


def find_done_by(text: str) -> re.Match | None:
    """The first clause of `DONE_BY` in a list of units; most lists have none and name no time."""
    # One of these stands in every time of `DONE_BY`.
    return DONE_BY.search(text) if "年" in text or "月" in text or "期" in text or "持续" in text else None


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
