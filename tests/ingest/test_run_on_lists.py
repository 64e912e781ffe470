"""Lists printed in one paragraph become nodes where it begins with a number and goes on to its end; nothing is lost."""

import pytest

from tests.ingest.documents import find, paths, read
from tests.ingest.losslessness import letters, printed

HEAD = "澜江市补贴办法\n为做好补贴发放工作，结合本市实际，制定本办法，请遵照执行。\n"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("一、停发\n（一）有下列情形的停发：\n1.迁出本市的；2.应征入伍的；3.自愿放弃的。",
         ["一", "一/（一）", "一/（一）/1", "一/（一）/2", "一/（一）/3"]),
        ("一、条件\n（1）有场所；（2）有人员；（3）有20万元以上资金", ["一", "一/（1）", "一/（2）", "一/（3）"]),
        ("一、条件\n①有固定场所；②有专职人员。", ["一", "一/①", "一/②"]),
        ("第一条 制定本办法。\n第二条 不予补贴的情形：\n（一）弄虚作假的；（二）重复申请的；（三）其他。",
         ["第一条", "第二条", "第二条/（一）", "第二条/（二）", "第二条/（三）"]),
        # the lines above and below go on with the numbers
        ("一、条件\n1.有场所；\n2.有人员；3.有资金；\n4.有章程。", ["一", "一/1", "一/2", "一/3", "一/4"]),
        ("第一条 制定本办法。\n第二条 不予补贴的情形：（一）弄虚作假的；\n（二）重复申请的。",
         ["第一条", "第二条", "第二条/（一）", "第二条/（二）"]),
        ("请各县抓好落实。 一、加强领导。落实责任。\n二、加强监督。定期检查。\n三、加强宣传。", ["一", "二", "三"]),
    ],
)  # fmt: skip
def test_items_of_one_paragraph_are_nodes(body, wanted):
    document = read(HEAD + body)
    assert paths(document) == wanted
    assert letters(printed(document)) == letters("".join((HEAD + body).split("\n", 1)[1:]))


@pytest.mark.parametrize(
    "item",
    [
        "申请人应当符合：1.有场所；2.有人员；3.有资金。",  # begins inside the paragraph
        "1.对申请人，要求有：场所；3.有人员；4.有资金。",  # does not count on
        "1.有场所；2.有人员",  # two, and the paragraph does not end there
        "1.申请条件：甲；2.乙；3.丙。\n2.申请材料。",  # the number 2 stands on a line of its own
    ],
)
def test_what_is_no_list_of_its_own_stays_text(item):
    document = read(f"{HEAD}一、条件\n{item}\n二、其他事项。按规定执行。")
    assert not any("3" in path for path in paths(document))
    first = item.split("\n", 1)[0].removeprefix("1.")
    assert find(document, "一/1" if item.startswith("1.") else "一").text == first


def test_the_unit_bracket_of_each_item_is_its_own():
    document = read(
        f"{HEAD}一、任务\n1.扩建校舍（责任单位：市教育局）；2.更新设备（责任单位：市卫健委）；3.培训（责任单位：市人社局）。\n"
        "二、其他事项。按规定执行。"
    )
    units = [find(document, f"一/{number}").responsible_units for number in (1, 2, 3)]
    assert units == [["市教育局"], ["市卫健委"], ["市人社局"]]


@pytest.mark.parametrize(
    ("first", "wanted"),
    [
        ("1.（1）国家级50万元。\n（2）省级20万元。\n2.不得重复。", ["一", "一/1", "一/1/（1）", "一/1/（2）", "一/2"]),
        ("1.补助标准①国家级50万元。\n②省级20万元。\n2.不得重复。", ["一", "一/1", "一/1/①", "一/1/②", "一/2"]),
    ],
)
def test_the_first_item_behind_a_title_on_its_line(first, wanted):
    assert paths(read(f"{HEAD}一、补助\n{first}\n二、其他事项。按规定执行。"))[: len(wanted)] == wanted


@pytest.mark.parametrize(
    "first",
    [
        "1.对前款，（1）项的企业加倍补助。\n（2）项的企业不补助。",  # behind the mark of a sentence
        "1.（3）项的企业加倍补助。\n（2）项的企业不补助。",  # not the first
    ],
)
def test_a_bracket_in_a_sentence_begins_no_list(first):
    assert "一/1/（1）" not in paths(read(f"{HEAD}一、补助\n{first}\n二、其他事项。按规定执行。"))
