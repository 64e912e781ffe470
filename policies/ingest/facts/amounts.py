"""Where amounts stand and what they are worth: money, percentages, ratios, areas, ranges, lists with one unit.

Only surfaces, values and units are read here; qualifiers.py, roles.py and ladders.py read the words round them.
"""

from __future__ import annotations

import re

from policies.ingest.facts.numbers import Runs, number_runs, read_decimal_words, read_number
from policies.ingest.parsed import Amount

_NUMBER = r"\d{1,15}(?:,\d{3}(?!\d)){0,5}(?:[.．]\d{1,6})?"
_SCALE = r"(?:[十百千]?万亿|[十百千]?亿|[十百千]?万|百|千|十)"
_NUMERALS = "一二两三四五六七八九十百千万亿零〇壹贰叁肆伍陆柒捌玖拾佰仟"
_WORD_NUMBER = rf"[{_NUMERALS}]{{1,16}}"
#: 三万, 零点六, 三点五万
_WORD_DECIMAL = rf"{_WORD_NUMBER}(?:点[零〇一二三四五六七八九]{{1,4}}[万亿]?)?"
_TO = r"(?:——|—|―|－|-|–|─|~|～|∼|至|到)"
_SOME = r"[余多几来]?"
#: （含） or (含税) between the two ends of a range.
_INCLUDED = r"(?:[（(]不?含[^（）()]{0,6}[）)])?"

#: unit as printed → unit and factor
UNITS = {
    "元": ("元", 1), "块钱": ("元", 1), "美元": ("美元", 1), "欧元": ("欧元", 1), "日元": ("日元", 1),
    "港元": ("港元", 1), "港币": ("港元", 1), "英镑": ("英镑", 1), "澳元": ("澳元", 1), "新台币": ("新台币", 1),
    "%": ("%", 1), "％": ("%", 1), "‰": ("%", 0.1), "个百分点": ("%", 1),
    "平方米": ("平方米", 1), "平米": ("平方米", 1), "㎡": ("平方米", 1), "亩": ("亩", 1), "公顷": ("公顷", 1),
    "平方公里": ("平方公里", 1),
}  # fmt: skip
_CURRENCY = r"(?:元(?![素件旦宵勋化宇谋帅首凶])|块钱|美元|欧元|日元|港元|港币|英镑|澳元|新台币)"
_UNIT = rf"(?:{_CURRENCY}|[%％‰]|个百分点|平方米|平方公里|平米|㎡|公顷|亩)"
_COIN = r"[一二三四五六七八九两\d]"
#: parts of a yuan
COINS = {"角": 0.1, "分": 0.01, "厘": 0.001}
_WORD_UNIT = rf"(?:{_CURRENCY}|平方米|平方公里|平米|公顷|亩|个百分点)"
#: 100分之 is no print; 百分之, 千分之, 万分之 → factor to per cent
PARTS = {"百分之": 1.0, "千分之": 0.1, "万分之": 0.01}
_PART_NUMBER = r"(?:[一二两三四五六七八九十百零]{1,7}(?:点[一二三四五六七八九零]{1,4})?|\d{1,4}(?:[.．]\d{1,4})?)"

#: unit → rule, for amounts printed in digits; "money" for what is not here
RULES = {"%": "percentage", "平方米": "area", "亩": "area", "公顷": "area", "平方公里": "area"}

#: More than this is a slip of the print (and more than a database column holds).
LARGEST = 1e18

