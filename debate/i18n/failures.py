"""The words of every exception, by its code, or by code and reason where a reason says more."""

from __future__ import annotations

from collections.abc import Mapping

from debate.i18n.marks import N_

FAILURES: Mapping[str, str] = {
    "error": N_("Something went wrong. What was saved before is still there."),
    "store": N_("The data folder cannot be used. What was saved before is still there."),
    "store.busy": N_(
        "Another window or program holds {path}. Nothing of this was saved; what was saved before "
        "is still there. Wait a moment and try again, or close the other one."
    ),
    "store.broken": N_(
        "A failed write to {path} could not be undone. What was saved before is still there. "
        "Open the debate again; if this comes back, run: debate doctor"
    ),
    "store.not-saved": N_(
        "Not saved: {reason} ({path}). What was saved before is still there, and so is what you "
        "typed. Put it right and try again."
    ),
    "store.newer-format": N_(
        "{path} was written by a newer version of this program (format {found}; this one knows "
        "{known}). Nothing was changed. Update the program to go on with it."
    ),
    "store.not-a-journal": N_(
        "{path} is not a file of this program. Nothing was changed. Check the name, or move the "
        "file away."
    ),
    "store.damaged": N_(
        "{path} cannot be read ({reason}). Nothing was changed. Run: debate doctor"
    ),
    "store.damaged.denied": N_(
        "{path} cannot be read: you have no permission. Nothing was changed. See whose it is, and ask "
        "them for it."
    ),
    "store.damaged.a-folder": N_(
        "{path} is a folder, and a file is needed. Nothing was changed. Name a file."
    ),
    "store.damaged.no-backup": N_(
        "{path} is no backup. Nothing was changed. Name a file that `debate backup` wrote."
    ),
    "host": N_("The room cannot be opened. What was saved before is still there."),
    "host.part-missing": N_(
        "This needs {package}, which is not installed. Run: pip install 'debate-tui[{extra}]'"
    ),
    "host.port-taken": N_(
        "Port {port} of {address} cannot be used ({reason}). Is a host running already? Choose "
        "another one with --port."
    ),
    "host.port-taken.served": N_(
        "Another window serves this debate already. Look for it, or close it first."
    ),
    "host.full": N_(
        "There is no room for more than {most} people here. Ask the facilitator to make room."
    ),
    "host.too-fast": N_(
        "This goes faster than the room can follow, so it was not saved. Wait a moment and do it "
        "again."
    ),
    "pack": N_("The motions in {path} do not pass their check:\n{faults}\nNothing was changed."),
    "trust": N_(
        "A proof of who said what does not hold ({reason}). What it belongs to is left out; "
        "everything else is kept. Run: debate doctor"
    ),
    "trust.key-damaged": N_(
        "The key of this device, {path}, is damaged. Your debates are kept and can be read. Put "
        "the file back from a backup, or move it away to go on under a new key."
    ),
    "trust.key-unreadable": N_(
        "The key of this device, {path}, cannot be read. Your debates are kept. Check that the "
        "file is yours, and try again."
    ),
    "usage.no-link": N_(
        "This is no link of a debate. One begins with debate://join# and has the remote and a code "
        "after it. Nothing was changed."
    ),
    "usage.misspelt": N_(
        "A character of this link or code is wrong or missing. Copy it again, whole; letters may be "
        "small or large. Nothing was changed."
    ),
    "trust.not-canonical": N_(
        "This holds something that cannot be signed ({what}). Nothing was saved."
    ),
    "remote": N_(
        "The remote store {remote} gave an answer that makes no sense. Everything is kept here; "
        "try again later."
    ),
    "remote.unreachable": N_(
        "{remote} does not answer ({reason}). Everything is kept here and goes out once it answers."
    ),
    "remote.unreachable.missing": N_(
        "{remote} is not there: the stick may not be plugged in, or the folder has another name. What "
        "waits to go there is kept here."
    ),
    "remote.busy": N_(
        "{remote} is too busy or under repair. Everything is kept here and goes out later."
    ),
    "remote.unauthorised": N_(
        "{remote} does not let this device in. Everything is kept here. Ask for a new invitation, "
        "or check the account with: debate remote status"
    ),
    "remote.too-large": N_(
        "{remote} does not take something as large as this ({size} bytes). Everything is kept here. "
        "Ask its operator for a higher limit, or add another remote."
    ),
    "remote.full": N_(
        "{remote} is full. Everything is kept here. Make room there, or add another remote."
    ),
    "remote.not-a-store": N_(
        "What answers at {remote} is not a store for debates ({found}). Nothing was sent. Check the "
        "address; a network that asks to log in first gives such answers too."
    ),
    "remote.amnesia": N_(
        "{remote} lost what it had. Nothing is lost here; what it lacks is sent again."
    ),
    "remote.no-relay": N_(
        "A relay needs {package}, which is not installed here. Install and start it with: {command}"
    ),
    "remote.not-listening": N_(
        "The relay cannot listen at {address} ({reason}). Choose another port with --port."
    ),
    "usage": N_("“{value}” is not known here ({what}). Nothing was changed."),
    "usage.grammar": N_("{message} `{command} --help` tells more. Nothing was changed."),
    "usage.range": N_(
        "“{value}” cannot be {what}: it takes a whole number from {least} to {most}. Nothing was "
        "changed."
    ),
    "usage.not-a-number": N_(
        "“{value}” cannot be {what}: it takes a whole number, or `none`. Nothing was changed."
    ),
    "usage.not-here": N_(
        "That cannot be done from here: it belongs to the machine of the host. Nothing was changed."
    ),
    "usage.not-yet": N_("“{value}” is not shown in this phase of the debate ({what})."),
    "usage.past": N_("{value} is over; choose a day that is still to come. Nothing was changed."),
    "usage.none": N_("There is no debate here yet. Begin one with: debate new"),
    "usage.several": N_(
        "“{value}” is the name of more than one here ({what}). Say which by its number or id. "
        "Nothing was changed."
    ),
    "usage.missing": N_("Say which one you mean ({what}). Nothing was changed."),
    "usage.no-document": N_(
        "`--json` answers one verb with one document, and this is a conversation. Put it behind a "
        "verb, such as `debate list --json`. Nothing was changed."
    ),
    "usage.no-file": N_("There is no {value}. Nothing was changed. Check the name and the folder."),
    "usage.denied": N_(
        "{value} cannot be read: you have no permission. Nothing was changed. See whose it is, and "
        "ask them for it."
    ),
    "usage.a-folder": N_(
        "{value} is a folder, and a file is needed. Nothing was changed. Name a file."
    ),
    "usage.no-folder": N_(
        "{value} is a file, and a folder is needed. Nothing was changed. Name a folder."
    ),
    "usage.neither": N_(
        "“{value}” is neither a debate here nor a file. Nothing was changed. `debate list` names the "
        "debates; a file is one that `debate export` wrote."
    ),
    "usage.exists": N_("“{value}” is there already ({what}). Nothing was changed."),
    "usage.no-organiser": N_(
        "This is not an organiser's link; such a link begins with debate://organise#. A group's own "
        "link goes to `debate join`. Nothing was changed."
    ),
    "usage.no-gathering": N_(
        "You organise no groups from here yet. `debate organise begin` begins them; with an "
        "organiser's link `debate organise find` finds them."
    ),
    "usage.one-group": N_(
        "To compare takes two debates or more, and {value} is one. Name the others too. Nothing was "
        "changed."
    ),
    "usage.other-debate": N_(
        "{value} holds another debate, and debates are not mixed: what one group said does not count "
        "in another. To see groups side by side: `debate compare`. Nothing was changed."
    ),
    "usage.no-debate": N_("{value} holds no debates. Nothing was changed."),
    "usage.twice": N_("“{value}” names a debate that was named before. Nothing was changed."),
    "usage.secret": N_(
        "An address holds no name, password or secret: those would end up in logs. Give the account "
        "with --user. Nothing was changed."
    ),
    "usage.clear": N_(
        "{value} is on the open net and without encryption on the way. Use https. Nothing was changed."
    ),
    "usage.append-only": N_("What a debate holds can only be added to. Nothing was changed."),
}
"""What happened, what was kept, what to do next."""

