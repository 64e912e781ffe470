"""对照: two texts side by side with what differs marked; two documents by what they say on the same words."""

from policies.models import Document, Provision
from policies.presentation.comparison import marked


def test_what_differs_is_marked_on_its_side():
    left, right = marked("有效期至2023年<b>", "有效期至2025年<b>")
    assert left == "有效期至202<del>3</del>年&lt;b&gt;"
    assert right == "有效期至202<ins>5</ins>年&lt;b&gt;"


def test_what_two_documents_say_on_the_same_words(ten, get):
    page = get(f"/compare/?left={ten[1].slug}&right={ten[2].slug}&q=高新技术企业 2025")
    left, right = page.split('aria-label="右边"')
    assert "<b>3500家</b>" in left and "<b>3500家</b>" not in right
    assert "<b>2300家</b>" in right and "<b>2300家</b>" not in left


def test_two_provisions(ten, get):
    page = get(f"/compare/?left={ten[1].slug}/2.1&right={ten[2].slug}/1")
    assert "<del>" in page and "<ins>" in page
    assert "科技创新券" in page


def test_the_pages_own_address_is_understood(ten, get):
    page = get(f"/compare/?left=http://testserver/policies/{ten[1].slug}/2.1/&right={ten[2].slug}&right_path=1")
    assert "<del>" in page


def test_a_document_and_its_new_version(ten, get):
    old = ten[10]
    new = Document.objects.create(title=old.title + "（修订）", slug="new-version", state="published")
    for provision in old.provisions.filter(withdrawn=False):
        Provision.objects.create(
            document=new, kind=provision.kind, number=provision.number, path=provision.path, heading=provision.heading,
            printed_path=provision.printed_path, text=provision.text.replace("破产", "清算"),
            position=provision.position, last=provision.last, depth=provision.depth,
        )  # fmt: skip
    page = get(f"/compare/?left={old.slug}&right={new.slug}")
    assert "<del>破产</del>" in page and "<ins>清算</ins>" in page
    assert "对不上的条款" not in page


def test_an_unknown_document_is_said(ten, get):
    assert "没有这份文件" in get("/compare/?left=nope")
    assert "这一条，改为对照全文" in get(f"/compare/?left={ten[1].slug}&left_path=99")
