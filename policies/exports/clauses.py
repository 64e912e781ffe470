"""The clause table: one row per provision, from the same records that pages show (invariant 5)."""

from collections.abc import Callable, Iterable, Iterator

from policies.exports.sheet import Column
from policies.models import Amount, Document, Provision
from policies.presentation.records import ProvisionRecord, gather
from policies.validity import Status, ending_relations, status_of

#: Provisions gathered at a time: a long list costs a constant number of queries per thousand rows.
BATCH = 1000

#: The first nine are what the admin's import reads back (key: 文件 and 路径); the others are for reading.
COLUMNS = (
    Column("文件标题", width=36),
    Column("文件", width=20),
    Column("路径", width=12),
    Column("编号", width=10),
    Column("标题", width=28),
    Column("正文", width=80),
    Column("表格", width=40),
    Column("责任单位", width=36),
    Column("完成时间", "date", 12),
    Column("链接", "link", 40),
    Column("效力", width=16),
    Column("最高奖补（元）", "number", 16),
    Column("奖补原文", width=36),
    Column("比例（%）", "number", 10),
    Column("其他金额", width=30),
    Column("期限", "date", 12),
    Column("期限原文", width=24),
    Column("时长", width=16),
    Column("引用", width=36),
    Column("核对", width=10),
)


def clause_rows(provisions: Iterable[Provision], absolute: Callable[[str], str]) -> Iterator[tuple]:
    """Rows in the order of COLUMNS; provisions have `document` selected, `absolute` makes an address whole."""
    batch: list[Provision] = []
    statuses: dict[int, Status] = {}
    for provision in provisions:
        batch.append(provision)
        if len(batch) == BATCH:
            yield from _rows(batch, statuses, absolute)
            batch = []
    yield from _rows(batch, statuses, absolute)


def _rows(batch: list[Provision], statuses: dict[int, Status], absolute) -> Iterator[tuple]:
    records = gather(batch)
    new = {record.document.pk: record.document for record in records if record.document.pk not in statuses}
    if new:
        for document in Document.objects.filter(pk__in=new).prefetch_related(ending_relations()):
            statuses[document.pk] = status_of(document)
    for record in records:
        yield clause_row(record, statuses[record.document.pk], absolute)


def clause_row(record: ProvisionRecord, status: Status, absolute: Callable[[str], str]) -> tuple:
    provision, document = record.provision, record.document
    benefits = [line for line in record.benefits if line.fact.unit == "元"]
    rates = [line for line in record.amounts if line.fact.role == Amount.Role.RATE and line.fact.unit == "%"]
    others = [line for line in record.amounts if line.fact.role != Amount.Role.BENEFIT]
    dated = [line for line in record.deadlines if line.fact.date]
    checked = {line.checked for line in record.facts}
    return (
        document.title,
        document.slug,
        provision.path,
        provision.number,
        provision.heading,
        provision.text,
        "\n".join(provision.table_lines),
        "、".join(unit.name for unit in record.units),
        provision.completion,
        absolute(record.url),
        status.label,
        max((number(line.fact.value_max or line.fact.value) for line in benefits), default=None),
        _lines(f"{line.qualifier}{line.value}{_per(line)}" for line in record.benefits),
        number(rates[0].fact.value) if len(rates) == 1 else None,
        _lines(f"{line.label}：{line.qualifier}{line.value}" for line in others),
        dated[0].fact.date if len(dated) == 1 else None,
        _lines(line.value for line in record.deadlines),
        _lines(line.value for line in record.durations),
        _lines(line.value for line in record.citations),
        "" if not checked else "已核对" if checked == {True} else "机器识别" if checked == {False} else "部分已核对",
    )


def number(value) -> int | float:
    number = float(value)
    return int(number) if number.is_integer() else number


def _per(line) -> str:
    return f"（{line.per}）" if line.per else ""


def _lines(values: Iterable[str]) -> str:
    return "\n".join(values)