REASONS: Mapping[str, str] = {
    "full": N_("the disk is full"),
    "quota": N_("your share of the disk is full"),
    "too-large": N_("the file would become too large"),
    "read-only": N_("the disk can only be read"),
    "denied": N_("you have no permission there"),
    "input-output": N_("the disk reports an error"),
    "missing": N_("there is no such file or folder"),
    "no-folder": N_("a part of the path is no folder"),
    "a-folder": N_("it is a folder"),
    "taken": N_("something of that name is there already"),
    "not-empty": N_("the folder is not empty"),
    "long-name": N_("the name is too long"),
    "loop": N_("its links go round in a circle"),
    "many-files": N_("too many files are open"),
    "in-use": N_("another program uses it"),
    "address-taken": N_("something listens there already"),
    "no-address": N_("the address is not one of this machine"),
    "refused": N_("the system refused"),
    "cut off": N_("the connection was cut off"),
    "timeout": N_("it took too long"),
    "no connection": N_("no connection could be made"),
    "TLS": N_("its certificate does not hold"),
    "protocol": N_("it does not speak HTTP as it should"),
    "unreadable": N_("its content makes no sense"),
    "unfinished": N_("it ends in the middle"),
    "damaged": N_("part of it is damaged"),
    "no-backup": N_("it is no backup"),
    "backup-changed": N_("it is not what was written"),
    "backup-foreign": N_("it holds a file that no backup has"),
    "not-base64url": N_("a key or signature is misspelt"),
}
"""Reasons that are put into the sentence of a code."""

THINGS: Mapping[str, str] = {
    "argument": N_("an argument"),
    "change": N_("a change"),
    "confidence": N_("a confidence"),
    "device": N_("a device"),
    "document": N_("a document"),
    "file": N_("a file"),
    "folder": N_("a folder"),
    "invitation": N_("an invitation"),
    "gathering": N_("groups that you organise"),
    "groups": N_("a number of groups"),
    "key": N_("a key"),
    "language": N_("a language"),
    "merge": N_("a proposal to see arguments as one"),
    "motion": N_("a motion"),
    "option": N_("an answer to rank"),
    "outcome": N_("an outcome"),
    "person": N_("a person"),
    "phase": N_("a phase"),
    "polis export": N_("an export of Polis"),
    "question": N_("a question"),
    "relation": N_("a relation between arguments"),
    "remote": N_("a remote store"),
    "restatement": N_("a restatement"),
    "round": N_("a round"),
    "runsheet": N_("a run-sheet"),
    "seat": N_("a seat at this keyboard"),
    "session": N_("a debate"),
    "setting": N_("a setting"),
    "stance": N_("a stance"),
    "trash": N_("something thrown away"),
    "weight": N_("a weight"),
}
"""What a request names, put into the sentence of `usage`."""
