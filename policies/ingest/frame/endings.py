"""The end of a document: what belongs to the whole (本办法自…起施行), signature, imprint, annexes."""

from __future__ import annotations

import re

from policies.ingest.dates import DATE, is_date_line

_OWN_NAME = (
    r"(?:本|以上|上述|此|该)(?:若干)?《?(?:若干)?(?:实施|政策|行动|管理|暂行|扶持|具体|工作|试行|支持)*"
    r"(?:办法|措施|意见|政策|方案|通知|规定|细则|文件|计划|决定|规划|条款|决议|规程|准则|指引|公告|通告|目录|条例|标准|清单|预案|指南|规范|制度|章程)》?"
)
#: pattern, meaning, printed example: a paragraph after the last unit that speaks of the whole document.
CLOSING_PARAGRAPHS = (
    (
        rf"{_OWN_NAME}[^。]{{0,40}}(?:施行|实施|执行|生效|印发之日|发布之日|公布之日|有效期|试行)",
        "term",
        "本措施自印发之日起施行",
    ),
    (
        rf"{_OWN_NAME}[^。]{{0,60}}(?:不一致|重复|交叉|不同|为准|抵触|解释|适用于)",
        "precedence",
        "本若干措施与我市原有政策不同的",
    ),
    (
        r"(?:此前|以前|原|之前|过去|我市|我区|我县|我省)[^。]{0,60}(?:不一致|同时废止|以本|予以废止|停止执行)",
        "repeal",
        "此前有关政策…同时废止",
    ),
    (r"自[^。]{0,30}(?:起施行|起实施|起执行|起生效)", "term", "自2021年1月1日起施行"),
    (r"(?:特此|此[告令复布](?:[。！]|$)|请认真|请遵照|请结合实际|现印发)", "order", "特此通知。"),
    (r"[（(]?此件", "publication", "（此件公开发布）"),
)
_CLOSING = re.compile("(?:" + "|".join(pattern for pattern, _, _ in CLOSING_PARAGRAPHS) + ")")

_TERM = re.compile(rf"{_OWN_NAME}自[^。；]{{2,30}}(?:施行|实施|执行|生效)")

_BODY_END = (
    r"(?:人民政府|政府|委员会|委|局|厅|部|办公室|办公厅|国务院|法院|检察院|中央|总署|署|银行|常委会|管委会|总局|"
    r"联(?:合会|席会议)|总工会|中心|协会|公司|党组|领导小组|指挥部|专班|办|院|会|社|支行|分行|分局)"
)
_BODY_NAME = re.compile(rf"(?:中共|中国|国家|国务院)?[一-鿿·×X]{{1,40}}?{_BODY_END}(?:[（(][^（）()]{{2,40}}[)）])?")
_BODY_LINE = re.compile(rf"(?:{_BODY_NAME.pattern})(?:[ 、，](?:{_BODY_NAME.pattern})){{0,15}}")
#: 中国（海州）自由贸易试验区管理委员会: the place stands in brackets inside the name.
_INNER_PLACE = re.compile(r"(?<![一-鿿])(?P<before>[一-鿿]{2,3})[（(][一-鿿]{2,6}[)）](?=[一-鿿]{4})")
#: What such a name ends with; nearly all lines are told by it.
_BODY_LAST = frozenset("会局厅部室署院府办委心")

_ANNEX = re.compile(
    r"附 ?[件表录] ?[0-9一二三四五六七八九十]{0,3} ?[:：.]?(?= |$)|"
    r"附 ?件 ?[0-9一二三四五六七八九十]{1,3} ?[:：.]?|附 ?[:：]$"
)
_ANNEX_LIST = re.compile(r"附 ?[件表图录]? ?(?:[:：]\s?\S|\n)")
#: How the title of an annex ends; without a colon behind 附件 all of a list must end so.
ANNEX_TITLE = re.compile(
    r"(?:[书图表册函录]|清单|名单|指南|方案|办法|标准|流程|材料|样式|模板|证明|说明|协议|合同|细则|汇总|范本|须知|承诺)(?:[（(].{0,20}[)）])?"
    r"(?:\.[a-zA-Z]{2,4})?$"
)
_PUBLISHED = re.compile(rf"(?P<bodies>.{{2,80}}?)[ ，,]?(?:于)?(?P<date>{DATE})(?P<verb>发布|公布|印发|颁布|发)[。.]?")
#: Lines of the imprint (版记) and of the page under it.
_IMPRINT = re.compile(
    r"(?:公开(?:方式|属性|类别|程度|选项)|信息公开|主题词|抄 ?[送报]|主 ?送|分送|报送|存档|校对|责任编辑|编辑|"
    r"打印|印发机关|印发份数|共印|"
    r"联系(?:人|电话|方式)|咨询电话|来源|扫一扫|相关(?:链接|解读|文件)|政策解读|解读链接|附件下载|上一篇|下一篇|"
    r"分享到|"
    r"【(?:打印|关闭|字体|大 ?中 ?小)|打印本页|关闭窗口)[】]?(?:[:：】 ]|$)|[（(]此件|[（(](?:联系人|联系电话)|"
    r"[（(](?:本文|此文|此件|本件|内容|文件|附件|正文)?(?:有|作了|略有|已作)?(?:删减|删节|略|从略|不公开|另发|依申请公开|"
    r"公开发布|主动公开|此件公开)[^（()）]{0,12}[)）]$|[（(](?:信息公开|公开)(?!征求)[^（()）]{2,20}[)）]$"
)