AMOUNT = re.compile(
    # 600元至800元, 5%—20%, 500万元, 500万（不含）美元
    rf"(?<![\d.．])(?P<a>{_NUMBER})\s?(?P<as>{_SCALE})?{_SOME}(?P<az>[万亿])?{_INCLUDED}(?P<au>{_UNIT})"
    rf"(?:{_INCLUDED}{_TO}(?P<b>{_NUMBER})(?P<bs>{_SCALE})?{_SOME}(?P<bu>{_UNIT}))?"
    # 30~50万元, 500至3000元, 100万至500万元
    rf"|(?<![\d.．])(?P<c>{_NUMBER})(?P<cs>{_SCALE})?{_INCLUDED}{_TO}(?P<d>{_NUMBER})(?P<ds>{_SCALE})?{_SOME}{_INCLUDED}(?P<du>{_UNIT})"
    # 1:1, 3：7, 1∶0.5, 4:3:3
    r"|(?<![\d.．:：∶︰﹕])(?P<left>\d{1,3}(?:\.\d{1,2})?)\s?(?:[:：∶︰﹕]|比)\s?(?P<right>\d{1,3}(?:\.\d{1,2})?)(?:[:：∶︰﹕]\d{1,3}(?:\.\d{1,2})?){0,3}(?![\d:：∶︰﹕.])"
    # 100万, 1~2万 where the words say that it is money
    rf"|(?<![\d.．])(?:(?P<e>{_NUMBER})(?P<es>[百千]?[万亿])?{_TO})?(?P<bare>{_NUMBER})(?P<bare_scale>[百千]?[万亿])(?=[，。；、,;.（(）)：\s]|$|的|为|以[上下内]|奖|补|资助|支持|扶持|经费|一次性|[和及或至]|人民币|封顶|提高|[/／][年月人户家个项次台])"
    # 百分之五, 千分之三, 百分之五至百分之十
    rf"|(?P<part>[百千万]分之)(?P<p>{_PART_NUMBER})(?:{_TO}(?P<part2>[百千万]分之)?(?P<q>{_PART_NUMBER}))?"
    # 五十万元, 百亿元, 零点六公顷, 五万元至十万元
    rf"|(?<![{_NUMERALS}第])(?<![{_NUMERALS}]点)(?P<w>{_WORD_DECIMAL}){_SOME}(?P<wu>{_WORD_UNIT})(?:{_INCLUDED}{_TO}(?P<x>{_WORD_DECIMAL}){_SOME}(?P<xu>{_WORD_UNIT}))?"
    rf"|(?<![{_NUMERALS}第])(?P<y>{_WORD_NUMBER}){_TO}(?P<z>{_WORD_NUMBER}){_SOME}(?P<zu>{_WORD_UNIT})"
    # 一角四分八厘, 由九分提到一角
    rf"|(?P<coins>{_COIN}角{_COIN}分(?:{_COIN}厘)?|{_COIN}[角分]{_COIN}厘|(?<=[由到为价加每])(?:{_COIN}[角分厘])(?![之钟店类析成鱼落度]))"
    # 一比一
    r"|(?P<word_left>[一二三四五六七八九])比(?P<word_right>[一二三四五六七八九])(?=的?比例)"
)
#: What stands right behind the first number of an amount: a unit, a scale, a range, a ratio.
_FOLLOWS = frozenset(
    "元块美欧日港英澳新%％‰个平㎡亩公十百千万亿余多几来角厘点—―－-–─~～∼至到（(:：∶︰﹕比分 \n\t\xa0\u3000"
)
#: 10、20、30万元: numbers that share the unit of the last one.
_SHARED = re.compile(rf"(?:(?<![\d.．第])(?:{_NUMBER})[、/和]){{1,7}}$")
_ONE = re.compile(_NUMBER)
_MONEY_WORDS = re.compile(
    r"不超过|不高于|不低于|不少于|最高|给予|予以|金额|资金|额度|奖|补|资助|支持|扶持|投资|费|财政|发放|产值|销售|收入|利润|税|要求|注册资本|到资|规模|元"
)
#: 10万、20万、30万元: the last one of the list says that all are money; so does the other bound (1万以上5万元以下) and
#: what is lent or fined (100万以下的贷款).
_MONEY_FOLLOWS = re.compile(
    rf"(?:[、/和及或]{_NUMBER}{_SCALE}){{0,6}}[、/和及或]{_NUMBER}{_SCALE}?{_CURRENCY}"
    rf"|及?以[上下]{_INCLUDED}[至到、]?{_NUMBER}{_SCALE}?(?:{_CURRENCY}|以下的?罚)|人民币"
    r"|(?:及?以[上下内])?的?[^，。；、：\d]{0,4}(?:贷款|罚款|罚金)"
)
#: 本科1万、硕士3万、博士10万元: each with who gets it.
_NAMED_LIST = re.compile(rf"(?:、[一-鿿]{{2,6}}{_NUMBER}{_SCALE}){{0,6}}、[一-鿿]{{2,6}}{_NUMBER}{_SCALE}{_CURRENCY}")
#: 常住人口不超过100万, 粉丝数达到50万以上: what is counted is no money, whatever bounds it.
_COUNTED = re.compile(
    r"人口|人数|人次|人员|用户|粉丝|下载|点击|播放|阅读|浏览|访问|观看|观众|游客|会员|户数|产量|销量|吞吐|流量|数量|存栏|出栏|印数|字数"
)
#: …额度：顶尖人才20万/年；领军人才10万/年: the next of a list without 元.
_NEXT_PER = re.compile(r"[/／](?P<per>[年月人户家个项次台])[；，、][\u4e00-\u9fff（）]{0,10}")
#: 一类为40万、30万，二类为32万; （市承担的10万为4万，区承担的5万: the next of a list of those who get or pay it.
_NEXT_WHO = re.compile(
    r"(?:（[^（）]{0,16}）)?[，；、（](?![^，。；、]{0,12}(?:面积|每|达))[\u4e00-\u9fff（）]{2,24}?(?:为|承担的?|负担的?)"
)
#: 5亿元（含）以上，10亿以下: the other bound.
_OTHER_BOUND = re.compile(r"(?:（不?含[^（）]{0,6}）)?(?:及|或)?以[上下](?:（不?含[^（）]{0,6}）)?[，、；]?[至到]?")
_BARE_SCALE_LEAD = re.compile(r"(?:超|超过|过|破|突破|达|达到|近|逾|上|数)$")
_RATIO_LEAD = re.compile(
    r"(?:按|按照|以|比例为?|配套|分担|分摊|承担)[^，。；]{0,14}$"
    r"|(?:之比|比例|比值|配比|收入比|[师生车桩医护]比)[^，。；\d]{0,10}(?:[到至为在由从]|达到?|不超过|不高于|不低于)$"
)
_RATIO_FOLLOW = re.compile(
    r"(?:的?比例|的?配套|的?标准|比率|给予|分担|分摊|承担|配比|跟投|予以|的?(?:一次性)?(?:奖励|补助|补贴|资助|奖补|匹配))"
)
_MAP_SCALE = re.compile(r"比例尺|地形图|(?:的)?[^，。；]{0,4}图")


