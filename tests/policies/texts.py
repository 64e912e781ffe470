"""Small policy texts for the tests of importing, in the manner of the ten documents, and ways to import them."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command

from policies.models import (
    FACT_MODELS,
    Collection,
    Document,
    DocumentBody,
    Organization,
    Provision,
    Relation,
    Responsibility,
)

TITLE = "泉州市支持企业参加展会的若干措施"
MEASURES = {
    "一": "支持企业参展。对参加境外展会的企业，按每标准展位给予1万元补助，单家企业年最高补助50万元。",
    "二": "鼓励线上办展。对参加云展会的企业，按不超过展位费的50%给予补助，单家企业最高不超过5000元。",
    "三": "加强组织保障。各有关部门要在2021年6月底前制定实施细则，落实工作责任，做好宣传工作。",
}


def policy(measures: dict[str, str] = MEASURES, title: str = TITLE, units: str = "市商务局、财政局") -> str:
    """A policy with one measure a line, each followed by its responsible units."""
    lines = [title, "", "为推动民营企业扩大开放合作，结合我市实际，制定以下措施：", ""]
    for number, text in measures.items():
        lines += [f"{number}、{text}", "", f"责任单位：{units}", ""]
    return "\n".join(lines)


def write(folder: Path, text: str, name: str = "展会.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def imported(folder: Path, text: str, name: str = "展会.txt", **options) -> Document:
    """Write the text to a file, import it, and give the document of that path."""
    call_command("import_documents", str(write(folder, text, name)), verbosity=0, **options)
    return Document.objects.get(source_path=name)


MODELS = (Document, DocumentBody, Provision, Responsibility, Organization, Relation, Collection, *FACT_MODELS)


def everything() -> dict:
    """Every row of the base, without the times of writing."""
    skip = {"created_at", "updated_at", "published_at"}
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in skip}
            for row in model._base_manager.order_by("pk").values()
        ]
        for model in MODELS
    }


def run_import(*paths, **options) -> tuple[int, str, str]:
    """(exit code, stdout, stderr) of the command."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_documents", *map(str, paths), stdout=out, stderr=err, **options)
    except SystemExit as exit:
        return exit.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()
