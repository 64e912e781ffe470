"""Lines of a web page round a document: headline and lead of a news page above it, trailers below it."""

from __future__ import annotations

import re
from dataclasses import replace

from policies.ingest.dates import is_date_line
from policies.ingest.frame.data_lines import read_data_line
from policies.ingest.frame.document_numbers import is_number_line
from policies.ingest.frame.endings import (
    is_annex_line,
    is_annex_list,
    is_body_name,
    is_imprint_line,
    read_signer,
    signs,
    split_signature,
)
from policies.ingest.frame.head_lines import is_page_line
from policies.ingest.frame.heads import read_head
from policies.ingest.frame.page_feet import ANNEX_LABEL, find_foot
from policies.ingest.frame.title_lines import UNCOMPARED, squeeze
from policies.ingest.frame.titles import ends_title, wraps_document
from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import read_printed_number

#: pattern, printed example: a line below a document that belongs to the page.
TRAILER_LINES = (
    (r"[【\[（(]?(?:责任编辑|编辑|审核|初审|复审|终审|监制|记者|作者|(?:信息|文章|稿件)?来源|供稿)[】\]]? ?[:：]",
     "责任编辑：小禾　审核：阿棠"),
    (r"(?:微信)?扫一扫|扫描二维码|微信扫码", "扫一扫在手机打开当前页"),
    (r"(?:特别|郑重|版权)声明 ?[:：]|Notice ?:", "特别声明：以上内容由用户上传"),
    (r"主 ?办(?:单位)? ?[:：].{2,40}承 ?办(?:单位)? ?[:：]|[主承] 办 ?[:：]|下载地址 ?[:：]|"
     r"(?:建议|推荐)使用.{0,40}(?:浏览|分辨率)",
     "主 办：某县人民政府"),
    (r"(?:政策咨询|政策问答|互动交流|智能问答|在线咨询|意见征集|常见问题|我要咨询|我要评论|"
     r"政务(?:微信|微博|新媒体|客户端)|(?:微信)?公众号|(?:返回|回到)(?:顶部|首页|列表|主页)|中国政府网|"
     r"国务院部门网站|.{0,6}(?:政府|部门|县区|市直)网站)$|您是第.{0,12}位|公安备案|.{0,12}(?:备案|网站标识)(?:编?号|码)",
     "互动交流"),
    (r"[【\[]?(?:打印|关闭|收藏|返回顶部|返回列表|我要纠错|纠错)(?:[】\] |]|$|本页|窗口)", "【打印】 【关闭】"),
    (r"分享(?:到|至)? ?(?:[:：]|$)|分享到", "分享到：微信 微博"),
    (r"[<＜·•●◆▪*—-]{0,2} ?(?:上|下)一[篇条页] ?(?:[:：>]|$)", "上一篇：关于…的通知"),
    (r"(?:附件|文件|资料|相关附件)下载 ?(?:[:：]|$)|点击下载", "附件下载：若干措施.pdf"),
    (r".{0,80}\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|zip|rar)(?: ?[（(\[].{0,20})?$", "附件1：申请流程.docx"),
    (r"(?:浏览|点击|阅读|访问)(?:次数|量|数) ?[:：]?", "浏览次数：12"),
    (r"(?:稿源|新闻来源|摘自) ?[:：]", "稿源: 宁波市收费验审办公室"),
    (r"第 ?[\[【]? ?\d{1,3} ?[\]】]? ?页.{0,12}共", "第 [1] 页 共[2]页"),
    (r"[【\[]?(?:发表评论|我来评论|网友评论|互动社区)|.{0,10}(?:评论者|抢沙发)$|暂无评论", "【发表评论】 【互动社区】"),
    (r"如果(?:您|你)?(?:觉得|认为|喜欢|需要|要)|(?:上面|以上)(?:法规|文章|信息)?内容(?:为|仅|来|由)|"
     r"温馨提示|免责声明|声明 ?[:：]",
     "上面法规内容为部分内容,如果要查看全文请点击此处"),
    (r"(?:标签|关键词|Tags?) ?[:：]", "标签: 森林防火"),
    (r"(?:©|Copyright|copyright|打赏|点赞|赞赏)", "© 2017-2022  版权所有"),
    (r"[一-鿿]{2,20}公报 ?[（(]?\d{4} ?年.{1,12}$|.{0,4}北大法(?:宝|律)", "某市人民政府公报 2024年第3期"),
    (r"版权所有|.{0,60}(?:ICP备|公网安备|网站标识码)|网站地图|联系我们|技术支持 ?[:：]", "版权所有：某市人民政府"),
)  # fmt: skip
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|zip|rar)")
#: So many lines of the page may stand below a signature without being known as such.
_LINES_BELOW = 4
#: Titles of other pages follow these words: 相关阅读：
_OTHER_PAGES = re.compile(
    r"[【\[]?(?:相关|延伸|推荐|热门|更多|关联)(?:链接|阅读|文章|文档|文件|信息|解读|政策|新闻|稿件|附件|推荐|内容)"
    r"[】\]]? ?(?:[:：]|$)|(?:政策|文件|文字|图文|图片|视频|专家)解读 ?(?:[:：]|$)|"
    r"[一-鿿]{2,4}(?:解读|视角|声音|聚焦) ?[:：]?$|.{2,80}(?:解读|图解)$|"
    r"一图读懂|猜你喜欢"
)
#: After one of these no line of the document follows.
_PAGE_ENDS = re.compile(
    r"[<＜·•●◆▪*—-]{0,2} ?(?:上|下)一[篇条页]|[【\[（(]?责任编辑|[【\[] ?(?:打印|关闭)|"
    r"分享(?:到|至)? ?(?:[:：]|$)|版权所有|©|Copyright|网站地图|.{0,60}(?:ICP备|公网安备|网站标识码)|"
    r"(?:微信)?扫一扫|(?:返回|回到)(?:顶部|首页)|"
    r"(?:打印|关闭)(?:本页|窗口|$)|我要评论"
)
_TRAILER = re.compile("|".join(pattern for pattern, _ in TRAILER_LINES))
#: A shorter title (公告) may be a heading of the text too.
_CAPTION_LENGTH = 6
#: So many bodies sign together.
_SIGNERS = 20
#: A signature on one line is no longer than this.
_SIGNATURE_LENGTH = 80
#: A page prints at most this many lines under a document, of at most this many characters.
_TRAILER_LINES, _TRAILER_LENGTH = 30, 100

