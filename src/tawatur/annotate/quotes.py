"""Quotations and reported statements, each with its source, its channel and the chain it came by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..lang.surface import bare_end, bare_start
from ..model import (
    Article,
    Channel,
    Entity,
    Mention,
    Provenance,
    Quote,
    Sentence,
    Source,
    Span,
    Token,
)
from .inside import Inside
from .speech.attribution import Reader
from .speech.firmness import firmness
from .speech.quotation import Quotation, is_speech, quotations
from .speech.sayings import channels, documents
from .speech.source_words import Words
from .speech.speakers import SOURCES, source_kind
from .speech.statements import Statement

if TYPE_CHECKING:
    from .speech.attribution_en import EnglishReader

_SILENT = frozenset(("furniture", "credit", "dateline", "caption"))

# How many sentences back a verb that does not agree with the last speaker looks for one that does.
_MEMORY = 4
# Statements of earlier sentences that may hold words of this one.
_CARRIED = 4


class _Speaker(NamedTuple):
    """Who spoke last, kept for verbs without a subject. ``gender`` is the verb's, empty where nothing told it."""

    source: Source
    channel: Channel | None
    sentence: int
    gender: str = ""


def quotes(
    article: Article,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
) -> tuple[Quote, ...]:
    """Every reported statement in order of its cue. Speech in quotation marks without a cue has no source.

    A verb whose subject is dropped («وأضاف أن») takes the speaker before it, and with him the channel.
    """
    marked = quotations(article, tokens, sentences)
    if article.language == "en":
        from .speech.attribution_en import EnglishReader

        reader: Reader | EnglishReader = EnglishReader(tokens, mentions, marked)
    else:
        reader = Reader(tokens, mentions, marked)
    maker = _Maker(article, tokens, mentions, entities, reader)
    found: list[Quote] = []
    covered: list[Words] = []
    for number, sentence in enumerate(sentences):
        if sentence.role in _SILENT:
            continue
        # A text may break off right behind «قال إن»: nothing is said then.
        statements = [one for one in reader.statements(sentence) if one.content.first < one.content.last]
        found += [maker.quote(statement, number) for statement in statements]
        covered = [*covered[-_CARRIED:], *(statement.content for statement in statements)]
        maker.passed(sentence, number)
        for quotation in marked:
            inside = sentence.first <= quotation.first < sentence.last
            if inside and not any(w.first < quotation.last and quotation.first < w.last for w in covered):
                found += maker.uncued(quotation, number, sentence)
    return tuple(replace(quote, id=f"{article.id}-s{n}") for n, quote in enumerate(found, 1))


