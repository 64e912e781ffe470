"""Who gets an amount: the one it is given to in words, else the head of the condition (对…的企业 → 企业).

Where the words name nobody, or somebody else (获得机构投资的…), the answer is "": empty is better than wrong.
"""

from __future__ import annotations

import re

from policies.ingest.facts.clauses import AND, HEADS, OPENS, VERBS_BEFORE, Span, ends_with_head, ends_with_of
from policies.ingest.facts.masking import last_match, last_of
from policies.ingest.parsed import Amount

_THROUGH_SENTENCE = re.compile(r"(?s:.*)[。；\n]")
#: 组织 after a noun is a verb: 旅行社组织30人以上团队.
_NOUNS_ON = HEADS.replace("|组织", "")
#: The first noun of a clause that can be a beneficiary, and is no part of a longer one: 企业, not 企业技术中心.
_FIRST_HEAD = re.compile(
    rf"(?:{HEADS})(?!{_NOUNS_ON}|业|基本|养老|医疗|保险|配套|技术|中心|联盟|集团|集群|产品|服务(?:中心|平台|站|费|商|业)|集聚区|小微|所在|自主创|初创企业|名录|[家数化级类城法负高上人与和、及或]|职工|员工|领导)"
)
_PERSONS = re.compile(
    r"毕业生|人才|职工(?!基本|养老|医疗|保险|工资|总数)|员工|劳动者|人员|学员|学生|研究生|博士后?|硕士|教师|医师|青年|个人(?!实际|缴|部分|账户|所得|消费)|农民工|失业者|创业者|驾驶员|居民|家庭|残疾人|退役军人|脱贫户"
)
_PERSON_PHRASE = re.compile(
    rf"[^，。；、：\d＿的给对为及和或（）]{{0,10}}?(?:{_PERSONS.pattern})+(?!数|总数|评价|政策|[\u4e00-\u9fff]{{0,2}}待遇|工作|[“”])"
)
_PERSON_FIRST = re.compile(rf"[^，的对＿]{{0,10}}?(?:{_PERSONS.pattern})(?=在|的|$)")
#: 新获批设立科研工作站的: what is founded gets nothing, its founder does.
_FOUNDS = re.compile(r"(?:新|首次|获|获批|成功)*(?:设立|建立|组建|建设|创建)")
#: 补助民营企业引进产业急需高校毕业生: the person without who brings him.
_VERB_INSIDE = re.compile(r".*(?:引进|培训|招用|吸纳|支持|补助|鼓励|招收|培养|计划|奖励|对|为|向|每人|名)")
#: 给予企业30万元, 奖励运营单位5万元, 给予项目业主最高不超过10万元
_PAID_TO = re.compile(
    rf"(?:给予|奖励|补助|补贴|资助)(?P<who>[\u4e00-\u9fff（）“”＿]{{0,14}}?(?:{HEADS}))"
    r"(?:每[家个人年户场][^，。；]{0,4})?(?:一次性)?(?:总额)?(?:最高)?(?:不超过|最多)?$"
)
_NOT_WHO = re.compile(r"每|一次|最高|不超|总额|适当|相应|分别|累计|奖|补|资金|经费|其|该|的|单个|单家|年|至|按")
#: Words that no name of a beneficiary holds: the noun was part of something else.
_NO_NAME = re.compile(
    r"^年|^(?:线下)?入驻|^[新改扩]?建|^利用|^提供|接待|设在|占|达到?|符合|超过|不[少低高]于|条件|所在|按照?|开展|[^一]\d"
)
#: 人工智能OPC企业联合高校: the name ends where the acting begins.
_ACTS = re.compile(r"(?<=..)(?:首次|获评|获得|联合|实施|开展)")
#: Things that are helped; a person or body is named before them.
_THINGS = re.compile(r"(?:项目|工程|展会|基金|景区|街区)$")
_EACH_PERSON = re.compile(r"每人|[/每·]人|每名")
#: 获得机构股权投资的…: the first noun is who gives.
_RECEIVES = re.compile(r"(?:成功)?(?:获得|取得|通过)")
#: 企业引进的工程师: the person who was brought gets it.
_BROUGHT = re.compile(r"(?:新)?(?:引进|招用|聘用|培养|推荐)的")
_ACTING = re.compile(r"[开购参赴获运建承投在为租从申研实引每]")
#: 单家机构最高奖励30万元
_EACH_BODY = re.compile(r"(?:每家|单家|单个|单户|每个|同一)(?P<who>企业|机构|单位|园区|平台|社区|个人)")


