"""A day of break-out groups: whoever's facts come first, the minutes and the comparison are the same."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from debate.domain.ids import SessionId
from debate.i18n.catalog import translator
from debate.service.carrying import KIND, keep, read_facts
from debate.service.comparing import compared_report, seats_called
from debate.service.merging import merge
from debate.service.minutes import Format, minutes_of
from debate.service.wiring import workspace
from tests.assembly import Assembly
from tests.groups import day

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

EN = translator("en")
FORMS: tuple[Format, ...] = ("html", "json")


def parts_of(room: Assembly, folder: Path, stream: random.Random, count: int) -> list[Path]:
    """Write what several people hold of a debate: overlapping parts, each of whole chains."""
    documents = list(room.session.documents())
    head = {"kind": KIND, "format": 1, "session": room.session.id, "facts": len(documents)}
    lots: list[list[dict[str, object]]] = [[] for _ in range(count)]
    for document in documents:
        for number in stream.sample(range(count), stream.randint(1, count)):
            lots[number].append(document)
    paths = []
    for number, lot in enumerate(lots):
        stream.shuffle(lot)
        path = folder / f"{room.session.id[:8]}-{number}.jsonl"
        lines = [json.dumps(each, ensure_ascii=False) for each in (head, *lot)]
        path.write_text("\n".join(lines) + "\n", "utf-8")
        paths.append(path)
    return paths


def told(folder: Path, parts: Sequence[tuple[str, Path]]) -> list[str]:
    """Take parts in, one after the other, and return every form of minutes and of the comparison."""
    work = workspace(folder=folder, environment={})
    try:
        for name, path in parts:
            if name in work.library.sessions():
                merge(work, name, [path])
            else:
                keep(work, SessionId(name), read_facts(path)[1], source=path)
        names = sorted({name for name, _ in parts})
        seats = seats_called(work, names)
        minutes = [minutes_of(seat, form, EN) for seat in seats for form in FORMS]
        return [*minutes, *(compared_report(seats, form, EN) for form in FORMS)]
    finally:
        work.close()


@pytest.mark.parametrize("seed", range(2))
def test_a_day_of_groups_merged_in_any_order_gives_equal_minutes(tmp_path: Path, seed: int) -> None:
    stream = random.Random(seed)
    rooms = day()
    parts = [
        (room.session.id, path) for room in rooms for path in parts_of(room, tmp_path, stream, 3)
    ]
    straight = told(tmp_path / "straight", parts)
    stream.shuffle(parts)
    assert told(tmp_path / "mixed", [*parts, *parts[:3]]) == straight
