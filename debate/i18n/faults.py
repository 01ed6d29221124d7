"""The words for what is wrong with a pack or run-sheet: what it is, and how to mend it.

Keys are the codes of `debate.store.pack_fault.Fault`; placeholders are the names of its details.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from debate.i18n.catalog import Translator
from debate.i18n.failures import REASONS
from debate.i18n.marks import N_
from debate.i18n.messages import filled

FAULTS: Mapping[str, str] = {
    "pack.missing": N_(
        "There is no {name} here: a pack is a folder with that file. Start one with "
        "`debate motions new FOLDER`."
    ),
    "pack.twice": N_(
        "A pack called “{id}” was already found in {folder}. Give this one another id."
    ),
    "toml.broken": N_(
        'This cannot be read as TOML: {reason}. A line is `key = "text"`, with straight '
        "quotation marks."
    ),
    "key.unknown": N_("The key “{key}” does not exist. Remove it, or use one of: {known}."),
    "key.missing": N_("The key “{key}” is missing. Add a line such as: {example}"),
    "key.wrong": N_("The value of “{key}” cannot be used. Write it like this: {example}"),
    "key.language": N_(
        "“{key}” has no text in “{language}”, which the pack says it offers. Add it, or "
        "take the language out of `languages`."
    ),
    "motion.twice": N_("The motion “{motion}” is in the order twice. Name it once."),
    "key.too-long": N_(
        "The text of “{key}” has {length} characters; screens have room for {limit}. Shorten it."
    ),
    "id.differs": N_(
        "The id is “{found}”, but the file is named after “{wanted}”. Make them the same,"
        " in every language."
    ),
    "file.missing": N_(
        "The file {name} is missing. Write it, or take “{motion}” out of `motions` or its"
        " language out of `languages`."
    ),
    "file.unlisted": N_(
        "This file belongs to no motion of the pack. Add “{motion}” to `motions` and "
        "“{language}” to `languages` in pack.toml, or remove the file."
    ),
    "file.unreadable": N_(
        "The file cannot be read: {reason}. See that it is a file and that you may open it."
    ),
    "file.too-large": N_(
        "The file is larger than {limit} kB. Shorten it; a motion is read within minutes."
    ),
    "file.not-utf8": N_(
        "This line has bytes that are not UTF-8. Save the file again as “UTF-8” in your editor."
    ),
    "file.hidden-character": N_(
        "This line holds {character}, a character that nobody sees. Delete it, or type "
        "the line again."
    ),
    "front.missing": N_(
        "The file must begin with a line `+++`, then its keys, then `+++` again. Put them"
        " at the very top."
    ),
    "front.open": N_(
        "The front matter that begins here is never closed. Add a line `+++` under the last key."
    ),
    "proposition.missing": N_("There is no proposition. Put it in a line that begins with `# `."),
    "proposition.twice": N_(
        "There is a proposition already on line {first}. A motion has one; put the other "
        "in a motion of its own."
    ),
    "proposition.too-long": N_(
        "The proposition has {length} characters; at most {limit}. Say it in one short "
        "sentence and explain it in the background."
    ),
    "proposition.question": N_("A question cannot be for or against. Turn it into a statement."),
    "proposition.two-sentences": N_(
        "The proposition has more than one sentence. Keep one; somebody may agree with "
        "the first and not with the second."
    ),
    "proposition.two-claims": N_(
        "The proposition seems to make two claims, joined by “{joint}”. Keep one, and "
        "make a motion of the other: whoever agrees with half of it cannot vote."
    ),
    "heading.missing": N_("The heading `{heading}` is missing. Add it, with its text under it."),
    "heading.unknown": N_("The heading “{heading}” does not belong here. Use one of: {known}."),
    "heading.twice": N_(
        "The heading “{heading}” is on line {first} already. Put both texts under one heading."
    ),
    "heading.empty": N_("There is nothing under `{heading}`. Write its text."),
    "text.stray": N_(
        "This text is under no heading that takes it. Move it under one of the headings, "
        "or under an argument."
    ),
    "background.length": N_(
        "Words of background: {words}. Between {least} and {most} is what people read before they "
        "vote. Shorten or extend it."
    ),
    "argument.no-name": N_(
        "“{heading}” lacks a name before its claim. Write it as `### short-name: The "
        "claim.`, the name in lower case with hyphens."
    ),
    "name.twice": N_(
        "The name “{name}” is on line {first} already. Give each its own name, also "
        "across the sides."
    ),
    "claim.too-long": N_(
        "The claim of “{name}” has {length} characters; at most {limit}. Move what "
        "explains it to the grounds."
    ),
    "grounds.missing": N_(
        "“{name}” has no grounds. Say under the claim why one should believe it."
    ),
    "source.missing": N_(
        "“{name}” names no source. Add a line that begins with `Source:` (in Dutch `Bron:`)."
    ),
    "source.empty": N_(
        "There is no source on this line. Say what one would cite, with a link at the end"
        " if there is one."
    ),
    "source.too-long": N_(
        "This source is longer than {limit} characters. Keep author, title and year."
    ),
    "option.too-long": N_(
        "The option “{name}” has {length} characters; a ranking has room for {limit}. Shorten it."
    ),
    "side.size": N_(
        "Arguments on this side: {count}. Between {least} and {most} open a debate well. "
        "Add the best ones you know, or keep the strongest."
    ),
    "sides.unbalanced": N_(
        "Arguments for: {pro}, against: {contra}. Let the sides differ by one "
        "at most: add the best case of the smaller side."
    ),
    "questions.number": N_(
        "Questions for reflection: {count}. Between {least} and {most} fit one sitting. Add or "
        "remove some."
    ),
    "list.stray": N_(
        "This section is a list: begin each line with `- `, or with a number and a full stop."
    ),
    "list.no-colon": N_(
        "“{item}” has no colon between the word and its text. Write `- word: text`."
    ),
    "link.scheme": N_(
        "The link to “{target}” does not go to the web. Begin it with https:// or remove it."
    ),
    "html.tag": N_(
        "“{tag}” is HTML, which is not shown. Use Markdown, such as **bold** or *italic*."
    ),
    "differs.key": N_(
        "“{key}” is not what it is in {other}. Make them the same: only words differ "
        "between languages."
    ),
    "differs.lacking": N_(
        "The argument “{name}” is in {other} and not here. Add it, under the same name."
    ),
    "differs.extra": N_(
        "The argument “{name}” is not in {other}. Add it there under the same name, or "
        "remove it here."
    ),
    "differs.side": N_(
        "The argument “{name}” is on the other side in {other}. Put both on the same side."
    ),
    "differs.order": N_(
        "The arguments are in another order than in {other}. Put them in the same order."
    ),
    "differs.options": N_(
        "The options have other names, or another order, than in {other}. Only their "
        "texts may differ."
    ),
    "differs.count": N_(
        "Items here: {count}; in {other}: {wanted}. Each needs its counterpart, in the same order."
    ),
    "differs.source": N_(
        "{other} has the source “{wanted}” here. A source is cited in its own language: "
        "copy it letter by letter."
    ),
    "phases.number": N_(
        "There are {count} phases; a run-sheet has between 1 and {limit}. Each begins with a line "
        "`[[phases]]`."
    ),
    "phase.twice": N_("The phase “{name}” is on line {first} already. Give each its own id."),
    "differs.source-extra": N_("This source is not in {other}. Add it there, or remove it here."),
}

TOML: Mapping[str, str] = {
    "Invalid statement": N_("this is no line of TOML"),
    "Expected newline or end of document after a statement": N_("something follows the value"),
    "Cannot overwrite a value": N_("this is given a value twice"),
    "Expected ']' at the end of a table declaration": N_("a ] is missing"),
    "Expected ']]' at the end of an array declaration": N_("]] is missing"),
    "Expected '=' after a key in a key/value pair": N_("a = is missing after the key"),
    "Invalid initial character for a key part": N_("a key cannot begin like this"),
    "Unclosed array": N_("a list is not closed: a ] or a comma is missing"),
    "Unclosed inline table": N_("a table in braces is not closed"),
    "Unescaped '\\' in a string": N_("a \\ in a text must be written twice"),
    "Invalid hex value": N_("a number of a character is wrong"),
    "Escaped character is not a Unicode scalar value": N_("a number of a character is wrong"),
    "Unterminated string": N_("a quotation mark is not closed"),
    "Invalid date or datetime": N_("this is no date"),
    "Invalid value": N_("the value is none: a text stands in quotation marks"),
    "Illegal character": N_("a line ends inside a text, or an invisible character stands in it"),
    "Found invalid character": N_("a comment holds an invisible character"),
    "Cannot declare": N_("this table was begun before"),
    "Cannot redefine": N_("this table was begun before"),
    "Cannot mutate": N_("this is given a value twice"),
    "Duplicate inline table key": N_("this is given a value twice"),
    "Expected": N_("a sign is missing here"),
}
"""How what the reader of TOML says begins, and the same in our words; the first that fits."""

_UNKNOWN = N_("Something here cannot be used ({code}).")


class Faulty(Protocol):
    """One thing to mend: see `debate.store.pack_fault.Fault`."""

    @property
    def code(self) -> str:
        """What it is."""

    @property
    def details(self) -> Iterable[tuple[str, str | int]]:
        """Named values for the words."""


def fault_text(fault: Faulty, t: Translator) -> str:
    """Return what is wrong and how to mend it."""
    values = {name: str(value) for name, value in fault.details}
    reason = values.get("reason", "")
    toml = (words for begin, words in TOML.items() if reason.startswith(begin))
    if words := REASONS.get(reason) or next(toml, None):
        values["reason"] = t.text(words)
    return filled(t.text(FAULTS.get(fault.code, _UNKNOWN)), {"code": fault.code, **values})
