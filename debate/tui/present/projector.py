"""What the projector shows in a phase: the run-sheet says which parts, the debate says what is in them.

Everybody in the room reads it, so it shows what a person without a seat may see: no names, no
arguments that a phase hides, and of a sealed ballot nothing but how many were cast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from debate.service.room import room_of
from debate.service.sight import sight_in
from debate.tui.lettering import JOINT
from debate.tui.present.projected_results import results_slides
from debate.tui.present.slides import Figure, Slide

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId
    from debate.domain.motion import Motion
    from debate.domain.runsheet import Projection
    from debate.domain.views.floor import Argument
    from debate.domain.views.talk import Outcome
    from debate.i18n.catalog import Translator
    from debate.service.findings import MotionFindings

Found = Mapping["MotionId", "MotionFindings"]
"""What was worked out about each motion; empty while it is being worked out."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """How people join."""

    line: str = ""
    """What they type; empty when nobody can join from elsewhere."""
    code: str = ""
    """What a camera reads; the line when empty."""

    @property
    def scanned(self) -> str:
        """What the code for cameras holds."""
        return self.code or self.line


@dataclass(frozen=True, slots=True)
class Projecting:
    """What slides are made of."""

    debate: Debate
    t: Translator
    invitation: Invitation = field(default_factory=Invitation)
    found: Found = field(default_factory=dict)


def slides_of(projecting: Projecting) -> tuple[Slide, ...]:
    """Return the slides of the present phase, in the order in which keys step through them."""
    teller = _Teller(projecting)
    slides = [slide for part in teller.parts() for slide in teller.of(part)]
    return tuple(slides) or tuple(teller.motions())


def breakable(line: str) -> str:
    """Return a line that people copy, with places where it may be broken and no hyphen put in."""
    return re.sub(r"(?<=\S)(?=[@/])", JOINT, line)


def needs_findings(debate: Debate) -> bool:
    """Tell whether the present phase shows figures."""
    return debate.schedule.is_closed or "results" in debate.schedule.now.phase.projector


class _Teller:
    """Makes the slides of one debate."""

    def __init__(self, projecting: Projecting) -> None:
        self._debate: Debate = projecting.debate
        self._t = projecting.t
        self._invitation = projecting.invitation
        self._found = projecting.found
        self._sight = sight_in(projecting.debate, None)

    def parts(self) -> tuple[Projection, ...]:
        """Return what the phase asks for; a debate that is over shows how it ended."""
        if self._debate.schedule.is_closed:
            return ("results", "outcome")
        shown = self._debate.schedule.now.phase.projector
        is_motion = "motion" in shown or not set(shown) & {"join", "arguments", "branch", "results"}
        return tuple(
            part
            for part in (*shown, *(("motion",) if is_motion and "motion" not in shown else ()))
            if part not in ("clock", "counts")
        )

    def of(self, part: Projection) -> Iterator[Slide]:
        """Yield the slides of one part."""
        match part:
            case "join":
                yield from self.joining()
            case "motion":
                yield from self.motions()
            case "arguments" | "branch":
                yield from self.arguments(with_replies=part == "branch")
            case "results":
                yield from results_slides(self._debate, self._found, self._sight, self._t)
            case "outcome":
                yield from self.outcomes()
            case "clock" | "counts":
                return

    # Joining ----------------------------------------------------------------------------------

    def joining(self) -> Iterator[Slide]:
        """Yield how people join, and what is promised about them."""
        t, invitation = self._t, self._invitation
        here = Figure(str(len(self._debate.people.present())), t.text("here"))
        if not invitation.line:
            yield Slide(
                "join", t.text("Welcome"), self._debate.charter.title, figures=(here,),
                notes=(self._promise(),), has_clock=True,
            )  # fmt: skip
            return
        yield Slide(
            "join", t.text("Join"), breakable(invitation.line), tone="for", figures=(here,),
            notes=(self._promise(),), has_clock=True,
        )  # fmt: skip
        yield Slide(
            "code", t.text("Join"), code=invitation.scanned, lines=((invitation.line, "strong"),)
        )

    def _promise(self) -> str:
        t = self._t
        return {
            "named": t.text("Names stand beside arguments and, after the reveal, beside stances."),
            "pseudonym": t.text("The names people choose stand here; they need not be their own."),
            "secret": t.text("No names: nothing links a person with what they say or hold."),
        }[self._debate.charter.contract]

    # Motions ----------------------------------------------------------------------------------

    def motions(self) -> Iterator[Slide]:
        """Yield each motion with the clock and, where the phase counts, the counts."""
        for motion in self._debate.charter.motions:
            yield Slide(
                f"motion/{motion.id}",
                self._t.text("Motion"),
                motion.short.within(self._t.language),
                figures=tuple(self._counts(motion)),
                notes=(motion.proposition.within(self._t.language),),
                has_clock=self._debate.schedule.now.minutes is not None,
            )

    def _counts(self, motion: Motion) -> Iterator[Figure]:
        """Yield how many did what the phase asks: never what they did."""
        if "counts" not in self._debate.schedule.now.phase.projector:
            return
        t, room = self._t, room_of(self._debate)
        ballots = [each for each in room.ballots if each.motion == motion.id]
        for each in ballots:
            yield Figure(f"{each.cast}/{room.people}", t.text("ballots are in"))
        if ballots or room.step == "none":
            return
        label = t.text("have written") if room.step == "write" else t.text("have weighed")
        yield Figure(f"{room.people - room.missing}/{room.people}", label)

    # Arguments --------------------------------------------------------------------------------

    def arguments(self, *, with_replies: bool) -> Iterator[Slide]:
        """Yield one argument at a time: those without a reply first, the newest of them in front."""
        for motion in self._debate.charter.motions:
            there = self._debate.floor.replies.get(motion.id, ())
            shown = [
                argument
                for name in reversed(there)
                if (argument := self._debate.floor.arguments[name]).is_standing
                and self._sight.sees(argument)
            ]
            if with_replies:
                shown.sort(key=lambda each: bool(self._replies(each)))
            for place, argument in enumerate(shown, start=1):
                yield self._argument(motion, argument, f"{place}/{len(shown)}")
                if with_replies:
                    yield from self._branch(argument)

    def _argument(self, motion: Motion, argument: Argument, place: str) -> Slide:
        t = self._t
        is_for = argument.relation == "supports"
        side = t.text("▲ For") if is_for else t.text("▼ Against")
        return Slide(
            f"argument/{argument.id}",
            f"{side}  {place}  {motion.short.within(t.language)}",
            argument.claim.within(t.language),
            tone="for" if is_for else "against",
        )

    def _branch(self, argument: Argument) -> Iterator[Slide]:
        """Yield the replies to an argument, each with what it answers."""
        t = self._t
        words = {"attacks": t.text("Not true"), "undercuts": t.text("Not relevant"),
                 "supports": t.text("Backed up")}  # fmt: skip
        is_for = argument.relation == "supports"
        for reply in self._replies(argument):
            yield Slide(
                f"argument/{reply.id}",
                f"{words[reply.relation]}:",
                reply.claim.within(t.language),
                tone="for" if is_for == (reply.relation == "supports") else "against",
                notes=(t.text("On: {claim}", claim=argument.claim.within(t.language)),),
            )

    def _replies(self, argument: Argument) -> list[Argument]:
        arguments = self._debate.floor.arguments
        replies = (arguments[name] for name in self._debate.floor.replies.get(argument.id, ()))
        return [each for each in replies if each.is_standing and self._sight.sees(each)]

    # Outcome ----------------------------------------------------------------------------------

    def outcomes(self) -> Iterator[Slide]:
        """Yield the adopted statements; without one, the drafts that still stand."""
        outcomes = self._debate.outcomes
        adopted = [each for each in outcomes if each.is_adopted]
        drafts = [each for each in outcomes if not each.is_replaced]
        for outcome in adopted or drafts:
            yield self._outcome(outcome)
        if not outcomes:
            yield Slide("outcome", self._t.text("Outcome"), self._t.text("What do we conclude?"))

    def _outcome(self, outcome: Outcome) -> Slide:
        t, degrees = self._t, list(outcome.endorsements.values())
        title = t.text("The outcome") if outcome.is_adopted else t.text("A draft")
        notes = [t.text("Dissent: {text}", text=each.text) for each in outcome.dissents]
        if outcome.review_on:
            notes.append(t.text("To be looked at again on {day}.", day=outcome.review_on))
        return Slide(
            f"outcome/{outcome.id}",
            title,
            outcome.text,
            figures=(
                Figure(str(degrees.count("endorse")), t.text("endorse"), "for"),
                Figure(str(degrees.count("accept")), t.text("can live with it")),
                Figure(str(degrees.count("object")), t.text("object"), "against"),
            ),
            notes=tuple(notes),
        )
