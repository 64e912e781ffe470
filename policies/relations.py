"""What cites what: citations resolved to documents and provisions of the base, stubs for what is not in it.

A citation by title or document number is resolved to the newest document of that name; an inner reference (第三条
第（二）项) to the provision of the same document. A title that is printed with words such as 根据《…》制定 says more
than that it is cited: VERBS tells what.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from policies.extraction.merging import with_ancestors
from policies.models import Citation, Document, Provision, Relation, queue_provisions
from policies.slugs import document_slug

_MARKS = str.maketrans("()〈〉", "（）《》")
_SPACES = re.compile(r"\s+")
_VERSION = re.compile(r"（(?:\d{4}年?)?(?:修正|修订|修改|试行|暂行|草案|公布)*(?:本|版)?）$")

#: Other titles of the same list: 《甲》、《乙》和《丙》同时废止 says it of all three.
_LIST = r"(?:[、，和及与]*《[^》]+》(?:[（(][^）)]*[)）])?)*"
#: Relation, pattern that ends before the citation, pattern that begins after it, printed example.
VERBS = (
    (
        "repeals",
        r"",
        _LIST + r"(?:自[^，。；]{1,20}起|[^。；《，]{0,12}?(?:同时|予以|即行|自行|一并|相应))?(?:废止|停止执行)",
        "《报废汽车回收管理办法》同时废止",
    ),
    (
        "basis",
        r"(?:根据|依据|按照|依照|遵照)[^。；]{0,80}$",
        r"[^。；]{0,160}?(?:[制特]定本|制[定订](?:本|如下|以下)|[特现]制[定订]|作出?(?:如下|以下)|现就|现提出)",
        "根据《中华人民共和国消防法》等有关法律、法规，结合本市实际，制定本条例",
    ),
    ("carries_out", r"(?:贯彻落实|贯彻|落实|为了?实施)[^，。；]{0,60}$", r"", "贯彻落实《国务院关于…的决定》，支持…"),
)
_VERBS = tuple((verb, re.compile(before), re.compile(after)) for verb, before, after, _ in VERBS)


def title_key(title: str) -> str:
    """What two writings of one title have in common: 中华人民共和国刑法（2020年修正） and 刑法 are one.

    >>> title_key("中华人民共和国 民法典 物权编"), title_key("《刑法》"), title_key("税收征管办法(试行)")
    ('民法典物权编', '刑法', '税收征管办法')
    """
    key = _SPACES.sub("", title).translate(_MARKS)
    if key[:1] == "《" and key[-1:] == "》":
        key = key[1:-1]
    return _VERSION.sub("", key).removeprefix("中华人民共和国") or key


def stubs_by_name() -> dict[str, Document]:
    """Stubs by title key and by document number, for the document itself to fill when it comes."""
    found: dict[str, Document] = {}
    for stub in Document.everything.filter(state=Document.State.STUB).order_by("pk"):
        for name in (title_key(stub.title), stub.document_number):
            if name:
                found.setdefault(name, stub)
    return found


def connect_documents(document_ids: Iterable[int]) -> None:
    """Resolve what these documents cite, and what others cite of them; in one transaction, queued."""
    ids = set(document_ids)
    with transaction.atomic():
        names = _Names()
        own = Citation.objects.filter(provision__document_id__in=ids) if len(ids) < 500 else Citation.objects.all()
        waiting = Citation.objects.filter(target_document__state=Document.State.STUB)
        rows = {row.pk: row for row in own.select_related("provision")}
        rows |= {row.pk: row for row in waiting.select_related("provision") if names.known(row)}
        changed = _resolve(rows.values(), names)
        Citation.objects.bulk_update(changed, ["target_document", "target_provision"], batch_size=500)
        _relate(rows.values(), ids)
        # The provisions of the documents just written are in the queue already.
        queue_provisions(with_ancestors({row.provision_id for row in changed if row.provision.document_id not in ids}))
        Document.everything.filter(state=Document.State.STUB, cited_in=None, relations_to=None).delete()


class _Names:
    """Documents by what they are cited by; stubs are made for names nobody has."""

    def __init__(self):
        self.slugs: set[str] = set()
        self.found: dict[str, tuple] = {}
        self.stubs: dict[str, Document] = {}
        fields = ("pk", "title", "document_number", "state", "slug", "effective_on", "published_on", "signed_on")
        for pk, title, number, state, slug, *dates in Document.everything.values_list(*fields):
            self.slugs.add(slug)
            # Of several texts of one title the newest is meant, a stub only where there is no text.
            rank = (state != Document.State.STUB, max((date.toordinal() for date in dates if date), default=0), pk)
            for name in {title_key(title), number} - {""}:
                if name not in self.found or self.found[name] < rank:
                    self.found[name] = rank

    def known(self, row: Citation) -> bool:
        """Whether a document with a text has the name this row cites by."""
        return any(self.found.get(name, (False,))[0] for name in self._names(row))

    def document(self, row: Citation) -> int | None:
        """Id of the document a row cites; a stub where the base has none, None where the row names none."""
        names = self._names(row)
        for name in names:
            if name in self.found:
                return self.found[name][-1]
        if not names or (row.kind == Citation.Kind.TITLE and not stub_worthy(row.title)):
            return None
        stub = Document(
            title=row.title or row.document_number,
            document_number=row.document_number,
            slug=document_slug(row.title or row.document_number, row.document_number, self.slugs),
            state=Document.State.STUB,
        )
        Document.everything.bulk_create([stub])  # like every imported row: its history begins with a change
        for name in names:
            self.found[name] = (False, 0, stub.pk)
        return stub.pk

    @staticmethod
    def _names(row: Citation) -> list[str]:
        return [name for name in (row.document_number, title_key(row.title) if row.title else "") if name]


#: A cited title that ends so is a policy or law; 《申请表》, 《专业目录》, 《泉州晚报》 deserve no page of their own.
_DOCUMENT = re.compile(
    r"(?:法|法典|条例|规定|办法|决定|决议|意见|通知|通告|公告|公报|措施|细则|规则|规程|方案|规划|纲要|计划|标准|准则|规范|批复|"
    r"解释|复函|章程|宪章|公约|协定|政策|若干条|通则|指引|指南|修正案|命令)$"
)


def stub_worthy(title: str) -> bool:
    """Whether a cited title names a policy or law that deserves a page though its text is not in the base."""
    return len(title_key(title)) >= 5 and bool(_DOCUMENT.search(title_key(title)))


def _resolve(rows: Iterable[Citation], names: _Names) -> list[Citation]:
    """Targets onto the rows; returns those that changed."""
    rows = list(rows)
    places = _Places({row.provision.document_id for row in rows if row.kind == Citation.Kind.INNER})
    changed = []
    for row in rows:
        if row.kind == Citation.Kind.INNER:
            document, provision = None, places.find(row)
        else:
            document, provision = names.document(row), None
        if (row.target_document_id, row.target_provision_id) != (document, provision):
            row.target_document_id, row.target_provision_id = document, provision
            changed.append(row)
    return changed


class _Places:
    """Provisions of documents by their printed path, for references inside one document."""

    def __init__(self, document_ids: set[int]):
        self.paths: dict[tuple[int, str], int] = {}
        self.ends: dict[tuple[int, str], list[str]] = defaultdict(list)
        rows = Provision.objects.filter(withdrawn=False)
        if len(document_ids) < 500:
            rows = rows.filter(document_id__in=document_ids)
        for pk, document, path in rows.values_list("pk", "document_id", "printed_path"):
            self.paths[document, path] = pk
            self.ends[document, path.rsplit("/", 1)[-1]].append(path)

    def find(self, row: Citation) -> int | None:
        """第三条第（二）项 → the item, else the article it stands in; a bare 第（二）项 is looked for nearby first.

        前款 and 本条 are told by their place alone and need no link.
        """
        elements = [_path_element(str(element)) for element in row.target]
        if not elements or any(element[:1] in {"前", "上", "本", ""} for element in elements):
            return None
        document, above = row.provision.document_id, row.provision.printed_path.split("/")
        for length in range(len(elements), 0, -1):
            path = "/".join(elements[:length])
            near = ["/".join([*above[:depth], path]) for depth in range(len(above), -1, -1)]
            found = next((self.paths[document, place] for place in near if (document, place) in self.paths), None)
            if found is None:
                # 第三条 stands below its chapter: the only path of the document that ends so.
                heads = self.ends[document, elements[0]]
                found = self.paths.get((document, "/".join([*heads, *elements[1:length]]))) if len(heads) == 1 else None
            if found is not None:
                return found if found != row.provision_id else None
        return None


def _path_element(printed: str) -> str:
    """第（二）项 → （二）, as it stands in a printed path; 第三条 stays."""
    return re.sub(r"^第(.+)[项目]$", r"\1", printed)


def _relate(rows: Iterable[Citation], document_ids: set[int]) -> None:
    """Relations that the words round a citation tell; those that no words of `document_ids` tell any more go."""
    found: dict[tuple[int, int, str], Relation] = {}
    for row in rows:
        source, target = row.provision.document_id, row.target_document_id
        if not target or target == source or row.state == Citation.State.REJECTED or not row.end:
            continue
        verb, words = relation_verb(getattr(row.provision, row.field), row.start, row.end)
        if verb:
            found.setdefault(
                (source, target, verb),
                Relation(
                    verb=verb,
                    from_document_id=source,
                    from_provision_id=row.provision_id,
                    to_document_id=target,
                    reason=words,
                    by_person=False,
                ),
            )
    sources = {source for source, _, _ in found} | document_ids
    known = Relation.objects.all() if len(sources) > 500 else Relation.objects.filter(from_document_id__in=sources)
    there = {(row.from_document_id, row.to_document_id, row.verb): row for row in known}
    # A relation of a volume's documents rests on no provision and stays.
    told = [(key, row) for key, row in there.items() if not row.by_person and row.from_provision_id]
    stale = [row.pk for (source, *rest), row in told if source in document_ids and (source, *rest) not in found]
    Relation.objects.filter(pk__in=stale).delete()
    Relation.objects.bulk_create([row for key, row in found.items() if key not in there], batch_size=1000)


def relation_verb(text: str, start: int, end: int) -> tuple[str, str]:
    """(verb, the sentence that says it) for the citation at text[start:end]; ("", "") when it is merely cited."""
    begin = max(text.rfind(mark, 0, start) for mark in "。；\n") + 1
    stops = [stop for stop in (text.find(mark, end) for mark in "。\n") if stop >= 0]
    stop = min(stops, default=len(text))
    for verb, before, after in _VERBS:
        if before.search(text[begin:start]) and after.match(text[end:stop]):
            return verb, text[begin:stop].strip()
    return "", ""
