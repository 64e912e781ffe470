"""Which dates are deadlines, and of what kind: a table of the words round a date, the first rule that holds decides."""

from __future__ import annotations

from policies.ingest.facts.attribute_rules import ATTRIBUTE_RULES
from policies.ingest.facts.date_rule import DateRule
from policies.ingest.facts.date_words import DONE, PAST
from policies.ingest.facts.year_rules import YEAR_RULES

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
        "date of the paper",
        None,
        r"(?:发布|印发|成文|公布|公开|生成|签发|制定|修订)(?:日期|时间)[:：为]?$",
        r"",
        "发布日期：2024年8月31日",
    ),
    DateRule(
        "base year",
        None,
        r"(?:较|对比|同比|基[准期数][年期]?[为是:：]?|(?<![占之相对同环配])比|[高低少多优]于)$",
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
    DateRule(
        "day of a body",
        None,
        r"^[（(]?$",
        r"[一-鿿]{2,24}?(?:部|委|局|厅|院|署|委员会|代表大会|政府)(?:第[一二三四五六七八九十\d]{1,4}[次号][一-鿿]{0,6})?(?:公告|令|发布|公布|颁布|批准|通过)?[）)]?$",
        "2013年2月26日云川市第十五届人民代表大会常务委员会公告",
        only=("day",),
    ),
    DateRule("line of a start", None, r"^$", r"(?:起)?(?:实施|执行|试行)。?$", "1995年1月1日执行"),
    DateRule("date line", None, r"^[（(]?$", r"\s*[）)]?$|\s", "2023年8月9日"),
    DateRule(
        "in force from",
        None,
        r"",
        r"\s?(?:起)?(?:正式)?(?:施行|生效|(?:实施|执行)的)",
        "2005年6月1日施行的《条例》同时废止",
    ),
    DateRule(
        "struck out", None, r"", r"(?!之?前|以前)[^，。；）)]{0,6}(?:删除|废止|修改(?!完善))", "（2010年12月23日删除）"
    ),
    DateRule(
        "documents of before",
        None,
        r"",
        r"(?:之?前|以前|之?后|以后)(?:制定|制发|发布|印发|出台|颁布|公布|下发)(?:[、和并]?(?:发布|印发|实施|执行|出台|施行))?的[^，。；]{0,12}(?:文件|政策|规定|办法|意见|措施|规章|法规)",
        "2024年8月31日以前制定的规范性文件同时清理",
    ),
    DateRule("age on that day", "other", r"", r"(?:以前|之前|前)年?满", "每年12月31日以前年满18岁的男性公民"),
    DateRule(
        "year of the books",
        None,
        r"(?:公历|(?:会计|财政|预算|核算|纳税|自然)年[^，。；\d]{0,6})(?:自|为|即)?$|年度，即$",
        r"",
        "会计年度自公历1月1日起至12月31日止",
        only=("span",),
    ),
    DateRule(
        "duty within",
        "completion",
        r"(?:应当?|必须|须)[^，。；]{0,8}$",
        r"(?:期间|之间|内|间)?[，,]?[^。；，]{0,30}(?:报送|报告|提出|申报|提交|申请|办理|报备|上报|备案|报名|公布|公示|完成|告知|缴纳|核定)",
        "企业应当于每年1月1日至6月30日，通过系统报送年度报告",
        only=("span",),
    ),
    DateRule(
        "duty by",
        "completion",
        r"(?:应当?|必须|须|要|力争|确保|争取|务必)[^，。；]{0,10}$",
        r"(?:之?前|以前)",
        "本级政府应于次年6月底前完成资本金补充工作",
    ),
    DateRule(
        "born within", None, r"", r"(?:期间|之间|间)?出生", "2022年9月1日至2023年8月31日期间出生的", only=("span",)
    ),
    DateRule("imprint", None, r"", r"\s?印[发制]?$", "市人大常委会办公厅 2019年8月20日印发", only=("day",)),
    DateRule(
        "cut-off",
        "other",
        r"",
        r"(?:之?前|以前)(?!完成|实现|建成|出台|制定)(?:[，,]?经过|[^，。；应须要]{0,36}(?:[不未]|[^除为到]了)[^，。；应须要]{0,24}的(?=[，,；;。]|$))",
        "2021年底前未使用完的，扣减其配额",
    ),
    DateRule(
        "cut-off",
        "other",
        r"(?<!每年的)$",
        rf"(?:以前|之前|前)(?:(?:[（(][^（）()]*[）)])?的(?=[，,]|[^，。；]*的)|[（(][^（）()]*[）)]的|[，,]?(?:在[^，。；应须要]{{0,14}}?)?(?:{PAST})|[^，。；]{{0,6}}(?:{PAST}|{DONE})[^，。；]{{0,30}}的|[^。；]{{0,60}}(?:修正前|修改前|修订前|的，适用))|(?:以前|之前)[^，。；应须要]{{1,14}}的(?![^，。；]{{0,4}}(?:标准|要求|规定))",
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
    DateRule("made up to", None, r"[（(]截[至止]$", r"[）)]", "法院名单（截至2006年5月31日）"),
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
        r"通过|[^，。；]{0,40}《|[^。；）)]{0,60}?(?:会议|(?<=[会院府议决论致票])通过|所发|下发|颁发|发出|(?:公布|发布)(?![^，。；的]{0,10}?(?:房源|名单|结果|成绩|榜单|岗位|需求|数据|进展|进度|信息))|颁布|批准|批转|印发|修正|修订|审议|签署|签订|订立|缔结|成立|召开|通报|加入|以来|发生|讲话|指出|强调|作出|制定|令)",
        "1998年8月29日第九届全国人民代表大会常务委员会第四次会议通过",
        only=("day",),
    ),
    DateRule(
        "month of a paper",
        None,
        r"",
        r"《[^》]{2,60}》(?:实施|施行|公布|发布|颁布|印发|生效)|[^，。；：:）)]{0,40}?(?:会议|通过|所发|下发|颁发|公布|发布|颁布|批准|批转|印发|修正|修订|出台|以来)"
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
    *ATTRIBUTE_RULES,
    *YEAR_RULES,
]
#: A day or month without a year is due only by these.
MAY_LACK_YEAR = {"age on that day", "duty by", "duty within", "completed by", "cut-off", "from", "lasts until"}
#: What these say of a year before the document's own is a report, no plan.
TELLS_OR_PLANS = {"plan verb", "growth of the year", "figure to reach"}
