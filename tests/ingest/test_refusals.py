"""What is no policy text is refused with a plain reason in Chinese."""

import io
import zipfile

import pytest

from policies.ingest import UnreadableDocument, parse_bytes


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "文件是空的"),
        (b" \r\n\t ", "a.txt", "文件是空的"),
        ("某市若干措施".encode(), "a.txt", "只有6个汉字，不足30个，不是政策文本"),
        (
            ("某市支持企业发展若干措施" * 4 + "abcdefgh" * 60).encode(),
            "a.txt",
            "汉字不到全部字符的三分之一，不是中文政策文本",
        ),
        (b"PK\x03\x04 broken", "a.docx", "文件已损坏，无法解压"),
        (b"%PDF-1.4 broken", "a.pdf", "PDF 文件已损坏，无法读取"),
        (b"not a pdf", "a.pdf", "文件名以 .pdf 结尾，内容却不是这种格式，文件可能已损坏"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "a.doc",
            "这是旧版 Word（.doc）或其他 Office 文件，请另存为 .docx 再导入",
        ),
        (b"\x89PNG\r\n", "a.txt", "这是图片，不是文字"),
    ],
)
def test_reasons(data, name, reason):
    with pytest.raises(UnreadableDocument) as refused:
        parse_bytes(data, name)
    assert str(refused.value) == reason


def test_text_without_a_title_is_refused():
    text = "，".join(["这是一段很长的没有标题的话"] * 12) + "。"
    with pytest.raises(UnreadableDocument, match="没有找到可以作为标题的一行"):
        parse_bytes(text.encode(), "a.txt")


def test_a_zip_bomb_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 50_000_000)
    with pytest.raises(UnreadableDocument, match="解压后过大"):
        parse_bytes(packed.getvalue(), "a.docx")


def test_a_zip_that_is_no_word_document():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "某市若干措施")
    with pytest.raises(UnreadableDocument, match="不是 Word 文档"):
        parse_bytes(packed.getvalue(), "a.docx")
