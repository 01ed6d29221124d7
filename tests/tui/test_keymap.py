"""One table of keys: unique, complete, and open to settings."""

from collections import Counter

from debate.tui.keymap import BY_ID, KEYS, LOCAL, bind, remapped


def test_every_id_stands_once() -> None:
    assert max(Counter(key.id for key in KEYS).values()) == 1


def test_every_key_says_what_it_does() -> None:
    assert all(key.label and key.help and key.keys and key.action for key in KEYS)


def test_letters_mean_one_thing_among_acts_on_a_screen() -> None:
    letters = Counter(
        letter for key in KEYS if not key.id.startswith(LOCAL) for letter in key.keys.split(",")
    )
    assert [letter for letter, times in letters.items() if times > 1] == []


def test_help_stands_last_in_the_table() -> None:
    assert KEYS[-1].id == "app.help"


def test_a_binding_carries_its_id_and_its_sentence() -> None:
    binding = bind("argument.add")
    assert (binding.id, binding.key, binding.tooltip) == (
        "argument.add", "a", BY_ID["argument.add"].help,
    )  # fmt: skip


def test_settings_with_unknown_names_are_reported() -> None:
    found = remapped({"argument.add": "insert", "nothing.such": "x", "find.open": " "})
    assert found.keymap == {"argument.add": "insert"}
    assert found.unknown == ("nothing.such", "find.open")
    assert found.hidden == ()


def test_an_act_whose_key_is_given_away_is_reported() -> None:
    assert remapped({"argument.add": "w"}).hidden == ("argument.weigh",)
    assert remapped({"argument.add": "?"}).hidden == ("app.help",)
    assert remapped({"argument.add": "w", "argument.weigh": "a"}).hidden == ()
