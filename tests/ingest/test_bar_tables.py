"""Tables drawn with bars in plain text are tables: their cells are no provisions and no facts."""

import pytest

from policies.ingest.readers.bar_tables import gather_bars
from policies.ingest.readers.source import Block
from tests.ingest.documents import paths, read

NOTICE = (
    "岚川市人民政府关于分解目标任务的通知\n岚政发〔2023〕6号\n各区、县人民政府：\n各单位要认真落实工作任务，确保完成。\n"
    "附件：目标任务分解表\n岚川市人民政府\n2023年3月6日\n附件\n目标任务分解表\n"
)
WHOLE = "| 序号 | 任务 | 单位 | 时限 |\n| --- | --- | :-: | --- |\n| 1 | 生产总值增长13% | 市统计局 | 2023年底前 |"
CELLS = "牵头单位\n| 目标任务\n| 责任单位\n|\n市发\n改委\n| 生产总值增长13%\n| 市统计局\n|\n投资增长20%\n|"


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (WHOLE, [["序号", "任务", "单位", "时限"], ["1", "生产总值增长13%", "市统计局", "2023年底前"]]),
        (CELLS, [["牵头单位", "目标任务", "责任单位"], ["市发改委", "生产总值增长13%", "市统计局"], ["投资增长20%"]]),
    ],
)
@pytest.mark.parametrize("below", ["", "\n联系电话：0123-4567890"])
def test_a_table_below_an_annex(table, rows, below):
    document = read(NOTICE + table + below)
    assert paths(document) == ["p1", "p2", "p3", "附件"]
    assert [(one.after_path, one.rows) for one in document.tables] == [("附件", rows)]
    assert not document.provisions[-1].facts.amounts


@pytest.mark.parametrize(
    "lines",
    [
        ["中文", "|", "ENGLISH", "|", "登录"],
        ["登录|简体", "|繁体", "|English", "|无障碍"],
        ["【发布部门】岚川市 | 【发布文号】岚政发〔2011〕5号 |", "【发布日期】2011-11-24 | 【实施日期】 2012-01-01 |"],
        ["| 索引号 | 1 |", "岚川市公园办法"],
        ["热线 | 信箱", "首页 | 公开 | 服务"],
    ],
)
def test_menus_and_rows_of_data_are_no_tables(lines):
    blocks = [Block(text, line) for line, text in enumerate(lines, 1)]
    assert gather_bars(blocks) == blocks
