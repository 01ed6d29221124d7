r"""Keep the catalogues in step with the program: `python -m tests.tools.catalogue`.

Without arguments: extract all texts from `debate/`, write them to each catalogue in order of the
alphabet with the translations there were, and list what has no translation. Texts that are gone
are dropped. `--fill FILE` takes translations from lines `English ||| Dutch`; a count has four
fields, `one ||| many ||| een ||| meer`. In both, `\n` stands for a line break. `--check` writes
nothing, and fails when something would change or is missing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from debate.i18n.catalog import FALLBACK, LANGUAGES, LOCALES
from tests.house.sources import python_sources
from tests.tools.messages import Message, find_messages

SEPARATOR = " ||| "
HEADER = r"""# The texts of debate. `make catalogue` writes this file: edit the translations alone.
msgid ""
msgstr ""
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""

Translations = Mapping[Message, Message]


def catalogue_path(language: str) -> Path:
    """Return the catalogue of a language."""
    return LOCALES / language / "LC_MESSAGES" / "debate.po"


def read_translations(language: str) -> dict[Message, Message]:
    """Return what the catalogue of a language holds, without texts that wait for a translation."""
    path = catalogue_path(language)
    if not path.exists():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    return {
        _hashable(message.id): _hashable(message.string)
        for message in catalogue
        if message.id and _is_whole(message.string) and not message.fuzzy
    }


def render(language: str, messages: Iterable[Message], translations: Translations) -> str:
    """Return the text of a catalogue: no dates, no places, the alphabet's order."""
    catalogue = Catalog(locale=language)
    for message in sorted(messages, key=_first):
        catalogue.add(message, translations.get(message))
    written = BytesIO()
    write_po(written, catalogue, width=96, no_location=True, omit_header=True)
    return HEADER.replace("{language}", language) + written.getvalue().decode()


def read_lines(lines: Iterable[str]) -> dict[Message, Message]:
    """Return the translations in lines of `English ||| Dutch`.

    Raises:
        ValueError: a line has neither two nor four fields.
    """
    filled: dict[Message, Message] = {}
    for number, line in enumerate(lines, start=1):
        fields = [field.replace("\\n", "\n") for field in line.rstrip("\r\n").split(SEPARATOR)]
        match fields:
            case [""]:
                continue
            case [msgid, string]:
                filled[msgid] = string
            case [one, many, een, meer]:
                filled[one, many] = (een, meer)
            case _:
                raise ValueError(f"line {number}: {len(fields)} fields")
    return filled


def missing(messages: Iterable[Message], translations: Translations) -> list[Message]:
    """Return the texts that have no translation, in order."""
    return sorted((message for message in messages if message not in translations), key=_first)


def as_line(message: Message) -> str:
    """Return a text as the start of a line that `--fill` takes."""
    fields = message if isinstance(message, tuple) else (message,)
    return SEPARATOR.join(field.replace("\n", "\\n") for field in fields)


def main(arguments: Sequence[str] | None = None) -> int:
    """Bring the catalogues up to date; return 1 when something is wrong or missing."""
    options = _options(arguments)
    found = find_messages(python_sources("debate"))
    filled = read_lines(options.fill.read_text("utf-8").splitlines()) if options.fill else {}
    for stranger in filled.keys() - found.messages.keys():
        print(f"not in the program: {as_line(stranger)}", file=sys.stderr)
    is_whole = not found.faults
    for language in LANGUAGES:
        is_source = language == FALLBACK
        translations = {} if is_source else {**read_translations(language), **filled}
        messages = [] if is_source else list(found.messages)
        is_current = _keep(language, render(language, messages, translations), options.check)
        lacking = missing(messages, translations)
        print(*(f"{as_line(message)}\n" for message in lacking), sep="", end="")
        is_whole = is_whole and is_current and not lacking
    print(*(f"{fault}\n" for fault in found.faults), sep="", end="", file=sys.stderr)
    return 0 if is_whole else 1


def _keep(language: str, text: str, is_check: bool) -> bool:
    """Write a catalogue, or only say whether it is as it should be."""
    path = catalogue_path(language)
    if is_check:
        return path.exists() and path.read_text("utf-8") == text
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return True


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="catalogue", description=__doc__)
    parser.add_argument("--fill", type=Path, metavar="FILE", help="take translations from a file")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when not in step")
    return parser.parse_args(arguments)


def _first(message: Message) -> tuple[str, ...]:
    """Return what texts are put in order by."""
    return message if isinstance(message, tuple) else (message,)


def _hashable(text: object) -> Message:
    """Return a text or the two forms of a count, as Babel holds them, in a form to look up by."""
    if isinstance(text, (list, tuple)):
        return (str(text[0]), str(text[1]))
    return str(text)


def _is_whole(string: object) -> bool:
    """Whether a translation is there, in all its forms."""
    return all(string) if isinstance(string, (list, tuple)) else bool(string)


if __name__ == "__main__":
    raise SystemExit(main())
