"""Offices that every government has (财政局, 妇联), and whether a document prints the prefix before each of them."""

from __future__ import annotations

import functools
import re

#: What the name of a plain office is made of.
_TASK_WORDS = (
    "发展 改革 发改 经济 经信 经贸 工信 工业 信息 信息化 科技 科学 技术 科信 科经 科工 教育 教体 体育 公安 民政 "
    "司法 财政 人社 人力 社保 社会 保障 人才 自然 国土 规划 资规 资源 生态 环境 环保 住建 住房 房产 房管 住保 城乡 "
    "城市 城建 城管 执法 综合 行政 审批 政务 服务 建设 建管 交通 运输 水务 水利 水产 农业 农村 农牧 农机 乡村 振兴 "
    "扶贫 商务 投资 促进 投促 招商 文化 文旅 文体 文广 广电 广播 电视 旅游 新闻 出版 卫健 卫生 健康 计生 计划 生育 "
    "医保 医疗 退役 军人 事务 应急 管理 安监 安全 生产 审计 国资 国有 资产 监管 监督 市场 市监 质监 质量 工商 药品 "
    "食品 药监 知识 产权 金融 统计 信访 税务 国税 地税 气象 林业 园林 绿化 海洋 渔业 畜牧 粮食 物资 储备 地震 "
    "大数据 数据 数字 机关 外事 侨务 民族 宗教 民宗 台湾 台港澳 港澳 口岸 物流 邮政 消防 救援 公积金 人防 国防 动员 "
    "就业 劳动 能源 煤炭 节能 档案 地方 史志 无线电 通信 和 与"
)
_TASKS = frozenset(_TASK_WORDS.split())
_LONGEST_TASK = 3
#: How it ends.
_END = re.compile("(?:局|委员会|委|厅|办公室|办|部门|中心|[支总大]队)$")
#: Offices of other names.
_OTHERS = re.compile(
    "[教科农商卫经]委|(?:妇|工商|残|文|侨|社科)联|总?工会|科协|团委|贸促会|供销社|红十字会|(?:人民)?(?:法院|检察院)|党校|"
    "(?:组织|宣传|统战)部|政法委|(?:网信|编|外|人才|台)办|[政督][研查]室"
)
_MARK = re.compile("[、，,；;。\n]")
#: 市场监管局 and 省级机关 begin with no prefix.
_LEVELS, _NO_LEVEL = frozenset("省市区县州旗"), ("场", "级", "直")
_LEVEL_BEHIND_MARK = re.compile("[、，,；;。\n][省市区县州旗]")
_COMMON_ELIDED = re.compile(
    "[、，,；;。](?:财政局|商务局|科技局|教育局|人社局|公安局|民政局|农业农村局|住建局|市场监管局)(?=[、，,；;。\n]|$)"
)
#: So many names behind others show what a document does.
_ENOUGH = 6


@functools.lru_cache(maxsize=4096)
def is_plain_office(name: str) -> bool:
    """Whether a name without a prefix is one that any government has an office of: 财政局, 妇联."""
    name = name.partition("（")[0]
    end = _END.search(name)
    if end is None or not end.start():
        return _OTHERS.fullmatch(name) is not None
    place = 0
    while place < end.start():
        for length in range(_LONGEST_TASK, 0, -1):
            if name[place : place + length] in _TASKS and place + length <= end.start():
                place += length
                break
        else:
            return _OTHERS.fullmatch(name) is not None
    return True


def prints_every_prefix(lists: list[str]) -> bool:
    """Whether a document prints 市 before every plain office of its lists, nine of ten at least.

    市科委、市财政局、申康医院发展中心: then what stands without it has a name of its own.
    """
    text = "\n".join(lists)
    # Most documents print 市 once for a list: what they leave out is soon seen.
    printed_so_far = len(_LEVEL_BEHIND_MARK.findall(text))
    if printed_so_far < _ENOUGH or len(_COMMON_ELIDED.findall(text)) * 10 > printed_so_far:
        return False
    names = [name for one in lists for name in _MARK.split(one)[1:]]
    printed = [name for name in names if name[:1] in _LEVELS and name[1:2] not in _NO_LEVEL]
    if len(printed) < _ENOUGH:
        return False
    # Told by its own words first: what it prints with the prefix and without.
    tails = {name[1:] for name in printed}
    if sum(name in tails for name in names) * 10 > len(printed):
        return False
    elided = sum(is_plain_office(name) for name in names if name[:1] not in _LEVELS or name[1:2] in _NO_LEVEL)
    return elided * 10 <= len(printed)
