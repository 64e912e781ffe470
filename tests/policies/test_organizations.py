"""Which unit a printed name means: that of the document's own place, never another city's."""

import pytest

from policies.models import IndexTask, Organization, OrganizationName, Provision, Responsibility
from policies.organizations import Organizations, full_name, kind_of, place_of
from policies.publishing import merge_organizations
from tests.policies.texts import imported, policy

CANONICAL = [
    ("市科技局", "泉州市科学技术局"),
    ("市工信局", "泉州市工业和信息化局"),
    ("市资源规划局", "泉州市自然资源和规划局"),
    ("市金融监管局", "泉州市地方金融监督管理局"),
    ("市人社局", "泉州市人力资源和社会保障局"),
    ("市委人才办", "中共泉州市委人才工作领导小组办公室"),
    ("市市场监管局", "泉州市市场监督管理局"),
    ("市税务局", "国家税务总局泉州市税务局"),
    ("泉州海关", "中华人民共和国泉州海关"),
    ("泉州开发区管委会", "泉州经济技术开发区管理委员会"),
    ("人民银行泉州市中心支行", "中国人民银行泉州市中心支行"),
    ("各县（市、区）人民政府", "泉州市各县（市、区）人民政府"),
    ("泉州市科技局", "泉州市科学技术局"),
    ("财政局", "泉州市财政局"),
]


@pytest.mark.parametrize(("printed", "canonical"), CANONICAL)
def test_short_names_of_the_ten_documents(seed, printed, canonical):
    assert Organizations().resolve(printed, "泉州市").name == canonical


def test_every_unit_of_the_ten_documents_is_known_by_its_full_name(seed):
    shipped = set(Organization.objects.filter(place="泉州市").values_list("pk", flat=True))
    named = set(Responsibility.objects.values_list("organization_id", flat=True))
    assert named <= shipped
    assert Organization.objects.count() == len(shipped) == 50


@pytest.mark.parametrize(
    ("printed", "place", "full"),
    [
        ("市科技局", "惠州市", "惠州市科技局"),
        ("区科技局", "深圳市罗湖区", "深圳市罗湖区科技局"),
        ("市发展改革委", "深圳市罗湖区", "深圳市发展改革委"),
        ("省科技厅", "惠州市", "广东省科技厅"),
        ("省科技厅", "广东省", "广东省科技厅"),
        ("市委宣传部", "惠州市", "中共惠州市委宣传部"),
        ("市场监管局", "惠州市", "惠州市市场监管局"),
        ("市政管理局", "惠州市", "惠州市市政管理局"),
        ("相关部门", "惠州市", "惠州市相关部门"),
        ("国家发展改革委", "惠州市", "国家发展改革委"),
        ("财政部", "", "财政部"),
        ("市科技局", "", "市科技局"),
        ("区科技局", "惠州市", "区科技局（惠州市）"),
    ],
)
def test_full_names(printed, place, full):
    assert full_name(printed, place)[0] == full


def test_another_citys_short_name_is_another_unit(seed, tmp_path):
    text = policy(title="惠州市支持企业参加展会的若干措施", units="市科技局、财政局")
    document = imported(tmp_path, text, "惠州.txt")
    assert document.place == "惠州市"
    units = Responsibility.objects.filter(provision__document=document).values_list("organization__name", flat=True)
    assert set(units) == {"惠州市科技局", "惠州市财政局"}
    huizhou = Organization.objects.get(name="惠州市科技局")
    assert (huizhou.place, huizhou.level, huizhou.kind) == ("惠州市", "city", "department")
    assert Organizations().resolve("市科技局", "泉州市").name == "泉州市科学技术局"
    assert Organizations().resolve("市科技局", "惠州市") == huizhou


def test_a_document_without_any_place_claims_no_citys_unit(seed, tmp_path):
    document = imported(tmp_path, policy(title="关于支持企业参加展会的若干措施", units="市科技局"), "无地名.txt")
    assert document.place == ""
    unit = Responsibility.objects.filter(provision__document=document).first().organization
    assert unit.name == "市科技局" and unit.place == ""


@pytest.mark.parametrize(
    ("title", "bodies", "place"),
    [
        ("泉州市进一步优化营商环境的若干措施", [], "泉州市"),
        ("关于促进就业的通知", ["杭州市上城区发展和改革局"], "杭州市上城区"),
        ("关于促进就业的若干意见", ["国务院"], ""),
        ("城市房地产管理法", [], ""),
        ("期货市场监督管理条例", [], ""),
        ("风景名胜区条例", [], ""),
        ("延边朝鲜族自治州自治条例", [], "延边朝鲜族自治州"),
    ],
)
def test_place_of_a_document(title, bodies, place):
    assert place_of(title, bodies) == place


def test_kinds():
    assert kind_of("中共泉州市委宣传部", "市委宣传部") == "party"
    assert kind_of("泉州市人民政府", "市政府") == "government"
    assert kind_of("泉州市各银行业机构", "各银行业机构") == "group"
    assert kind_of("泉州市中级人民法院", "") == "court"
    assert kind_of("泉州市燃气有限公司", "") == "company"


def test_merging_moves_duties_names_and_bodies_and_queues_the_rows(seed):
    kept, merged = Organization.objects.get(name="泉州市科学技术局"), Organization.objects.get(name="泉州市教育局")
    both = Responsibility.objects.filter(organization=merged, provision__responsibilities__organization=kept).count()
    duties = kept.responsibilities.count(), merged.responsibilities.count()
    assert both
    IndexTask.objects.all().delete()
    assert merge_organizations(kept, [merged]) == 1
    merged.refresh_from_db()
    assert merged.merged_into == kept and not merged.responsibilities.exists()
    assert kept.responsibilities.count() == sum(duties) - both
    assert {"泉州市教育局", "市教育局"} <= set(
        OrganizationName.objects.filter(organization=kept).values_list("name", flat=True)
    )
    assert Organizations().resolve("市教育局", "泉州市") == kept
    shown = Provision.objects.filter(responsibilities__organization=kept).values_list("pk", flat=True)
    assert set(shown) <= set(IndexTask.objects.values_list("provision_id", flat=True))


def test_one_name_means_one_unit_within_a_place(seed):
    from django.core.exceptions import ValidationError

    other = Organization.objects.get(name="泉州市教育局")
    with pytest.raises(ValidationError, match="同一地区已是“泉州市科学技术局”的名称"):
        OrganizationName(organization=other, name="市科技局").full_clean()
    elsewhere = Organization.objects.create(name="惠州市科学技术局", slug="huizhou", place="惠州市")
    OrganizationName(organization=elsewhere, name="市科技局").full_clean()


@pytest.mark.parametrize(
    "printed",
    [
        "宁波市十四届人大常委会",
        "宁波市第十五届人民代表大会常务委员会",
        "宁波市人大常委会",
        "宁波市人民代表大会 常务委员会",
    ],
)
def test_every_session_of_a_congress_is_the_same_body(db, printed):
    organizations = Organizations()
    body = organizations.resolve("宁波市人民代表大会常务委员会")
    assert organizations.resolve(printed) == body
    assert (body.place, body.level, body.kind) == ("宁波市", "city", "legislature")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("国务院水行政主管部门", "department"), ("政务院", "government"), ("全国人民代表大会常务委员会", "legislature")],
)
def test_kinds_of_old_and_unnamed_bodies(name, kind):
    assert kind_of(name, "") == kind


def test_a_kind_of_county_is_no_place():
    assert full_name("自治县人民代表大会常务委员会", "") == ("自治县人民代表大会常务委员会", "", "")
