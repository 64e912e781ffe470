"""All the laws: how many documents and articles, and nothing on the second run."""

import pytest

from policies.models import Document, Provision
from tests.corpora import laws_dir
from tests.policies.texts import run_import


@pytest.mark.slow
@pytest.mark.django_db
def test_all_the_laws():
    folder = laws_dir()
    code, out, _ = run_import(folder, verbosity=1)
    assert code == 0
    assert "新增 3,230 篇" in out and "跳过 3 个" in out and "其中“第…条” 138,923 条" in out
    assert Document.objects.count() == Document.objects.public().count() == 3230
    assert Provision.objects.filter(kind="article", number__startswith="第").count() == 138_923
    slugs = list(Document.everything.values_list("slug", flat=True))
    assert len(slugs) == len(set(slugs)) and all(slug.isascii() and len(slug) <= 60 for slug in slugs)
    rows = Provision.objects.count()

    code, out, _ = run_import(folder, verbosity=1)
    assert code == 0 and "新增 0 篇，换新文本 0 篇" in out and "跳过 3,233 个" in out
    assert Provision.objects.count() == rows
