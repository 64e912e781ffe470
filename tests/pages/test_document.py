"""A document's page: official head, status with its sentence, contents, marked facts, downloads, hits of a query."""

import re

from policies.models import Amount, Document


def plain(html: str) -> str:
    return re.sub(r"<wbr>|\s+", "", html)


def test_head_says_what_is_known_and_what_is_not(ten, get):
    page = get(ten[2].get_absolute_url())
    assert "泉州市人民政府" in page
    assert "发文字号：原文未标明" in page
    assert '<dt>失效日期</dt><dd><time datetime="2023-12-31">2023-12-31</time></dd>' in page
    assert "<dt>施行日期</dt><dd>自发布之日起</dd>" in page
    assert '<dt>成文日期</dt><dd class="none">未标明</dd>' in page
    assert "以官方发布文本为准" in page


def test_status_quotes_the_sentence_it_rests_on_and_leads_to_it(ten, get):
    page = get(ten[2].get_absolute_url())
    verdict = page[page.index('<div class="verdict">') : page.index("</blockquote>")]
    assert '<span class="badge expired">按文本推算已到期</span>' in verdict
    assert "有效期至2023年12月31日" in verdict
    anchor = re.search(r'href="#([^"]+)">原句', verdict)[1]
    assert f'id="{anchor}"' in page


def test_contents_follow_the_numbers_of_the_text(ten, get):
    page = get(ten[2].get_absolute_url())
    contents = page[page.index('class="toc"') : page.index("</nav>", page.index('class="toc"'))]
    numbers = re.findall(r"<span>([^<]+、)</span>", contents)
    assert numbers == [
        "一、",
        "二、",
        "三、",
        "四、",
        "五、",
        "六、",
        "七、",
        "八、",
        "九、",
        "十、",
        "十一、",
        "十二、",
    ]
    for anchor in re.findall(r'href="#([^"]+)"', contents):
        assert f'id="{anchor}"' in page, anchor


def test_every_fact_in_the_text_leads_to_its_note(ten, get):
    page = get(ten[4].get_absolute_url())
    marked = re.findall(r'<a class="f (?:sum gain|sum|when|cite)" href="#([^"]+)" data-k', page)
    assert len(marked) > 60
    assert all(f'id="{anchor}"' in page for anchor in marked)


def test_a_benefit_is_marked_with_its_kind_and_qualifier(ten, get):
    page = get(ten[2].get_absolute_url())
    assert re.search(r'每家企业每年最高补助<a class="f sum gain" href="#am\d+" data-k="奖补，最高">50万元</a>', page)


def test_text_is_escaped(ten, get):
    provision = ten[2].provisions.get(path="1")
    provision.text = "<script>alert(1)</script>给予50万元奖励"
    provision.heading = "标题<b>"
    provision.save()
    page = get(ten[2].get_absolute_url())
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "标题<b>" not in page


def test_a_rejected_fact_is_not_marked_and_a_confirmed_one_is_ticked(ten, get):
    first, second = Amount.objects.filter(provision__document=ten[2]).order_by("provision__position", "start")[:2]
    Amount.objects.filter(pk=first.pk).update(state="rejected")
    Amount.objects.filter(pk=second.pk).update(state="confirmed")
    page = get(ten[2].get_absolute_url())
    assert f'href="#am{first.pk}"' not in page
    assert re.search(rf'id="am{second.pk}">.*?✓', page)
    assert "1 处已核对" in page


def test_a_query_is_marked_in_the_text(ten, get):
    page = get(ten[2].get_absolute_url() + "?q=科技创新券")
    assert "<mark>科技创新券</mark>" in page
    assert re.search(r"“科技创新券”在文中标出 \d+ 处", page)


def test_a_unit_whose_prefix_was_left_out_shows_it_paler(ten, get):
    page = get(ten[2].get_absolute_url())
    assert "<i>市</i>教育局" in page
    assert "泉州开发区<i>管委会</i>" in page


def test_downloads_answer(ten, client):
    page = client.get(ten[6].get_absolute_url()).content.decode()
    addresses = re.findall(r'href="(/policies/[^"]+\.(?:docx|xlsx|txt|xml|json))"', page)
    assert len(addresses) == 5
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_citations_lead_to_stubs_that_say_the_text_is_not_here(ten, get):
    stub = Document.everything.filter(state="stub").first()
    page = get(stub.get_absolute_url())
    assert "库中没有这份文件的全文" in page
    assert "被引用" in page


def test_the_paper_form_carries_the_address_as_a_code(ten, get):
    page = get(ten[2].get_absolute_url())
    assert '<div class="paper code-of"><svg' in page
    assert f"http://testserver{ten[2].get_absolute_url()}" in page


def test_units_and_headings_break_between_words_only(ten, get):
    page = get(ten[3].get_absolute_url())
    assert "<wbr>" in page[page.index("<h1") : page.index("</h1>")]
    assert plain(page[page.index('<h1 class="title">') + 18 : page.index("</h1>")]) == ten[3].title.replace(" ", "")
