"""The foot of a page below a document: links, menus, addresses, copies of the text. It is found from its end upward.

The last line that is surely of the document (a sentence, a numbered unit, a table) has nothing but lines of the page
below it; from the first line there that pages print and documents do not (【打印】, 扫一扫, 相关链接：) all is foot.
"""

from __future__ import annotations

import re

from policies.ingest.dates import is_date_line
from policies.ingest.frame.endings import is_annex_list, is_body_name, is_imprint_line
from policies.ingest.frame.title_lines import squeeze
from policies.ingest.frame.titles import is_explanation
from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import read_printed_number
from policies.ingest.units.unit_labels import is_completion_line, is_unit_line

#: pattern, printed example: a line that opens the foot of a page.
FOOT_LINES = (
    (r"[【\[（(]? ?(?:打印|收藏|分享|扫一扫|关闭(?:窗口|本页)?|(?:我要)?纠错|返回(?:顶部|首页|列表)|[原全]文下载)"
     r" ?(?:[】\])）|]|$|本页|页面|到|至|[:：])", "【 打印 】"),
    (r"打 ?印 ?(?:本页)?[ |]*关 ?闭|(?:返回|回到)(?:顶部|首页|列表|上一页)|\[返回上一页\]", "打印关闭"),
    (r"(?:微信)?扫一扫|扫码|扫描二维码|微信扫码|手机(?:扫码|阅读|查看)|下载、打印", "扫一扫在手机打开当前页"),
    (r"(?:分享|转发|收藏)(?:到|至|文章到)? ?(?:[:：]|$)|分享到", "分享到：微信 微博"),
    (r"[<＜·•●◆▪*—-]{0,2} ?(?:上|下)一[篇条页] ?(?:[:：>]|$)", "上一篇：关于…的通知"),
    (r"(?:附件|文件|资料|相关附件|原文|全文|文字版|图片版)下载 ?(?:[:：]|$)|相关附件 ?[:：]?$|点击下载", "文件下载"),
    (r"[【\[]?(?:相关|延伸|推荐|热门|更多|关联|最新|近期|往期)(?:政策)?(?:链接|阅读|文章|文档|文件|信息|解读|政策|新闻|稿件|"
     r"推荐|内容|报道|热点|公告|问答|法规|资讯)(?:与解读)?[】\]]? ?(?:[:：]|$)", "相关链接："),
    (r"(?:政策|文件|文字|图文|图片|视频|音频|媒体|专家)(?:解读|问答|图解)(?:材料)? ?(?:[:：]|$)", "政策解读"),
    (r"(?:(?:政策|文字|视频|音频|动漫)?(?:图解|解读|问答)) ?[:：] ?点击|点击(?:查看|阅读)", "图解：点击查看"),
    (r"(?:责任|网络|文字|本文)?编辑 ?[:：]|(?:初|复|终)?审(?:核|校)? ?[:：]|监制 ?[:：]", "责任编辑：小禾"),
    (r"(?:内容|网站|网页)纠错|(?:使用帮助|关于我们|联系我们|隐私(?:声明|保护|安全)|版权(?:声明|保护)|网站(?:声明|地图|建议|管理)|"
     r"站点地图|友情链接|免责声明)(?:[ |｜]|$|[:：])", "网站地图"),
    (r"版权所有|©|Copyright|.{0,60}(?:ICP备|公网安备|网站(?:标|识)[识别]码|备案序?号)|技术支持 ?[:：]",
     "粤ICP备12345678号"),
    (r"(?:中国政府网|国务院部门网站|国家部委网站|.{0,8}(?:政府|部门|委办局|县区|区县|市直)网站)$", "国务院部门网站"),
    (r"(?:新闻)?评论$|发表评论|网友评论|加载更多|(?:排行榜|点击排行|热点(?:栏目|信息|排行))$", "排行榜"),
    (r"(?:浏览|点击|阅读|访问)(?:次数|量|数) ?[:：]|您是第", "浏览次数：-"),
    (r"(?:更新|抓取|采集|爬取|检索|收录|录入)(?:时间|日期) ?[:：]", "更新时间: 2025-06-01"),
)  # fmt: skip
_FOOT = re.compile("|".join(pattern for pattern, _ in FOOT_LINES))
#: Who runs the site; among units it is who is responsible.
_OPERATOR = re.compile(r"(?:主|承|协) ?办(?:单位)? ?[:：].{2,}")
#: A file of the page: 某政规〔2024〕8号.pdf.
_FILE = re.compile(r".{0,120}\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|zip|rar)\]?(?: ?[（(\[].{0,200})?$", re.I)
#: pattern, printed example: a sentence of the page.
PAGE_SENTENCES = (
    (r"浏览器|分辨率", "当前浏览器版本过低，建议升级。"),
    (r"您(?:访问|点击)的链接|即将(?:离开|跳转|打开)|是否继续", "您访问的链接即将离开本网站，是否继续？"),
    (r"本网站?|本站|网站内容|转载|侵权|版权归|文明上网|登录后|Cookie|cookie|公众号|小程序|二维码|客户端",
     "文明上网理性发言，请遵守新闻评论服务协议。"),
)  # fmt: skip
_PAGE_SENTENCE = re.compile("|".join(pattern for pattern, _ in PAGE_SENTENCES))
#: 以上就是小编为您整理的内容，欢迎咨询。: a site speaks to its readers.
_TO_READERS = re.compile("小编|^以上(?:就是|是|为)|欢迎(?:咨询|来电|关注|转发)|点击(?:上方|下方|蓝字)|点个(?:在看|赞)")
ANNEX_LABEL = re.compile(r"(?:相关)?附 ?件 ?[:：]?")
#: Links to other texts: 1.《…办法》问答, 某某通知 2024-05-01.
_LINK = re.compile(r".*(?:[》）)]|解读|问答|图解|视频|读懂|看懂|[12]\d{3}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)$")
#: A line so long, or cut off with …, is a copy where so many of its letters begin a line above it.
_LONG, _COPIED = 100, 12
#: A line without a mark is short up to this length.
_SHORT_LINE = 60
#: A line of the foot has another within so many lines below it.
_NEAR = 8
#: So many short lines without a mark are a menu where half of them name bodies or places.
_MENU_LINES, _MENU_LENGTH = 8, 20
_BODY = re.compile("[局厅委办部院会署行社处室司站所校区县市]$|中心$|公司$|集团$|政府|[法检学]院$|大学$|网站?$")
_SENTENCE_END = re.compile("[。；;！？]")


