"""What a clause of a paying sentence does: opens a condition, narrows it, names who is supported, pays.

Every table line is a pattern, what it means and a printed example; tests/facts/test_conditions.py reads the examples.
"""
# ruff: noqa: E501 - a rule stays on one line

from __future__ import annotations

import re

from policies.ingest.facts.masking import BLANK

#: A place in the text: start, end.
Span = tuple[int, int]

#: The kinds of nouns that can be paid, or helped.
HEADS = (
    r"企业|单位|机构|个人|人才|团队|平台|园区|人员|毕业生|业主|主体|组织|运营商|基地|投资者|投资人|高校|院所|研究院|商户|农户|居民|合作社|家庭农场|经营者|养殖户"
    r"|学生|劳动者|载体|孵化器|公司|银行|社区|青年|创业者|运营方|组织方|主办方|承办方|申请人|中介人|作者|家庭|学校|医院|消费者|成员|协会|商会|职工|员工|纳税人|基金"
    r"|众创空间|实验室|工作站|技术中心|创新中心|设计中心|研发中心|示范中心|总部|门店|首店|旅行社|民宿|酒店|项目|展会|工程|景区|街区|医疗卫生机构|幼儿园|村|乡镇"
)
_HEAD_WORDS = tuple(HEADS.split("|"))
#: 对…, 凡…, 其中对…
OPENS = re.compile(
    r"(?:其中[，：]?)?(?:对于?(?!接|口|标|其|外(?:开放|投资(?!者|企业)|贸易|合作|承包|公布|发布|开展))|凡是?|(?<!对)在(?=[^，]{4,60}的$)|为(?=[^，]{4,40}的[^，]{1,12}提供))"
)
#: 新引进…, 举办…: opens a condition too, but a following 对… takes its place.
STATES = re.compile(
    r"新(?:开发|引进|建|增|购|取得|认定|获|设|列入|评|开|纳)|首次(?=[^，]{4})|获(?:得|评|批)|取得|举办|利用|租[赁用]|购置|投保"
)
#: 支持企业…, 鼓励…: who is meant, and a condition only when the paying follows at once.
LEADS = re.compile(
    r"(?:积极|大力|重点|继续|进一步)?(?:支持|鼓励|引导|推动|扶持)+(?=[\u4e00-\u9fff“])|(?:补助|奖励)(?=[^，\d的额金资标]{1,8}(?:引进|培育|开展|建设|举办))"
)
#: 且…, 以及…: goes on with the condition.
AND = re.compile(r"且|并(?!购|网)|或(?!者?由)|以及|同时|并且|不论|无论|只要|当年度?(?=[^，]{2,40}(?:的$|项目$|企业$))")
#: 每招收1名博士后科研人员, 每培育一家国家高新技术企业
EACH = re.compile(
    r"每(?:成功|新)?(?:引进|招收|招用|培育|孵化|新增|举办|承办|开通|增加|增长|培养|吸纳|完成|认定|培训|跨越|新建|推荐|晋升)"
)
#: 推动…的企业: what government does, no class of those who are paid.
DOINGS = ("推动", "建设", "推进", "打造")
#: Where paying begins: 按…的10%, 给予…, 最高….
_NO_NOUN = r"(?!的|资金|金额|政策|办法|对象|标准|期限|额度|方面|按|最高|不超)"
PAYING = re.compile(
    rf"按(?!揭|时|期|需|质|量)|给予|予以|分别|依次|一次性|奖励{_NO_NOUN}|奖补{_NO_NOUN}|补助{_NO_NOUN}|补贴{_NO_NOUN}|资助{_NO_NOUN}"
    r"|最高(?=给|奖|补|不|可|资|\d|$)|报[销支]|发放|拨付|返还(?!的)|减免(?!的)|免征|减征|提高(?=到|至|\d|$)|可享受|享受|增加(?=\d|$)"
)
#: What may stand between a condition and the paying, and is none of the two; 每… too.
_BETWEEN = "进行|分档|减半|全额|适当|可|再|将|则|另|还|均|由|先|参照|统一|方可|可以|应当|应|原则上|，"
BEFORE_PAYING = re.compile(rf"(?:每[^，。的每\d]{{1,4}}|{_BETWEEN})+$")
_BETWEEN_ENDS = frozenset(words[-1] for words in _BETWEEN.split("|"))
#: 普通门诊目录内费用给予全额报支、目录外报支40%: the item of the list that the amount belongs to.
ITEM = re.compile(r"、[^、，\d]{2,12}?(?=(?:给予|报[销支]|奖励|补助|按)$)")
#: A scope or a payer before the paying, no condition: 单家企业, 每人, 补助金额, 市级财政, 所需经费.
SCOPE = re.compile(
    r"单[家个户场项笔一件台次]|^分|^经|^根据|^视|^结合|^全[市区县省]|单品|[两三]级$|^[^的]{0,10}每|每人|同一|累计|合计|两项|总额|金额|额度|资金|经费|财政|政府|受益|部分|比例|标准$|补[助贴]|奖励|奖金|资助|贴息"
    r"|最高|原则上|之后|^其中$|^年度|^一般|^(?:市|县|区|省)级?$|享受|^当年|支持$|期限|^由|^且|^并"
)
#: In a list of what is paid these name an item: 国家级100万元、省级50万元.
LEVEL = re.compile(r"(?:国家|省|市|县|区|部|校)级的?")
#: A cap holds for all of the condition, whatever narrowed it before: 单家企业最高….
CAP = re.compile(r"单[家个户]|每[家个户人年]|同一|累计|合计|年度|全年")
#: 前2年给予80%的奖励，后3年给予50%的奖励
PERIOD = re.compile(r"[前后第][\d一二两三四五]{1,2}年$")
#: 明星梯队企业补助标准提高10%: the class without what it gets.
AID = re.compile(r"(?:奖励|奖补|补助|补贴|资助)(?:标准|金额|资金|额度)?$")
#: 其他…的毕业生给予每人每月600元: others than those before.
OTHERS = re.compile(r"其他|其余|除")
#: Words before a name that are no part of it: 获评省级新型研发机构, 新认定的….
VERBS_BEFORE = re.compile(
    r"(?:我市|本市|全市|我区|我县|本区|本县|市域内|区域内|辖区?内|在泉|当年度?|年度|首次|新增|新|重新|直接|成功|已|经(?![营济贸])|被评定为|被|获批设立|获批|获评|获得|获(?!奖)|评定为|评为|评|认定为?|列入|入选|引进|培育|设立|备案|建设|开展|通过|或|符合条件的|升级为|晋升为?|纳入)+"
)
#: 由市、县两级财政按3:7比例承担: shared among governments, paid to nobody.
SHARERS = re.compile(r"(?:财政|经费|资金|市、?县|县级|区级|各承担|各负担|奖励金|费用由|保费)[^，。；]{0,24}$")
SHARED = re.compile(r"的?(?:比例)?(?:进行)?(?:承担|分担|分摊|负担|共担)")


