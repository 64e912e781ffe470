"""The head of a document: title, document number, date lines, and where the text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policies.ingest.cleaning import close_spaces
from policies.ingest.dates import is_date_line
from policies.ingest.endings import is_annex_line, is_body_name, is_imprint_line
from policies.ingest.numbering import read_printed_number
from policies.ingest.readers.source import Block, PageData
from policies.ingest.titles import ends_title, tidy_title

_OPEN = "〔（(［\\[【"
_CLOSE = "〕）)］\\]】"
#: 泉政文〔2021〕12号, 国发[2018]39号, 晋政办发(2020)5 号.
DOCUMENT_NUMBER = re.compile(
    rf"(?P<prefix>[一-鿿×X][一-鿿A-Za-z×]{{0,20}}(?:[（(][一-鿿]{{1,6}}[)）])?) ?[{_OPEN}] ?"
    rf"(?P<year>[12] ?\d ?\d ?\d) ?[{_CLOSE}] ?(?:第 ?)?(?P<serial>\d(?: ?\d){{0,5}}) ?号"
)
#: A line of the page above or between the lines of the head, by its opening words; printed example.
PAGE_LINES = (
    (r"[12]\d{3}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)? [\[【|(（]?"
     r"(?:(?:信息|文章|稿件)?来源|作者|记者|编辑|责任编辑|发布|浏览|阅读|点击|访问|字体|字号|分享|打印|大 )",
     "2023-04-12 16:40:08 来源：…"),
    (r"(?:信息|文章|稿件|内容)?来源 ?[:：]", "信息来源：天河区科技工业和信息化局"),
    (r"(?:发布|发表|成文|印发|公开|更新|生成)(?:时间|日期|机构|单位)? ?[:：]", "发表时间：2023-08-09 23:04:15"),
    (r"(?:时间|日期|作者|责任编辑|编辑|浏览|点击|阅读|访问)(?:次数|量|数)? ?[:：]", "浏览次数：12"),
    (r"(?:浏览|点击|阅读)(?:次数|量)", "浏览量 12"),
    (r"【?(?:字体|字号|打印|分享|收藏|关闭|大 中 小|字体大小)", "字体：大 中 小"),
    (r"(?:索引号|索 引 号|发文机关|发文机构|发布机构|主题分类|主 ?题 ?词|"
     r"成文日期|发文日期|发布日期|文 ?号|发文字号|标 ?题|名 ?称|公开类型|"
     r"有效性|信息分类|体裁分类|组配分类|效力状态|有效期) ?[:：]", "索引号：000014349/2018-00212"),
    (r"(?:签发人|会签人|密级|份号|紧急程度|保密期限) ?[:：]", "签发人：赵六"),
    (r"[一-鿿 、×X]{2,40}文 ?件$", "泉州市人民政府文件"),
    (r"(?:点击查看|相关解读|政策解读|解读链接|相关链接|附件下载|扫一扫|当前位置|"
     r"您当前|您现在|首页 ?[>＞])", "点击查看政策解读：…"),
)  # fmt: skip
_PAGE_LINE = re.compile("|".join(pattern for pattern, _ in PAGE_LINES))
_RECIPIENTS = re.compile(r"^(?:各|区|市|县|省|全|有关|国务院|中央|机关|委|局|驻)?.{1,200}[:：]$")
_BODY_TEXT = re.compile(r"[。；;]|[:：]$")
#: A head has at most this many lines; what follows is text.
_HEAD_LINES = 40


@dataclass(slots=True)
class Head:
    """What stood above the text. `body` is the index of the first block of the text."""

    title: str = ""
    document_number: str | None = None
    #: Lines of the head that are neither title nor number: dates, sources, adoption of a law.
    lines: list[Block] = field(default_factory=list)
    body: int = 0


def tidy_document_number(text: str) -> str | None:
    """The first document number in `text` with 〔〕 and without spaces, or None."""
    match = DOCUMENT_NUMBER.search(text)
    if match is None:
        return None
    prefix, year, serial = (match[key].replace(" ", "") for key in ("prefix", "year", "serial"))
    return f"{prefix}〔{year}〕{serial}号"


def is_page_line(text: str) -> bool:
    """Whether the line above the text belongs to the page: source, date of publication, menus."""
    return _PAGE_LINE.match(text) is not None


def is_number_line(text: str) -> bool:
    """Whether the line holds a document number and nothing else."""
    return len(text) < 60 and DOCUMENT_NUMBER.fullmatch(text.strip(" ()（）")) is not None


#: 文 号： 澜府规〔2024〕2号 in a row of data above the title.
_NUMBER_LABEL = re.compile(rf"(?:发文字号|发文文号|文件编号|文 *号) ?[:：] ?(?P<number>{DOCUMENT_NUMBER.pattern})")


def read_head(blocks: list[Block], page_data: PageData | None = None) -> Head:
    """The head of a document that is not part of a volume."""
    page_data = page_data or PageData()
    if blocks and blocks[0].heading == 1:
        return _marked_head(blocks)
    head = Head()
    pieces: list[tuple[int, str]] = []
    for index, block in enumerate(blocks[:_HEAD_LINES]):
        is_annex_mark = not pieces and block.rows is None and is_annex_line(block.text)
        if not is_annex_mark and _begins_text(block, bool(pieces), page_data):
            break
        head.body = index + 1
        if block.rows is not None:
            continue
        if is_number_line(block.text):
            head.document_number = head.document_number or tidy_document_number(block.text)
        elif is_annex_mark or is_date_line(block.text) or _PAGE_LINE.match(block.text) or is_imprint_line(block.text):
            head.lines.append(block)
        else:
            pieces.append((index, block.text))
    _choose_title(head, pieces, blocks, page_data)
    bracket = re.search(r"[（(]([^（()）]*号)[)）]$", head.title)
    if bracket and tidy_document_number(bracket[1]):
        head.document_number = head.document_number or tidy_document_number(bracket[1])
        head.title = head.title[: bracket.start()]
    if head.document_number is None:
        labelled = next(filter(None, (_NUMBER_LABEL.search(block.text) for block in head.lines)), None)
        head.document_number = tidy_document_number(labelled["number"]) if labelled else None
    if head.document_number is None and page_data.document_number:
        head.document_number = tidy_document_number(page_data.document_number)
    return head


def _marked_head(blocks: list[Block]) -> Head:
    """A Markdown head: # title, perhaps a second #, then centred lines of adoption and publication."""
    head = Head()
    titles = []
    for block in blocks:
        if block.heading == 1 and not head.lines:
            titles.append(tidy_title(block.text))
        elif block.rows is None and (block.align == "center" or is_number_line(block.text)):
            if is_number_line(block.text):
                head.document_number = tidy_document_number(block.text)
            head.lines.append(block)
        else:
            break
        head.body += 1
    head.title = " ".join(titles)
    _take_repeated_title(head, blocks)
    return head


