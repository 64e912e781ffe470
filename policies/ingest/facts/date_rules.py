"""Which dates are deadlines, and of what kind: a table of the words round a date, the first rule that holds decides."""

from __future__ import annotations

from dataclasses import dataclass

from policies.ingest.facts.date_words import DONE, FIGURE, PAST, PLAN


@dataclass(frozen=True, slots=True)
class DateRule:
    """One line of the table: which dates it speaks of, the kind they get (None: no deadline), a printed example."""

    name: str
    kind: str | None
    before: str
    after: str
    example: str
    #: The precisions it holds for (`dates.precision`); none named: all.
    only: tuple[str, ...] = ()


#: The first rule that holds decides. `before` ends at the date, `after` begins behind it.
RULES = [
    DateRule(
        "number of a document",
        None,
        r"",
        r"第?\d{1,5}[号次]|版|[〕\]]|年?修[订正]|新版|发[〔\[]",
        "国务院一九八〇年223号文件",
    ),
    DateRule("date of birth or record", None, r"(?:生于|出生于|成立于|建于|始于)$", r"", "该厂建于1958年"),
    DateRule(
        "base year",
        None,
        r"(?:较|对比|同比|(?<![占之相对同环配])比|[高低少多优]于)$",
        r"",
        "单位工业增加值能耗比2020年的0.52吨下降18%",
        only=("bare year", "year", "years", "month"),
    ),
    DateRule("compared with", None, r"与$", r"[^，。；]{0,6}(?:相比|持平|相当|同期)", "与2020年相比，提高3个百分点"),
    DateRule(
        "figure that rises",
        None,
        r"(?:从|由|自)$",
        r"(?!度?[起始开])的?[^，。；\d年月]{0,12}\d[^。；]{0,24}?(?:[提增上升扩加翻]|减少|[下压]?[降减]|缩|调整|达)[^，。；]{0,6}?[到至为了]",
        "覆盖率由2020年的62%提高到75%",
        only=("bare year", "year", "month"),
    ),
    DateRule(
        "base of a reckoning",
        None,
        r"(?:按照?|以|在|从|由)$",
        r"度?(?:(?:可比|不变|当年)?价|[^，。；]{0,12}为(?:基[数期准础年]|参照)|[^，。；]{0,36}基础上"
        r"|[^，。；起]{0,36}(?:资金|预算|经费|科目)中?(?:列支|安排|解决|支出))",
        "按2015年可比价计算",
        only=("bare year", "year", "month"),
    ),
    DateRule(
        "base figure in brackets",
        None,
        r"[（(]$",
        r"[底末]?(?:的|为|约)?\d[^，。；、（）()]{0,16}[）)]",
        "总产值达到161亿元（2010年87.5亿元），培育企业20家",
        only=("bare year", "year"),
    ),
    DateRule(
        "programme of that year",
        None,
        r"(?:落实|对照)$",
        r"度?[^，。；\d]{0,6}?(?:目标|任务|要点|部署|安排)",
        "落实2020年发展主要目标和下一阶段工作总体部署",
        only=("bare year",),
    ),
    DateRule(
        "plan of that year",
        None,
        r"",
        r"度?全?[省市县区州旗盟国委]{0,2}(?:《|国民经济和社会发展计划|(?:中央)?一号文件|政府工作报告|[^，。；\d]{0,10}会议(?:研究|审议|讨论|同意|精神)|(?:[省市县区]级|财政|部门|单位|政府|资金|专项|一般公共|支出|收支)*预算(?![收支管改绩]))",
        "将2021年国民经济和社会发展计划下达给你们",
        only=("bare year", "year"),
    ),
    DateRule(
        "what a year is",
        None,
        r"",
        r"[，,]?(?:既|也|正)?(?:是|系)[^。；]{0,44}(?:一年|之年|元年|时期|阶段|节点)(?:[，。；]|$)",
        "2013年，是全面推进安居工程的关键一年。",
        only=("bare year",),
    ),
    DateRule(
        "time since",
        None,
        r"",
        r"度?(?:以来|至今|迄今)",
        "对2003年以来重点工作落实情况进行检查",
        only=("bare year", "year", "month"),
    ),
    DateRule(
        "stage",
        "other",
        r"(?:阶段|步骤|环节|时间|时限|期限|近期|中期|远期)[（(]$",
        r"(?!之?前|以前)[^（）()，。；]{0,12}[）)]",
        "检查验收阶段（2010年11月21日至12月20日）",
    ),
    DateRule("term in a title", None, r"[（(]$", r"[）)](?:的|》)", "《行动方案（2026年3月）》"),
    DateRule("term in a title", None, r"[（(]$", r"[）)]$", "方案（2026—2028年）", only=("bare year", "year", "years")),
    DateRule("date in brackets", None, r"[（(]$", r"[）)]", "实施意见（2023年2月8日）", only=("day",)),
    DateRule("date line", None, r"^[（(]?$", r"\s*[）)]?$|\s", "2023年8月9日"),
    DateRule(
        "in force from",
        None,
        r"",
        r"\s?(?:起)?(?:正式)?(?:施行|生效|(?:实施|执行)的)",
        "2005年6月1日施行的《条例》同时废止",
    ),
    DateRule("struck out", None, r"", r"[^，。；）)]{0,6}(?:删除|废止|修改)", "（2010年12月23日删除）"),
    DateRule(
        "documents of before",
        None,
        r"",
        r"(?:之?前|以前|之?后|以后)(?:制定|制发|发布|印发|出台|颁布|公布|下发)[^，。；]{0,16}的[^，。；]{0,12}(?:文件|政策|规定|办法|意见|措施|规章|法规)",
        "2024年8月31日以前制定的规范性文件同时清理",
    ),
    DateRule("age on that day", "other", r"", r"(?:以前|之前|前)年?满", "每年12月31日以前年满18岁的男性公民"),
    DateRule(
        "duty by",
        "completion",
        r"(?:应当?|必须|须|要|力争|确保|争取|务必)[^，。；]{0,10}$",
        r"(?:之?前|以前)",
        "本级政府应于次年6月底前完成资本金补充工作",
    ),
    DateRule(
        "cut-off",
        "other",
        r"(?<!每年的)$",
        rf"(?:以前|之前|前)(?:(?:[（(][^（）()]*[）)])?的(?=[，,]|[^，。；]*的)|[（(][^（）()]*[）)]的|[，,]?(?:{PAST})|[^，。；]{{0,6}}(?:{PAST}|{DONE})[^，。；]{{0,30}}的|[^。；]{{0,60}}(?:修正前|修改前|修订前|的，适用))|(?:以前|之前)[^，。；应须要]{{1,14}}的(?![^，。；]{{0,4}}(?:标准|要求|规定))",
        "2017年4月1日前缴纳的预缴款",
    ),
    DateRule(
        "completed by",
        "completion",
        r"(?<!截至)",
        r"(?:[上下中]午|晚上?)?(?:下班|\d{1,2}(?:时|点|[:：]\d\d))?(?:之?前|以前(?=[^。；]{0,40}(?:应当?|须|要|完成|报|建成|达到|实现|出台|制定|提交|核定|组织|下达|落实|移交|确定|公布|提请|召开|举行|办理)))",
        "在2021年6月底前梳理集成套餐130项",
    ),
    DateRule(
        "cut-off",
        "other",
        r"",
        r"(?:[（(][^（）()]{0,40}[）)])?(?:之?前|以前|之?后|以后)",
        "2015年6月29日（办法公布之日）后新登记的",
    ),
    DateRule("state reached", None, r"截[至止]$", r"[^。；]{0,12}?(?:已|共有|累计)", "截至2020年底，全市已有"),
    DateRule(
        "at the latest",
        "completion",
        r"(?:不迟于|不晚于|最迟|时限[为：:]?|完成时间[为：:]?)$",
        r"",
        "完成时限：2022年12月底",
    ),
    DateRule(
        "lasts until",
        "other",
        r"(?:延[长续期]?|顺延|放宽|推迟|执行|实施|保留|有效|持续|期限|缓缴)[到至]$",
        r"",
        "将缴纳期限延至2022年5月底",
    ),
    DateRule(
        "due in the month",
        "completion",
        r"",
        r"[^，。；]{0,10}(?:完成|完工|建成|竣工|投产|启动|实现|开工)",
        "2022年6月完成方案制定",
        only=("month",),
    ),
    DateRule("closing day", "other", r"截[至止][到至为是]?$", r"", "该期间尚未届满的，截止到2013年6月30日"),
    DateRule("ends with", "other", r"(?:起|始|之日)[，,]?[到至]$", r"", "获得称号起至2011年通过复查止"),
    DateRule(
        "goal by",
        "target",
        r"(?:到|力争|争取|确保|(?<![日月年起止截\d])至|期末)$",
        r"(?!期间|《|的(?!目标|发展|规划|主要))",
        "力争至2025年，全市高新技术企业突破2300家",
    ),
    DateRule("from", "other", r"", r"(?:度)?(?:起|开始|以来|始)", "从2019年1月1日起，实施"),
    DateRule(
        "past event",
        None,
        r"",
        r"通过|[^，。；]{0,40}《|[^。；）)]{0,60}?(?:会议|(?<=[会院府议决论致票])通过|所发|下发|颁发|发出|公布|发布|颁布|批准|批转|印发|修正|修订|审议|签署|签订|订立|缔结|成立|召开|通报|加入|以来|发生|讲话|指出|强调|作出|制定|令)",
        "1998年8月29日第九届全国人民代表大会常务委员会第四次会议通过",
        only=("day",),
    ),
    DateRule(
        "month of a paper",
        None,
        r"",
        r"[^，。；：:）)]{0,40}?(?:会议|通过|所发|下发|颁发|公布|发布|颁布|批准|批转|印发|修正|修订|出台|以来)"
        r"|[，,][^，。；]{0,16}(?:党中央|国务院|人大|委员会|省委|市委|政府)[^，。；]{0,10}(?:发布|印发|出台|公布|审议|通过)",
        "1954年12月印发的通知",
        only=("month",),
    ),
    DateRule(
        "title of that year",
        None,
        r"",
        r"[^，。；]{0,24}?(?:通过|公布|发布|颁布|批准|制定|印发|修订|修正|签订|出台)(?:的[《“]|的[^，。；]{0,10}《|了?《)",
        "1991年发布的《暂行规定》",
        only=("bare year", "year"),
    ),
    DateRule(
        "act of a past year", None, r"", r"度?[底末]?已", "对2020年已达标的镇进行提升", only=("bare year", "year")
    ),
    DateRule(
        "figure of that year",
        "other",
        r"(?:对|凡|按|以|为|经|自|从|比|较|同|与|和|截至)$",
        r"",
        "对2022年新增规模以上企业",
    ),
    DateRule(
        "condition of that year",
        "other",
        r"",
        r"[^，。；]{0,20}的(?=[，。；])|[^，。；\d]{2,24}的[^，。；的\d]{2,16}，[^。；]{0,12}?(?:给予|予以|奖励|补助|补贴|按)",
        "2021年度完成建设任务的，给予奖励",
        only=("bare year", "year"),
    ),
    DateRule(
        "past act",
        None,
        r"已(?:经)?(?:分别)?[于在](?:[12]\d{3}年[、和及])?$",
        r"",
        "已分别于2005年和2006年给予奖励",
        only=("bare year", "year", "month"),
    ),
    DateRule(
        "plan for the year",
        "target",
        r"(?:目标|任务|计划)[^，。；]{0,6}$",
        r"",
        "年度目标2021年",
        only=("bare year", "year"),
    ),
    DateRule(
        "past figure",
        "other",
        r"",
        r"(?:度)?[^，。；]{0,6}?(?:已|曾|有|实际|获|取得|被|在册|入库|纳税)[^。；]{0,60}的",
        "2020年度有自营出口业绩的企业",
        only=("bare year", "year"),
    ),
    DateRule(
        "plan verb",
        "target",
        r"",
        rf"[，,]?[^。；]{{0,30}}?(?:{PLAN})",
        "2021年新增报批工业用地项目75宗",
        only=("bare year", "year"),
    ),
    DateRule(
        "growth of the year",
        "target",
        r"",
        r"(?:[、和及](?:19|20)\d\d年)*(?:度|[底末])?[，,]?(?![^。；]{0,40}同比)[^。；的]{0,30}?(?:分别|年均)?(?:增长|下降|提高|降低|提升|压减)[^，。；的]{0,10}\d[^，。；的]{0,12}(?=[，。；]|$)",
        "2024年、2025年，规模以上工业增加值分别增长7.5%、8%。",
        only=("bare year", "year"),
    ),
    DateRule(
        "figure to reach",
        "target",
        r"",
        rf"度?[，,]?(?![^。；]{{0,50}}(?:已|了|累计|共|给予|奖|补[助贴]))[^。；的]{{0,36}}?(?:{FIGURE}[^。；]{{0,14}}?\d|不得?(?:低于|少于|高于|超过|突破))",
        "2015年，全市排放总量分别控制在10.9万吨以内",
        only=("bare year", "year"),
    ),
    DateRule(
        "goal over years",
        "target",
        r"",
        r"[，,]?(?!每年|各年)[^。；的已]{0,24}?(?:力争|争取|计划|新增|培育|引进|建成|突破)[^。；的]{0,24}\d",
        "2025—2027年全市新增技改投资3000万元",
        only=("years",),
    ),
    DateRule("year told of", None, r"", r"", "一九四九年，以毛泽东主席为领袖的中国共产党", only=("bare year",)),
    DateRule(
        "years told of",
        None,
        r"",
        r"(?!度|[，,]|期间|每年|各年|力争|计划|新增)",
        "1980-1981年住宅通用设计",
        only=("years",),
    ),
    DateRule("named date", "other", r"", r"", "2019年1月1日至12月31日，困难企业可"),
]
#: A day or month without a year is due only by these.
MAY_LACK_YEAR = {"age on that day", "duty by", "completed by", "cut-off", "from"}
