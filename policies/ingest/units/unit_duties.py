"""The words beside responsible units that say what each has to do (牵头, 配合, 按职责负责), and remarks on a list."""

from __future__ import annotations

import re

_BY_DUTY = r"(?:按照?|根据|依据?|依照)(?:各自|任务|部门)?(?:职责|职能|权限|分工|任务)+(?:任务|权限|范围)?"
#: Words that stand between a name and its duty.
_MANNER = rf"(?:{_BY_DUTY}|依职责分工|分工|共同|联合|会商|协商|分别|各自|具体|协同|积极|为|是|负责|组织){{1,4}}"
#: What a body does with a matter, in two characters; 牵头督导, 负责落实, 配合做好.
_VERB = (
    r"(?:组织实施|组织落实|抓好落实|抓落实|贯彻落实|推进落实|统筹推进|负责组织|组织开展|负责|落实|实施|推进|办理|执行|承担|承办|主办|"
    r"督导|督办|督促|统筹|抓总|协调|推动|制定|指导|完成|做好|开展|汇总)"
)
#: role, pattern of the words behind a list of units, printed example.
DUTIES = (
    ("lead", rf"总?牵头(?:单位|部门|(?:{_VERB}){{0,2}})", "市发改委、财政局牵头督导"),
    (
        "support",
        rf"(?:配合|参与|参加|协助|协同|协作|协办)(?:单位|部门|(?:{_VERB}|工作){{0,2}})",
        "市财政局等部门配合做好",
    ),
    ("", rf"(?:{_VERB}){{1,2}}", "各县（市、区）人民政府按职责分工负责落实"),
)
#: …按职责抓好分工落实, 按照职责分工分别做好落实工作: behind 按 these stand in any order.
_AS_DUTY = r"(?:抓好|抓实|做好|分工|分别|共同|协同|负责|具体|组织|推进|实施|落实|相关|有关|各项|工作){1,6}"
_DUTY = re.compile(
    rf"(?:{_MANNER})?(?:"
    + "|".join(pattern for _, pattern, _ in DUTIES)
    + rf")$|(?:{_BY_DUTY}(?:{_AS_DUTY})?|分工|共同|分别|为|是)$"
)
_MANNER_END = re.compile(rf"{_MANNER}$")
#: A duty that ends its clause.
_CLAUSE_END = re.compile(
    "(?:"
    + "|".join(f"(?P<{role or 'plain'}>{pattern})" for role, pattern, _ in DUTIES)
    + r")(?:[，,；;。、 ]|(?=会同)|$)"
)
#: A duty with the words before it has at most this many characters.
_LONGEST_DUTY = 40
_ROLE_CUE = re.compile("牵头|配合|参与|参加|协助|协同|协作|协办")
#: 市推进办, 市督查室 and 省委组织部 are names: a duty that ends as a name does stands behind a name.
_BODY_ENDS = tuple("局厅委办部院会府")
_DUTY_LIKE_A_BODY = re.compile(r"(?<=[局厅委办部院会府室心司])(?:牵头)?(?:督办|承办|协办|主办)$")

#: Remarks that a document makes once, behind the first list, on all lists: pattern, printed example.
REMARKS = (
    (
        r"[（〔〈][^（）〔〕〈〉]{0,60}(?:(?:为|是)牵头|下同)[^（）〔〕〈〉]{0,60}[）〕〉]",
        "市科技局（列首位的为牵头单位，下同）、市财政局",
    ),
    (
        r"[；;。，,]?[^；;。，,（）()]{0,10}(?:(?:第一|首[位个家]|逗号(?:之|以)?前|[列排居]前|加粗|黑体|粗体|下划线)[^；;。，,]{0,8}|"
        r"[★☆*＊※▲△●◆][”’」]?(?:号|标记|标识)?的?(?:单位|部门)?)(?:为|是)牵头.*$",
        "第一个逗号前为牵头单位",
    ),
    (r"[；;。，,] ?(?:以)?下同[^（）〔〕〈〉]*$", "市科技局、各县（市、区）人民政府，下同"),
    (
        r"(?:[；;。] ?(?:以下|下列|下述|其他|其余|各项|后续|上述)|[，,] ?以下)[^；;。、]{0,16}(?:均|都|由|需|不再).*$",
        "以下政策措施均需各县区人民政府、园区管委会落实，不再单独列出",
    ),
    (
        r"[；;。，,] ?(?:以下|后文|下文)?不再(?:单独|另行|一一|逐一|重复)?(?:列出|列明|列示|标注|注明|赘述).*$",
        "以下不再列出",
    ),
    (
        r"[；;。，,] ?(?:政策)?(?:有效期|执行期|实施期|依据|期限|来源|(?:咨询|联系)电话|备注)(?:限|至|到|为|[:：]|自)"
        r"(?![^；;]{0,60}(?:单位|部门)[:：]).*$",
        "市商务局、市财政局，有效期至2025年12月31日",
    ),
)
_REMARK = re.compile("|".join(pattern for pattern, _ in REMARKS))
_REMARK_CUE = re.compile("为牵头|是牵头|下同|均|都|需|不再|由|有效期|期限|执行期|实施期|依据|来源|电话|备注")


def without_remark(text: str) -> str:
    """A list of units without what is said behind it on all lists: 市财政局。以下各项均需各县落实 → 市财政局."""
    return _REMARK.sub("", text) if _REMARK_CUE.search(text) else text


def without_duty(name: str) -> str:
    """A printed name without the duty behind it: 市科技局按职责分工负责 → 市科技局."""
    if not name.endswith(_BODY_ENDS):
        return name[:-_LONGEST_DUTY] + _DUTY.sub("", name[-_LONGEST_DUTY:])
    return _DUTY_LIKE_A_BODY.sub("", name) if name.endswith(("督办", "承办", "协办", "主办")) else name


def without_manner(units: str) -> str:
    """The units of a clause without the words between the last name and the duty: 市科技局按职责分工 → 市科技局."""
    return units[:-_LONGEST_DUTY] + _MANNER_END.sub("", units[-_LONGEST_DUTY:])


def split_duties(text: str) -> list[tuple[str, str]]:
    """(role, units) of the clauses of a list that tells lead from support; [] when it does not.

    市科技局牵头，市财政局配合 → [("lead", "市科技局"), ("support", "市财政局")]. Beside a lead all others support;
    where none is said to lead, those who 负责 lead those who 配合.
    """
    if not _ROLE_CUE.search(text):
        return []
    clauses: list[tuple[str, str]] = []
    end = 0
    for match in _CLAUSE_END.finditer(text):
        units = text[end : match.start()].strip(" ，,；;。、")
        end = match.end()
        if units:
            clauses.append(("lead" if match["lead"] else "support" if match["support"] else "", without_manner(units)))
    if text[end:].strip(" ，,；;。、"):
        clauses.append(("", text[end:]))
    roles = {role for role, _ in clauses}
    if "lead" in roles:
        return [(role or "support", units) for role, units in clauses]
    if "support" in roles and clauses[0][0] == "":
        return [(role or "lead", units) for role, units in clauses]
    return []
