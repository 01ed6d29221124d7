"""What a guest of a room may say, by the names of what it does."""

from __future__ import annotations

from collections.abc import Iterator

from debate.cli.guest_line import GUEST_HANDLERS
from debate.cli.parser import build_parser
from debate.cli.understanding import Parser
from debate.i18n.catalog import translator

AT_HOME = {"merging:run", "people:add_seat", "records:export", "report:run", "care:backup"}


def handlers(parser: Parser) -> Iterator[str]:
    yield str(parser.get_default("handler"))
    for verb in parser.verbs.values():
        yield from handlers(verb)


def test_what_a_guest_may_do_is_in_the_grammar_and_what_reaches_the_disk_is_not_theirs() -> None:
    known = set(handlers(build_parser(translator("en"))))
    assert known >= GUEST_HANDLERS
    assert known >= AT_HOME
    assert not AT_HOME & GUEST_HANDLERS
