"""A motion as a page: headings, prose, and the case on both sides, ready to be wrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.tui.widgets.page import Block

if TYPE_CHECKING:
    from debate.domain.motion import Motion, Side, Source
    from debate.i18n.catalog import Translator


def page_of(motion: Motion, t: Translator) -> tuple[Block, ...]:
    """Return the blocks of a motion's page, in the order one reads them."""
    language = t.language
    blocks = [Block("title", motion.proposition.within(language))]
    if motion.polarity == "oppose":
        words = t.text("Mind the wording: to be for this motion is to oppose something.")
        blocks.append(Block("notice", words))
    for heading, text in (
        (t.text("Background"), motion.background),
        (t.text("What a yes means"), motion.yes_means),
        (t.text("What a no means"), motion.no_means),
    ):
        blocks += [Block("heading", heading), Block("prose", text.within(language))]
    blocks += _side(motion, "for", t.text("The case for"), t)
    blocks += _side(motion, "against", t.text("The case against"), t)
    if motion.terms:
        blocks.append(Block("heading", t.text("Terms")))
        blocks += [
            Block("item", f"{term.word.within(language)}: {term.meaning.within(language)}")
            for term in motion.terms
        ]
    if motion.questions:
        blocks.append(Block("heading", t.text("Questions to ask yourself")))
        blocks += [Block("item", question.within(language)) for question in motion.questions]
    for heading, sources in (
        (t.text("Further reading"), motion.reading),
        (t.text("Sources"), motion.sources),
    ):
        if sources:
            blocks.append(Block("heading", heading))
            blocks += [Block("item", cited(source)) for source in sources]
    return tuple(blocks)


def _side(motion: Motion, side: Side, heading: str, t: Translator) -> list[Block]:
    blocks = [Block(side, heading)]
    for argument in motion.arguments:
        if argument.side == side:
            blocks.append(Block("strong", argument.claim.within(t.language)))
            blocks.append(Block("prose", argument.grounds.within(t.language)))
            blocks += [Block("source", cited(source)) for source in argument.sources]
    return blocks


def cited(source: Source) -> str:
    """Return a source in one line, its link behind it."""
    return f"{source.cite} {source.url}" if source.url else source.cite