class _Maker:
    """Turns runs of tokens into quotes; remembers the last speaker."""

    def __init__(
        self,
        article: Article,
        tokens: tuple[Token, ...],
        mentions: tuple[Mention, ...],
        entities: tuple[Entity, ...],
        reader: Reader | EnglishReader,
    ) -> None:
        self.article, self.tokens, self.mentions, self.reader = article, tokens, Inside(mentions), reader
        self.kinds = {entity.id: entity.kind for entity in entities}
        self.names = frozenset(n for first, (last, _) in reader.mention_at.items() for n in range(first, last))
        self.last: _Speaker | None = None
        self.subject: _Speaker | None = None  # of the sentence before, where nobody spoke in it
        self.by_gender: dict[str, _Speaker] = {}
        self.issuers: dict[str, str | None] = {}  # who made the last statement, post … of the article

    def quote(self, statement: Statement, sentence: int) -> Quote:
        source = self.source(statement.speaker) if statement.speaker else None
        channels = [self.channel(kind, words) for kind, words in _joined(statement.channels)]
        gender = statement.saying.gender
        more = "more" in statement.saying.takes
        if source is None and (before := self._before(gender, sentence, more)) is not None:
            source = before.source
            channels = channels or ([before.channel] if before.channel else [])
        elif source is not None and source.kind == "document" and source.span:
            kind = self._text_kind(source.span)
            channels = [Channel(kind, source.text, source.span), *channels]  # type: ignore[arg-type]
        source = self._issued(source, channels)
        if source is not None and not statement.nested:
            told = gender if statement.speaker and not statement.saying.participle else ""
            if told and statement.saying.takes & {"from", "of", "out"}:
                # The verb's gender is that of who relays, and «أضافت» goes on with her rather than with him.
                if statement.via:
                    self.by_gender[told] = _Speaker(self.source(statement.via[-1]), None, sentence, told)
                told = self.reader.gender_of(statement.speaker)
            self._spoke(_Speaker(source, channels[0] if channels else None, sentence, told))
        return Quote(
            id="",
            span=self.span(statement.extent),
            content=self.exact(statement.content),
            mode=statement.mode,  # type: ignore[arg-type]
            cue=self.span(statement.cue),
            source=source,
            channel=channels[0] if channels else None,
            stance=statement.saying.stance,  # type: ignore[arg-type]
            factuality=firmness(self.tokens, statement),  # type: ignore[arg-type]
            chain=self.chain(source, channels, statement.via),
        )

    def _text_kind(self, span: Span) -> str:
        """The kind of channel that a speaking text is («التقرير»، "the report")."""
        if self.article.language != "en":
            return documents().get(self.tokens[self.reader.index(span.start)].stem, "statement")
        words = [
            token.norm for token in self.tokens[self.reader.index(span.start) : self.reader.index(span.end - 1) + 1]
        ]
        return next((found.value for n in range(len(words)) if (found := channels("en").at(words, n))), "statement")

    def _spoke(self, speaker: _Speaker) -> None:
        same = self.last is not None and speaker.source == self.last.source
        gender = speaker.gender or (self.last.gender if self.last and same else "")
        self.last = speaker._replace(gender=gender)
        if gender:
            self.by_gender[gender] = self.last

    def _before(self, gender: str, sentence: int, more: bool) -> _Speaker | None:
        """Who goes on speaking: the last speaker the verb agrees with, or the subject of the sentence before.

        ``more``: the verb says that the last speaker goes on («وأضاف»), whoever the sentence before is about.
        """
        last = self.last
        subject = self.subject if self.subject and self.subject.sentence == sentence - 1 else None
        if subject is not None and not more and subject.gender == gender:
            return subject  # «وصل الوزير إلى المكان. وأكد أن …»
        other = self.by_gender.get(gender)
        if last is not None and gender and last.gender not in ("", gender):
            return other if other and other.sentence >= sentence - _MEMORY else last
        return last or subject

    def passed(self, sentence: Sentence, number: int) -> None:
        """Keeps the person a sentence without statements is about, who may speak in the next («وصل الوزير … وقال»)."""
        self.subject = None
        if not isinstance(self.reader, Reader):
            return  # no verb of English tells by its gender who goes on
        for words, gender in self.reader.untold:
            if gender:
                self.by_gender[gender] = _Speaker(self.source(words), None, number, gender)
        if self.last is None or self.last.sentence < number:
            about = self.reader.main_subject(sentence.last, sentence)
            if about is not None and self.reader.heads_person(about):
                self.subject = _Speaker(self.source(about), None, number, self.reader.gender_of(about))

    def _issued(self, source: Source | None, channels: list[Channel]) -> Source | None:
        """«البيان» alone is the statement of whoever was last said to have made one; remembers who did."""
        kinds = [channel.kind for channel in channels]
        if source is None or source.entity or source.body:
            if source is not None and source.kind != "document":
                self.issuers.update(dict.fromkeys(kinds, source.entity or source.body))
            return source
        if source.kind != "document":
            return source
        return replace(source, body=next((self.issuers[kind] for kind in kinds if kind in self.issuers), None))

    def uncued(self, quotation: Quotation, number: int, sentence: Sentence) -> list[Quote]:
        """Speech in marks with no word of saying: a name in marks is none, a long clause is somebody's."""
        if not is_speech(self.tokens, quotation, self.names, cued=quotation.goes_on):
            return []
        words = Words(quotation.first, quotation.last)
        opening = self.tokens[sentence.first]
        goes_on = quotation.first <= sentence.first + 1 or "و" in opening.proclitics or opening.norm == "كما"
        follows = goes_on and self.last is not None and self.last.sentence >= number - 2
        source = self.last.source if follows and self.last else None
        channel = self.last.channel if follows and self.last else None
        span = self.exact(words)
        chain = self.chain(source, [channel] if channel else [], ())
        return [Quote("", span, span, "direct", None, source, channel, chain=chain)]

    def span(self, words: Words) -> Span:
        first, last = self.tokens[words.first], self.tokens[max(words.last - 1, words.first)]
        start = first.span.start if self.reader.whole(words.first) else bare_start(first)
        return Span(self.article.id, start, max(last.span.end, start + 1))

    def exact(self, words: Words) -> Span:
        """The tokens whole: what is said keeps its clitics."""
        return Span(self.article.id, self.tokens[words.first].span.start, self.tokens[words.last - 1].span.end)

    def source(self, words: Words) -> Source:
        """The speaker with his office and the body he speaks for, where names inside the phrase tell them."""
        span = self.span(words)
        if self.article.language == "en":
            span = Span(span.article_id, span.start, max(span.start + 1, bare_end(self.tokens[words.last - 1])))
        inside = self.mentions.of(span)
        kind = source_kind(self.tokens, words)
        person = next((m for m in inside if m.kind == "PERSON" and m.form == "name"), None)
        unnamed = self.tokens[words.first].stem in SOURCES  # «مصدر عسكري أردني», whatever name was read in it
        kind = "named" if person and kind == "anonymous" and not unnamed else kind
        office = next((m for m in inside if m.kind == "PERSON"), None)
        # A country speaks where it is the whole phrase; in "Yemen's coast guard" it only says whose.
        body = next((m for m in inside if m.kind == "ORG" or (m.kind == "GPE" and m.span == span)), None)
        holder = person or (None if kind == "document" else office) or body
        role = (person.role_title if person else None) or (
            office.span.of(self.article.text) if office and not person else None
        )
        return Source(
            text=span.of(self.article.text),
            span=span,
            kind=kind,  # type: ignore[arg-type]
            entity=holder.entity if holder else None,
            role=role,
            body=body.entity if body and body is not holder else None,
        )

    def channel(self, kind: str, words: Words) -> Channel:
        span = self.span(words)
        return Channel(kind, span.of(self.article.text), span)  # type: ignore[arg-type]

    def chain(self, source: Source | None, channels: list[Channel], via: tuple[Words, ...]) -> tuple[Provenance, ...]:
        """speaker → channel → agency → outlet; nested channels stand one after the other, the speaker's first."""
        steps: list[Provenance] = []
        if source is not None:
            steps.append(Provenance("speaker", source.text, source.kind, source.span, source.entity))
        steps += [Provenance("channel", c.text, c.kind, c.span, self._entity_in(c.span)) for c in channels]
        for words in via:
            span = self.span(words)
            steps.append(Provenance("agency", span.of(self.article.text), "agency", span, self._entity_in(span)))
        return (*steps, outlet_step(self.article))

    def _entity_in(self, span: Span) -> str | None:
        return next((mention.entity for mention in self.mentions.of(span)), None)


def _joined(channels: tuple[tuple[str, Words], ...]) -> list[tuple[str, Words]]:
    """«منشور على إكس» is one channel: a kind told twice with a preposition between."""
    found: list[tuple[str, Words]] = []
    for kind, words in channels:
        if found and found[-1][0] == kind and words.first - found[-1][1].last <= 1:
            found[-1] = (kind, Words(found[-1][1].first, words.last))
        else:
            found.append((kind, words))
    return found


def outlet_step(article: Article) -> Provenance:
    """The last step of every chain."""
    return Provenance("outlet", article.outlet.name, article.outlet.kind or "outlet")