def _take_repeated_title(head: Head, blocks: list[Block]) -> None:
    """The title may be printed once more above the text, with the document's number below it."""
    text, title = "", head.title.translate(_UNCOMPARED)
    for index in range(head.body, min(len(blocks), head.body + 6)):
        if blocks[index].rows is not None:
            return
        text += blocks[index].text.translate(_UNCOMPARED)
        if not title.startswith(text):
            return
        if text == title:
            end = index + 1
            if end < len(blocks) and is_number_line(blocks[end].text):
                head.document_number = head.document_number or tidy_document_number(blocks[end].text)
                end += 1
            head.lines += blocks[head.body : end]
            head.body = end
            return


def _begins_text(block: Block, has_title: bool, page_data: PageData) -> bool:
    if block.rows is not None:
        return has_title
    text = block.text
    if re.fullmatch(r"目 ?[录錄次]", text):
        return has_title
    if _PAGE_LINE.match(text) or is_date_line(text) or is_number_line(text):
        return False
    if page_data.title and close_spaces(text) and close_spaces(text) in close_spaces(page_data.title):
        return False
    number = read_printed_number(text)
    if number is not None and (number.style != "article" or number.spaced):
        return has_title or not ends_title(text)
    if is_annex_line(text):
        return True
    if ends_title(text) and "。" not in text and len(text) <= 100:
        return False
    return bool(_BODY_TEXT.search(text)) or len(text) > 100 or (has_title and "，" in text and len(text) > 45)


def _choose_title(head: Head, pieces: list[tuple[int, str]], blocks: list[Block], page_data: PageData) -> None:
    """Lines that are no title are told in `head.lines`; without any title the page's own title is taken."""
    candidates = _candidates(pieces)
    chosen: list[int] = []
    if candidates:
        about = [c for c in candidates if "关于" in c[1]]
        known = [c for c in candidates if page_data.title and _same(c[1], page_data.title)]
        chosen, text = (about or known)[-1] if about or known else max(candidates, key=lambda c: len(c[1]))
        head.title = tidy_title(text)
    elif page_data.title:
        head.title = tidy_title(page_data.title)
        chosen = [i for i, text in pieces if close_spaces(text).replace(" ", "") in head.title.replace(" ", "")]
    elif pieces:
        head.title, chosen = tidy_title(pieces[0][1]), [pieces[0][0]]
    head.lines += [blocks[index] for index, _ in pieces if index not in chosen]


_UNCOMPARED = str.maketrans("", "", ' 　《》“”"')


def _same(first: str, second: str) -> bool:
    return first.translate(_UNCOMPARED) == second.translate(_UNCOMPARED)


def _candidates(pieces: list[tuple[int, str]]) -> list[tuple[list[int], str]]:
    """Runs of lines that end as a title does: (indices, text). A run goes on over 的…, an open 《, a wrapping title."""
    found: list[tuple[list[int], str]] = []
    run: list[int] = []
    text = ""
    for position, (index, piece) in enumerate(pieces):
        if run and index != run[-1] + 1:
            run, text = [], ""
        text = _join_title(text, piece)
        run.append(index)
        after = pieces[position + 1][1] if position + 1 < len(pieces) and pieces[position + 1][0] == index + 1 else ""
        if ends_title(text) and not _title_goes_on(text, after):
            found.append((run, text))
            run, text = [], ""
        elif (
            after == ""
            and found
            and re.fullmatch(r"[（(〔][^）)〕]{1,20}[)）〕]", piece)
            and found[-1][0][-1] == index - 1
        ):
            found[-1] = (found[-1][0] + [index], found[-1][1] + piece)
    return found


def _join_title(text: str, piece: str) -> str:
    """Bodies on lines of their own keep a space between them."""
    return f"{text} {piece}" if text and is_body_name(text.split(" ")[-1]) and is_body_name(piece) else text + piece


def _title_goes_on(text: str, after: str) -> bool:
    if not after:
        return False
    if (
        text.count("《") > text.count("》")
        or after.startswith("的")
        or re.match(r"[（(〔](?:试行|暂行|修订|\d{4})", after)
    ):
        return True
    # 关于印发 / 《…方案》 / 的通知: the wrapped title also ends as a title does.
    return bool(re.search(r"关于(?:印发|转发|批转|公布|发布)", text)) and not re.search(
        r"(?:通知|公告|决定|函|令)$", text
    )