def scan_amounts(text: str, runs: Runs | None = None) -> list[Amount]:
    """Every amount of `text` in order, with surface, value, value_max and unit; the rest is left at its default.

    `runs` are the `number_runs` of the text, when the caller has them.
    """
    found: list[Amount] = []
    end = 0
    for start, behind in number_runs(text) if runs is None else runs:
        if start < end or text[behind : behind + 1] not in _FOLLOWS or not (match := AMOUNT.match(text, start)):
            continue
        end = match.end()
        for amount in _read(text, match, found):
            if amount.value <= LARGEST and (amount.value_max or 0) <= LARGEST:
                found.append(amount)
    return found


def _amount(
    text: str, start: int, end: int, value: float, value_max: float | None, unit: str, rule: str | None = None
) -> Amount:
    return Amount(text[start:end], start, end, value, unit, value_max=value_max, rule=rule or RULES.get(unit, "money"))


def _read(text: str, match: re.Match, found: list[Amount]) -> list[Amount]:
    start, end = match.span()
    kind = match.lastgroup
    if match["a"]:
        return _single_or_range(text, match)
    if match["c"]:
        unit, factor = UNITS[match["du"]]
        scale = match["ds"] or ""
        low = read_number(match["c"] + (match["cs"] or scale)) * factor
        high = read_number(match["d"] + scale) * factor
        return [_amount(text, start, end, _round(low), _round(high), unit, "range")] if high > low else []
    if match["left"]:
        return _ratio(text, match)
    if match["bare"]:
        slash = text[end] in "/／" if end < len(text) else False
        window = text[max(0, start - (40 if slash else 18)) : start]
        clause = re.split(r"[，。；]", window)[-1]
        money = _MONEY_FOLLOWS.match(text, end) or (
            not _COUNTED.search(clause) and (_MONEY_WORDS.search(clause) or _NAMED_LIST.match(text, end))
        )
        if not money and not (found and found[-1].unit == "元" and _goes_on(text, found[-1].end, start, end)):
            return []
        high = read_number(match["bare"] + match["bare_scale"])
        if match["e"]:
            low = read_number(match["e"] + (match["es"] or match["bare_scale"]))
            return [_amount(text, start, end, low, high, "元", "range")] if high > low else []
        return [_amount(text, start, end, high, None, "元", "money without 元")]
    if match["part"]:
        if _MAP_SCALE.match(text, end):
            return []
        low = read_decimal_words(match["p"].replace("．", ".")) if not match["p"][0].isdigit() else float(match["p"])
        low = _round(low * PARTS[match["part"]])
        if not match["q"]:
            return [_amount(text, start, end, low, None, "%", "percentage in words")]
        high = read_decimal_words(match["q"]) if not match["q"][0].isdigit() else float(match["q"])
        high = _round(high * PARTS[match["part2"] or match["part"]])
        return (
            [_amount(text, start, end, low, high, "%", "range")]
            if high > low
            else [_amount(text, start, match.end("p"), low, None, "%", "percentage in words")]
        )
    if match["coins"]:
        pairs = zip(match["coins"][::2], match["coins"][1::2], strict=True)
        value = sum(read_number(count) * COINS[coin] for count, coin in pairs)
        return [_amount(text, start, end, _round(value), None, "元", "parts of a yuan")]
    if match["word_left"]:
        return [
            _amount(
                text, start, end, read_number(match["word_left"]), read_number(match["word_right"]), "ratio", "ratio"
            )
        ]
    return _in_words(text, match, kind)