def find_foot(blocks: list[Block]) -> int:
    """The index of the first line of the page's foot; the number of blocks where none is found."""
    end = len(blocks)
    if not end:
        return end
    copies = _Copies(blocks)
    last = _last_above_imprint(blocks)
    while last >= 0 and not _is_of_document(blocks[last], last, copies):
        last -= 1
    if last < 0:
        return end
    foot = next((index for index in range(last + 1, end) if _opens_foot(blocks, index, copies)), end)
    return _with_lines_above(blocks, last + 1, foot, copies) if foot < end else end


#: The imprint of a site (粤ICP备12345678号) stands within so many lines from the end.
_IMPRINT_LINES = 60
_SITE_IMPRINT = re.compile("ICP备|公网安备|网站标识码")


def _last_above_imprint(blocks: list[Block]) -> int:
    """The line from which the foot is looked for: the imprint of the site, where but short lines follow it.

    A robot that answers questions stands below it and speaks in sentences: 我是小澜，请问您有什么需要？
    """
    last = len(blocks) - 1
    for index in range(last, max(-1, last - _IMPRINT_LINES), -1):
        block = blocks[index]
        if block.rows is not None or len(block.text) > _SHORT_LINE:
            break
        if _SITE_IMPRINT.search(block.text):
            return index
        if read_printed_number(block.text) is not None or is_unit_line(block.text) or is_date_line(block.text):
            break
    return last


