"""What widgets draw: small frozen values, with every text already in the reader's language.

They hold no domain state and compare cheaply, as Textual compares a reactive on each set. Texts
that people wrote travel here as they are; widgets make them safe when they draw them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["for", "against"]
Mark = Literal["mine", "opening", "withdrawn", "hidden", "cycle", "flagged", "new"]


@dataclass(frozen=True, slots=True)
class RowView:
    """One argument in a list."""

    id: str
    """Names the argument; the cursor stays on it when rows move."""
    side: Side
    """The side whose colour it wears: a rebuttal wears the side it helps."""
    claim: str
    strength: float | None = None
    """In [0, 1]; None when it cannot be said."""
    weighed_by: int = 0
    depth: int = 0
    """0 for an argument about the motion, 1 for a reply to it, and so on."""
    lead: str = ""
    """What a reply denies, as "not true" or "not relevant"; translated."""
    marks: frozenset[Mark] = frozenset()
    own_weight: int | None = None
    note: str = ""
    """The second line of a tall row: who, when, sources; translated."""
    point: str = "."
    """What stands between a whole and its fraction."""


@dataclass(frozen=True, slots=True)
class ListView:
    """Both columns of a motion."""

    against: tuple[RowView, ...] = ()
    for_: tuple[RowView, ...] = ()
    against_title: str = "Against"
    for_title: str = "For"
    against_empty: str = ""
    for_empty: str = ""
    sought: str = ""
    """What the columns are narrowed to and sorted by, when other than usual; translated."""


@dataclass(frozen=True, slots=True)
class BalanceView:
    """Where a motion stands."""

    strength: float | None
    """In [0, 1]: 0 all against, 1 all for; None when nothing was weighed."""
    against: str = "against"
    for_: str = "for"
    unknown: str = "—"
    """What stands in the place of a number that cannot be said."""
    point: str = "."
    """What stands between a whole and its fraction."""


@dataclass(frozen=True, slots=True)
class SupposedView:
    """Where a motion stands and where it would, with a weight that is not given yet."""

    words: str
    """The same in a sentence, or why it cannot be said."""
    now: BalanceView | None = None
    """None, like `would`, when it cannot be said."""
    would: BalanceView | None = None
    now_label: str = "now"
    would_label: str = "with this weight"


@dataclass(frozen=True, slots=True)
class ScaleView:
    """The words and bounds of a slider."""

    label: str
    low: str
    """The word at the left end."""
    high: str
    """The word at the right end."""
    words: tuple[tuple[int, str], ...] = ()
    """From which value on which word describes it, ascending: `((-100, "fully against"), …)`."""
    hint: str = ""
    """What for and against mean for this motion, when its wording could mislead."""
    unset: str = "not said"
    """What is shown before anything was chosen."""
    beyond_words: str = "{number} is out of range; backspace corrects it"
    """How a number that is typed out of bounds is refused; translated, with `{number}`."""


@dataclass(frozen=True, slots=True)
class WeightView:
    """What a weight costs and what is left, as the scheme has it."""

    label: str
    low: str = ""
    high: str = ""
    limit: int = 10
    """The largest weight of the scheme."""
    scheme: Literal["scale", "budget", "quadratic"] = "scale"
    available: int = 0
    """Points or credits this person may still spend here, with this weight taken back."""
    cost_words: str = "costs {cost}, {left} left"
    """How the cost is said; translated, with `{cost}` and `{left}`."""
    too_much_words: str = "more than the {available} you have"
    """How a weight beyond what is left is refused; translated, with `{available}`."""
    beyond_words: str = "{number} is out of range; backspace corrects it"
    """How a weight that the scheme does not know is refused; translated, with `{number}`."""
    unset: str = "not weighed"


@dataclass(frozen=True, slots=True)
class HistogramView:
    """Stances of a group in bins from −100 to 100, at one moment or at two."""

    after: tuple[int, ...]
    """People in each bin, from against to for."""
    before: tuple[int, ...] = ()
    """The same at the earlier moment, or nothing."""
    against: str = "against"
    for_: str = "for"
    before_label: str = "before"
    after_label: str = "after"
    empty: str = ""
    """What is said instead, as when too few people answered."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One person's stance at two moments."""

    label: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class PairsView:
    """The stances of people at two moments, as arrows."""

    pairs: tuple[Pair, ...]
    against: str = "against"
    for_: str = "for"
    empty: str = ""


@dataclass(frozen=True, slots=True)
class TransitionView:
    """How many people went from which answer to which."""

    names: tuple[str, ...]
    """The answers, as "against", "undecided", "for"; both axes have the same ones."""
    counts: tuple[tuple[int, ...], ...]
    """`counts[i][j]` people went from answer i to answer j."""
    before: str = "before"
    after: str = "after"
    total: str = "total"
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar."""

    label: str
    value: float
    text: str
    """The number as it is to be read, with its unit."""
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class BarsView:
    """Bars beneath one another on one scale."""

    bars: tuple[Bar, ...]
    top: float | None = None
    """The value of a full bar; the largest one when None."""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class SpanView:
    """A mean, and the range in which it may lie."""

    label: str
    middle: float
    low: float | None = None
    """None when nothing can be said about how far off the mean may be."""
    high: float | None = None


@dataclass(frozen=True, slots=True)
class RangesView:
    """Means with their ranges on one axis, from against to for."""

    spans: tuple[SpanView, ...]
    against: str = "against"
    for_: str = "for"
    empty: str = ""


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a claim comes from."""

    cite: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class DetailView:
    """Everything about one argument, in the order in which it is read."""

    side: Side
    heading: str
    """What it is to the motion, as "For" or "Not true: reply to 3"; translated."""
    claim: str
    grounds: str = ""
    """Markdown as its author wrote it; shown as plain text with its lists and quotes."""
    sources: tuple[SourceView, ...] = ()
    facts: tuple[str, ...] = ()
    """Sentences about it: strength, "without it …", who weighed; translated."""
    sources_title: str = "Sources"
    notices: tuple[str, ...] = ()
    """What to know first: withdrawn, hidden with its reason, waiting for an answer."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """The words around a text field."""

    label: str
    limit: int
    """The most characters it takes."""
    help: str
    """One line below it, until there is something to say about what was typed."""
    placeholder: str
    kept_words: str
    """What is said when a paste was too long; translated, with `{kept}` and `{offered}`."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice."""

    key: str
    label: str
    side: Side | None = None
    """The side whose sign and colour it wears."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One question with a few answers."""

    label: str
    options: tuple[Option, ...]
    help: str = ""


@dataclass(frozen=True, slots=True)
class EmptyView:
    """What a screen says when there is nothing yet, and which key begins."""

    title: str
    text: str
    key: str = ""
    act: str = ""
