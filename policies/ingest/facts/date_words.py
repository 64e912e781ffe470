"""Words round a date that tell what is planned, done or past: the rules of dates name them."""

from __future__ import annotations

#: What is planned or set out to be reached.
PLAN = (
    r"力争|争取|计划|新增|培育|建设|建成|引进|完成|实现|重点|遴选|推广|形成|先行|启动|达到|达(?=[\d一二三四五六七八九十百])|突破|打造|供应|报批|举办"
    r"|组织(?!机构|部)|推动|培训|确保|基本|初步|全面|总体|安排|推进|创建|发展"
)

#: What is done to so many: each stands with a figure.
FIGURE = (
    r"(?:控制[在到]|压[减降]|减少|建立|设立|开展|覆盖|开工|新建|改[造建]|整治|消[除灭]|稳定在|保持在|巩固在|[增达]至)"
)

#: What lies behind: 1998年12月31日以前出生, 前已登记的. The verbs of the second list also stand in duties (前提出申请).
PAST = (
    r"已|尚未|未|出生|年满|入伍|入职|参加|毕业|犯罪|故意|孳生|届满|建成投产|因|利用|实施(?:贪|犯|违)|组织考试"
    r"|作出(?=[，,的])"
)
DONE = (
    r"取得|登记|注册|成立|建成|竣工|签订|发生|颁布|施行|生效|缴纳|批准|核准|设立|备案|购买|投产|认定|提出"
    r"|订立|受理|领取"
)