#: How a clause begins: which of OPENS, LEADS, STATES, AND its first words are. No two begin alike.
BEGINS = re.compile(
    "|".join(
        f"(?P<{name}>{pattern.pattern})"
        for name, pattern in (("opens", OPENS), ("leads", LEADS), ("states", STATES), ("goes_on", AND))
    )
)


def before_paying(words: str) -> str:
    """The words without what leads over to the paying: 符合条件的可 → 符合条件的."""
    return BEFORE_PAYING.sub("", words) if words[-1:] in _BETWEEN_ENDS or "每" in words[-5:] else words


def ends_with_of(words: str) -> bool:
    """…的: a condition without a noun, perhaps with a bracket behind it."""
    return words.endswith("的") or (words.endswith(BLANK) and words.rstrip(BLANK).endswith("的"))


def ends_with_head(words: str) -> bool:
    """Whether the words end with a noun that can be paid, perhaps with a bracket: 市级重点展会."""
    return words.rstrip(BLANK).endswith(_HEAD_WORDS)


def is_class(words: str) -> bool:
    """当年度实际投资额在20万美元以上的项目: the clause ends with a class of persons or things."""
    of = words.rfind("的")
    return of >= 0 and len(words) - of < 24 and ends_with_head(words[of:]) and not words.startswith(DOINGS)


#: The first characters of all of these.
BEGINS_FIRST = frozenset("其对凡在为新首获取举利租购投积大重继进支鼓引推扶补奖且并或以同不无只当")

#: One line a meaning: pattern, printed example. The tests read the examples.
EXAMPLES = [
    (OPENS, "对获评省级新型研发机构的"), (OPENS, "对外商投资企业外方当年实际到资不少于500万美元的"), (OPENS, "凡认定市级引进高层次人才团队的"),
    (STATES, "新列入国家级“专精特新”中小企业"), (STATES, "举办展览面积1万平方米以上的专业展会"),
    (LEADS, "支持制造业企业采用新技术"), (LEADS, "重点推动高科技企业冲刺科创板"), (LEADS, "补助民营企业引进高校毕业生"),
    (AND, "且当年度实际投资额达到20万美元以上"), (AND, "以及境外世界500强企业"),
    (EACH, "博士后科研工作站每招收1名博士后科研人员"), 
    (PAYING, "按实际发生额"), (PAYING, "单家企业最高不超过"), (BEFORE_PAYING, "符合条件的可"), (ITEM, "给予全额报支、目录外报支"),
    (SCOPE, "单家企业年度"), (SCOPE, "市级财政"), (SCOPE, "所需经费"), (CAP, "每家企业每年"), (LEVEL, "省级"), (PERIOD, "前2年"),
    (AID, "明星梯队企业补助标准"), (OTHERS, "其他所学专业符合目录的本科高校毕业生"), (VERBS_BEFORE, "首次获评物流企业"),
    (SHARERS, "由市、县两级财政按"), (SHARED, "比例承担"), 
]  # fmt: skip
