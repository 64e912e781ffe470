"""Forms that real sites use: plans with boxes, numbers like 2.1.3, copied tables, rows of data, public notices."""

from policies.ingest import parse_bytes
from tests.ingest.documents import find, paths, read
from tests.ingest.pdf_files import pdf_of

LONG = "为加快推进新型工业化，建设现代化产业体系，结合本市实际，制定本行动计划。"


def test_the_numbers_of_a_box_are_text():
    document = read(
        f"某市推进新型工业化行动计划\n{LONG}\n一、重点行动\n1.做强主导产业。推动提质增效。\n专栏1　提升工程\n"
        "1.石化产业。产值达到2000亿元。\n2.装备产业。产值达到800亿元。\n2.培育新兴产业。每年新增100家。\n"
        "专栏2　培育目标\n领军企业达到10家；\n3.建设园区。给予补助。\n二、保障措施\n成立领导小组。"
    )
    assert paths(document) == ["一", "一/1", "一/2", "一/3", "二"]
    assert "2.装备产业。产值达到800亿元。" in find(document, "一/1").text
    assert find(document, "一/2").heading == "培育新兴产业"
    assert document.warnings == []


def test_decimal_numbers_stand_below_one_another():
    document = read(
        "某市突发环境事件应急预案\n1 总则\n1.1 编制目的\n健全工作机制，高效应对突发事件。\n1.2编制依据\n"
        "依据有关法律法规，制定本预案。\n2 组织指挥体系\n2.1 市级机构\n2.1.1 指挥部组成\n"
        "分管副市长任总指挥。\n2.1.2 指挥部职责\n负责统一领导工作。\n2.2 现场机构\n"
        "2.5万元以下的损失由现场机构\n处理。"
    )
    assert paths(document) == [
        "1", "1/1.1", "1/1.2", "2", "2/2.1", "2/2.1/2.1.1", "2/2.1/2.1.2", "2/2.2",
    ]  # fmt: skip
    assert find(document, "2/2.1").heading == "市级机构"
    assert find(document, "1/1.2").heading == "编制依据"


def test_decimals_below_numbers_with_a_dot():
    document = read(
        f"某市技术改造项目申报指南\n{LONG}\n1.申报条件\n1.1 在本市注册登记。\n1.2 依法纳税。\n2.支持标准\n"
        "2.1 按投资额的10%补助。\n2.2 最高100万元。"
    )
    assert paths(document) == ["1", "1/1.1", "1/1.2", "2", "2/2.1", "2/2.2"]


def test_lines_with_tabs_are_the_rows_of_a_table():
    document = read(
        f"某市若干措施\n{LONG}\n一、支持标准\n按下表执行。\n档次\t金额\n一档\t50万元\n二、其他\n按规定执行。"
    )
    assert [(t.after_path, t.rows) for t in document.tables] == [("一", [["档次", "金额"], ["一档", "50万元"]])]
    assert find(document, "一").text == "按下表执行。"


def test_the_number_in_a_row_of_data():
    rows = "发布机构：某市人民政府\n文    号：某政〔2024〕17号\n"
    document = read(f"{rows}某市推进新型工业化行动计划\n{LONG}\n一、目标\n到2026年达到85%。")
    assert document.document_number == "某政〔2024〕17号"


def test_a_table_of_a_public_notice_stands_after_its_paragraph():
    page = (
        "<html><body><h2 align=center>关于拟安排奖励资金情况的公示</h2><p>经企业申报、专家评审，现将情况予以公示。</p>"
        "<table><tr><th>企业</th><th>金额</th></tr><tr><td>甲公司</td><td>50</td></tr></table>"
        "<p>如有异议，请以书面形式向县工业和信息化局反映。</p></body></html>"
    )
    document = parse_bytes(page.encode(), "公示.html")[0]
    assert (document.title, document.kind) == ("关于拟安排奖励资金情况的公示", "公示")
    assert [table.after_path for table in document.tables] == ["p1"]


def test_an_explanation_of_a_policy_is_of_its_own_kind():
    document = read(
        "《某市人才安居办法》政策解读\n现就有关内容解读如下：\n一、背景是什么？\n为吸引人才来本市创新创业，解决住房困难。"
    )
    assert document.kind == "解读"