def beneficiary(
    text: str,
    masked: str,
    amount: Amount,
    clause: int,
    conditions: list[Span],
    lead: Span | None,
    known: dict[Span, str],
) -> str:
    """Who gets `amount`, whose clause begins at `clause`; `lead` is the clause of 支持… before, or None.

    `known` keeps of whom each condition of the text speaks: many amounts share one.
    """
    before = masked[clause : amount.start]
    paid = _PAID_TO.search(before[-44:])
    if paid and not _NOT_WHO.match(paid["who"]):
        end = amount.start - (len(before[-44:]) - paid.end("who"))
        return text[end - len(paid["who"]) : end]
    each_person = amount.per in ("人", "人月", "人年") and _EACH_PERSON.search(
        before[-24:] + masked[amount.end : amount.end + 4]
    )
    spans = [span for span in reversed(conditions) if not AND.match(masked, span[0])]
    spans += [span for span in conditions if span not in spans and ends_with_head(masked[slice(*span)])]
    thing = ""
    for span in spans:
        who = _head(text, masked, span, known)
        if who and (not each_person or _PERSONS.search(who)):
            if not _THINGS.search(who):
                return who
            thing = thing or who
    if thing:
        return thing
    if each_person:
        return _person(masked, amount.start)
    if lead and (who := _head(text, masked, lead, known)):
        return who
    each = _EACH_BODY.search(before)
    return each["who"] if each else ""


def _head(text: str, masked: str, span: Span, known: dict[Span, str]) -> str:
    if (who := known.get(span)) is None:
        who = known[span] = _read_head(text, masked, span)
    return who


def _read_head(text: str, masked: str, span: Span) -> str:
    """Who a condition speaks of: the noun at its end, else the first one of its beginning."""
    start, end = span
    words = masked[start:end]
    headless = ends_with_of(words)
    words = words.rstrip("的")
    opening = OPENS.match(words) or AND.match(words)
    skip = opening.end() if opening else 0
    body = words[skip:]
    of = body.rfind("的")
    if not headless and ends_with_head(body) and (of >= 0 or not _first_is_shorter(body)):
        return _clean(text, masked, start + skip + of + 1, start + len(words))
    if not headless and of >= 0 and _RECEIVES.match(body):
        return ""
    first = _FIRST_HEAD.search(body[:40])
    if not first or "每" in body[: first.start()] or body[: first.start()].count("的") > 1:
        return ""
    if _BROUGHT.match(body, first.end()):
        return ""
    of = body.rfind("的", 0, first.start())
    return _clean(text, masked, start + skip + of + 1, start + skip + first.end())


def _clean(text: str, masked: str, start: int, end: int) -> str:
    words = masked[start:end]
    if _FOUNDS.match(words):
        return ""
    if verbs := VERBS_BEFORE.match(words):
        start += verbs.end()
    if (to := masked.rfind("对", start, end)) >= 0:
        start = to + 1
    who = text[start:end].strip()
    if cut := _ACTS.search(who):
        who = who[: cut.start()]
    if who.count("“") != who.count("”"):
        return ""
    if len(who) < 2 or len(who) > 30 or who.startswith(("在", "与", "以", "不", "参加")) or _NO_NAME.search(who):
        return ""
    return who


def first_person(words: str) -> re.Match | None:
    """第一层次人才 at the beginning of 第一层次人才在…发生的费用."""
    return _PERSON_FIRST.match(words)


def _person(masked: str, place: int) -> str:
    """The last person named in the sentence before: 支持民营企业职工技能培训，…每人500元 → 民营企业职工."""
    start = last_of(masked, _THROUGH_SENTENCE, max(0, place - 200), place) + 1
    found = last_match(_PERSON_PHRASE, masked, max(start, place - 200), place)
    if not found:
        return ""
    verb = _VERB_INSIDE.match(found[0])
    who = found[0][verb.end() if verb else 0 :]
    return who if _PERSONS.search(who) and _PERSONS.search(found[0]) else ""


def _first_is_shorter(body: str) -> bool:
    """企业开展技术交易的机构 begins with another noun than it ends with; the beginning is who acts."""
    first = _FIRST_HEAD.search(body)
    return first is not None and first.end() < len(body) - 2 and _ACTING.match(body, first.end()) is not None
