"""Arguments that many verbs share, each said once and with its help; it knows no verb."""

from __future__ import annotations

from pathlib import Path

from debate.cli.help_form import Words
from debate.cli.parser import Part, argument
from debate.i18n.marks import N_

MOMENTS = ("opening", "mid", "closing", "later")
SCHEMES = ("scale", "budget", "quadratic")
CONTRACTS = ("named", "pseudonym", "secret")
_WHICH_MOTION = N_("which motion, when there is more than one")
STORE = N_("kinto+https://host/v1, dav+https://host/folder, or a folder")


# A debate and its people --------------------------------------------------------------------


def session(w: Words) -> Part:
    """Return the argument that names a debate."""
    return argument(
        "session", metavar="DEBATE", help=w(N_("its title, or the first characters of its id"))
    )


def seat(w: Words) -> Part:
    """Return the option that names who acts at a shared keyboard."""
    return argument("--as", dest="seat", metavar="NAME", help=w(N_("who acts at this keyboard")))


def on_behalf(w: Words) -> Part:
    """Return the option that names whom one acts for."""
    return argument("--for", dest="on_behalf_of", metavar="PERSON", help=w(N_("somebody on paper")))


def person(w: Words) -> Part:
    """Return the argument that names somebody of a debate."""
    return argument(
        "person", metavar="PERSON", help=w(N_("a name, or a number from `debate people list`"))
    )


def name(w: Words) -> Part:
    """Return the argument that gives somebody a name."""
    return argument("name", metavar="NAME", help=w(N_("the name to go by, at most 40 characters")))


def charter(w: Words) -> tuple[Part, ...]:
    """Return the options that say how a debate is begun."""
    return (
        argument("--motion", action="append", metavar="ID", help=w(N_("a motion to put; repeat it"))),
        argument("--name", help=w(N_("the name you go by"))),
        argument("--scheme", choices=SCHEMES, default="scale",
                 help=w(N_("how arguments are weighed; scale when left out"))),
        argument("--contract", choices=CONTRACTS, default="named",
                 help=w(N_("what is shown of people; named when left out"))),
        argument("--runsheet", default="open", metavar="ID",
                 help=w(N_("the order of the debate; open when left out"))),
    )  # fmt: skip


def amendments(w: Words) -> tuple[Part, ...]:
    """Return the options that say what changes in the agreements of a debate."""
    return (
        argument("--title", help=w(N_("another title, of at most 120 characters"))),
        argument("--motion", action="append", metavar="ID",
                 help=w(N_("a motion to put as well; repeat it"))),
        argument("--scheme", choices=SCHEMES, help=w(N_("how arguments are weighed"))),
        argument("--contract", choices=CONTRACTS, help=w(N_("what is shown of people"))),
        argument("--runsheet", metavar="ID", help=w(N_("the order of the debate"))),
    )  # fmt: skip


# What is spoken of --------------------------------------------------------------------------


def motion_id(w: Words) -> Part:
    """Return the argument that names a motion."""
    return argument("motion", metavar="MOTION", help=w(N_("its id, or the start of it")))


def which_motion(w: Words) -> Part:
    """Return the option that names a motion where there may be only one."""
    return argument("--motion", metavar="ID", help=w(_WHICH_MOTION))


def maybe_motion(w: Words) -> Part:
    """Return the argument that names a motion, and may stay away where there is only one."""
    return argument("motion", nargs="?", metavar="MOTION", help=w(_WHICH_MOTION))


def target(w: Words) -> Part:
    """Return the argument that names an argument."""
    return argument(
        "argument", metavar="ARGUMENT", help=w(N_("its number, or the start of its id"))
    )


def about(w: Words, dest: str = "about") -> Part:
    """Return the argument that names an argument or a motion."""
    return argument(
        dest,
        metavar="ARGUMENT|MOTION",
        help=w(N_("an argument's number, or the start of an id")),
    )


def side(w: Words) -> Part:
    """Return the argument that names a side of a motion."""
    return argument("side", choices=("for", "against"), help=w(N_("which side of the motion")))


def round_of(w: Words) -> Part:
    """Return the option that tells the rounds of a ballot apart."""
    return argument("--round", type=int, default=0, metavar="N",
                    help=w(N_("which round of that ballot, 0 to 99; 0 is the first")))  # fmt: skip


# What is said -------------------------------------------------------------------------------


def sentence(w: Words, dest: str, metavar: str) -> Part:
    """Return the argument that takes one sentence."""
    return argument(dest, metavar=metavar, help=w(N_("one sentence of at most 280 characters")))


def prose(w: Words) -> Part:
    """Return the argument that takes a text of some length."""
    return argument("text", metavar="TEXT", help=w(N_("your words, at most 20,000 characters")))


def note(w: Words, flag: str, what: str = N_("why, in one line of at most 500 characters")) -> Part:
    """Return what takes a line of explanation; as an option it may stay away."""
    default = "" if flag.startswith("-") else None
    return argument(flag, metavar=flag.lstrip("-").upper(), help=w(what), default=default)


# Elsewhere ----------------------------------------------------------------------------------


def path(dest: str, help_text: str) -> Part:
    """Return the argument that names a file or a folder, which is what it is called."""
    return argument(dest, type=Path, metavar=dest.upper(), help=help_text)


def user(w: Words) -> Part:
    """Return the option that names an account at a store."""
    return argument(
        "--user", metavar="NAME", help=w(N_("your account there; the password is asked for"))
    )
