"""Lines of a page above a document that are neither title nor number: menus, sources, dates, rows of data."""

from __future__ import annotations

import re

from policies.ingest.readers.html_data import DATA_LABELS
from policies.ingest.tree.numbering import read_printed_number

#: A line of the page above or between the lines of the head, by its opening words; printed example.
PAGE_LINES = (
    (r"[12]\d{3}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)? [\[【|(（]?"
     r"(?:(?:信息|文章|稿件)?来源|作者|记者|编辑|责任编辑|发布|浏览|阅读|点击|访问|字体|字号|分享|打印|大 )",
     "2023-04-12 16:40:08 来源：…"),
    (r"(?:信息|文章|稿件|内容)?(?:来源|稿源|来自) ?[:：]", "信息来源：天河区科技工业和信息化局"),
    (r"(?:发布|发表|成文|印发|公开|更新|生成|录入|归档)(?:时间|日期|机构|单位)? ?[:：]",
     "发表时间：2023-08-09 23:04:15"),
    (r"(?:时间|日期|作者|责任编辑|编辑|浏览|点击|阅读|访问)(?:次数|量|数)? ?[:：]", "浏览次数：12"),
    (r"(?:浏览|点击|阅读)(?:次数|量)", "浏览量 12"),
    (r"[【\[（(]? ?(?:字体|字号|打印|分享|收藏|关闭|大 中 小|字体大小)", "字体：大 中 小"),
    (r"(?:索引号|索 引 号|发文机关|发文机构|发布机构|主题分类|主 ?题 ?词|"
     r"成文日期|发文日期|发布日期|文 ?号|发文字号|(?:发文|法规|文件)?标 ?题|(?:文件)?名 ?称|公开类型|公文时效|"
     r"有效性|信息分类|体裁分类|组配分类|效力状态|有效期) ?[:：]", "索引号：000014349/2018-00212"),
    (r"(?:发文|颁布|实施|失效|生效|废止)(?:时间|日期|部门|单位|机构|文号) ?[:：]|"
     r"(?:法规|文件|所属)(?:类型|类别|行业|区域|分类) ?[:：]|页面功能 ?[:：]",
     "颁布时间：2015-06-24 发文单位：重庆市人民政府"),
    (r"[一-鿿 ]{2,30}公报 ?[（(]?\d{4}年.{1,12}$", "黄山市人民政府公报(2004年第7号)"),
    (r"(?:签发人|会签人|密级|份号|紧急程度|保密期限) ?[:：]", "签发人：赵六"),
    (r"[一-鿿 、×X]{2,40}文 ?件$", "泉州市人民政府文件"),
    (r"(?:(?:返回|回到)(?:顶部|首页|列表|主页)|(?:关闭|打印)(?:窗口|本页))+$", "返回顶部"),
    (r"今天是|(?:您好|你好)[，,！!]|.{0,40}(?:欢迎(?:您|你)?(?:访问|光临|来到|登录|！|!))|(?:本?网站)?(?:已)?支持IP[vV]6",
     "您好！欢迎访问某县政府"),
    (r"(?:(?:政务|信息|政府信息|数据)(?:公开|服务|发布)(?:目录|指南|制度|年报|年度报告)?|"
     r"(?:政民)?互动(?:交流)?|便民服务|办事服务|搜 ?索|"
     r"政策(?:文件|法规|发布|公开|原文|全文|解读)库?|(?:文件|解读)?(?:原文|全文|正文)(?:内容)?|(?:通知|公示)公告|要闻动态|新闻动态|"
     r"走进[一-鿿]{2,4}|[ |·])+$", "互动交流"),
    (r"热(?:词|搜|门) ?[:：]|社会主义核心价值观|请输入|热门搜索|搜索关键", "热门搜索：社保 公积金"),
    (r"(?:本|此)(?:文件|文|件)已(?:经)?于?.{4,14}(?:废止|失效|修改)", "本文件已于2023年3月1日废止。"),
    (r"[【\[（(](?:已?(?:失效|废止|修改|作废)|(?:现行)?有效|失效日期.{0,20})[】\]）)]$", "【已废止】"),
    (r"(?:(?:[12]\d{3}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}:\d{2}(?::\d{2})?|"
     r"(?:星期|周)[一二三四五六日天])[ ，,]*){2,6}$",
     "2024-03-01 2024-02-28 09:15"),
    (r"[A-Za-z+/ -]{1,30} ?[:：]?$", "A+ A-"),
    (r"(?:[\[【]?(?:A?[+＋-]?[超特]?[大中小]|[Aa]|次|-次|默认)[\]】]?[ |｜]*)+$|[\]】]$", "A+大A+中A+小"),
    (r".{2,80}\.(?:docx?|wps|pdf|ofd|xlsx?|zip|rar)$", "12.澜江市人才政策清单.docx"),
    (r"(?:点击查看|相关解读|政策解读|解读链接|相关链接|附件下载|下载(?:地址|链接|附件)|扫一扫|当前位置|"
     r"您当前|您现在|您的位置|首页 ?[>＞])", "点击查看政策解读：…"),
    (r"(?:(?:新闻|信息|文章|政策|内容|文件)(?:详情|正文|内容|浏览|公开)|详情|正文|导航菜单|"
     r"网站(?:首页|导航|地图)|首 ?页|主 ?页|(?:不能读取)?语音(?:朗读|播报|阅读器?|合成)*|"
     r"(?:进入)?(?:无障碍|适老|长者|关怀)(?:浏览|阅读|模式|版|专区|服务)*|"
     r"朗 ?读|听全文|大字版|返 ?回|繁体(?:中文|版)?|简体(?:中文|版)?|手机版|English|登录|注册|"
     r"(?:收藏|加入收藏|设为首页)(?:本站)?|视力保护色|我要纠错|[ :：|·])+$", "新闻详情"),
)  # fmt: skip
_PAGE_LINE = re.compile("|".join(pattern for pattern, _ in PAGE_LINES))