def _goes_on(text: str, before: int, start: int, end: int) -> bool:
    """Whether bare money at text[start:end] stands in one list with the amount that ends at `before`."""
    if start - before < 30 and _COUNTED.search(text, before, start):
        return False
    if start - before < 6 or (start - before < 20 and _OTHER_BOUND.fullmatch(text, before, start)):
        return True
    if start - before < 30 and _NEXT_WHO.fullmatch(text, before, start):
        return True
    gap = _NEXT_PER.fullmatch(text, before, start) if start - before < 16 else None
    return gap is not None and text[end + 1 : end + 2] == gap["per"]


def _single_or_range(text: str, match: re.Match) -> list[Amount]:
    start = match.start()
    unit, factor = UNITS[match["au"]]
    value = _round(read_number(match["a"] + (match["as"] or "") + (match["az"] or "")) * factor)
    if match["b"]:
        unit2, factor2 = UNITS[match["bu"]]
        high = _round(read_number(match["b"] + (match["bs"] or "")) * factor2)
        if unit2 == unit and high > value:
            return [_amount(text, start, match.end(), value, high, unit, "range")]
        return [
            _amount(text, start, match.end("au"), value, None, unit),
            _amount(text, match.start("b"), match.end(), high, None, unit2),
        ]
    reads = []
    if start > 1 and text[start - 1] in "、/和" and text[start - 2].isdigit():
        window = max(0, start - 60)
        shared = _SHARED.search(text[window:start])
        scale = (match["as"] or "") + (match["az"] or "")
        for one in _ONE.finditer(shared[0]) if shared else ():
            begin, end = (window + shared.start() + place for place in one.span())
            value_of_one = _round(read_number(one[0] + scale) * factor)
            reads.append(_amount(text, begin, end, value_of_one, None, unit, "list with one unit"))
    return [*reads, _amount(text, start, match.end(), value, None, unit)]


def _ratio(text: str, match: re.Match) -> list[Amount]:
    start, end = match.span()
    before, after = text[max(0, start - 16) : start], text[end : end + 12]
    if _MAP_SCALE.match(after) or before.endswith("比例尺"):
        return []
    if not _RATIO_LEAD.search(before) and not _RATIO_FOLLOW.match(after):
        return []
    left, right = float(match["left"]), float(match["right"])
    return [_amount(text, start, end, left, right, "ratio", "ratio")]


def _in_words(text: str, match: re.Match, kind: str | None) -> list[Amount]:
    start, end = match.span()
    if match["y"]:
        unit, factor = UNITS[match["zu"]]
        low_words, high = match["y"], read_number(match["z"]) * factor
        # 三至五万元: the scale is printed once.
        scale = match["z"][-1] if match["z"][-1] in "万亿" and low_words[-1] not in "万亿" else ""
        low = read_number(low_words + scale) * factor
        return [_amount(text, start, end, low, high, unit, "range")] if high > low else []
    words, unit = match["w"], UNITS[match["wu"]][0]
    if len(words) == 1 and (
        (
            words in ("百千万亿" if unit == "元" else "十百千万亿")
            and not _BARE_SCALE_LEAD.search(text[max(0, start - 2) : start])
        )
        or (
            unit == "元"
            and text[end : end + 1]
            in ("”", "制", "结", "论", "区", "方", "次", "桥", "里", "格", "醇", "店", "催", "锂", "乙", "复", "社")
        )
        or (unit == "亩" and words in "百千万十" and text[end : end + 1] in "方良")
    ):
        return []
    value = read_decimal_words(words) * UNITS[match["wu"]][1]
    if match["x"]:
        high, high_unit = read_decimal_words(match["x"]) * UNITS[match["xu"]][1], UNITS[match["xu"]][0]
        if high_unit == unit and high > value:
            return [_amount(text, start, end, value, high, unit, "range")]
        return [
            _amount(text, start, match.end("wu"), value, None, unit, "amount in words"),
            _amount(text, match.start("x"), end, high, None, high_unit, "amount in words"),
        ]
    return [_amount(text, start, end, value, None, unit, "amount in words")]


def _round(value: float) -> float:
    """Factors of per mille leave dust behind the sixth place."""
    return round(value, 6)
