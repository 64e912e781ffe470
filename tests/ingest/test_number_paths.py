"""Printed paths become addresses."""

import pytest

from policies.ingest import to_digits_path


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("二/（三）/1", "2.3.1"),
        ("第十二条之一", "12-1"),
        ("第二章/第四节/第五十四条", "章2.节4.54"),
        ("第三编/第一分编/第二章", "编3.分编1.章2"),
        ("第七十八条/第二款/（一）", "78.款2.1"),
        ("附则/（一）", "附则.1"),
        ("二/（一）/第2条", "2.1.2"),
        ("附件一/①", "附件1.1"),
        ("二~2/（十一）", "2~2.11"),
        ("p12", "p12"),
        ("5.10.2", "5-10-2"),
        ("closing~2", "closing~2"),
        ("如何通过司法途径要求公司支付加班费？", "如何通过司法途径要求公司支付加班费？"),
        ("一、总则／附：表", "一-总则-附-表"),
    ],
)
def test_addresses(printed, address):
    assert to_digits_path(printed) == address
