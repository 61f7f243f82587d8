"""Word lists for rules about cues in options, a language each. Data only; add a word, with its reason if it is not plain."""

from __future__ import annotations

ABSOLUTE = {
    # 'every Friday' and 'every two weeks' are times, not absolutes; 一定的 is 'a certain', 所有权 'ownership', 不一定 'not necessarily'
    "zh": r"总是|总会|从不|从来|绝对|绝不|决不|必须|必定|必然|所有(?![权制者人])|任何|(?<![不未])一定(?![的程])|永远|一律|凡是|凡|唯一|每次都|每(?:个|位|家|一)[^，。]{0,6}都|只能|只有|只要|毫无|百分之百|百分百|无一例外|一概|统统|永不|绝无|概不|100[%％]|万无一失|无论如何|不管怎样",
    "en": r"always|never|only(?! if| when| after| once| until)|must|absolutely|without exception|under no circumstances|no matter (?:what|who|when|how)|in (?:any|no|every|all) cases?|at all costs|at any (?:cost|price)|under (?:any|all) circumstances|whatever happens|invariably|each and every|completely|entirely|100\s?%|guaranteed?|any (?:customer|order|price|discount|time|demand|request|circumstances)s?|all (?:the |of (?:the|our|your|their) |our |your )?(?:customers?|buyers?|orders?|cases?|times?|questions?|requests?|demands?|complaints?|problems?|suppliers?|calls?)|every (?!(?:other |single )?(?:day|week|month|quarter|year|morning|evening|night|hour|minute|working|monday|tuesday|wednesday|thursday|friday|saturday|sunday|two|three|four|five|six|ten|few|\d|second|third)\b)\w+",
}

VAGUE = {
    # 一般纳税人 and 'the pump runs normally' are no frequencies; 'how often' asks for one
    "zh": r"通常|往往|(?<!没)有时(?!间|效|限|差|段|长|刻|机|日)|时而|经常(?!性|项)|常常|时常|偶尔|(?<!时)不时(?!之|间|效|限)|很少(?![，。？！、了的]|$)|极少(?![，。？！、量了的]|$)|老是|动不动|三天两头|大都(?!会|市)|频频|(?<![日通经异反正照平往非家时常失])常(?=会|有|把|被|说|问|要|来|忘|拖|改|迟)|大多数?(?:时候|情况)|多数(?:时候|情况)|一般(?:来说|来讲|说来|而言|情况下|会(?![计议员])|都|要(?!求)|应(?!用)|先|由|是|在|不(?!符合|合格)|提前|多久|多长|多少|几|怎么|怎样|如何|用(?![途于户电料水品])|到|给(?!水|排)|问(?!题)|找|从(?!业|众)|把|等(?!级)|可以|能(?![力耗源效])|只|隔|每|得|需(?!求)|按(?!键)|让|有(?![机色限])|没)|时不时|隔三差五",
    "en": r"usually|(?<!how )(?<!more )(?<!as )(?<!too )often|sometimes|frequently|occasionally|rarely|seldom|generally|typically|commonly|(?<!runs )(?<!run )(?<!running )(?<!works )(?<!work )(?<!working )(?<!operating )(?<!operate )normally|ordinarily|mostly|for the most part|in most cases|most of the time|from time to time|(?:every )?now and (?:then|again)|as a rule|once in a while|on occasion|at times|regularly|every so often|now and again|hardly ever|infrequently|periodically|customarily|habitually|time and again|in general",
}

HEDGED = {
    # doubt, about-so-much and conditions, for the guesser (vague frequency is added); 若干 and 如果说 are no conditions, 约定 and 约见 no doubt,
    # 'about' and 'around' only before a number, May and Might as names not at all
    "zh": r"可能|也许|或许|大概|大约|大致|大体|约(?=[\d一二三四五六七八九十百半])|左右(?![手边])|估计|恐怕|未必|不一定|不见得|似乎|好像|差不多|多半|尽量|尽可能|酌情|视[^，。]{0,6}而定|[看视]情况|原则上|初步|暂(?:不|时|定|缓|且|按)|适当|必要时|如果(?!说)|要是|假如|倘若|若(?!干)|除非|的话(?![题费])|争取",
    "en": r"(?-i:may|might)|could|perhaps|maybe|probably|possibly|likely|unlikely|roughly|approximately|(?:about|around) (?=\d|a |an |half|one|two|three|four|five|six|ten|twenty)|almost|nearly|seems?|appears? to|tends? to|(?:if|where|when|wherever|whenever|as (?:far|soon|much) as) possible|if|unless|provided|depend(?:s|ing) on|in principle|for now|for the time being|provisional(?:ly)?|tentative(?:ly)?|if need be|as needed",
}

