"""How alike two short texts are, by the pieces of words they share: no model, no dictionary.

Each text is cut into runs of four letters within its words, and a run counts the more, the fewer
texts have it. That needs no list of endings, so it works alike in Dutch and English; but it sees
letters and not meaning. A text said in quite other words, or in another language, is not found.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

LENGTH = 4
"""Letters in a run: the best length for European languages (McNamee and Mayfield 2004)."""
_WORD = re.compile(r"[^\W_]+")


def runs(text: str) -> Counter[str]:
    """Return the runs of four letters within the words of a text, with how often each stands there.

    A word has a space before and after it, so that its beginning and end count; a shorter word is a
    run of its own (McNamee and Mayfield 2004, *Character n-gram tokenization for European language
    text retrieval*).
    """
    found: Counter[str] = Counter()
    for word in _WORD.findall(text.casefold()):
        padded = f" {word} "
        last = max(1, len(padded) - LENGTH + 1)
        found.update(padded[start : start + LENGTH] for start in range(last))
    return found


class Likeness:
    """Some texts that can be compared with one another."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts; what is rare among them counts most.

        Run r of a text weighs `(1 + ln f) (1 + ln((N + 1) / (d + 1)))`: it stands there f times, and
        d of the N texts have it (Spärck Jones 1972, *A statistical interpretation of term
        specificity and its application in retrieval*).
        """
        counts = [runs(text) for text in texts]
        having = Counter(run for each in counts for run in each)
        rarity = {
            run: 1 + math.log((len(counts) + 1) / (number + 1)) for run, number in having.items()
        }
        self._vectors = [_unit(each, rarity) for each in counts]
        self._having: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, vector in enumerate(self._vectors):
            for run, weight in vector.items():
                self._having[run].append((place, weight))

    def to(self, place: int) -> Mapping[int, float]:
        """Return how alike each text is to the one at `place`, itself included.

        The cosine of their runs (Salton, Wong and Yang 1975, *A vector space model for automatic
        indexing*), in (0, 1]; texts that share nothing are left out.
        """
        found: defaultdict[int, float] = defaultdict(float)
        for run, weight in self._vectors[place].items():
            for other, its in self._having[run]:
                found[other] += weight * its
        return found


def _unit(counts: Counter[str], rarity: Mapping[str, float]) -> Mapping[str, float]:
    """Return the weights of a text's runs, of length 1 together, in the order of the runs."""
    weights = {run: (1 + math.log(counts[run])) * rarity[run] for run in sorted(counts)}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {run: weight / length for run, weight in weights.items()}
