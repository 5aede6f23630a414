"""How firmly a statement stands: what its word of saying implies, and what its own words put off or make depend."""

from __future__ import annotations

from functools import cache

from ...lang.normalise import fold
from ...lang.surface import to_come
from ...lang.tables import table
from ...model import Token
from .statements import Statement

# The verb of a clause stands this near its beginning.
_NEAR = 5


@cache
def _signs() -> dict[str, str]:
    rows = (row for language in ("ar", "en") for row in table(language, "firmness_words").rows)
    return {fold(row["word"]): row["sign"] for row in rows}


def firmness(tokens: tuple[Token, ...], statement: Statement) -> str:
    """The word of saying decides; a plain statement of what will be is planned, one that hangs on an «if» conditional.

    ``tokens`` are the article's; the result is one of the model's values of factuality.
    """
    said = statement.saying.factuality
    first, last = statement.content
    if said not in ("stated", "planned"):
        return said
    if any(_signs().get(token.norm) == "if" or _signs().get(token.stem) == "if" for token in tokens[first:last]):
        return "conditional"
    return "planned" if said == "planned" or _future(tokens, first, last) else said


def _future(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """A verb with س or سوف where the clause's verb stands, or a noun of intent that opens it («عزمه»، «نيته»).

    What will not be is a plain statement.
    """
    if first < last and _signs().get(tokens[first].stem) == "intent" and tokens[first].enclitics:
        return True
    for index in range(first, min(first + _NEAR, last)):
        token = tokens[index]
        if token.surface in ("،", ",", ":"):
            return False
        if to_come(token) or _signs().get(token.norm) == "will":
            return tokens[index + 1 : index + 2] == () or tokens[index + 1].norm != "not"
    return False
