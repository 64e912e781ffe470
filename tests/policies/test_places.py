"""One table of places: short names for reading units, full names for what 市 means in a document."""

import pytest

from policies.ingest.places import PLACES, PROVINCE_OF, PROVINCES
from policies.places import leading_place, place_levels


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("泉州市", "泉州"), ("广西壮族自治区", "广西"), ("新疆维吾尔自治区", "新疆"), ("香港特别行政区", "香港"),
        ("阿里地区", "阿里"), ("兴安盟", "兴安"), ("黔西南布依族苗族自治州", "黔西南"), ("昌吉回族自治州", "昌吉"),
        ("海西蒙古族藏族自治州", "海西"), ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
    ],
)  # fmt: skip
def test_short_names_come_from_the_full_ones(full, short):
    assert full in PROVINCES or full in PROVINCE_OF
    assert short in PLACES and full not in PLACES


def test_every_place_has_a_short_name_and_longer_names_are_tried_first():
    assert len(PLACES) == len(set(PLACES)) and list(map(len, PLACES)) == sorted(map(len, PLACES), reverse=True)
    assert all(any(full.startswith(short) for short in PLACES) for full in (*PROVINCES, *PROVINCE_OF))


def test_a_level_means_the_documents_own_place():
    assert leading_place("福建省泉州市科学技术局") == "泉州市"
    assert place_levels("泉州市") == {"省": "福建省", "自治区": "福建省", "市": "泉州市"}
