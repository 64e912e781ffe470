"""Which lines of a head are the title: lines that end as a title does, with what is printed above them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policies.ingest.cleaning import close_spaces
from policies.ingest.frame.endings import is_body_name
from policies.ingest.frame.titles import bodies_of_title, ends_title, is_explanation, split_bodies

#: A line that ends so goes on in the next: 省人民政府关于 / 进一步优化营商环境的若干意见.
_LEADS_ON = re.compile(
    r"(?:关于|印发|转发|批转|公布|发布|下达|颁发|落实|贯彻|执行|实施|修改|废止|调整|推进|加强|做好|开展|[的和与及对、，《〈“（(])$"
)
#: Such a line leads on to a title that names its bodies too: 关于转发 / 某市教育局关于…的通知.
_LEADS_TO_TITLE = re.compile(r"关于|[印转]发|批转|[的和与及对、，《〈“（(]$")
#: What follows 《…》 in the title of a notice: 的通知, 通知.
_GOES_ON_BELOW = re.compile(r"的|(?:通知|决定|公告|命令|令|函|通告|批复)$")
#: A title may begin with its verb when its bodies stand on lines above it.
_VERB_FIRST = re.compile(r"(?:关于|印发|转发|批转|转批|公布|发布|颁布|下达|命令)")
#: 通 告, 公告 on a line of its own under the body.
_KIND_ALONE = re.compile(r"(?:布告|通告|公告|通知|通报|决定|决议|命令|令)(?:[（(〔].{1,24})?$")
#: A body that can open a title: with its place, or of the whole country.
_OWN_BODY = re.compile(
    r"(?:中共|中国|中央|国务院|国家|全国|最高|[省市县区州](?!委员会)|[一-鿿]{1,12}?(?:省|自治区|市|州|县|区|旗|盟|兵团)|[一-鿿]{2,12}(?:部|总局|总署)$)"
)
#: 贵州省六盘水市人民政府: catalogues name the province before a city; titles and signatures do not.
_CATALOGUE_BODY = re.compile(r"[一-鿿]{2,6}(?:省|自治区)[一-鿿]{2,12}?[市州县区盟旗]人民政府")
_PLACE = re.compile(r"[（(]?[一-鿿]{2,7}?(?:省|自治区|市|州|县|区|旗)")
#: 导航菜单, 首页要闻: a line so short above a whole title is none of it.
_SHORT = 6
_SENTENCE_ENDS = ("。", "！", "？", "；")


@dataclass(slots=True)
class TitleLines:
    """One printing of a title: the indices of its lines, its text, and bodies printed above it that are none of it."""

    indices: list[int]
    text: str
    publishers: list[int] = field(default_factory=list)


def find_titles(pieces: list[tuple[int, str]]) -> list[TitleLines]:
    """Every run of lines that ends as a title does. A run goes on over 的…, an open 《, a wrapping title."""
    found: list[TitleLines] = []
    run: list[tuple[int, str]] = []
    pieces = _without_outer_brackets(pieces)
    for position, (index, piece) in enumerate(pieces):
        if run and index != run[-1][0] + 1:
            run = []
        run.append((index, piece))
        after = pieces[position + 1][1] if position + 1 < len(pieces) and pieces[position + 1][0] == index + 1 else ""
        text = _join_lines([line for _, line in run])
        if ends_title(text) and not _goes_on(text, after):
            found.append(_without_lines_above(run, found))
            run = []
        elif not after and found and _SUBTITLE.fullmatch(piece) and found[-1].indices[-1] == index - 1:
            found[-1].indices.append(index)
            found[-1].text += piece
    return found


#: （2020年1月1日市政府会议通过）: a line below the title, and none of it.
_ADOPTION = r".*(?:通过|批准|公布|发布|施行|印发|[\d一二三四五六七八九十]日)"
#: （试行）, （2021—2025年）, （征求意见稿）, （2021年版） on a line of its own; （资料图片） is none of the title.
_SUBTITLE = re.compile(
    rf"[（(〔](?!{_ADOPTION})(?:[试暂]行|试点|草案|征求意见|修[订正]|摘要|节选|摘录|节录|[12]\d{3}|第[一二三四五六七八九十\d]+|"
    r"[^（()）〔〕]{0,14}(?:稿|版|本|修[订正]|年|年度|部分|[上中下]册)|[一二三四五六七八九十]{1,3}(?=[)）〕]))[^（()）〔〕]{0,16}[)）〕]"
)


#: 《某市公园管理办法》, 《某市关于印发〈…〉的通知》: one pair of brackets round the whole line.
_BRACKETED = re.compile(r"《 ?(?P<title>(?:[^《》]|《[^《》]*》)+?) ?》")


def _without_outer_brackets(pieces: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines with 《》 off those that are a whole title, and not the middle of 关于印发 / 《…》 / 的通知."""
    lines = dict(pieces)

    def bare(index: int, piece: str) -> str:
        match = _BRACKETED.fullmatch(piece.strip())
        if match is None or not ends_title(match["title"]) or not _is_whole(match["title"]):
            return piece
        above, below = lines.get(index - 1, "").strip(), lines.get(index + 1, "").strip()
        inside = _LEADS_ON.search(above) or above.count("《") > above.count("》") or _GOES_ON_BELOW.match(below)
        return piece if inside else match["title"]

    return [(index, bare(index, piece)) for index, piece in pieces]


#: 【市级政策】关于印发《…》的通知: the column of the site in which the title is printed.
_COLUMN = re.compile(r"【[^【】]{2,12}】 ?(?=.{0,40}(?:关于|[印转]发).{6})")


