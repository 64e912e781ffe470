"""A file read again, or a new text, undoes nothing of the tree that a person corrected; what meets it is told."""

import pytest

from policies.corrections import add_provision, merge_into_previous, move_provision, remove_provision, split_provision
from policies.models import FormerAddress, Provision
from tests.policies.test_structure import BEFORE, TEXT, assert_sound, at, tree
from tests.policies.texts import everything, imported, run_import, write

pytestmark = pytest.mark.django_db
NEW = "各有关部门要制定实施细则，明确时间表，落实工作责任，做好宣传工作。"


def new_text(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new)


@pytest.fixture(params=["published", "draft"])
def document(request, tmp_path):
    return imported(tmp_path, TEXT, draft=request.param == "draft")


def again(tmp_path, document, text: str = TEXT) -> str:
    """Import the text again; what the command says. A second time it changes nothing."""
    code, out, err = run_import(write(tmp_path, text), again=True)
    assert code == 0, err
    assert_sound(document.pk)
    before = everything()
    assert run_import(tmp_path, again=True)[0] == 0
    assert everything() == before
    document.refresh_from_db()
    return out


def correct_everything(document) -> list[str]:
    """One correction of each kind; the tree after it."""
    add_provision(at(document, "一/（一）"), "after", "item", "（一甲）", "", "人工补上的一条，最高奖励8万元。")
    split_provision(row := at(document, "一/（二）"), row.text.index("\n") + 1, "item", "（叁）")
    move_provision(at(document, "一/（叁）"), at(document, "二"), "last")
    merge_into_previous(at(document, "二/（叁）/2"))
    remove_provision(at(document, "一/（一）"))
    return tree(document)


def test_the_same_file_again_changes_nothing(document, tmp_path):
    corrected = correct_everything(document)
    assert [line.split()[0] for line in corrected] == [
        "preamble", "一", "一/（一甲）", "一/（二）", "二", "二/（叁）", "二/（叁）/1",
    ]  # fmt: skip
    words = list(document.provisions.order_by("pk").values_list("pk", "number", "heading", "text", "withdrawn"))
    former = list(FormerAddress.objects.order_by("pk").values_list("path", "provision"))
    out = again(tmp_path, document)
    assert tree(document) == corrected and "文字没有变化" in out
    assert list(document.provisions.order_by("pk").values_list("pk", "number", "heading", "text", "withdrawn")) == words
    assert list(FormerAddress.objects.order_by("pk").values_list("path", "provision")) == former
    assert any("“一/（一甲）”是人工增加的，新文本里没有" in line for line in document.warnings)


def test_a_new_text_changes_words_and_leaves_the_tree(document, tmp_path):
    corrected = correct_everything(document)
    out = again(tmp_path, document, new_text("各有关部门要制定实施细则，", "各有关部门要制定实施细则，明确时间表，"))
    assert tree(document) == corrected and at(document, "二").text == NEW
    assert "修改 1 处（二）" in out and "新增" not in out.partition("文本变化")[2].partition("读入提示")[0]


def test_a_new_provision_takes_its_place_beside_what_a_person_added(document, tmp_path):
    added = add_provision(at(document, "一/（二）"), "after", "item", "（三）", "", "人工补上的一条，最高奖励8万元。")
    out = again(
        tmp_path, document, new_text("二、加强", "（三）扩大宣传。对参展企业的产品，统一制作宣传手册。\n\n二、加强")
    )
    assert [line.split()[0] for line in tree(document)] == [
        *(line.split()[0] for line in BEFORE[:6]), "一/（三）", "一/（三）~2", "二",
    ]  # fmt: skip
    added.refresh_from_db()
    assert (added.path, added.text) == ("1.3", "人工补上的一条，最高奖励8万元。")
    assert "新增 1 处（一/（三）~2）" in out


def test_what_a_person_added_is_the_files_once_the_file_has_it(document, tmp_path):
    added = add_provision(at(document, "一/（二）"), "after", "item", "（三）", "扩大宣传", "统一制作宣传手册。")
    out = again(tmp_path, document, new_text("二、加强", "（三）扩大宣传。统一制作宣传手册。\n\n二、加强"))
    added.refresh_from_db()
    assert "structure" not in added.machine and added.edited_fields() == [] and added.conflicts == {}
    assert tree(document)[6] == "一/（三） 1.3" and "新增" not in out.partition("文本变化")[2]
    # From now on it goes when the file drops it.
    again(tmp_path, document)
    added.refresh_from_db()
    assert added.withdrawn


def test_a_moved_provision_gets_new_words_and_new_items_where_it_stands(document, tmp_path):
    row = at(document, "一/（二）")
    move_provision(row, at(document, "二"), "first")
    again(
        tmp_path, document, new_text("2.中型企业减半。", "2.中型企业减半。\n3.大型企业减两成。").replace("50%", "60%")
    )
    row.refresh_from_db()
    assert row.parent == at(document, "二") and "60%" in row.text and row.conflicts == {}
    assert [line.split()[0] for line in tree(document)[3:]] == [
        "二", "二/（二）", "二/（二）/1", "二/（二）/2", "二/（二）/3",
    ]  # fmt: skip
    assert at(document, "二/（二）/3").path == "2.2.3"


def test_a_new_text_that_has_it_where_the_person_put_it_takes_over(document, tmp_path):
    row = at(document, "一/（一）")
    move_provision(row, at(document, "二"), "last")
    line = "（一）补助展位。对参加境外展会的企业，按每标准展位给予1万元补助。"
    again(tmp_path, document, new_text(line + "\n\n", "") + line + "\n")
    row.refresh_from_db()
    assert "structure" not in row.machine and row.printed_path == "二/（一）"


def test_new_words_of_what_was_removed_are_told_and_stay_out(document, tmp_path):
    row = at(document, "一/（一）")
    public = document.published_at is not None
    remove_provision(row)
    out = again(tmp_path, document, new_text("1万元", "2万元"))
    if public:
        assert "已由人工并入别处或删去，新文本改了它的文字" in out and "一/（一） 1.1" not in tree(document)
    else:
        # A draft keeps no row: other words are another provision, and told as new.
        assert "新增 1 处（一/（一））" in out and "2万元" in at(document, "一/（一）").text


def test_the_split_words_changed_in_the_file_wait_for_a_decision(document, tmp_path):
    row = at(document, "一/（二）")
    new = split_provision(row, row.text.index("\n") + 1, "item", "（叁）")
    out = again(tmp_path, document, new_text("5000元", "8000元"))
    row.refresh_from_db()
    new.refresh_from_db()
    assert "5000元" in new.text and "（叁）" not in row.text and "8000元" in row.conflicts["text"]["now"]
    assert "请在管理后台决定" in out


def test_a_document_nobody_corrected_is_renewed_as_ever(document, tmp_path):
    inserted = new_text("（一）补助展位", "（一）新设。统一安排展会计划和经费。\n\n（二）补助展位")
    again(tmp_path, document, inserted.replace("（二）鼓励", "（三）鼓励"))
    assert [line.split()[1] for line in tree(document)] == [
        "preamble", "1", "1.1", "1.2", "1.3", "1.3.1", "1.3.2", "2",
    ]  # fmt: skip
    assert not Provision.objects.filter(machine__has_key="read_at").exists()
