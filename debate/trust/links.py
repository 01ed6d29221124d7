"""The links between facts: what follows what, what is missing, and where a log goes two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from debate.domain.ids import DeviceKey, FactId
from debate.trust.envelope import Document, Head
from debate.trust.verdict import Fork, Gap, Heads


class Links:
    """Facts at hand, beside those already held, seen as the logs of their authors."""

    def __init__(
        self, facts: Mapping[FactId, Document], heads: Heads, known: Collection[FactId]
    ) -> None:
        """Take facts whose ids were checked.

        Args:
            facts: What is at hand, by id; facts already held may be among them.
            heads: How far each author's log is held without a gap.
            known: The ids of what is held.
        """
        self._facts = facts
        self._heads = heads
        self._known = known
        self.order = sorted(facts.values(), key=_place)

    def is_held(self, name: FactId) -> bool:
        """Whether the fact was kept before."""
        return name in self._known

    def before(self, fact: Document) -> Document | None:
        """Return the fact that `fact` follows, when it is at hand and is really its place."""
        found = self._facts.get(fact["p"])
        if found is None or found["a"] != fact["a"] or found["n"] != fact["n"] - 1:
            return None
        return found

    def is_misnumbered(self, fact: Document) -> bool:
        """Whether the fact it names is seen to be another author's or to have another number."""
        named = fact["p"]
        if named in self._facts:
            return self.before(fact) is None
        for author, head in self._heads.items():
            if head.id == named:
                return bool(author != fact["a"] or head.number != fact["n"] - 1)
        return False

    def new_heads(self, good: Sequence[Document]) -> dict[DeviceKey, Head]:
        """Return how far each log reaches without a gap once `good` is kept.

        Where a log forks, the way with the lowest id is followed at each fork.
        """
        follower: dict[tuple[DeviceKey, FactId | None], Document] = {}
        for fact in self._kept(good):
            if fact["p"] is None or not self.is_misnumbered(fact):
                follower.setdefault((fact["a"], fact["p"]), fact)
        heads = dict(self._heads)
        for author in dict.fromkeys(fact["a"] for fact in self.order):
            head = heads.get(author)
            while follows := follower.get((author, head.id if head else None)):
                head = heads[author] = Head(follows["n"], follows["id"])
        return heads

    def gaps(self, good: Sequence[Document]) -> tuple[Gap, ...]:
        """Return what `good` proves to exist and is not here."""
        found: dict[FactId, Gap] = {}
        present: dict[DeviceKey, int] = {}
        for fact in self._kept(good):
            author, number, wanted = fact["a"], fact["n"], fact["p"]
            held = self._heads[author].number if author in self._heads else 0
            last = max(present.get(author, 0), held)
            if wanted is not None and wanted not in self._facts and not self.is_held(wanted):
                first = min(last + 1, number - 1)
                found.setdefault(wanted, Gap(author, first, number - 1, wanted))
            present[author] = number
        return tuple(found.values())

    def forks(self, good: Sequence[Document]) -> tuple[Fork, ...]:
        """Return the numbers at which a log parts in two; both ways are among the kept facts."""
        groups: defaultdict[tuple[DeviceKey, int], dict[FactId, FactId | None]] = defaultdict(dict)
        for fact in self._kept(good):
            groups[fact["a"], fact["n"]][fact["id"]] = fact["p"]
        for author, head in self._heads.items():
            if (author, head.number) in groups:
                groups[author, head.number].setdefault(head.id, None)
        doubled = {place for place, group in groups.items() if self._is_doubled(place, group)}
        return tuple(
            Fork(author, number, tuple(sorted(groups[author, number])))
            for author, number in sorted(doubled)
            if (author, number - 1) not in doubled or _share_a_parent(groups[author, number])
        )

    def _kept(self, good: Sequence[Document]) -> Iterator[Document]:
        """Yield, in order, the facts at hand that are proven, now or before."""
        proven = {fact["id"] for fact in good}
        for fact in self.order:
            if fact["id"] in proven or self.is_held(fact["id"]):
                yield fact

    def _is_doubled(self, place: tuple[DeviceKey, int], group: Mapping[FactId, object]) -> bool:
        """Whether a number was given out twice, or once more than what is already held."""
        author, number = place
        is_past = author in self._heads and number <= self._heads[author].number
        return len(group) > 1 or (is_past and not all(map(self.is_held, group)))


def _place(fact: Document) -> tuple[DeviceKey, int, FactId]:
    """Return what facts are put in order by."""
    return (fact["a"], fact["n"], fact["id"])


def _share_a_parent(group: Mapping[FactId, FactId | None]) -> bool:
    """Whether two facts of one number follow the same fact."""
    return len(set(group.values())) < len(group)