def without_column(text: str) -> str:
    """The title without the name of its column before it; 【政策解读】 names what explains a document.

    >>> without_column("【市级政策】关于支持企业发展的通知"), without_column("【图解】关于支持企业发展的通知")
    ('关于支持企业发展的通知', '【图解】关于支持企业发展的通知')
    """
    column = _COLUMN.match(text) if text[:1] == "【" and not is_explanation(text) else None
    return text[column.end() :] if column else text


def _join_lines(lines: list[str]) -> str:
    """Bodies on lines of their own keep a space between them."""
    text = ""
    for line in lines:
        apart = text and is_body_name(text.split(" ")[-1]) and (is_body_name(line) or _names_its_body(line))
        text = f"{text} {line}" if apart else text + line
    return text


def _names_its_body(text: str) -> bool:
    return any(map(_OWN_BODY.match, bodies_of_title(text)[:1]))


def _without_lines_above(run: list[tuple[int, str]], found: list[TitleLines]) -> TitleLines:
    """The title at the end of `run`, with those lines above its last ones that belong to it."""
    lines = [line for _, line in run]
    first = next((i for i in range(1, len(lines)) if _printed_before(lines, i, found)), len(lines) - 1)
    while (
        first > 0
        and not _printed_before(lines, first, found)
        and (_lacks_line(lines[first - 1], _join_lines(lines[first:])) or _belongs(lines, first, run, found))
    ):
        first -= 1
    publishers = [index for index, line in run[:first] if names_bodies(line)]
    return TitleLines([index for index, _ in run[first:]], _join_lines(lines[first:]), publishers)


def _printed_before(lines: list[str], first: int, found: list[TitleLines]) -> bool:
    """Whether the lines from `first` on are a title printed above and the lines before them name who published it.

    关于… wants its bodies from a line above it, if they were not part of the title above.
    """
    text = _join_lines(lines[first:])
    if _VERB_FIRST.match(text) or not all(map(names_bodies, lines[:first])):
        return False
    return any(squeeze(title.text) == squeeze(text) for title in found)


def _is_whole(text: str) -> bool:
    """Whether the text can be a title without a line above it."""
    if _VERB_FIRST.match(text) or _names_its_body(text):
        return True
    return bool(_PLACE.match(text)) and not _KIND_ALONE.match(close_spaces(text))


def _lacks_line(above: str, text: str) -> bool:
    """Whether the text wants the line above it; the end of a sentence is none of a title."""
    return not _is_whole(text) and not above.endswith(_SENTENCE_ENDS)


def _belongs(lines: list[str], first: int, run: list[tuple[int, str]], found: list[TitleLines]) -> bool:
    """Whether the line above a text that can be a title by itself belongs to it all the same."""
    above, text = lines[first - 1].strip(), _join_lines(lines[first:])
    if above.endswith(_SENTENCE_ENDS):
        return False
    own = bodies_of_title(text)
    # 数据发布 above a whole title is a menu of the page.
    is_menu = own and len(above) <= _SHORT and not _LEADS_TO_TITLE.search(above)
    if (_LEADS_ON.search(above) and not is_menu) or above.count("《") > above.count("》"):
        return True
    if not names_bodies(above):
        return not own and not _VERB_FIRST.match(text) and len(above) > _SHORT
    if _CATALOGUE_BODY.match(close_spaces(above)):
        return False
    if own:
        named = split_bodies(above)
        if not names_placed_bodies(above):
            return False
        repeated = any(one in other or other in one for one in named for other in own)
        # A government does not sign jointly with its own departments: the line is the name of the site.
        over = named[-1].endswith("人民政府") and not re.search(r"人民政府|委员会$|管委会$|军区$", own[0])
        return not repeated and not over
    return bool(_VERB_FIRST.match(text)) and not _is_publisher(run[first - 1][0], text, found)


def _is_publisher(index: int, text: str, found: list[TitleLines]) -> bool:
    """Whether a catalogue names at `index` who published the text, between two printings of its title.

    Its page is headed by the title too, so the title was printed twice above. Below the heading of another page the
    document prints its own title, which begins with its body: 关于…的通知 / 某市人民政府 / 关于…的通知.
    """
    if not found or found[-1].indices[-1] != index - 1:
        return False
    printed = squeeze(text)
    return sum(squeeze(title.text) == printed for title in found) > 1


def names_bodies(line: str) -> bool:
    """Whether the line is nothing but names of bodies, perhaps letter-spaced: 五 华 县 人 民 政 府."""
    return is_body_name(line) or is_body_name(close_spaces(line))


def names_placed_bodies(line: str) -> bool:
    """Whether the line names bodies with their place, as those who issue a text do: 新闻办, 服务大厅 are of a menu."""
    return names_bodies(line) and all(map(_OWN_BODY.match, split_bodies(line)))


UNCOMPARED = ' \t\n　《》〈〉<>“”"（）()'
_WITHOUT_UNCOMPARED = str.maketrans("", "", UNCOMPARED)


def squeeze(text: str) -> str:
    """A title for comparing: without blanks, brackets and quotation marks."""
    return text.translate(_WITHOUT_UNCOMPARED)


def _goes_on(text: str, after: str) -> bool:
    if not after:
        return False
    if (
        text.count("《") > text.count("》")
        or after.startswith("的")
        or re.match(rf"[（(〔](?!{_ADOPTION})(?:试行|暂行|修订|\d{{4}})", after)
    ):
        return True
    # 关于印发 / 《…方案》 / 的通知: the wrapped title also ends as a title does.
    return bool(re.search(r"关于(?:印发|转发|批转|公布|发布)", text)) and not re.search(
        r"(?:通知|公告|决定|函|令)$", text
    )