def test_the_imprint_under_the_last_annex_is_no_text_of_it():
    document = read(
        f"某市人民政府关于支持企业的意见\n{LONG}\n一、支持创新\n给予奖励。\n某市人民政府\n2024年4月3日\n附件1\n任务清单\n"
        "开展诊断服务，推广成熟方案。\n抄送：市委办公室。\n某市人民政府办公室　2024年4月8日印发"
    )
    assert find(document, "附件1").text == "开展诊断服务，推广成熟方案。"
    assert (document.dates.signed, document.dates.printed) == ("2024-04-03", "2024-04-08")


def test_a_pdf_of_mostly_short_lines_is_joined_too():
    lines = [
        "某市支持生物医药产业发展若干措施",
        "为加快生物医药产业集聚发展，提升产业链供应链韧性和安全水平",
        "，结合本市实际，制定以下措施。",
        "一、支持研发",
        "（一）鼓励创新。给予补助。",
        "（二）鼓励器械。对首次取得第三类医疗器械注册证的，给予最高资",
        "助三百万元。",
        "（三）鼓励转化。对取得民航部门颁发的型号合格证书的企业，载人",
        "eVTOL-A350-1000每架给予奖励。",
        "二、其他",
        "给予奖励。",
        "三、附则",
        "自印发之日起施行。",
    ]
    document = parse_bytes(pdf_of(lines), "措施.pdf")[0]
    assert find(document, "一/（二）").text == "对首次取得第三类医疗器械注册证的，给予最高资助三百万元。"
    assert find(document, "一/（三）").paragraphs == 1
    assert document.preamble.paragraphs == 1


def test_the_term_of_the_document_under_an_article_closes_it():
    document = read(
        "沧江省科技创新券管理办法\n第一条 为规范创新券管理，支持企业创新，制定本办法。\n第二条 各市（州）可参照执行。\n"
        "本办法自2023年6月1日起施行，有效期三年。"
    )
    assert find(document, "第二条").text == "各市（州）可参照执行。"
    assert [paragraph.text for paragraph in document.closing] == ["本办法自2023年6月1日起施行，有效期三年。"]


def test_a_second_paragraph_of_the_article_on_the_term_stays_with_it():
    document = read(
        "沧江省科技创新券管理办法\n第一条 为规范创新券管理，支持企业创新，制定本办法。\n"
        "第二条 本办法自2023年6月1日起施行。\n本办法自施行之日起，原办法同时废止。"
    )
    assert find(document, "第二条").paragraphs == 2


def test_a_list_of_annexes_on_lines_of_its_own_above_the_signature():
    annexes = "附件：\n1.补助申请表\n2.作业面积汇总表"
    document = read(
        f"某县实施方案\n\n{LONG}\n\n一、检查验收\n\n组织验收。\n\n{annexes}\n\n某县农业农村局\n2024年7月30日"
    )
    assert paths(document) == ["一"]
    assert [paragraph.text for paragraph in document.closing] == [annexes]


def test_the_signer_of_a_red_head_is_no_part_of_the_title():
    document = read(
        f"鹤江市数据局文件\n鹤数〔2024〕9号\n签发人：赵六\n鹤江市数据局关于数据工作的意见\n{LONG}\n"
        "一、完善产权登记（牵头科室：法规科，配合科室：资源科）\n建立制度。"
    )
    assert (document.title, document.document_number) == ("鹤江市数据局关于数据工作的意见", "鹤数〔2024〕9号")
    assert find(document, "一").heading == "完善产权登记"
    assert (find(document, "一").lead_units, find(document, "一").support_units) == (["法规科"], ["资源科"])


def test_markdown_with_a_plain_number_line_and_bullets():
    text = (
        f"# 鹤江市关于养老服务的意见\n\n鹤政发〔2022〕3号\n\n{LONG}\n\n**一、队伍建设**\n\n- 开展培训。\n- 落实补贴。\n"
    )
    document = parse_bytes(text.encode(), "意见.md")[0]
    assert document.document_number == "鹤政发〔2022〕3号"
    assert find(document, "一").text == "开展培训。\n落实补贴。"
