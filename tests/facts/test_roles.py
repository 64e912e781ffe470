"""What an amount is for; every cue of the table finds its own printed example."""
# ruff: noqa: E501 - an example stays on one line

import re

import pytest

from policies.ingest.facts import extract_facts
from policies.ingest.facts.amounts import scan_amounts
from policies.ingest.facts.role_cues import CUES
from policies.ingest.facts.roles import SIDES, goal_reach, sides_of, surroundings


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: f"{cue.role}-{cue.side}-{cue.example}")
def test_each_cue_finds_its_example(cue):
    sides, goals = [], goal_reach(cue.example)
    for amount in scan_amounts(cue.example):
        around = surroundings(cue.example, amount.start, amount.end)
        sides.append(dict(zip(SIDES, sides_of(around, goal=amount.start in goals), strict=True))[cue.side])
    assert any(re.search(cue.words, side) for side in sides), sides


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对外商投资企业外方当年实际到资不少于500万美元的，按年实际利用外资金额的1.5%给予最高1000万元奖励", ["threshold", "rate", "benefit"]),
        ("到2025年，民营经济增加值突破1.2万亿元", ["target"]),
        ("设立总规模2亿元的知识产权运营基金", ["other"]),
        ("对工程投资额在100万元以下（含100万元，原要求30万）的工程", ["threshold", "threshold", "other"]),
        ("政府性融资担保机构净资产低于注册资本的90%时，本级政府应完成资本金补充", ["threshold"]),
        ("为符合条件的人才提供最高50万元创业担保贷款", ["other"]),
        ("处五万元以上五十万元以下罚款", ["other", "other"]),
        ("所需经费由市、县两级财政按3:7比例承担", ["rate"]),
        ("目录外医疗费用按90%报支", ["rate"]),
        ("占企业年度销售收入30%以上的，给予补助", ["threshold"]),
        ("力争小微企业信用类贷款增长20%以上", ["target"]),
        ("补贴标准由每人每月200元提高到300元", ["other", "benefit"]),
        ("单家企业最高不超过5000元", ["benefit"]),
        ("将失业保险金标准由一类1020元、二类960元、三类900元，分别提高到1200元、1100元、1000元", ["other"] * 3 + ["benefit"] * 3),
        ("将失业保险金标准由1020元、960元依次调整为1200元、1100元", ["other", "other", "benefit", "benefit"]),
        ("将工伤津贴由现行的一档980.5元，二档870元，三档760元统一调整为1100元", ["other"] * 3 + ["benefit"]),
        ("门诊报销比例由50%、60%依次调整为60%、70%", ["other", "other", "rate", "rate"]),
        ("由市财政给予20万元补助，第二年起统一提高到30万元", ["benefit", "benefit"]),
        ("从2023年起，对投资500万元以上的项目，资助标准统一提高到15%", ["threshold", "rate"]),
        ("首次入库的，贴息比例上调为3%，奖补额度增加到80万元", ["rate", "benefit"]),
        ("年交易额达到80万美元的，支持比例提高至 40%", ["threshold", "rate"]),
        ("小区物业收费标准由每平方米2元降至1.5元", ["other", "other"]),
        ("天然气价格下调到3元/立方米", ["other"]),
        ("企业电价补贴标准提高到0.2元/千瓦时", ["benefit"]),
        ("城镇调查失业率5.5%左右；居民消费价格涨幅2%左右；国际收支基本平衡", ["target", "target"]),
        ("对营收增幅20%左右的企业给予10万元奖励", ["threshold", "benefit"]),
        ("注册资本不低于1000万元，资产总额不超过5000万元", ["threshold", "threshold"]),
        ("对获得国家级工业设计研究院的企业，一次性给予300万元和100万元的奖励", ["benefit", "benefit"]),
        ("年度支出占同类支出比重逐年提高，2025年不低于30%，2027年达到60%以上。", ["target", "target"]),
        ("从业人员培训覆盖率达到100%，持证上岗率达到95%以上。", ["target", "target"]),
        ("产品合格率达到95%以上的企业，给予奖励。", ["threshold"]),
        ("研发投入占营业收入比例达到5%以上；", ["threshold"]),
        ("到2026年，总产值突破3000亿元，年均增长9%左右；制造业投资占固定资产投资比重达35%以上；研发经费投入强度达到2.4%。", ["target"] * 4),
        ("2024年、2025年，规模以上工业增加值分别增长7.5%、8%。", ["target", "target"]),
        ("近三年营业收入年均增长15%以上的企业，给予10万元奖励。", ["threshold", "benefit"]),
        ("全年涉企现场检查频次下降30%。", ["target"]),
        ("2024年8月底前清偿70%。", ["target"]),
        ("综合融资成本较上年下降0.2个百分点。", ["target"]),
        ("投保出口信用保险的，按实缴保费的40%给予扶持，首次投保的提高到60%。", ["rate", "rate"]),
        ("保险保费由各级财政补贴80%，养殖户自缴20%。", ["rate", "rate"]),
        ("按每架次10元、每条航线年度最高20万元给予补贴。", ["benefit", "benefit"]),
        ("省级融资担保风险分担比例提高至40%，担保费率不超过1%。", ["rate", "other"]),
        ("将考核结果纳入考核，考核权重不低于5%。", ["other"]),
        ("新增小微企业贷款不少于200亿元。", ["target"]),
        ("到2020年，生产总值达到800亿元；地方财政收入达到50亿元。城镇化率达到90%，城镇污水处理率达到100%。", ["target"] * 4),
        ("到2025年，培育龙头企业20家。对产值达到1亿元的企业，给予10万元奖励。年销售收入达到5000万元以上的，给予5万元奖励。", ["threshold", "benefit"] * 2),
        ("2011年到2015年，实现总产值161亿元（2010年87亿元，年均增长13%）。", ["target", "other", "target"]),
        ("超过5人的，每增加1人再给予2000元，总额不超3万元。", ["benefit", "benefit"]),
        ("本世纪末，乡镇企业总产值达到404亿元，年递增10%；农业总产值173.3亿元，年递增6%。", ["target"] * 4),
        ("网络零售额超过500万元的部分，按每200万元奖励1万元。", ["threshold", "threshold", "benefit"]),
        ("注册资本超过1亿元的部分，每增加1亿元增加30万元补助。", ["threshold", "threshold", "benefit"]),
        ("每人补助500元，每亩补贴200元。", ["benefit", "benefit"]),
        ("在线销售达5000万元且同比增长30%的，给予10万元奖励。", ["threshold", "threshold", "benefit"]),
        ("按顶尖100万元，领军50万元，高端40万元，高级10万元发放补贴。", ["benefit"] * 4),
        ("按二维动画片1500元/分钟、三维动画片2000元/分钟，给予一次性奖励。", ["benefit"] * 2),
        ("低保标准由每人每月380元提高到420元；两县政府所在镇由330元提高到365元。", ["other", "benefit"] * 2),
        ("2022年奖励资金暂定为100万元。", ["other"]),
        ("占设备投入30%及以上的项目给予100%补助，低于30%给予80%的补助。", ["threshold", "rate", "threshold", "rate"]),
        ("人员达到在职职工总数30%（100人以上为15%）以上的，给予补助。", ["threshold", "threshold"]),
        ("风险准备金累计达到担保责任余额的10%后，实行差额提取。", ["threshold"]),
        ("按照上年度最低工资标准为22920元计算，每人每年2292元。", ["other", "benefit"]),
        ("小额担保贷款的余额要达到当年贷款余额的20%。", ["target"]),
        ("污水集中处理比例达95%。", ["target"]),
        ("参保率巩固在95%以上。", ["target"]),
        ("民营经济占全市生产总值的比重达60%。", ["target"]),
        ("示范村创建比例达到30%左右，主要道路保洁达到90%。", ["target", "target"]),
        ("固定资产投资完成100亿元，增幅达12%。", ["target", "target"]),
        ("工业增速高于全省平均水平2个百分点。", ["target"]),
        ("农村公路列养率高于考核标准1.5个百分点。", ["target"]),
        ("全年策划项目40个、总投资不低于60亿元。", ["target"]),
        ("完成大桥主体90%工程量；引桥70%的工程量。", ["target", "target"]),
        ("50%的行政村建成文化广场。", ["target"]),
        ("基金投资于本地企业的比例不低于70%。", ["other"]),
        ("申报单位技术人员占比不低于30%，本科学历人员占比达到20%。", ["threshold", "threshold"]),
        ("董事会成员中职工代表比例不低于30%。", ["threshold"]),
        ("从业人员中持证人员比例应达到80%以上，方可申请认定。", ["threshold"]),
        ("林荫停车场遮荫面积不低于总面积的30%。", ["threshold"]),
        ("对工业产值同比增长8%及以上的企业，给予10万元奖励。", ["threshold", "benefit"]),
        ("对一季度产值同比增长10%以上且净增500万元以上的企业，给予5万元奖励。", ["threshold", "threshold", "benefit"]),
        ("2024年一季度营业收入同比增长15%以上的，奖励5万元。", ["threshold", "benefit"]),
        ("2023年社会消费品零售总额增长8%以上。", ["target"]),
        ("设备投资100万元至500万元的补助10万元，500万元至1000万元的补助30万元，1000万元以上的补助50万元。", ["threshold", "benefit", "threshold", "benefit", "threshold", "benefit"]),
        ("年出口额达100万美元的奖励2万元，200万美元的奖励5万元，500万美元以上的奖励10万元。", ["threshold", "benefit", "threshold", "benefit", "threshold", "benefit"]),
        ("租金10万元以下的部分减免50%，10万元至30万元的部分减免30%。", ["threshold", "rate", "threshold", "rate"]),
        ("分别按照总额不超过30万元、60万元的额度，分两年给予奖励。", ["benefit", "benefit"]),
        ("对新入库企业，按设备贷款金额的2%给予贴息，最高不超过8万元。", ["rate", "benefit"]),
        ("增值税征收率由3%降为1%。", ["other", "rate"]),
        ("工伤保险费率由0.5%降至0.3%，担保费率降至1%以下。", ["other", "rate", "other"]),
        ("增值税加计抵减比例由10%提高至15%。", ["other", "rate"]),
        ("2022年，对小规模纳税人按50%税额幅度减征资源税。", ["rate"]),
        ("对中小微企业减征房产税50%，期限至2020年12月底。", ["rate"]),
        ("年利率不高于4%，市财政贴息1.5个百分点。", ["other", "rate"]),
        ("生活补贴分两次发放，每次发放50%。", ["rate"]),
        ("其中70%在立项后拨付，30%在验收合格后拨付。", ["rate", "rate"]),
        ("2月底前专项资金拨付比例不低于50%。", ["target"]),
        ("入驻率低于40%的，收回奖励资金的50%。", ["threshold", "other"]),
        ("对到账外资按不低于2%的比例予以奖励。", ["rate"]),
        ("护理标准由目前的一级每人每月600元、二级每人每月400元提高到700元、500元。", ["other", "other", "benefit", "benefit"]),
        ("到2022年，垃圾处理率要从2019年的60%提高到75%。", ["other", "target"]),
        ("机动车停放收费标准为：小型车首小时4元，大型车首小时8元，以后每小时加收1元，全天最高不超过30元。", ["other", "other", "other", "other"]),
        ("景区门票价格为每人80元，老年人半价40元。", ["other", "other"]),
        ("给予景区门票减免补贴，每人次补贴20元。", ["benefit"]),
        ("提供最高不超过20万元，期限不超过3年的创业担保贷款。", ["other"]),
        ("返乡妇女可申请小额担保贷款，最高额度提高到15万元。", ["other"]),
        ("市财政每年安排2亿元打造产业集群，发放总额不超过3000万元的消费券。", ["other", "other"]),
        ("城乡居民医保人均筹资标准增至700元。", ["other"]),
        ("生态环境部门处置率达到90%以上。", ["target"]),
        ("县级财政安排3000万元支持小微企业技术改造。", ["other"]),
        ("新增制造业贷款80亿元，其中中长期贷款占比不低于15%。", ["target", "target"]),
        ("适龄儿童入园率95%，公办园占比50%以上。", ["target", "target"]),
        ("外资占比不低于25%，且年到位外资500万美元以上的企业。", ["threshold", "threshold"]),
        ("采购预留份额由30%以上提高到40%以上。", ["other", "target"]),
        ("出口退税率提高到13%。", ["rate"]),
        ("通过验收后拨付剩余补助的40%。", ["rate"]),
        ("发放家电消费券5000万元，给予每人100元。", ["other", "benefit"]),
        ("单笔消费满1000元立减200元。", ["threshold", "other"]),
        ("个人所得税免税额由每月3500元提高到5000元。", ["other", "other"]),
        ("企业面积不少于70公顷，森林覆盖率70%以上。", ["threshold", "threshold"]),
        ("公共绿地面积占总面积的比例不低于30%。", ["threshold"]),
        ("发放补助：一类为9万、6万，二类为5万（属于县属单位引进并按规定程序报县人力资源和社会保障部门备案后由原单位继续聘用并签订五年以上合同的，县财政负担3万）。", ["benefit"] * 4),
    ],
)  # fmt: skip
def test_roles_of_whole_sentences(text, expected):
    assert [amount.role for amount in extract_facts("", text).amounts] == expected


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("工作目标", "帮助企业减负约120亿元。", ["target"]),
        ("主要目标", "全市新增减负8亿元左右。对完成的县区给予50万元奖励。", ["target", "benefit"]),
        ("减负措施", "帮助企业减负约120亿元。", ["other"]),
        ("补助标准", "房屋加固不高于2万元；产值达到500万元的，另补1万元。", ["benefit", "threshold", "benefit"]),
        ("加固要求", "房屋加固不高于2万元。", ["other"]),
    ],
)
def test_a_heading_of_goals_or_of_what_is_paid_speaks_for_its_text(heading, text, expected):
    assert [amount.role for amount in extract_facts(heading, text).amounts] == expected
