"""What a page says about its document: meta elements, the table of data (索引号, 发文字号, …), its own address."""

from __future__ import annotations

import re

from policies.ingest.readers.source import PageData

#: Label in the table of data → field.
_LABELS = {
    "标题": "title",
    "名称": "title",
    "信息名称": "title",
    "文件名称": "title",
    "发文字号": "document_number",
    "发布文号": "document_number",
    "发文编号": "document_number",
    "发文文号": "document_number",
    "文号": "document_number",
    "文件编号": "document_number",
    "发文机关": "issuing_bodies",
    "发文单位": "issuing_bodies",
    "发文机构": "issuing_bodies",
    "发布机构": "issuing_bodies",
    "制发机关": "issuing_bodies",
    "制定机关": "issuing_bodies",
    "发布机关": "issuing_bodies",
    "发布单位": "issuing_bodies",
    "颁布单位": "issuing_bodies",
    "成文日期": "signed",
    "成文时间": "signed",
    "发文日期": "signed",
    "生成日期": "signed",
    "签发日期": "signed",
    "发布日期": "published",
    "发布时间": "published",
    "公开日期": "published",
    "公布日期": "published",
}
#: Labels that say nothing of use, but by which such a table is known.
_OTHER_LABELS = {
    "索引号",
    "主题分类",
    "主题词",
    "公开方式",
    "信息分类",
    "有效性",
    "体裁分类",
    "组配分类",
    "效力状态",
    "信息索引",
    "服务对象",
    "公开范围",
    "公开类型",
    "公文时效",
    "时效性",
    "效力级别",
    "统一登记号",
    "施行日期",
    "生效日期",
    "失效日期",
    "废止日期",
}
#: Labels by which a table of data is known.
DATA_LABELS = frozenset({*_LABELS, *_OTHER_LABELS})
_META = {
    "ArticleTitle": "title",
    "PubDate": "published",
    "Url": "source_url",
    "og:url": "source_url",
    "og:title": "title",
}
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://[^\s>]+)")
_PUBLISHED = re.compile(r"(?:发布|发表|公开)(?:日期|时间)\s*[:：]\s*(\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?)")
#: 关于印发<br/>若干措施的通知: a line break of the heading in the data.
_TAG = re.compile(r"</?[a-zA-Z]{1,6} ?/?>")
#: A document number has a year in brackets.
_NUMBER = re.compile(r"[〔（(［\[【] ?[12]\d{3} ?[〕）)］\]】]|第 ?\d+ ?号")
_LABEL_LENGTH = 12
#: A table with more text than this is no table of data.
_DATA_LENGTH = 1500


def read_page_data(root, source: str) -> PageData:
    """The page's data; tables of data are taken out of the tree. `title` is what the data name, not the headings."""
    found: dict[str, str] = {}
    _read_tables(root, found)
    for element in root.xpath("//meta[@name or @property]"):
        key = _META.get(element.get("name") or element.get("property") or "")
        if key:
            found.setdefault(key, _TAG.sub("", element.get("content") or "").strip())
    dated = _PUBLISHED.search(root.text_content()[:20_000])
    if dated:
        found.setdefault("published", dated[1])
    canonical = root.xpath("//link[@rel='canonical']/@href")
    if canonical:
        found.setdefault("source_url", canonical[0].strip())
    saved = _SAVED_FROM.search(source[:2000])
    if saved:
        found.setdefault("source_url", saved[1])
    if not found.get("source_url", "").startswith(("http://", "https://")):
        found.pop("source_url", None)
    return PageData(**found)


def _read_tables(root, found: dict[str, str]) -> None:
    for holder in root.xpath(
        "//table|//ul|//dl|//div[contains(@class,'info') or contains(@class,'xxgk') or contains(@class,'head')]"
    ):
        text = holder.text_content()
        if len(text) > _DATA_LENGTH or holder.xpath(".//table") or holder.getparent() is None:
            continue
        pairs = _pairs(holder)
        known = [label for label in pairs if label in DATA_LABELS]
        if len(known) < 2:
            continue
        for label in known:
            field = _LABELS.get(label)
            # 规范性文件编号：LCD01-2023-0002 is no document number.
            if field and pairs[label] and (field != "document_number" or _NUMBER.search(pairs[label])):
                found.setdefault(field, pairs[label])
        parent = holder.getparent()
        holder.drop_tree() if parent is not None else None


def _pairs(holder) -> dict[str, str]:
    """label → value, where a cell holds both (文号：国发…) or the next cell holds the value."""
    cells = holder.xpath(".//td|.//th|.//li|.//dt|.//dd") or holder.xpath(".//span|.//p|.//div")
    texts = [re.sub(r"[\s\u3000\u00a0]+", " ", cell.text_content()).strip() for cell in cells]
    pairs: dict[str, str] = {}
    for index, text in enumerate(texts):
        label, _, value = text.replace("：", ":").partition(":")
        label = _known_part(re.sub(r"[\s\[\]【】]", "", label))
        if label not in DATA_LABELS:
            continue
        if not value.strip() and index + 1 < len(texts):
            value = texts[index + 1]
            if re.sub(r"[\s:：\[\]【】]", "", value) in _LABELS:
                value = ""
        pairs.setdefault(label, value.strip())
    return pairs


def _known_part(label: str) -> str:
    """备注/文号 → 文号: of a label of several words the one that is known."""
    if "/" in label and label not in DATA_LABELS and len(label) <= _LABEL_LENGTH:
        return next((part for part in reversed(label.split("/")) if part in DATA_LABELS), label)
    return label