def is_closing_paragraph(text: str) -> bool:
    """Whether a paragraph after the last unit speaks of the whole document."""
    return _CLOSING.match(text[:120]) is not None


_OF_DOCUMENT = re.compile(r"起(?:施行|实施|执行|生效|试行)|有效期|负责解释|解释权")


def ends_document(text: str) -> bool:
    """Whether no line of units below this paragraph belongs to a provision: term, list of annexes, signature."""
    if is_annex_list(text) or is_date_line(text) or text.startswith(("（此件", "(此件")):
        return True
    return _OF_DOCUMENT.search(text) is not None and is_closing_paragraph(text)


def is_term(text: str) -> bool:
    """Whether the paragraph begins with the term of the document itself: 本办法自2023年6月1日起施行."""
    return _TERM.match(text) is not None


def is_body_name(text: str) -> bool:
    """Whether the line is nothing but names of bodies, as in a signature."""
    text = text.strip()
    if len(text) > 120 or text.endswith("：") or text == "返回顶部":
        return False
    if _BODY_LINE.fullmatch(text) is not None:
        return True
    if text[-1:] not in _BODY_LAST or ("（" not in text and "(" not in text):
        return False
    bare = _INNER_PLACE.sub(r"\g<before>", text)
    return bare != text and _BODY_LINE.fullmatch(bare) is not None


def is_annex_line(text: str) -> bool:
    """Whether the line opens an annex: 附件, 附件1, 附表：; not the list 附件：1.名单."""
    return (
        text.startswith("附")
        and _ANNEX.match(text) is not None
        and len(text) <= 80
        and not is_annex_list(text)
        and "。" not in text
    )


def is_annex_list(text: str) -> bool:
    """Whether the line lists the annexes: 附件：1.泉州市…名单, 附表：1.申请表."""
    return text.startswith("附") and _ANNEX_LIST.match(text) is not None


def is_imprint_line(text: str) -> bool:
    """Whether the line belongs to the imprint or to the page, not to the text."""
    return _IMPRINT.match(text) is not None or (
        text.endswith("印发") and len(text) < 60 and bool(re.search(DATE, text))
    )


def _spaced(words: str) -> str:
    """A pattern of any of the words, letters set apart or not: 部 长."""
    return "|".join(" ?".join(word) for word in words.split())


#: Offices of those who sign orders, and how the bodies end that they sign for.
_OFFICE = _spaced("总理 主席 自治区主席 省长 市长 州长 县长 区长 旗长 盟长 部长 主任 局长 署长 厅长 行长 院长 检察长")
_SIGNING = _spaced("部 委员会 常委会 总局 总署 局 署 人民政府 银行 办公室 办公厅")
#: 市长: 何 健, 部 长 李四, 住房城乡建设部部长 王蒙徽, 代省长 李四: who signs an order, above its date. Catalogues
#: leave the name out.
_SIGNER = re.compile(
    rf"(?:(?P<body>[一-鿿](?: ?[一-鿿]){{1,23}} ?(?:{_SIGNING})) ?|中华人民共和国)?(?:代 ?)?"
    rf"(?P<office>{_OFFICE})(?: ?[:：]|(?: ?[:：] ?| )[一-鿿·](?: ?[一-鿿·]){{1,7}})?"
)


#: 某市人民政府（盖章） 2019年1月21日 on one line.
_SIGNED_ON_ONE_LINE = re.compile(
    rf"(?P<body>[一-鿿·×X、 （）()]{{3,80}}?) ?(?:[（(](?:盖章|公章|印章|章|印)[)）] ?)?(?P<date>{DATE})"
)


