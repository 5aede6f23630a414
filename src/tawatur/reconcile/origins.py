"""Where a claim comes from: the first speaker of its chain, or the agency, or nobody that the words name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple

from ..lang.matching import words
from ..lang.media import medium_noun
from ..lang.nations import nation
from ..lang.normalise import fold
from ..lang.tables import listed, table, vocabulary
from ..model import Claim, Entity, Reading
from ..story.called import naming, refers_back, unnamed_before
from ..story.counters import counter
from ..story.speaker_of import speaker
from ..story.speakers import Speaker, merged, one_speaker, two_speakers
from ..story.texts import nobodys, owner

OriginKind = Literal["named", "anonymous", "agency", "own", "document"]


class Origin(NamedTuple):
    """``key`` is equal for claims of one origin; ``name`` is what the report calls it; ``party`` the force it
    belongs to, where it speaks for one; ``speaker`` is what tells it from others, of persons, bodies and their texts."""

    kind: OriginKind
    key: str
    name: str
    entity: str | None = None
    party: str | None = None
    speaker: Speaker | None = None

    @property
    def known(self) -> bool:
        return self.kind in ("named", "document", "agency")


def origin_of(
    claim: Claim, reading: Reading, entity_of: dict[str, str], previous: Origin | None, places: frozenset[str]
) -> Origin:
    """The origin of one claim. ``previous`` is the named origin before it in the same report, ``places`` are the words
    of the report's places.

    A person who speaks in a body's statement speaks for the body. «البيان» with nobody named is the statement of the
    one who spoke before. A claim in the report's own voice with an agency behind it is the agency's.
    """
    source = claim.source
    own = Origin("own", f"own:{reading.article.id}", reading.article.outlet.name)
    if source is None:
        agency = next((step for step in claim.chain if step.step == "agency"), None)
        if agency is not None:
            return _agency(agency.text)
        body = counter(claim, reading)
        return origin_of(replace(claim, source=body), reading, entity_of, None, places) if body else own
    if (
        source.kind == "anonymous"
        and previous is not None
        and set(fold(source.text).split()) & listed("speech_words", "same_source")
    ):
        return previous  # «المصدر نفسه», "the same source"
    if previous is not None and previous.kind == "anonymous" and unnamed_before(source, reading, previous.name):
        return previous
    if source.kind == "anonymous":
        return Origin("anonymous", f"anonymous:{claim.quote or claim.id}", source.text)
    entity = source.body or source.entity
    if entity is None and fold(source.text) in _pronouns():
        # "It said", «قال إنه»: the one who spoke before.
        return previous or own
    if previous is not None and previous.known and refers_back(source, reading, previous.name):
        return previous
    if (body := owner(claim, reading)) is not None:
        return origin_of(replace(claim, source=body), reading, entity_of, previous, places)
    if entity is None and source.kind == "document" and nobodys(source.text):
        # «بيان لها», «نص البلاغ»: the statement of the one who spoke before, or of nobody that the words name.
        return previous if previous is not None and previous.known else own
    if source.kind == "agency":
        return own if medium_noun(source.text) else _agency(source.text)  # «شبكة: …» tells nobody's name
    called, who = naming(source, reading)[0], speaker(source, reading, places)
    if entity is not None:
        return _of_entity(entity, source.text, called, reading, entity_of)._replace(speaker=who)
    kind: OriginKind = "document" if source.kind == "document" else "named"
    return Origin(kind, f"said:{' '.join(words(called))}", called, speaker=who)


def witness(origin: Origin) -> bool:
    """Whether somebody without a name tells what he saw or what befell his own: he speaks for no body."""
    return origin.kind == "anonymous" and not _witnesses().isdisjoint(words(origin.name))


@cache
def _witnesses() -> frozenset[str]:
    return frozenset(
        word for lang in ("ar", "en") for row in table(lang, "witnesses").rows for word in words(row["word"])
    )


def _agency(name: str) -> Origin:
    return Origin("agency", f"agency:{fold(name)}", name)


def _of_entity(entity: str, text: str, called: str, reading: Reading, entity_of: dict[str, str]) -> Origin:
    """The origin of what a person or body known to the record says."""
    one = entity_of.get(entity, entity)
    named = {e.id: e for e in reading.entities}.get(entity)
    if named is not None and len(words(named.name)) == 1 and not named.identifiers and _common(reading, named):
        # «الحكومة»، «القاضي» of two reports may be two, but never count as two origins for the word alone.
        return Origin("named", f"said:{words(named.name)[0]}", text, one)
    party = _party(named) if named else None
    # «القيادة» alone is told by the name that the report gives it elsewhere.
    name = named.name if named and len(words(text)) == 1 else called
    return Origin("named", party or one, name, one, party)


@cache
def _pronouns() -> frozenset[str]:
    return vocabulary("function_words")


def _common(reading: Reading, entity: Entity) -> bool:
    """A body or an office told by a common noun, which its own report alone resolves."""
    forms = {mention.form for mention in reading.mentions if mention.entity == entity.id}
    return entity.kind == "ORG" or "name" not in forms


def _party(entity: Entity) -> str | None:
    """The armed forces that a body belongs to: one country's army and its commands speak as one party."""
    if entity.kind != "ORG":
        return None
    for variant in (entity.name, *(v.text for v in entity.variants)):
        said = words(variant)
        country = next((code for word in said if (code := nation(word)) and word.endswith(("ي", "يه"))), None)
        others = {word for word in said if not nation(word)} - _forces() - _COMMANDS
        if said and said[0] in _forces() and country and not others:
            return f"forces:{country}"
    return None


# What a country's forces and their commands are called by; «قوات الدعم السريع» is another's.
_COMMANDS = listed("doer_words", "command")


@cache
def _forces() -> frozenset[str]:
    return vocabulary("forces", "ar", column="head")


def one_origin(left: Origin, right: Origin) -> bool:
    """Whether two named origins are one: the same, a body and who speaks for it, or one name in two scripts."""
    if left.key == right.key:
        return True
    return left.speaker is not None and right.speaker is not None and one_speaker(left.speaker, right.speaker)


def two_origins(left: Origin, right: Origin) -> bool:
    """Whether two named origins are surely two; an agency's name is its own in every language."""
    if left.speaker is None or right.speaker is None:
        return not one_origin(left, right)
    return left.key != right.key and two_speakers(left.speaker, right.speaker)


def told_whole(origins: dict[str, Origin]) -> dict[str, Origin]:
    """The origins of one report's claims, each speaker by all the offices and bodies that the report tells him by."""
    speakers: dict[str, list[Speaker]] = {}
    for origin in origins.values():
        if origin.speaker is not None and origin.speaker not in speakers.setdefault(origin.key, []):
            speakers[origin.key].append(origin.speaker)
    whole = {key: merged(several) for key, several in speakers.items()}
    found = {}
    for claim, origin in origins.items():
        if (mine := origin.speaker) is not None:
            mine = mine._replace(offices=whole[origin.key].offices, voices=whole[origin.key].voices)
        found[claim] = origin._replace(speaker=mine)
    return found


def joined(origins: Iterable[Origin]) -> dict[str, str]:
    """For the key of each known origin the key of the first that is the same, by any of the ways it is told."""
    found: dict[str, str] = {}
    for origin in (several := [one for one in dict.fromkeys(origins) if one.known]):
        mine = found.setdefault(origin.key, origin.key)
        for other in several:
            if other is origin:
                break
            theirs = found[other.key]
            if theirs != mine and one_origin(origin, other):
                found.update({key: theirs for key, first in found.items() if first == mine})
                mine = theirs
    return found
