"""A search request and its result as plain dataclasses; `as_json` is the form of the API and the command."""

from dataclasses import asdict, dataclass, field

from search import tuning

#: Filters and facets a reader may use, in the order pages show them, with their Chinese names.
FACETS = {
    "status": "效力",
    "responsible_unit": "责任单位",
    "document": "文件",
    "issuing_body": "发文单位",
    "kind": "文种",
    "year": "年份",
    "has": "含有",
    "amount_band": "金额",
}
#: Sorts a reader may choose.
SORT_LABELS = {
    "relevance": "相关度",
    "date": "日期（新的在前）",
    "date_asc": "日期（旧的在前）",
    "amount": "金额（高的在前）",
    "amount_asc": "金额（低的在前）",
    "deadline": "期限（早的在前）",
    "deadline_desc": "期限（晚的在前）",
}


@dataclass(slots=True)
class SearchRequest:
    """`filters`: facet → values (any of them); `document`: slug to search within; `plain`: without aliases."""

    q: str = ""
    filters: dict[str, list[str]] = field(default_factory=dict)
    sort: str = "relevance"
    page: int = 1
    limit: int = 20
    document: str = ""
    plain: bool = False
    facets: bool = True


@dataclass(slots=True)
class Understood:
    """How the query was read. `step`: all of it was asked for, or, since that finds nothing, some of its words."""

    text: str = ""
    parts: list[str] = field(default_factory=list)
    filters: list[dict[str, str]] = field(default_factory=list)
    added: list[dict[str, str]] = field(default_factory=list)
    step: str = "all"


@dataclass(frozen=True, slots=True)
class Direct:
    """An answer by name: kind document, provision or unit."""

    kind: str
    title: str
    url: str


@dataclass(slots=True)
class Crumb:
    """One step of the way from the document to a provision."""

    number: str
    heading: str
    url: str


@dataclass(slots=True)
class Hit:
    """One provision. `snippet` and `heading_html` are escaped HTML whose only tag is <mark>; `url` is root-relative.

    `item` is the printed path element of the item that the snippet is from, when the row is an article with items.
    `amounts` are (phrase as printed, value, unit), `deadlines` (as printed, ISO date with its precision).
    """

    document: str
    document_url: str
    numbers: list[str]
    path: str
    heading: str
    snippet: str
    score: float
    status: str
    url: str
    document_id: int
    provision_id: int
    status_label: str = ""
    heading_html: str = ""
    kind: str = ""
    item: str = ""
    breadcrumb: list[Crumb] = field(default_factory=list)
    amounts: list[tuple[str, float, str]] = field(default_factory=list)
    deadlines: list[tuple[str, str]] = field(default_factory=list)
    date: str = ""

    def as_json(self) -> dict:
        return {
            "document": self.document,
            "document_url": self.document_url,
            "numbers": self.numbers,
            "path": self.path,
            "heading": self.heading,
            "snippet": self.snippet,
            "score": round(self.score, 4),
            "status": self.status,
            "url": self.url,
        }


@dataclass(frozen=True, slots=True)
class FacetValue:
    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(slots=True)
class Group:
    """Hits of one document, in their order; the groups stand in the order of their first hits."""

    document: str
    document_url: str
    status: str
    status_label: str
    hits: list[Hit]


@dataclass(slots=True)
class Help:
    """When nothing is found. `without`: (part, hits of the query without it), `near`: spellings the base knows."""

    missing: list[str] = field(default_factory=list)  # parts that occur nowhere
    without: list[tuple[str, int]] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
    units: list[Direct] = field(default_factory=list)


@dataclass(slots=True)
class SearchResult:
    q: str
    understood: Understood = field(default_factory=Understood)
    direct: list[Direct] = field(default_factory=list)
    total: int = 0
    page: int = 1
    limit: int = 20
    notes: list[str] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    facets: dict[str, list[FacetValue]] = field(default_factory=dict)
    help: Help | None = None

    @property
    def pages(self) -> int:
        """Pages that may be asked for: no deeper than DEEPEST hits."""
        reachable = min(self.total, tuning.DEEPEST)
        return max(1, -(-reachable // self.limit))

    @property
    def groups(self) -> list[Group]:
        """The hits of this page by document."""
        groups: dict[int, Group] = {}
        for hit in self.hits:
            group = groups.setdefault(
                hit.document_id, Group(hit.document, hit.document_url, hit.status, hit.status_label, [])
            )
            group.hits.append(hit)
        return list(groups.values())

    def as_json(self) -> dict:
        """The form that the API and `search_policies` print."""
        return {
            "q": self.q,
            "understood": asdict(self.understood),
            "direct": [asdict(direct) for direct in self.direct],
            "total": self.total,
            "page": self.page,
            "limit": self.limit,
            "notes": self.notes,
            "hits": [hit.as_json() for hit in self.hits],
            "facets": {name: [asdict(value) for value in values] for name, values in self.facets.items()},
        }
