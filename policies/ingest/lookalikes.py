"""Characters that fonts draw alike, to the one that is meant: ⼈⺠政府 → 人民政府.

A PDF names the shape that was drawn. What browsers and some office programs write as PDF holds radicals of the
dictionaries in place of characters, in which nobody would find a word.
"""

from __future__ import annotations

import re
import unicodedata

#: The Kangxi block, by Unicode's own compatibility decomposition.
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
#: The others have none: pairs of what is read and what is meant, found by printing each character in Noto CJK SC.
_PAIRS = (
    "⺎兀⺐尢⺒巳⺓幺⺕彐⺙攵⺛旡⺞歺⺟母⺠民⺣灬⺦丬⺨犭⺫罒⺬示⺭礻⺯糹⺰纟⺱罓⺹耂⺺肀⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻒镸⻓长"
    "⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户㬵胶∕／\u2329〈\u232a〉"
)
_MEANT = _KANGXI | dict(zip(map(ord, _PAIRS[::2]), _PAIRS[1::2], strict=True))
_LOOKALIKE = re.compile("[⺀-⿟㬵∕\u2329\u232a]")


def has_lookalikes(text: str) -> bool:
    """Whether `plain_characters` would change the text; nearly none has such characters."""
    return _LOOKALIKE.search(text) is not None


def plain_characters(text: str) -> str:
    """The text with the characters that are meant, letter by letter.

    >>> plain_characters("安平市⼈⺠政府⽀持落⼾")
    '安平市人民政府支持落户'
    """
    return text.translate(_MEANT) if _LOOKALIKE.search(text) else text