#: The words of a news page right before the document it quotes: …十条措施》，全文如下：
_QUOTED_BELOW = re.compile(r"如下[:：。]?$")
#: A document is quoted within this many lines of the page's first.
_LEAD_LINES = 25


def drop_trailer(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """(blocks without the page's lines below the document, these lines). Signatures are set apart on the way."""
    blocks = _set_signatures_apart(blocks)
    foot = find_foot(blocks)
    blocks, below = blocks[:foot], blocks[foot:]
    start = len(blocks)
    for index in range(len(blocks) - 1, max(0, len(blocks) - _TRAILER_LINES), -1):
        block = blocks[index]
        if block.rows is not None or len(block.text) > _TRAILER_LENGTH:
            break
        if _TRAILER.match(block.text) or _OTHER_PAGES.match(block.text):
            start = index
        elif not _may_be_link(block.text):
            break
    # What follows a line of the page must be one too, or the title of another page.
    while start < len(blocks) and not (_is_trailer(blocks[start:]) and _has_text(blocks[:start])):
        start += 1
    start = _below_signature(blocks, start)
    if 0 < start < len(blocks) and ANNEX_LABEL.fullmatch(blocks[start - 1].text):
        start -= 1  # 附件： over links to files
    return blocks[:start], blocks[start:] + below


def _set_signatures_apart(blocks: list[Block]) -> list[Block]:
    """A body and a date on one line become two lines; a body above a date stands at the right, part of no sentence."""
    apart: list[Block] = []
    for block in blocks:
        # Most lines end otherwise, and that is told at a glance.
        if block.text[-1:] not in ("日", "号") or len(block.text) > _SIGNATURE_LENGTH or block.heading:
            apart.append(block)
            continue
        signed = split_signature(block.text)
        if signed:
            apart += [replace(block, text=text, align=block.align or "right") for text in signed]
            continue
        if is_date_line(block.text):
            _close_signers(apart)
        above = apart[-1] if apart else None
        if above and above.rows is None and not above.align and not above.heading and is_date_line(block.text):
            apart[-1] = replace(above, align="right") if signs(above.text) else above
        apart.append(block)
    return apart


#: Joint signatures spread short names to the width of the longest: 财 政 部 beside 工业和信息化部.
_SPREAD = re.compile("[一-鿿](?: [一-鿿]){1,11}")


#: What a name is no part of: debris of entities (&sp; &nbsp), the place of a seal.
_SEAL = re.compile(r"(?: ?&[a-z]{1,6};?)+ ?$| ?[（(](?:盖章|公章|印章|章|印)[)）]$")


def _close_signers(blocks: list[Block]) -> None:
    """The signers right above a date without （章）, debris and blanks between the letters of their names."""
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 1 - _SIGNERS), -1):
        block = blocks[index]
        if block.rows is not None or block.heading:
            return
        if " " in block.text and _SPREAD.fullmatch(block.text):
            closed = block.text.replace(" ", "")
            if not is_body_name(closed):
                return
            blocks[index] = replace(block, text=closed)
        elif not is_body_name(block.text):
            bare = _SEAL.sub("", block.text) if "&" in block.text or "章" in block.text or "印" in block.text else ""
            if not bare or not is_body_name(bare):
                return
            blocks[index] = replace(block, text=bare)


