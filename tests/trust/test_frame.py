"""A sealed frame gives back its facts to those it is for, and nothing to anybody else."""

from __future__ import annotations

import json
import zlib
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.domain.ids import SessionId
from debate.errors import TrustError
from debate.trust import cargo, sodium
from debate.trust import frame as frames
from debate.trust.canonical import canonical, from_text
from debate.trust.circle import Circle
from debate.trust.envelope import Document, Item, extend
from debate.trust.frame import BLOCK, OVERHEAD, frame_name, is_whole, open_frame, read, seal
from debate.trust.keys import SigningKey

SESSION = SessionId("ab" * 16)
KEY = SigningKey(b"k" * 32)
OTHER = SigningKey(b"o" * 32)
CIRCLE = Circle.of(b"s" * 16)
CANARY = "canary-in-the-coal-mine"


@cache
def facts(count: int = 3) -> tuple[Document, ...]:
    items = [Item("weight.set", {"text": f"{CANARY} {n}"}) for n in range(count)]
    times = [f"17600000{n:05d}-0000" for n in range(count)]
    return tuple(extend(None, items, KEY, SESSION, times))


def reason_of(circle: Circle, name: str, content: bytes) -> str:
    with pytest.raises(TrustError) as caught:
        open_frame(circle, name, content)
    return str(caught.value.details["reason"])


def test_facts_come_out_as_they_went_in() -> None:
    name, content = seal(CIRCLE, KEY, facts())
    opened = open_frame(CIRCLE, name, content)
    assert opened.load.documents == facts()
    assert (opened.load.session, opened.load.author) == (SESSION, KEY.public)
    assert (opened.frame.first, opened.frame.count) == (1, 3)
    assert name == frame_name(CIRCLE, KEY.public, 1)


def test_frames_of_one_log_show_that_they_follow_each_other() -> None:
    first, second = (read(seal(CIRCLE, KEY, part)[1]) for part in (facts()[:2], facts()[2:]))
    assert first.tip == second.before
    assert second.first == first.first + first.count
    assert first.before == bytes(32)


def test_whoever_may_only_read_reads_and_can_seal_nothing() -> None:
    name, content = seal(CIRCLE, KEY, facts())
    reader = CIRCLE.read_only
    assert open_frame(reader, name, content).load.documents == facts()
    assert reader.write_password is None
    with pytest.raises(ValueError, match="admits nobody"):
        seal(reader, KEY, facts())


def test_a_holder_without_keys_can_check_a_frame_and_read_none_of_it() -> None:
    _, content = seal(CIRCLE, KEY, facts())
    assert is_whole(content)
    assert CANARY.encode() not in content
    assert CIRCLE.content_key not in content
    for key in (KEY.public, SESSION):
        assert key.encode() not in content


def test_a_store_cannot_tell_that_two_debates_have_a_device_in_common() -> None:
    here, there = (read(seal(circle, KEY, facts())[1]) for circle in (CIRCLE, Circle.of(b"t" * 16)))
    assert here.replica != there.replica
    assert here.courier != there.courier
    assert here.tip != there.tip


@pytest.mark.parametrize("count", [1, 2, 30])
def test_a_frame_is_padded(count: int) -> None:
    sizes = {len(seal(CIRCLE, KEY, facts(count))[1]) for _ in range(3)}
    (size,) = sizes
    assert size % BLOCK == 0


@given(st.data())
def test_no_changed_byte_is_accepted(data: st.DataObject) -> None:
    name, content = sealed()
    place = data.draw(st.integers(0, len(content) - 1))
    changed = bytearray(content)
    changed[place] ^= data.draw(st.integers(1, 255))
    assert not is_whole(bytes(changed))
    assert reason_of(CIRCLE, name, bytes(changed)) in {"frame-torn", "frame-forged"}


@cache
def sealed() -> tuple[str, bytes]:
    return seal(CIRCLE, KEY, facts())


def test_no_torn_frame_is_accepted() -> None:
    name, content = sealed()
    for length in range(len(content)):
        assert reason_of(CIRCLE, name, content[:length]) == "frame-torn"
    assert reason_of(CIRCLE, name, content + b"\0") == "frame-torn"


def test_a_frame_under_another_name_or_at_another_place_is_refused() -> None:
    name, content = sealed()
    assert reason_of(CIRCLE, name[:-1] + "2", content) == "frame-elsewhere"
    assert reason_of(Circle.of(b"t" * 16), name, content) == "frame-elsewhere"


