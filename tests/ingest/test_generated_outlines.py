"""Properties over generated documents: nothing is lost, paths are unique, nothing crashes."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policies.ingest import UnreadableDocument, parse_bytes, to_digits_path
from policies.ingest.parsed import walk
from policies.ingest.tree.clauses import han_number
from tests.ingest.losslessness import letters, printed

HEAD = "某市支持企业发展若干措施\n为贯彻落实党中央、国务院决策部署，结合本市实际，制定本措施，请认真组织实施。\n"
WORDS = st.sampled_from(
    [
        "支持企业创新",
        "给予最高100万元补助",
        "各部门要密切配合",
        "对新认定的企业，按规定给予奖励",
        "国家级、省级平台",
        "到2025年实现",
        "推进“放管服”改革",
    ]
)
ENDS = st.sampled_from(["。", "；", "：", ""])
NUMBERS = st.one_of(
    st.integers(1, 30).map(lambda n: f"第{han_number(n)}条 "),
    st.integers(1, 30).map(lambda n: f"{han_number(n)}、"),
    st.integers(1, 30).map(lambda n: f"（{han_number(n)}）"),
    st.integers(1, 30).map(lambda n: f"{n}."),
    st.integers(1, 30).map(lambda n: f"（{n}）"),
    st.integers(1, 20).map(lambda n: chr(0x2460 + n - 1)),
    st.just(""),
)
LINE = st.builds(
    lambda number, words, end: number + "，".join(words) + end, NUMBERS, st.lists(WORDS, min_size=1, max_size=4), ENDS
)


@given(st.lists(LINE, min_size=1, max_size=40))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_mixture_of_numbers_is_read_without_loss(lines):
    document = parse_bytes((HEAD + "\n".join(lines)).encode(), "document.txt")[0]
    wanted = Counter(letters("".join(HEAD.split("\n")[1:]) + "".join(lines)))
    got = Counter(letters(printed(document))) + Counter(letters("".join(document.head_lines + document.tail_lines)))
    assert got == wanted
    paths = [provision.path for provision in walk(document.provisions)]
    assert len(set(paths)) == len(paths)
    assert all("/" not in to_digits_path(path) for path in paths)


@given(st.text(alphabet="一二三（）()第条章、。，：；1.0①《》“”\n 　市科技局责任单位牵头附件目录#|<p>%", max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused(text):
    for name in ("a.txt", "a.md", "a.html"):
        try:
            parse_bytes((HEAD + text).encode(), name)
        except UnreadableDocument as refused:
            assert str(refused)


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    for prefix in (b"", b"PK\x03\x04", b"%PDF-1.4\n", b"<html>", b"\xff\xfe"):
        try:
            parse_bytes(prefix + data, "a.bin")
        except UnreadableDocument as refused:
            assert str(refused)