def _below_signature(blocks: list[Block], end: int) -> int:
    """The index after the signature or imprint where nothing but lines of the page follows before `end`; else `end`.

    Nothing of the document stands below its imprint (某市政府办公室 2021年2月7日印发), but annexes sent on later.
    """
    for index in range(end - 1, max(1, end - 1 - _TRAILER_LINES), -1):
        if blocks[index].rows is not None:
            return end
        text = blocks[index].text
        printed = text.endswith("印发") and is_imprint_line(text)
        if printed or (is_date_line(text) and signs(blocks[index - 1].text)):
            start = index + 1
            while start < end and is_imprint_line(blocks[start].text):
                start += 1
            units = sum(read_printed_number(block.text) is not None for block in blocks[:index] if block.rows is None)
            unknown = _TRAILER_LINES if printed else _LINES_BELOW
            return start if _are_of_page(blocks[start:end], units > 1, unknown) else end
    return end


def _are_of_page(blocks: list[Block], has_units: bool, unknown: int) -> bool:
    """Whether the lines below a signature are all of the page: `unknown` short ones, and all from a known one on.

    `has_units` says that the text above has numbered units: it is no notice whose wrapped text is still to come.
    """
    known = False
    for position, block in enumerate(blocks):
        text = block.text
        if _TRAILER.match(text) or _OTHER_PAGES.match(text) or read_data_line(text, known):
            # A file of the annex may be followed by its text.
            known = known or not (text.startswith("附") or _FILE.search(text))
        elif is_annex_line(text) or is_annex_list(text):
            return False
        elif is_imprint_line(text):
            continue
        elif known:
            if not has_units and (len(text) > _TRAILER_LENGTH or read_printed_number(text) is not None):
                return False
        elif (
            position >= unknown
            or len(text) > 60
            or "。" in text
            or text.endswith(("：", ":"))
            or _belongs_to_document(text)
        ):
            return False
    return True


def _belongs_to_document(text: str) -> bool:
    """Whether a line below a signature is of the document: imprint, annex, number, title of what a notice brings."""
    return (
        is_imprint_line(text)
        or is_annex_line(text)
        or is_annex_list(text)
        or is_number_line(text)
        or is_body_name(text)
        or read_signer(text) is not None
        or ends_title(text)
        or text.startswith(("（", "(", "附件", "附表", "附录", "附图", "附：", "附:", "附 ", "附注", "注"))
        or read_printed_number(text) is not None
    )


def _has_text(blocks: list[Block]) -> bool:
    """Whether a sentence or a numbered line stands above the lines of the page."""
    return any(
        block.rows is not None or "。" in block.text or read_printed_number(block.text) is not None
        for block in reversed(blocks)
    )


def _is_trailer(blocks: list[Block]) -> bool:
    titles_follow = False
    for block in blocks:
        if _OTHER_PAGES.match(block.text) or _PAGE_ENDS.match(block.text):
            titles_follow = True
        elif not _TRAILER.match(block.text) and not titles_follow:
            return False
    return True


def _may_be_link(text: str) -> bool:
    return "。" not in text and not is_date_line(text) and read_printed_number(text) is None


def drop_captions(blocks: list[Block], title: str) -> tuple[list[Block], list[Block]]:
    """(blocks without the lines that are the document's own title again, once or doubled, these lines)."""
    own = squeeze(title)
    if len(own) < _CAPTION_LENGTH:
        return blocks, []
    printed = (own, own * 2)
    # Nearly all lines are told by the character they begin with.
    opens = frozenset((own[0], *UNCOMPARED))
    captions = [b for b in blocks if b.text[:1] in opens and len(b.text) <= 250 and squeeze(b.text) in printed]
    dropped = {id(block) for block in captions}
    return [block for block in blocks if id(block) not in dropped] if captions else blocks, captions


def find_quoted_document(blocks: list[Block]) -> int:
    """The index of the first line of the document that a news page quotes; 0 when the page is the document itself."""
    head = read_head(blocks)
    if head.document_number or (blocks and blocks[0].heading == 1):
        return 0
    for index in range(head.body, min(len(blocks), _LEAD_LINES)):
        block = blocks[index]
        if block.rows is not None or read_printed_number(block.text) is not None:
            break
        if is_date_line(block.text) and wraps_document(head.title):
            break  # the signature of a notice: what follows is the text it brings
        start = index
        if _QUOTED_BELOW.search(block.text):
            start = index + 1
        elif is_number_line(block.text):
            start = _first_title_line(blocks, index, head.body)
        if start != index and _is_head_of_own(blocks[start:], head.title):
            return start
    return 0


def _first_title_line(blocks: list[Block], number_line: int, lowest: int) -> int:
    start = number_line
    while start > lowest and start > number_line - 4:
        text = blocks[start - 1].text
        if not text or len(text) > 60 or text[-1] in "。：:；" or is_page_line(text) or is_date_line(text):
            break
        start -= 1
    return start


def _is_head_of_own(blocks: list[Block], headline: str) -> bool:
    """Whether a document begins here, and not the text that the document named by the headline brings."""
    if not blocks or read_printed_number(blocks[0].text) is not None:
        return False
    head = read_head(blocks)
    if not ends_title(head.title) or head.body == 0 or head.body == len(blocks):
        return False
    return head.title == headline or not wraps_document(headline)
