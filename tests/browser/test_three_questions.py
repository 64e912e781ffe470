"""Three questions answered by someone who has only the front page, each within four steps."""

import pytest

pytestmark = pytest.mark.browser


class Reader:
    """Counts what a reader does: follows a link, chooses, types and sends."""

    def __init__(self, page):
        self.page, self.steps = page, 0

    def step(self, action) -> None:
        self.steps += 1
        action(self.page)
        self.page.wait_for_load_state()

    def sees(self, *words: str, within: str = "main") -> None:
        text = self.page.locator(within).first.inner_text()
        missing = [word for word in words if word not in text]
        assert missing == [], text[:800]
        assert self.steps <= 4


@pytest.fixture
def reader(open_page):
    return Reader(open_page("/", 360))


def test_what_a_newly_recognised_high_tech_company_gets_from_whom_and_whether_it_still_holds(reader):
    reader.step(lambda page: page.locator(".try a", has_text="我能享受什么").click())
    reader.step(lambda page: page.get_by_label("高新技术企业").check())
    reader.step(lambda page: page.get_by_role("button", name="对一遍").click())
    reader.sees("20万元", "国家高新技术企业", "市科技局", "已到期", within='section[aria-labelledby="v-fits"]')


def test_which_tasks_of_a_unit_were_due_by_june_2021(reader):
    reader.step(lambda page: page.locator(".site-head nav a", has_text="时间表").click())
    reader.step(lambda page: page.locator("summary", has_text="筛选").click())

    def filter_by(page):
        page.get_by_label("类别").select_option(label="任务")
        page.get_by_label("责任单位").select_option(label="市发改委")
        page.get_by_label("不晚于").fill("2021-06")
        page.get_by_role("button", name="筛选").click()

    reader.step(filter_by)
    reader.sees("推行“异地代收”“省内通办”", "拿地即开工", "2021年3月底", "2021年6月底", within="table.dates")
    assert "2021年底" not in reader.page.locator("table.dates").inner_text()


def test_what_two_documents_say_on_high_tech_companies_by_2025(reader):
    reader.step(lambda page: page.locator(".site-head nav a", has_text="对照").click())

    def choose(page):
        page.locator('select[name="left"]').select_option(index=1)
        page.locator('select[name="right"]').select_option(index=2)

    reader.step(choose)
    reader.step(lambda page: page.get_by_label("只就这几个词").fill("高新技术企业 2025"))
    reader.step(lambda page: page.locator(".filters button").click())
    reader.sees("3500家", within='[aria-label="左边"]')
    reader.sees("2300家", within='[aria-label="右边"]')