_ABOUT = r"(?:来源|作者|浏览|阅读|点击|编辑|字体|字号)[一-鿿]{0,2} ?[:：]"
_DAY = r"[12]\d{3}[-/.年] ?\d{1,2}[-/.月]"
#: A mark anywhere in a short line without 。 that no title has; printed example.
PAGE_MARKS = (
    (r"^[^<＜〈《]*[>＞»›](?![>＞]?的)", "首页 > 政务公开 > 规范性文件"),
    (r"位置[:： ]*[:：]", "home 所在的位置: :江夏区政府网站"),
    (r"https?://|www\.|\.(?:gov|com|net|org|cn)\b", "中国政府网 www.gov.cn 2005年08月25日"),
    (r"[|｜丨]", "热门站点| 专利资料网 | 论坛"),
    (rf"{_DAY}.*{_ABOUT}|{_ABOUT}.*{_DAY}|{_ABOUT}.*{_ABOUT}", "市政府办 2005年08月25日 来源：办公厅"),
    (
        r"^(?!.*关于).*(?:政府|政务|政策|信息|法律|法规|资料|新闻|搜索|公开|热线|中国)(?:门户)?网站?$|门户网站?$|官方网站$",
        "法搜网--中国法律信息搜索网",
    ),
)
_PAGE_MARK = re.compile("|".join(pattern for pattern, _ in PAGE_MARKS))
_ADDRESS = re.compile(r"(?<=://)[^\s\]）)>]+")
#: A longer line is text, whatever marks it holds.
_MARKED_LENGTH = 120


def is_page_line(text: str) -> bool:
    """Whether the line above the text belongs to the page: source, date of publication, menus."""
    if _PAGE_LINE.match(text) is not None:
        return True
    text = _ADDRESS.sub("…", text) if "://" in text else text
    marked = len(text) <= _MARKED_LENGTH and "。" not in text and _PAGE_MARK.search(text) is not None
    return marked and read_printed_number(text) is None


def read_data_rows(rows: list[list[str]]) -> list[str]:
    """The lines 文号：汉政办发〔2021〕88号 of a table of data about the document; [] of another table."""
    lines = []
    known = 0
    for row in rows:
        cells = [re.sub(r"\s+", " ", cell).strip() for cell in row]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            name = re.sub(r"[\s:：\[\]【】]", "", label)
            known += name in DATA_LABELS
            if name and value:
                lines.append(f"{name}：{value}")
    return lines if known >= 2 else []
