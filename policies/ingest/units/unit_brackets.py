"""Brackets of units in a paragraph: which they are, at its end and between its sentences, and what they say."""

from __future__ import annotations

import re

from policies.ingest.units.unit_duties import without_remark
from policies.ingest.units.unit_fields import without_fields
from policies.ingest.units.unit_forms import without_bracket
from policies.ingest.units.unit_labels import UNIT_END, UNIT_LABEL, has_label_end
from policies.ingest.units.unit_lines import BRACKETS, COMPLETION, DONE_BY, split_unit_line
from policies.ingest.units.unit_lists import are_spaced_names, share_ends, split_names
from policies.ingest.units.unit_names import tidy_name
from policies.ingest.units.unit_prose import are_units, is_placed, is_unit_like, may_be_prose, read_prose

_STOPS = ("。", "；", "！")
#: No bracket of units is longer.
_LONGEST = 600
#: No more stand behind each other at the end of a paragraph.
_MOST_BRACKETS = 8
#: …。责任单位：, and …——责任单位：
_LABEL_AFTER_STOP = re.compile(rf"[{''.join(_STOPS)}—] *(?P<label>【?{UNIT_LABEL.pattern})")
#: …。——县公安局牵头，县财政局配合。
_AFTER_DASH = re.compile(r"—{1,2} ?(?P<units>[^—。；]{4,300}?)。?$")
_DUTY_WORDS = re.compile(r"(?:负责|牵头|配合|落实|参与|协同|协助)(?:等)?$|(?:负责|牵头|配合)[。；，]")
_CERTAIN_END = re.compile(
    r"(?:局|厅|委|办|部|院|政府|委员会|中心|公司|管委会|单位|部门|集团|银行|分行|支行|海关|总署|税务总局|总局|"
    r"会|署|法院|检察院|机构|机关)$"
)
#: A kind of unit and no one unit.
_ANY_UNIT = re.compile(
    r"(?![省市区县州旗]|各|有关|相关|国家|中央)[一-鿿]{0,8}(?:部门|单位|机构|机关|组织|企业|中心|公司)(?:及其?[一-鿿]{2,6})?"
)
#: A short noun; none of what is said about units, paid or excepted.
_MAY_BE_UNIT = re.compile(
    r"(?![^、]*(?:除外|按|由|经|同意|批准|备案|另|负责|落实|执行|办理|规定|包括|不含|等))[一-鿿（）]{3,12}"
)
#: …; 报主管部门（市工信局） and 市政务服务管理局（市政务局） say who a body is.
_HEADING_LINE = re.compile(r"[^，。；：、,;:]{4,30}(?<![门位构关业等局委办厅会院部府])")
_LABELLED_LIST = re.compile(
    rf"(?P<label>[（(〔【\[［] ?(?:{UNIT_LABEL.pattern})? ?)"
    r"(?P<names>(?:[^（）()〔〕【】\[\]［］：:]|[（(][^（）()]{0,20}[)）])+)"
)


def part_spaced_names(text: str) -> str:
    """（责任单位：市商务局 市财政局） with 、 for the space: with the spaces closed it would be one name."""
    if " " not in text or text.rstrip("。；;")[-1:] not in BRACKETS:
        return text
    return _LABELLED_LIST.sub(_with_commas, text)


def _with_commas(found: re.Match) -> str:
    names = found["names"].strip()
    are_spaced = " " in names and are_spaced_names(names)
    return found["label"] + (names.replace(" ", "、") if are_spaced else found["names"])