def test_a_frame_of_somebody_who_may_only_read_is_refused() -> None:
    """They know the content key, and everything but the admission key."""
    _, content = sealed()
    head = content[: frames._HEAD.size]
    fields = list(frames._HEAD.unpack(head))
    stranger = OTHER.courier(CIRCLE.place)
    forged = from_text(stranger.public, 32)
    fields[8] = forged
    fields[9] = stranger.sign(CIRCLE._pass(forged))
    body = frames._HEAD.pack(*fields) + content[frames._HEAD.size : -64]
    assert reason_of(CIRCLE, sealed()[0], body + stranger.sign(body)) == "frame-stranger"


def reframed(plain: bytes, *, first: int = 1, count: int = 3) -> tuple[str, bytes]:
    """Seal any content at all with every key there is."""
    courier = KEY.courier(CIRCLE.place)
    public = from_text(courier.public, 32)
    plain += bytes(-(len(plain) + OVERHEAD) % BLOCK)
    head = frames._HEAD.pack(
        b"DBF1", len(plain) + OVERHEAD, CIRCLE.place, CIRCLE.replica(KEY.public), first, count,
        CIRCLE.link(None), CIRCLE.link(facts()[-1]["id"]), public, CIRCLE.admit(public), bytes(24),
    )  # fmt: skip
    body = head + sodium.encrypt(plain, head, bytes(24), CIRCLE.content_key)
    return frame_name(CIRCLE, KEY.public, first), body + courier.sign(body)


def content_of(**changes: object) -> bytes:
    plain = json.loads(zlib.decompress(cargo.pack(facts())))
    return zlib.compress(canonical({**plain, **changes}))


def changed_fact(**changes: object) -> bytes:
    plain = json.loads(zlib.decompress(cargo.pack(facts())))
    plain["f"][0] = {**plain["f"][0], **changes}
    return zlib.compress(json.dumps(plain).encode())


def test_a_frame_made_by_hand_opens_when_all_is_right() -> None:
    name, content = reframed(cargo.pack(facts()))
    assert open_frame(CIRCLE, name, content).load.documents == facts()


@pytest.mark.parametrize(
    "plain",
    [
        b"no compression",
        cargo.pack(facts())[:-5],
        cargo.pack(facts()) + b"more",
        zlib.compress(b"no json"),
        zlib.compress(b"[]"),
        zlib.compress(b"[" * 100_000),
        zlib.compress(bytes(cargo.INFLATED_LIMIT + 1)),
        content_of(x=1),
        content_of(f=[]),
        content_of(f=[1, 2, 3]),
        content_of(a="nobody"),
        content_of(p=facts()[0]["id"]),
        changed_fact(x=1),
        changed_fact(k="No kind"),
        changed_fact(d={"f": 0.5}),
        changed_fact(d={"text": "changed"}),
    ],
)
def test_content_that_is_not_what_a_frame_holds_is_refused(plain: bytes) -> None:
    assert reason_of(CIRCLE, *reframed(plain)) == "frame-unreadable"


def test_a_header_that_counts_wrongly_is_refused() -> None:
    assert reason_of(CIRCLE, *reframed(cargo.pack(facts()), count=2)) == "frame-unreadable"
    assert reason_of(CIRCLE, *reframed(cargo.pack(facts()), first=2)) == "frame-unreadable"


def test_what_was_sealed_with_other_keys_is_refused() -> None:
    other = Circle(b"x" * 16, CIRCLE.admission, CIRCLE.join_secret)
    object.__setattr__(other, "place", CIRCLE.place)
    name, content = seal(other, KEY, facts())
    assert reason_of(CIRCLE, name, content) == "frame-unreadable"


def test_a_fact_before_the_first_that_is_none_is_refused() -> None:
    plain = json.loads(zlib.decompress(cargo.pack(facts()[1:])))
    plain["p"] = "A" * 42 + "B"
    packed = zlib.compress(canonical(plain))
    assert reason_of(CIRCLE, *reframed(packed, first=2, count=2)) == "frame-unreadable"


def test_only_consecutive_facts_of_one_author_make_a_frame() -> None:
    for odd in ((facts()[0], facts()[2]), (facts()[1], facts()[0])):
        with pytest.raises(ValueError, match="consecutive"):
            seal(CIRCLE, KEY, odd)


def test_facts_beyond_every_limit_make_no_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cargo, "INFLATED_LIMIT", 10)
    with pytest.raises(TrustError, match="frame-too-large"):
        seal(CIRCLE, KEY, facts())
