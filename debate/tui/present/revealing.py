"""What a facilitator should know before ballots are revealed: counts, and that it is for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from debate.i18n.event_words import VALUE_WORDS

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.views.polls import Poll
    from debate.i18n.catalog import Translator

MOST = 4
"""So many ballots are told of one by one."""


def reveal_words(debate: Debate, polls: Sequence[Poll], t: Translator) -> str:
    """Say of each ballot how many sealed it and how many did not yet, and what a reveal does."""
    present = {person.id for person in debate.people.present()}
    missing = {poll.key: len(present - set(poll.seals)) for poll in polls}
    first = sorted(polls, key=lambda poll: -missing[poll.key])[:MOST]
    lines = [_counted(debate, poll, missing[poll.key], t) for poll in first]
    if more := len(polls) - len(first):
        lines.append(t.plural("… and {n} ballot more.", "… and {n} ballots more.", more))
    end = t.text(
        "This ends them and opens what people sealed. It cannot be undone: who has not sealed "
        "yet can no longer take part in them."
    )
    return "\n".join([*lines, "", end])


def _counted(debate: Debate, poll: Poll, missing: int, t: Translator) -> str:
    name, moment, _ = poll.key
    motion = debate.charter.motion(name) if name else None
    sealed = t.plural("{n} has sealed", "{n} have sealed", poll.cast)
    still = t.plural("{n} has not yet", "{n} have not yet", missing)
    return t.text(
        "{motion} ({ballot}): {sealed}, {missing}.",
        motion=motion.short.within(t.language) if motion else t.text("All motions"),
        ballot=t.text(VALUE_WORDS[moment]), sealed=sealed, missing=still,
    )  # fmt: skip
