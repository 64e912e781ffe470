"""Every number and list that tunes the search, each with what it was measured to do (docs/benchmarks.md)."""

#: Characters of a query that are read; a lay question has 27 on average, the longest title in the base 110.
QUERY_LIMIT = 200

#: A part longer than this is a sentence rather than a term, so rows with some of its words are shown too.
LONG_PART = 10

#: Share of the query's words that a row of the second step must hold: .424 recall@10 against .426 with any one word,
#: 1,583 matches against 140,693.
SHARE_OF_WORDS = 0.25

#: Weights of the BM25 scores that are added up, measured on the 1,223 lay questions over the national texts, as
#: recall@10 and MRR@10: words .4445 .3685; + bigrams .4638 .3898; + context (title, headings above) at 0.2 .4702 .3958,
#: at 0.8 .4761 .3996, at 1.2 .4714 .3928; bigrams at 0.3, 0.7, 1.0 differ by .001; the heading at 0 to 1.5 by .001.
WORD_WEIGHT = 1.0
BIGRAM_WEIGHT = 0.7
HEADING_WEIGHT = 0.3
CONTEXT_WEIGHT = 0.8
#: Words of the texts for words of readers (related.txt): at 0.2 .5025 .4254, at 0.3 .5054 .4312.
RELATED_WEIGHT = 0.3
#: Learned words (learned.txt) that a question adds at most: at 25, 40, all .5404, .5441, .5488, each one costs time.
LEARNED_WORDS = 30
CANONICAL_WEIGHT = 2.0
#: A part found as it stands, against its words found apart; an alias counts less than the reader's own word.
PHRASE_WEIGHT = 2.0
ALIAS_WEIGHT = 0.7
#: Taken from the score of rows whose document has lapsed: behind equals, not behind everything.
LAPSED_PENALTY = 3.0

#: A row counts as at least so many words and bigrams long. Without this a chapter's bare heading outranks the article
#: that says what the reader asked.
SHORTEST_ROW = 24
#: A heading without a text of its own answers nothing: it counts as longer than an average article.
BARE_HEADING = 200

#: BM25; tantivy's own constants, given to Whoosh too.
K1 = 1.2
B = 0.75

#: Words that say nothing of the matter; they neither count nor rank in the second step.
STOP_WORDS = frozenset(
    word
    for line in (
        "的 了 和 与 及 或 等 是 在 对 为 以 于 由 从 向 到 被 把 将 而 且 并 但 也 都 就 又 还 很 更 最 这",
        "那 其 之 所 者 吗 呢 吧 啊 么 什么 怎么 怎么办 怎样 如何 哪些 哪个 多少 几 谁 是否 能否 可否 可以 能",
        "能够 应该 应当 需要 要 会 有 没有 无 不 没 我 你 他 她 它 我们 你们 他们 自己 人 一个 一种 进行 关于",
        "有关 请问 如果 因为 所以 时候 情况 情形 后 前 时 中 上 下 里 内 外 按 按照 根据 该 本 某 各 每 个 种",
        "次 算 属于 构成 有没有 是不是 能不能 可不可以",
    )
    for word in line.split(" ")
)

#: Amount bands in 元: (value in addresses and API, label, from, below).
AMOUNT_BANDS = (
    ("0-100000", "10万元以下", 0, 100_000),
    ("100000-500000", "10万—50万元", 100_000, 500_000),
    ("500000-1000000", "50万—100万元", 500_000, 1_000_000),
    ("1000000-5000000", "100万—500万元", 1_000_000, 5_000_000),
    ("5000000-10000000", "500万—1000万元", 5_000_000, 10_000_000),
    ("10000000-", "1000万元以上", 10_000_000, None),
)

#: Values of a facet that are asked of the engine and shown.
FACET_VALUES = 50

#: Hits of one page at most, and the deepest hit that may be asked for.
LIMIT_MAX = 1_000
DEEPEST = 10_000

#: Characters of a snippet.
SNIPPET_LENGTH = 120
