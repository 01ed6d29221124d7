"""What a debate decides, in words: the order people prefer, and whether a motion carries."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from debate.analysis.findings.movement import Pending
from debate.analysis.majority import Rule
from debate.analysis.oxford import MINIMUM_FOR_PERCENTAGES
from debate.analysis.refusal import Reason, Refused
from debate.i18n.marks import N_
from debate.i18n.numbers import format_number, format_percent
from debate.report.readings.refusals import pending_reading, refusal_reading
from debate.report.readings.said import Said, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from debate.analysis.findings.deciding import Carried, Preference
    from debate.domain.ballot import Moment
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId
    from debate.i18n.catalog import Translator

TAKES: Mapping[Rule, str] = {
    Rule.SIMPLE: N_("It takes more than half of those who say yes or no."),
    Rule.TWO_THIRDS: N_("It takes two thirds of those who say yes or no, or more."),
    Rule.THREE_QUARTERS: N_("It takes three quarters of those who say yes or no, or more."),
    Rule.UNANIMITY: N_("It takes a yes from everybody who says yes or no."),
    Rule.CONSENT: N_("It takes that nobody blocks; a no is a concern, not a block."),
    Rule.CONSENSUS_MINUS_ONE: N_("It takes that at most one person says no or blocks."),
}
"""What each rule asks for."""
MOMENTS: Mapping[Moment, str] = {
    "opening": N_("By the ballots of the beginning."),
    "mid": N_("By the ballots half-way."),
    "closing": N_("By the ballots of the end."),
    "later": N_("By the ballots cast later."),
}


def choice_name(debate: Debate, name: str, t: Translator) -> str:
    """Return what a motion or an option is called."""
    for motion in debate.charter.motions:
        if motion.id == name:
            return motion.short.within(t.language)
        for option in motion.options:
            if option.id == name:
                return shortened(option.text.within(t.language))
    proposed = (each.text for each in debate.talk.options if each.id == name)
    return shortened(next(proposed, name))


# The order ---------------------------------------------------------------------------------------


def preference_readings(
    found: Preference | Pending | Refused, debate: Debate, motion: MotionId | None, t: Translator
) -> tuple[Said, ...]:
    """Return everything there is to say about the order that people prefer."""
    title = t.text("Which option people prefer") if motion else t.text("Which motion people prefer")
    return (Said("heading", title), *_preference(found, debate, t))


def _preference(
    found: Preference | Pending | Refused, debate: Debate, t: Translator
) -> Iterator[Said]:
    match found:
        case Pending():
            yield Said("prose", pending_reading(found, t))
        case Refused(reason=Reason.TOO_FEW_ITEMS):
            yield Said("prose", t.text("There are no two options to rank."))
        case Refused(reason=Reason.NOTHING_COUNTED):
            yield Said("prose", t.text("Nobody has ranked anything on a ballot that is revealed."))
        case Refused():
            yield Said("prose", refusal_reading(found, t))
        case _:
            yield from _order(found, debate, t)


def _order(found: Preference, debate: Debate, t: Translator) -> Iterator[Said]:
    yield Said("prose", _ballots(found, t))
    place = 1
    for tier in found.tiers:
        for name in tier:
            values = {"place": place, "name": choice_name(debate, name, t)}
            shared = t.text("{place}. {name} (shared place)", **values)
            yield Said("item", shared if len(tier) > 1 else t.text("{place}. {name}", **values))
        place += len(tier)
    yield Said("prose", _first(found, t))
    yield from _duels(found, debate, t)


def _ballots(found: Preference, t: Translator) -> str:
    count = t.plural("{n} ballot ranks them.", "{n} ballots rank them.", found.ballots)
    return f"{count} {t.text(MOMENTS[found.moment])}"


def _first(found: Preference, t: Translator) -> str:
    if found.winner is None:
        return t.text("There is a tie for the first place.")
    if found.beats_all:
        return t.text("The first beats every other one against one.")
    return t.text(
        "The first does not beat every other one against one; it stands first by its strongest "
        "comparisons (Schulze)."
    )


def _duels(found: Preference, debate: Debate, t: Translator) -> Iterator[Said]:
    """Yield how each comparison with the winner went."""
    for duel in found.duels:
        if found.winner not in (duel.one, duel.other):
            continue
        is_one = duel.one == found.winner
        ahead, behind = (duel.one, duel.other) if is_one else (duel.other, duel.one)
        yes, no = (
            (duel.prefer_one, duel.prefer_other) if is_one else (duel.prefer_other, duel.prefer_one)
        )
        yield Said(
            "item",
            t.text(
                "{one} above {other}: {yes} people, the other way round {no}",
                one=choice_name(debate, ahead, t),
                other=choice_name(debate, behind, t),
                yes=yes,
                no=no,
            ),
        )


# The verdict -------------------------------------------------------------------------------------


def carried_readings(found: Carried | Pending | Refused, t: Translator) -> tuple[Said, ...]:
    """Return everything there is to say about whether a motion carries."""
    return (Said("heading", t.text("Whether the motion carries")), *_carried(found, t))


def _carried(found: Carried | Pending | Refused, t: Translator) -> Iterator[Said]:
    match found:
        case Pending():
            yield Said("prose", pending_reading(found, t))
        case Refused(reason=Reason.NOTHING_COUNTED):
            yield Said("prose", t.text("Nobody has said yes or no on a ballot that is revealed."))
        case Refused():
            yield Said("prose", refusal_reading(found, t))
        case _:
            yield Said("strong", verdict_reading(found, t))
            yield Said("item", count_reading(found, t))
            yield Said("item", _share(found, t))
            yield Said("item", quorum_reading(found, t))
            yield Said("prose", t.text(MOMENTS[found.moment]))


def verdict_reading(found: Carried, t: Translator) -> str:
    """Say what the count comes to, in a word or two."""
    if not found.decision.is_quorate:
        return t.text("No decision: too few took part.")
    return t.text("Carried.") if found.decision.is_carried else t.text("Not carried.")


def count_reading(found: Carried, t: Translator) -> str:
    """Say how many people said what."""
    count = found.count
    said = t.text(
        "Yes {yes}, no {no}, abstained {abstain}, blocked {blocks}.",
        yes=count.yes,
        no=count.no,
        abstain=count.abstain,
        blocks=count.blocks,
    )
    if not found.without_verdict:
        return said
    silent = t.plural(
        "{n} ballot says none of these.", "{n} ballots say none of these.", found.without_verdict
    )
    return f"{said} {silent}"


def _share(found: Carried, t: Translator) -> str:
    takes = t.text(TAKES[found.rule])
    share = found.decision.share
    if share is None or found.rule in {Rule.CONSENT, Rule.CONSENSUS_MINUS_ONE}:
        return takes
    said = t.text("{yes} of {cast} said yes.", yes=found.count.yes, cast=_cast(found))
    return f"{said} {takes}"


def _cast(found: Carried) -> str:
    return str(found.count.yes + found.count.no)


def quorum_reading(found: Carried, t: Translator) -> str:
    """Say how many took part, and how many it takes."""
    said = t.text(
        "{present} of {eligible} took part.",
        present=found.count.present,
        eligible=found.count.known_eligible,
    )
    if found.quorum is None:
        return f"{said} {t.text('No quorum was asked for.')}"
    needed = -(-found.quorum * found.count.known_eligible // 1)
    takes = t.text(
        "The quorum is {share}: {needed} people.",
        share=fraction_text(found.quorum, found.count.known_eligible, t),
        needed=format_number(int(needed), t.language),
    )
    return f"{said} {takes}"


def fraction_text(share: Fraction, people: int, t: Translator) -> str:
    """Return an exact share: 2/3, and from twenty people on with its percentage."""
    exact = f"{share.numerator}/{share.denominator}"
    if people < MINIMUM_FOR_PERCENTAGES:
        return exact
    return f"{exact} ({format_percent(float(share), t.language)})"
