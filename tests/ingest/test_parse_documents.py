"""The command: one JSON list on stdout, a line on stderr for each file it cannot read, exit 1 then."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (
    "某市支持企业发展若干措施\n为支持企业发展，促进产业升级，结合本市实际，制定本措施。\n一、支持创新\n"
    "给予最高100万元补助。\n责任单位：市科技局\n"
)
DOCUMENT_KEYS = {
    "title",
    "document_number",
    "issuing_bodies",
    "kind",
    "dates",
    "validity",
    "interpreter",
    "preamble",
    "closing",
    "provisions",
    "tables",
}
FACT_KEYS = {"amounts", "deadlines", "durations", "citations", "references"}
PROVISION_KEYS = {
    "number", "path", "heading", "text", "paragraphs", "responsible_units_line",
    "responsible_units", "lead_units", "support_units", "completion", "children",
} | FACT_KEYS  # fmt: skip


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess:
    # Neither database, index nor secret: the data folder cannot even be made.
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder / "absent"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "manage.py", "parse_documents", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_files_that_can_be_read_are_printed_and_the_others_named(tmp_path):
    good, bad = tmp_path / "措施.txt", tmp_path / "空.txt"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"")
    done = run(str(bad), str(good), str(tmp_path / "没有.txt"), folder=tmp_path)
    assert done.returncode == 1
    documents = json.loads(done.stdout)
    assert [document["title"] for document in documents] == ["某市支持企业发展若干措施"]
    lines = done.stderr.strip().splitlines()
    assert lines[0] == f"{bad}: 文件是空的"
    assert lines[1] == f"{tmp_path / '没有.txt'}: 无法打开文件：没有这个文件"
    assert len(lines) == 2
    prefixed = {f"{part}_{key}" for part in ("preamble", "closing") for key in FACT_KEYS}
    assert set(documents[0]) == DOCUMENT_KEYS | prefixed
    assert set(documents[0]["provisions"][0]) == PROVISION_KEYS
    assert set(documents[0]["dates"]) == {"signed", "printed", "published", "effective", "expires"}
    assert set(documents[0]["validity"]) == {"text", "from", "until", "period"}
    assert list(tmp_path.iterdir()) == [good, bad] or set(tmp_path.iterdir()) == {good, bad}


def test_all_files_read_is_exit_0(tmp_path):
    good = tmp_path / "措施.txt"
    good.write_text(TEXT, encoding="utf-8")
    done = run(str(good), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
