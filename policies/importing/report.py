"""What an import did, and how it says so in Chinese."""

from dataclasses import dataclass, field


@dataclass
class ImportReport:
    """Counts and lines of one import; `failed` pairs a file with the reason."""

    dry_run: bool = False
    files: int = 0
    passed_over: int = 0
    created: int = 0
    renewed: int = 0
    provisions: int = 0
    articles: int = 0
    unchanged: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: "ImportReport") -> None:
        """Take over what a batch did, once its transaction stands."""
        for name in ("created", "renewed", "provisions", "articles"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("unchanged", "changes", "conflicts", "warnings", "failed"):
            getattr(self, name).extend(getattr(other, name))

    def lines(self, every: bool = False) -> list[str]:
        """The summary; `every` lists warnings and skipped files too."""
        lines = [
            f"{'试读' if self.dry_run else '导入'}：共 {self.files:,} 个文件，"
            f"新增 {self.created:,} 篇，换新文本 {self.renewed:,} 篇，"
            f"内容与已有文件相同而跳过 {len(self.unchanged):,} 个，失败 {len(self.failed):,} 个；"
            f"新增条款节点 {self.provisions:,} 个，其中“第…条” {self.articles:,} 条。"
        ]
        if self.passed_over:
            lines.append(f"文件夹中另有 {self.passed_over:,} 个其他类型的文件，没有读。")
        lines += _listed("内容相同，跳过", self.unchanged, every)
        lines += _listed("文本变化", self.changes, True)
        lines += _listed("人工改过而文件也变了，请在管理后台决定", self.conflicts, True)
        lines += _listed("读入提示", self.warnings, every)
        if self.dry_run:
            lines.append("这是试读，什么也没有写入。")
        return lines


def _listed(title: str, entries: list[str], every: bool, some: int = 5) -> list[str]:
    if not entries:
        return []
    shown = entries if every or len(entries) <= some else entries[:some]
    lines = [f"{title}（{len(entries):,}）："] + [f"  {entry}" for entry in shown]
    if len(shown) < len(entries):
        lines.append(f"  …还有 {len(entries) - len(shown):,} 条，加 --verbosity 2 全部列出。")
    return lines