COMMON_ZH = frozenset(
    "客户 经理 采购 仓库 销售 设备 科长 工程 程师 公司 同事 电话 微信 答复 回复 回话 回电 确认 时间 日期 消息 问题 情况 办法 东西 产品 订单 合同 "
    "报价 价格 付款 发货 到货 交货 交期 主管 财务 生产 排产 车间 供应 应商 对方 部门 负责 处理 安排 通知 告诉 联系 要求 需要 应该 可以 怎样 怎么 什么 "
    "下列 以下 哪一 一项 一句 正确 做法 说法 选项 今天 明天 昨天 上午 下午 中午 晚上 周一 周二 周三 周四 周五 星期 小时 分钟 已经 还是 因为 所以 如果 "
    "但是 然后 以后 以前 之前 之后 现在 当场 马上 立即 直接 自己 我们 他们 你们 业务 工作 服务 售后 记录 跟进 进表 第一 一次 一个 两个 三个 公斤 先生 "
    "经过 进行 接到 收到 发现 准备 提出 表示 希望 打算 继续 开始 完成 结束 解决 员工 新人 老板 单位 项目 方案 资料 文件 表格 清单 内容 信息 数据".split()
)
"""Han bigrams that are no cue, because nearly every question of this trade has them."""

FUNCTION_ZH = frozenset("的了是在和就你我他她它您这那不有要会能可以到去来说问给把被先再还也都没谁什么怎几个一二三四五六七八九十百千万两半周日月年号点时分上下前后中里内外为由从向对与及或但而且并则若虽因所于以等着过得地吗呢吧啊请让使叫将已未只又很更最每各某该此其多少大小好新老人家事天句条项种位件次些自哪做办用看想知道打收发接找定讲写报")
"""Han characters that bind other words or are verbs of every day; a bigram with one of them is no rare word."""

COMMON_EN = frozenset(
    "a about above after again against ago all already also am an and another any anybody anyone anything are around as ask asked asking asks at away back be because been before being best better between both "
    "but buyer buyers by call called calling calls came can cannot come comes company contact could customer customers date day days deal decide decides deliver delivered delivers delivery did do does doing done down during each "
    "either else end engineer even ever every everything few file find first five for four friday from get gets getting give given gives go goes going good goods got had half hand has have he head help her here him his hour hours how i if in "
    "into is it its just keep keeps know knows last late later least leave less let like line little long look made make makes manager many may me meet message might minute minutes monday month more most much must my need needs never new next no nobody none "
    "noon nor not nothing now of off office offer often on once one only or order orders other others our out over own part pay people person phone place plan planning point possible price product production promise put question rather reach read ready reply "
    "report request right ring rings said sale sales salesperson same saw say saying says see send sends sent service set shall she should show side since six so some somebody someone something soon still stop store such sure take taken takes taking talk team tell "
    "telling tells ten than that the their them then there these they thing things think third this those though three through thursday till time times to today together told tomorrow too took tuesday two under until up upon us use used using very visit wait "
    "waiting want wanted wants warehouse was way we wednesday week weeks well went were what when where whether which while who whole whom whose why will with within without word words work works would write writes wrong year years yes yesterday yet you your "
    "name names car cars confirm confirms confirmed change changes changed changing number numbers month months meeting meetings matter matters clerk colleague colleagues firm firms "
    "apply applies answer answers answered morning afternoon evening night statement statements following correct true false option options "
    "don doesn didn isn aren wasn won wouldn shouldn couldn can hasn haven i'll ll ve re s t d m".split()
)
"""English words that are no cue: the small words, and what nearly every question of this trade has."""
