"""What else stands in a line of units: whom to ask (联系人：…, 联系电话：…), and fields of another kind."""

from __future__ import annotations

import re

from policies.ingest.units.unit_labels import UNIT_END

#: One of these stands in every such field, and in every label inside a line.
MAY_HAVE_FIELDS = re.compile(r"[:：】］\]0-9]")
#: pattern, printed example, in the order in which they are taken out.
FIELDS = (
    (r"[(（][^()（）]{0,40}(?:联系|电话|[0-9]{7})[^()（）]{0,40}[)）]", "市科技局（王某，8123456）"),
    (
        r"[；;，,。、 ]{0,3}(?:(?:(?:政策|业务|项目)?(?:咨询|联系|监督|举报|投诉|办公|服务|受理|负责|经办)?"
        r"(?:电话|地址|邮箱|方式|热线)|(?:联系|经办|负责|咨询)人员?|联络员|传真|手机|网址|电子邮[箱件]|邮编)"
        r"(?:(?:及|和|、)(?:电话|方式))? ?[:：]?(?:(?<=[:：])|(?=[0-9]))[^；;，,。]*|"
        r"[(（]?[0-9]{3,4}[)）]?[-－—][0-9]{7,8}(?:[-转][0-9]{1,4})?|(?<![0-9])[0-9]{7,11}(?![0-9]))",
        "市科技局；联系人：王某，联系电话：0599-8123456",
    ),
    (
        r"[；;，,。、 ]?(?:(?:政策|文件)(?:依据|来源)|备注) ?[:：].*",
        "市科技局 政策依据：云政发〔2023〕1号；云府〔2022〕3号",
    ),
    (r"[；;，,。、 ]?(?:适用(?:范围|对象)|(?:执行|有效|实施)期限?) ?[:：][^；;]*", "市科技局 适用范围：全市；市财政局"),
    (r"(?<=[局委办厅院会心司])[:：][^；;]*", "市科技局：负责受理；市财政局：负责拨付"),
    (r"(?:[；;，,。]|^) ?[一-鿿]{2,10}[:：][^；;]*", "市科技局；适用范围：全市"),
)
#: 市科技局张三: the name of a person behind that of a unit, where the label says that there is one.
_PERSON = re.compile(r"(?<=[局委办厅部院府会心司队处科室])[ （(]?[一-鿿]{2,3}[)）]?(?=[、，,；;。 ]|$)")
_FIELDS = [re.compile(pattern) for pattern, _ in FIELDS]


def without_fields(text: str) -> str:
    """A list of units without what it says beside them: 市科技局；联系电话：8123456 → 市科技局."""
    if MAY_HAVE_FIELDS.search(text):
        for field in _FIELDS:
            text = field.sub("", text)
    return text.strip(" ；;，,。、")


def without_persons(text: str) -> str:
    """The units of a line of units and persons: 市科技局 张三、市财政局 李四 → 市科技局、市财政局."""
    return _PERSON.sub(lambda found: found[0] if UNIT_END.search(found[0].strip(" （()）")) else "", text)
