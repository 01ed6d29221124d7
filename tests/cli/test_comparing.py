"""Groups compared, replicas put together, and checks of files, all by command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debate.service.carrying import write_facts
from tests.cli.conftest import Shell
from tests.groups import BOATS, day, group


@pytest.fixture
def groups(debate: Shell) -> Shell:
    """A data folder with three break-out groups, taken in from files that lie beside it."""
    for room in day():
        file = debate.folder.parent / f"{room.debate.charter.title}.jsonl"
        write_facts(room.session, file)
        debate("import", str(file))
    return debate


def file_of(shell: Shell, name: str) -> str:
    return str(shell.folder.parent / f"{name}.jsonl")


def other(shell: Shell, name: str = "other") -> Shell:
    return Shell(shell.folder.parent / name, shell._capsys)


# Comparing ---------------------------------------------------------------------------------------


def test_groups_are_compared_in_sentences(groups: Shell) -> None:
    out = " ".join(groups("compare", "Group A", "Group B", "Group C").out.split())
    assert "Group A: 7 people moved by +29 on average" in out
    assert "19 people of 3 groups moved by +1 on average." in out
    assert f"Group A never raised - ▼ {BOATS} Raised in Group B." in out
    assert "Every group gives these much:" in out


def test_groups_are_compared_for_a_program(groups: Shell) -> None:
    found = groups("compare", "Group A", "Group B", "--json").json
    assert [each["name"] for each in found["groups"]] == ["Group A", "Group B"]
    assert [len(words) for words in found["words"]] == [6, 6]
    assert groups("compare", "Group A", "Group B", "--motion", "curf", "--json").json["motions"] == found["motions"]  # fmt: skip
    groups("compare", "Group A", "Group B", "--motion", "none", code=2)


def test_files_are_compared_without_taking_them_in(debate: Shell) -> None:
    for room in day():
        write_facts(room.session, Path(file_of(debate, room.debate.charter.title)))
    out = debate("compare", file_of(debate, "Group A"), file_of(debate, "Group B")).out
    assert "Group B: 7 people" in out
    assert debate("list", "--json").json == []


def test_a_report_is_written_in_a_form(groups: Shell) -> None:
    path = groups.folder.parent / "groups.html"
    groups("compare", "Group A", "Group B", "--format", "html", "-o", str(path))
    first = path.read_bytes()
    groups("compare", "Group A", "Group B", "--format", "html", "-o", str(path), "--json")
    assert path.read_bytes() == first
    assert groups("compare", "Group A", "Group B", "--format", "csv").out.startswith("motion,part")
    groups("compare", "Group A", "Group B", "-o", str(path))
    assert path.read_text("utf-8").startswith("2 groups compared")


def test_one_group_and_the_same_group_twice_are_refused(groups: Shell) -> None:
    assert "two debates or more" in groups("compare", "Group A", code=2).err
    assert "was named before" in groups("compare", "Group A", "Group A", code=2).err
    assert "Group B" in groups("compare", "Group A", "Group X", code=2).err


def test_debates_of_one_title_are_told_apart_by_their_id(debate: Shell) -> None:
    names = []
    for number in range(2):
        room = group(number, title="Monday")
        write_facts(room.session, Path(file_of(debate, str(number))))
        debate("import", file_of(debate, str(number)))
        names.append(room.session.id)
    found = debate("compare", *names, "--json").json
    assert [each["name"] for each in found["groups"]] == [f"Monday ({name[:8]})" for name in names]


def test_a_file_without_the_beginning_of_its_debate_cannot_be_compared(groups: Shell) -> None:
    path = Path(file_of(groups, "Group A"))
    head, _, *rest = path.read_text("utf-8").splitlines()
    torn = path.with_name("torn.jsonl")
    torn.write_text("\n".join([head, *rest]) + "\n", "utf-8")
    assert "it ends in the middle" in groups("compare", str(torn), "Group B", code=5).err


def test_facts_of_a_file_that_do_not_hold_are_told_and_do_not_count(groups: Shell) -> None:
    path = Path(file_of(groups, "Group A"))
    sound = groups("compare", str(path), "Group B", "--json").json
    assert sound["left_out"] == [0, 0]
    head, *facts = path.read_text("utf-8").splitlines()
    forged = facts[-1].replace('"sig":"', '"sig":"A')
    path.write_text("\n".join([head, *facts[:-1], forged, "1"]) + "\n", "utf-8")
    answer = groups("compare", str(path), "Group B", code=1)
    assert f"2 facts of {path} do not hold and did not count" in answer.err
    assert groups("compare", str(path), "Group B", "--json", code=1).json["left_out"] == [2, 0]
    page = path.with_name("groups.html")
    groups("compare", str(path), "Group B", "--format", "html", "-o", str(page), code=1)
    assert "a check did not hold" in page.read_text("utf-8")


def test_what_is_neither_a_debate_nor_a_file_is_told_as_that(groups: Shell) -> None:
    for words in (["compare", "gone.jsonl", "Group B"], ["merge", "Group A", "gone.jsonl"]):
        assert "neither a debate here nor a file" in groups(*words, code=2).err
    assert "geen debat hier" in groups("compare", "weg", "Group B", "--lang", "nl", code=2).err


# Checking ----------------------------------------------------------------------------------------


def test_a_file_of_facts_is_checked_and_bears_the_same_six_words(groups: Shell) -> None:
    (here,) = groups("verify", "Group A", "--json").json
    (there,) = groups("verify", file_of(groups, "Group A"), "--json").json
    assert there["holds"]
    assert there["words"] == here["words"]
    assert there["figures"] == here["figures"] == 5


def test_a_file_without_facts_has_nothing_to_check(groups: Shell) -> None:
    path = Path(file_of(groups, "Group A"))
    path.write_text(path.read_text("utf-8").partition("\n")[0] + "\n", "utf-8")
    answer = groups("verify", str(path), code=1)
    assert "nothing to check" in answer.out
    assert "Everything holds" not in answer.out
    assert not groups("verify", str(path), "--json", code=1).json[0]["holds"]


def test_what_is_missing_is_named_by_author_and_number(groups: Shell) -> None:
    path = Path(file_of(groups, "Group A"))
    head, *facts = path.read_text("utf-8").splitlines()
    clothilde = [fact for fact in facts if json.loads(fact)["a"] == json.loads(facts[3])["a"]]
    inner = path.with_name("inner.jsonl")
    inner.write_text("\n".join([head, *(f for f in facts if f != clothilde[2])]) + "\n", "utf-8")
    assert "Missing of Clothilde: 3." in groups("verify", str(inner), code=1).out
    (found,) = groups("verify", str(inner), "--json", code=1).json
    assert found["missing"][0]["author"] == "Clothilde"
    assert (found["missing"][0]["first"], found["missing"][0]["last"]) == (3, 3)


def test_a_tail_that_was_kept_back_is_named_by_who_had_seen_it(groups: Shell) -> None:
    path = Path(file_of(groups, "Group A"))
    head, *facts = path.read_text("utf-8").splitlines()
    author = json.loads(facts[3])["a"]
    theirs = [fact for fact in facts if json.loads(fact)["a"] == author]
    short = path.with_name("short.jsonl")
    short.write_text("\n".join([head, *(f for f in facts if f not in theirs[2:])]) + "\n", "utf-8")
    out = groups("verify", str(short), code=1).out
    assert "Missing of Clothilde: 3" in out
    assert "Adaline had seen them." in out


def test_a_secret_debate_names_nobody_whose_facts_are_missing(debate: Shell) -> None:
    room = group(0, contract="secret")
    path = Path(file_of(debate, "secret"))
    write_facts(room.session, path)
    head, *facts = path.read_text("utf-8").splitlines()
    author = json.loads(facts[3])["a"]
    theirs = [fact for fact in facts if json.loads(fact)["a"] == author]
    path.write_text("\n".join([head, *(f for f in facts if f != theirs[2])]) + "\n", "utf-8")
    out = debate("verify", str(path), code=1).out
    assert "Missing of one author: 3." in out
    assert author[:8] not in out


def test_a_changed_figure_is_no_secret(groups: Shell) -> None:
    groups("settings", "semantics", "mlp")
    assert groups("verify", "Group A", "--json").json[0]["holds"]


# Putting together --------------------------------------------------------------------------------


def test_files_and_folders_of_one_debate_are_put_together(monday: Shell) -> None:
    file = monday.folder.parent / "monday.jsonl"
    monday("export", "Monday", str(file))
    bo = other(monday, "bo")
    bo("import", str(file))
    monday("argue", "Monday", "against", "It is not so")
    monday("argue", "Monday", "for", "It is so")
    answer = bo("merge", "Monday", str(monday.folder), str(file), "--json").json
    assert answer["new"] == 2
    assert "0 new facts in “Monday”." in bo("merge", "replicas", "Monday", str(monday.folder)).out
    assert "It is so" in bo("show", "Monday").out
    words = [shell("verify", "Monday", "--json").json[0]["words"] for shell in (monday, bo)]
    assert words[0] == words[1] == answer["words"]


def test_another_debate_is_not_merged_but_compared(groups: Shell) -> None:
    for source in (file_of(groups, "Group B"), "Group B"):
        answer = groups("merge", "Group A", source, code=2)
        assert "debate compare" in answer.err
    alone = other(groups)
    alone("import", file_of(groups, "Group B"))
    assert "debate compare" in groups("merge", "Group A", str(alone.folder), code=2).err
    assert "holds no debates" in groups("merge", "Group A", str(groups.folder.parent), code=2).err
    groups("merge", "Group A", "nowhere.jsonl", code=2)


def test_what_was_changed_on_the_way_is_left_out(monday: Shell) -> None:
    file = monday.folder.parent / "monday.jsonl"
    monday("argue", "Monday", "for", "It is so")
    monday("export", "Monday", str(file))
    file.write_text(file.read_text("utf-8").replace("It is so", "It is not"), "utf-8")
    answer = monday("merge", "Monday", str(file), code=1)
    assert "1 fact does not hold and was left out." in answer.out


def test_facts_that_are_still_missing_are_told(groups: Shell) -> None:
    path = Path(file_of(groups, "Group A"))
    head, *facts = path.read_text("utf-8").splitlines()
    alone = other(groups)
    first = path.with_name("first.jsonl")
    first.write_text("\n".join([head, facts[0], facts[1]]) + "\n", "utf-8")
    alone("import", str(first))
    last = path.with_name("last.jsonl")
    last.write_text("\n".join([head, *facts[12:]]) + "\n", "utf-8")
    assert "still missing" in alone("merge", "Group A", str(last)).out