def take_trailing_brackets(text: str) -> tuple[str, list[tuple[str, str]], list[str]]:
    """(text without them, [(label, units)], [completion]) of the unit brackets at the end of a paragraph."""
    lines: list[tuple[str, str]] = []
    completions: list[str] = []
    label = _LABEL_AFTER_STOP.search(text) if has_label_end(text) else None
    if label and not without_fields(text[label.end() :].rstrip("。").partition("。")[2]):
        # …。责任单位：省审改办、发改委 in the paragraph itself, without a bracket
        begin = label.start("label")
        printed, units, completion = split_unit_line(text[begin:].rstrip("。"))
        names = split_names(without_fields(units))
        if names and UNIT_END.search(without_bracket(names[-1])):
            return text[:begin].rstrip(" —"), [(printed, units)], [completion] if completion else []
    if "—" in text and (dash := _AFTER_DASH.search(text)) and _is_duty_bracket(dash["units"]):
        return text[: dash.start()].rstrip(), [("", dash["units"])], []
    while True:
        place = _last_bracket(text)
        if place is None:
            break
        start, end = place
        content = text[start + 1 : end].strip()
        before, after = text[:start], text[end + 1 :]
        if COMPLETION.match(content):
            completions.insert(0, COMPLETION.match(content)["when"])
        elif before.rstrip()[-1:] in _STOPS and "年" in content and (done := DONE_BY.fullmatch(content)):
            completions.insert(0, done["when"])
        elif may_be_prose(content) and (named := read_prose(content)):
            lines[:0] = named
        elif _is_unit_bracket(content, _without_brackets(before)):
            label, units, completion = split_unit_line(content)
            lines.insert(0, (label, units))
            if completion:
                completions.append(completion)
        else:
            break
        stop = "" if before.endswith(("。", "；", "！", "？", "：")) else after
        text = before.rstrip() + stop
    return text, lines, completions


def _without_brackets(text: str) -> str:
    """What stands before the brackets at the end of a text: （市民政局，2024年底前完成）（市财政局）."""
    for _ in range(_MOST_BRACKETS):
        place = _last_bracket(text) if text[-1:] in BRACKETS else None
        if place is None:
            break
        text = text[: place[0]]
    return text


#: …产业目录。〔市生态环境局牵头，市发改委参与〕按省的要求，…: a bracket after a sentence, or one with a label.
_INNER_BRACKET = re.compile(rf"[（(〔【\[［](?:(?<=[。；！].)|(?<=[。；！] .)|(?= ?{UNIT_LABEL.pattern}))")
#: 发展甩挂运输（市交通局牵头，市公安局配合）、共同配送（…）等模式: inside a sentence its last word tells it.
_DUTY_CLOSES = re.compile(r"(?:牵头|配合|负责|参与|参加|落实|协助|协同)(?:等)?[）)〕】\]］]")
_ANY_BRACKET = re.compile(r"[（(〔【\[［]")
#: Both together, told at the bracket: nearly all paragraphs are asked.
_CUE = re.compile(
    r"[（(〔【\[［）)〕】\]］](?:(?<=[。；！][（(〔【\[［])|(?<=[。；！] [（(〔【\[［])|"
    r"(?<=(?:牵头|配合|负责|参[与加]|落实|协[助同])[）)〕】\]］])|(?<=等[）)〕】\]］])|"
    rf"(?<=[（(〔【\[［])(?= ?{UNIT_LABEL.pattern}))"
)


def has_inner_bracket(text: str) -> bool:
    """Whether `take_inner_brackets` may find something."""
    opens = "（" in text or "(" in text or "〔" in text or "【" in text or "[" in text or "［" in text
    return opens and _CUE.search(text) is not None


def take_inner_brackets(text: str) -> tuple[str, list[tuple[str, str]], list[str]]:
    """As `take_trailing_brackets`, of the brackets of units between the sentences of a paragraph and inside them.

    Text may follow them, so only those count that have a label or say what the units have to do.
    """
    lines: list[tuple[str, str]] = []
    completions: list[str] = []
    position = 0
    brackets = _ANY_BRACKET if _DUTY_CLOSES.search(text) else _INNER_BRACKET
    while opening := brackets.search(text, position):
        position = opening.end()
        end = _closing_bracket(text, opening.start())
        goes_on = end + 1 if end is not None else None
        if end is None:
            end = goes_on = _end_of_open_bracket(text, position)
            if end is None:
                continue
        content, before = text[position:end].strip(), text[max(0, position - 40) : opening.start()]
        if brackets is _ANY_BRACKET and not _INNER_BRACKET.match(text, opening.start()):
            taken = _is_duty_bracket(content)
        else:
            taken = UNIT_LABEL.match(content) is not None or (
                _DUTY_WORDS.search(without_remark(content).rstrip("。")) is not None
                and _is_unit_bracket(content, before)
            )
        if taken:
            label, units, completion = split_unit_line(content)
            lines.append((label, units))
            completions += [completion] if completion else []
            before, after = text[: opening.start()].rstrip(), text[goes_on:]
            text = before + (after.lstrip("。；; ") if before.endswith(_STOPS) else after)
            position = len(before)
    return text, lines, completions