def split_signature(text: str) -> tuple[str, str] | None:
    """(bodies, date) of a signature printed on one line; None of another line."""
    if not 10 <= len(text) <= 80 or text[-1] not in "日号":
        return None
    match = _SIGNED_ON_ONE_LINE.fullmatch(text)
    if match is None:
        return None
    apart = text[match.start("date") - 1] in " ）)"
    if not (is_body_name(match["body"]) or (apart and is_office_name(match["body"]))):
        return None
    return text[: match.start("date")].strip(), match["date"]


def read_signer(text: str) -> tuple[str, str] | None:
    """(body or "", office) of the line of a person who signs: 住房城乡建设部部长 王蒙徽; None when it is none."""
    match = _SIGNER.fullmatch(text.strip()) if len(text) <= 40 else None
    return ((match["body"] or "").replace(" ", ""), match["office"].replace(" ", "")) if match else None


#: 矿业权管理司, 综合处: an office is known as who signs only by its place above a date.
_OFFICE_NAME = re.compile(
    r"(?![请特现以如由经并各将把对按在向报凡联])[一-鿿·]{2,24}(?<![我本贵该此之何到])[司处队所组室科股站院]"
)


def is_office_name(text: str) -> bool:
    """Whether the line can be the name of an office: 失业保险司, 市人防指挥信息保障中心总站."""
    return len(text) <= 25 and _OFFICE_NAME.fullmatch(text) is not None


def signs(text: str) -> bool:
    """Whether a line above a date names who signs: bodies, an office, or a person with the office."""
    return is_body_name(text) or read_signer(text) is not None or is_office_name(text)


def names_proposer(text: str) -> bool:
    """Whether the line below the title of a forwarded text says in brackets who wrote it: （市民政局 二○一○年五月）."""
    inside = text[1:-1].split() if text[:1] in "（(" and text[-1:] in "）)" else []
    return bool(inside) and is_body_name(inside[0])


def read_publishing_line(text: str) -> tuple[str, str, str] | None:
    """Bodies, date and verb of 罗湖区科技和工业信息化局2026年4月24日发布。; None when the line is none."""
    if len(text) > 120:
        return None
    match = _PUBLISHED.fullmatch(text.strip())
    if match is None or not is_body_name(match["bodies"].strip(" ，,")):
        return None
    return match["bodies"].strip(" ，,"), match["date"], match["verb"]


def split_tail(texts: list[str], first: int = 0) -> int:
    """Where the signature and imprint begin: the index of their first line in `texts`, at least `first`."""
    start = len(texts)
    above_date = False
    while start > first:
        text = texts[start - 1]
        if above_date and (read_signer(text) or is_office_name(text)):
            start -= 1
            continue
        above_date = is_date_line(text)
        if above_date or is_imprint_line(text) or read_publishing_line(text) or is_body_name(text):
            start -= 1
            continue
        break
    # A single body name may be the last item of a list: a date or an imprint beside it makes a signature, or the end
    # of a sentence above it.
    dated = any(is_date_line(t) or is_imprint_line(t) or read_publishing_line(t) for t in texts[start:])
    if dated or start == len(texts):
        return start
    ended = start > first and (texts[start - 1].endswith(("。", "！")) or is_closing_paragraph(texts[start - 1]))
    signed = ended and _PLACED_BODY.match(texts[start])
    return start if signed else len(texts)


#: A body with its place, or of the whole country, by which it signs.
_PLACED_BODY = re.compile(
    r"中共|中国|国务院|国家|[一-鿿]{2,9}?(?:省|自治[区州县]|市|州|县|区|旗|盟|兵团)(?=[一-鿿]{2})"
)


def find_signature(texts: list[str], is_table: list[bool]) -> tuple[int, int] | None:
    """(first, end) of a signature that stands above the list of annexes: bodies, then a date; None without one.

    Below it stand only lists of annexes, tables and imprint.
    """
    for date in range(len(texts) - 1, 0, -1):
        text = texts[date]
        if is_date_line(text) and signs(texts[date - 1]):
            first, end = date - 1, date + 1
            while first > 0 and is_body_name(texts[first - 1]):
                first -= 1
            while end < len(texts) and is_imprint_line(texts[end]):
                end += 1
            return first, end
        if not (is_table[date] or is_annex_list(text) or is_imprint_line(text) or is_date_line(text)):
            return None
    return None