class _Copies:
    """Which lines a page prints again below a document."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._first: dict[str, int] = {}

    def is_copy(self, index: int) -> bool:
        if not self._is_below_menu(index):
            return False
        if not self._first:
            for place, block in enumerate(self._blocks):
                printed = squeeze(block.text)
                self._first.setdefault(printed, place)
                self._first.setdefault(printed[:_COPIED], place)
        text = self._blocks[index].text
        printed = squeeze(text)
        if len(printed) < _COPIED:
            return False
        is_beginning = len(text) > _LONG or text.endswith(("...", "…"))
        return self._first[printed[:_COPIED] if is_beginning else printed] < index

    def _is_below_menu(self, index: int) -> bool:
        """Whether short lines stand right above, as below no text."""
        above = self._blocks[max(0, index - _NEAR) : index]
        return sum(len(block.text) <= _MENU_LENGTH for block in above) * 2 >= _NEAR


def _is_of_document(block: Block, index: int, copies: _Copies) -> bool:
    if block.rows is not None:
        return True
    text = block.text
    if is_unit_line(text) or is_completion_line(text):
        return _OPERATOR.match(text) is None and not copies.is_copy(index)
    if _TO_READERS.search(text):
        return False
    number = read_printed_number(text)
    if number is None and not (_SENTENCE_END.search(text) or len(text) > _SHORT_LINE):
        return False
    if _is_known(text) or is_imprint_line(text) or copies.is_copy(index):
        return False
    if number is not None:
        return "。" in text or not _LINK.match(text)
    return _PAGE_SENTENCE.search(text) is None and is_sentence(text)


def _is_known(text: str) -> bool:
    if _FOOT.match(text) or _FILE.match(text) or _TO_READERS.search(text):
        return True
    return text[:1] in "【[" and is_explanation(text)


def is_sentence(text: str) -> bool:
    """Whether the line is one of a text, and no row of links."""
    return "。" in text or text[-1] in "；：;:！？" or "，" in text


def _opens_foot(blocks: list[Block], index: int, copies: _Copies) -> bool:
    """Whether a known line of the foot stands here, with another near below it or the end."""
    text = blocks[index].text
    is_operator = _OPERATOR.match(text) is not None
    if not is_operator and _FOOT.match(text) is None and not (text[:1] in "【[" and is_explanation(text)):
        return False
    if read_printed_number(text) is not None:
        return False
    below = range(index + 1, min(index + 1 + _NEAR, len(blocks)))
    ends = len(below) < _NEAR and not is_operator
    return ends or any(_is_known(blocks[i].text) or copies.is_copy(i) for i in below)


def _with_lines_above(blocks: list[Block], start: int, foot: int, copies: _Copies) -> int:
    """The index from which all lines are of the page: files, copies and menus above the first that is known as one."""
    while start < foot and _ends_document(blocks, start):
        start += 1
    while foot > start and (_is_known(blocks[foot - 1].text) or copies.is_copy(foot - 1)):
        foot -= 1
    if foot > start and ANNEX_LABEL.fullmatch(blocks[foot - 1].text):
        return foot - 1
    return start if _is_menu([block.text for block in blocks[start:foot]]) else foot


def _is_menu(texts: list[str]) -> bool:
    """Whether the lines are a menu of bodies: nearly all are short, half of them or more name one."""
    short = sum(len(text) <= _MENU_LENGTH and "，" not in text for text in texts)
    bodies = sum(_BODY.search(text) is not None for text in texts)
    return len(texts) >= _MENU_LINES and short * 10 >= len(texts) * 9 and bodies * 2 >= len(texts)


def _ends_document(blocks: list[Block], index: int) -> bool:
    """Whether the line below the text is still of the document: its signature, imprint, list of annexes."""
    text = blocks[index].text
    if is_date_line(text) or is_imprint_line(text) or is_annex_list(text):
        return True
    below = next((block.text for block in blocks[index + 1 : index + 12] if not is_body_name(block.text)), "")
    return is_body_name(text) and is_date_line(below)