def _end_of_open_bracket(text: str, start: int) -> int | None:
    """Where a bracket with a label ends that is never closed: with its sentence or paragraph, if it holds but units."""
    label = UNIT_LABEL.match(text, start + (text[start : start + 1] == " "))
    if label is None:
        return None
    end = text.find("。", label.end())
    end = end if end >= 0 else len(text)
    if end - start > _LONGEST:
        return None
    names = split_names(without_fields(text[label.end() : end]))
    return end if names and all(is_unit_like(tidy_name(name)) for name in names) else None


def _is_duty_bracket(content: str) -> bool:
    """Whether a bracket inside a sentence holds nothing but units and what each has to do."""
    bare = without_remark(content).rstrip("。")
    if not _DUTY_WORDS.search(bare):
        return False
    return are_units(bare)


def _closing_bracket(text: str, start: int) -> int | None:
    """Where the bracket that opens at `start` closes."""
    depth = 0
    for index in range(start, min(len(text), start + _LONGEST)):
        if text[index] in BRACKETS.values():
            depth += 1
        elif text[index] in BRACKETS:
            depth -= 1
            if depth == 0:
                return index
    return None


def _last_bracket(text: str) -> tuple[int, int] | None:
    """Where the bracket that ends the paragraph opens and closes."""
    end = len(text) - 1
    while end >= 0 and text[end] in "。；;，, ":
        end -= 1
    if end < 0 or text[end] not in BRACKETS:
        return None
    depth = 0
    for index in range(end, max(-1, end - _LONGEST), -1):
        if text[index] in BRACKETS:
            depth += 1
        elif text[index] in BRACKETS.values():
            depth -= 1
            if depth == 0:
                return index, end
    return None


def _is_unit_bracket(content: str, before: str) -> bool:
    if UNIT_LABEL.match(content):
        return True
    bare = DONE_BY.sub("", without_fields(without_remark(content)))
    raw = split_names(bare)
    names = share_ends([name for name in map(tidy_name, raw) if name])
    if not names or not raw:
        return False
    unit_like = [is_unit_like(name) for name in names]
    if _DUTY_WORDS.search(bare):
        return sum(unit_like) * 3 >= len(names) * 2 and unit_like[0]
    ended = before.rstrip()[-1:] in ("。", "；", "！", ";", "")
    if not ended:
        return _is_after_heading(names, before)
    if not _CERTAIN_END.search(without_bracket(names[0])):
        return False
    if len(names) == 1:
        # 第二条（管理部门） has a heading in brackets.
        return unit_like[0] and (bool(before.strip()) or not _ANY_UNIT.fullmatch(names[0]))
    odd = [name for name, like in zip(names, unit_like, strict=True) if not like]
    # 市交通局、市文旅局、铁路车务段: among units one may have an end that is not known.
    return not odd or (len(odd) == 1 < len(names) - 1 and unit_like[0] and _MAY_BE_UNIT.fullmatch(odd[0]) is not None)


def _is_after_heading(names: list[str], before: str) -> bool:
    """压缩办理时限（市行政审批局）: a heading on a line of its own, and bodies of a place or level behind it."""
    return (
        _HEADING_LINE.fullmatch(before) is not None
        and any(_CERTAIN_END.search(without_bracket(name)) for name in names)
        and all(is_placed(name) and is_unit_like(name) for name in names)
        and (len(names) > 1 or names[0].endswith(("局", "委", "厅")))
    )
