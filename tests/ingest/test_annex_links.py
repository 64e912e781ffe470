"""Links to the files of annexes between the title and whom the document is sent to: lines of the page, no annex."""

import pytest

from tests.ingest.documents import paths, read

TITLE = "澜江市商务局关于申报会展奖励项目的通知\n"
NUMBER = "澜商会字〔2025〕8号\n"
TEXT = "各有关单位：\n为促进会展业发展，制定本通知。\n一、范围\n给予100万元奖励。\n二、条件\n依法注册。\n"
SIGNED = "澜江市商务局\n2025年4月27日\n"


@pytest.mark.parametrize(
    "links",
    [
        "附件1：项目申请表\n",
        "附件1：项目申请表\n公报PDF\n附件2：单位承诺书\nPDF下载\n收藏\n字号：\n大\n中\n小\n",
        "附件：项目申请表\n",
        "附件1：会展奖励实施细则\n",
    ],
)
@pytest.mark.parametrize("menus", ["", "首页\n政务公开\n政策服务\n政策专题\n市级政策\n便民\n"])
def test_links_above_the_text_are_of_the_page(links, menus):
    document = read(menus + TITLE + links + NUMBER + TEXT + SIGNED)
    assert (document.title, document.document_number) == (TITLE.strip(), NUMBER.strip())
    assert paths(document) == ["一", "二"]
    assert document.preamble.text == "各有关单位：\n为促进会展业发展，制定本通知。"
    assert links.split("\n")[0] in document.head_lines


def test_the_annex_below_the_text_stays_one():
    document = read(f"{TITLE}附件1：项目申请表\n{NUMBER}{TEXT}{SIGNED}附件1：项目申请表\n单位名称须与执照一致。\n")
    assert paths(document) == ["一", "二", "附件1"]


def test_without_an_addressee_an_annex_right_below_the_title_is_one():
    document = read(f"{TITLE}附件1：项目申请表\n一、范围\n给予100万元奖励。\n二、条件\n依法注册。\n")
    assert "附件1：项目申请表" not in document.head_lines


def test_numbers_or_sentences_before_the_addressee_belong_to_the_annex():
    document = read(f"{TITLE}附件1：项目申请表\n本表须由法定代表人签字。\n{TEXT}")
    assert "附件1：项目申请表" not in document.head_lines
