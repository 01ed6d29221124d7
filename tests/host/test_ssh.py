"""The way in by ssh, with a real client on a real socket in the same process."""

from __future__ import annotations

import asyncio
import random
import re
from dataclasses import replace
from pathlib import Path

import asyncssh
import pytest

from debate.domain.commands import AddArgument, GrantRole, RemoveParticipant
from debate.errors import PortTaken, TrustError
from debate.host.host_key import open_host_key
from debate.host.hosting import is_served, renew_code
from debate.host.limits import Limits
from debate.host.line_channel import MOST_LINES
from debate.host.plan import Plan, shown_address
from debate.host.qr import qr_lines
from debate.host.status import counts_line, door_lines
from debate.i18n.catalog import translator
from debate.service.doorplate import Doorplate, doorplate_of
from debate.service.network import HERE, own_address
from debate.service.wiring import workspace as workspace_at
from tests.host.channel import PATIENCE
from tests.host.ssh import PLAN, Answering, OnlyOffered, Screen, fresh_key, go_in, screen_of, served
from tests.tui.screens.evening import Evening, done


async def test_a_key_is_an_identity_and_the_code_admits(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        key = fresh_key()
        async with here.connect(client_keys=[key]) as connection:
            screen = await screen_of(connection)
            await go_in(screen, here.host.plate.code, "Bob")
            assert here.host.counts.here == 1
            screen.process.change_terminal_size(90, 28)
        async with here.connect(client_keys=[key]) as connection:
            screen = await screen_of(connection)
            await screen.sees("Open floor")
            assert "Ask the facilitator" not in screen.text
        assert here.host.counts.taking_part == 2


async def test_a_key_that_was_only_offered_proves_nothing(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        bob, mallory = fresh_key(), Answering(here.host.plate.code)
        async with here.connect(client_keys=[bob]) as connection:
            await go_in(await screen_of(connection), here.host.plate.code, "Bob")
        offering = OnlyOffered(bob)
        async with here.connect(
            client_keys=[offering], client_factory=lambda: mallory
        ) as connection:
            assert offering.was_asked
            screen = await screen_of(connection)
            text = await screen.sees("What is your name?")
            assert "Open floor" not in text
        assert here.host.counts.taking_part == 2


async def test_who_has_no_key_types_the_code_at_the_login(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        wrong = Answering("bcd-fgh", "bcd-fgh", "bcd-fgh")
        with pytest.raises(asyncssh.PermissionDenied):
            await here.connect(client_factory=lambda: wrong)
        assert wrong.asked[0] == "Code: "
        right = Answering(here.host.plate.code)
        async with here.connect(client_factory=lambda: right) as connection:
            screen = await screen_of(connection)
            await screen.sees("What is your name?", "bob")
            screen.type(b"\x15Bob\r")
            text = await screen.sees("Your own code: ")
            own = re.search(r"Your own code: ([a-z0-9-]+)", text)
            assert own is not None
        again = Answering(own[1])
        async with here.connect(client_factory=lambda: again) as connection:
            await (await screen_of(connection)).sees("Open floor")
        assert here.host.counts.taking_part == 2
        assert "code.wrong" in here.audit
        assert own[1] not in here.audit


async def test_a_bare_command_is_a_line_of_line_mode(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        key = fresh_key()
        async with here.connect(client_keys=[key]) as connection:
            talk = await connection.run(
                input=f'{here.host.plate.code}\nBob\nargue for "Tea keeps one calm" --motion tea\nquit\n'
            )
            assert "Saved as argument 5." in talk.stdout
            assert talk.exit_status == 0
        async with here.connect(client_keys=[key]) as connection:
            shown = await connection.run("debate show")
            assert "Tea keeps one calm" in shown.stdout
            refused = await connection.run("backup /tmp/nobody.tar")
            assert "That is not done from here." in refused.stdout
            assert refused.exit_status == 1
        async with here.connect(client_keys=[key]) as connection:
            hidden = await connection.run("--lang nl settings language nl")
            assert "not done from here" in hidden.stdout
            people = await connection.run("people seat Eve")
            assert "not done from here" in people.stdout
        for verb in ("verb backup", "verb settings", "verb people"):
            assert verb in here.audit


async def test_a_script_of_any_length_is_done_line_by_line_to_its_end(tmp_path: Path) -> None:
    count = 4 * MOST_LINES
    async with served(tmp_path) as here, here.connect(client_keys=[fresh_key()]) as connection:
        lines = "".join(f"Nonsense{number}\n" for number in range(count))
        talk = await connection.run(input=f"{here.host.plate.code}\nBob\n{lines}quit\n")
        assert talk.exit_status == 0
        assert talk.stdout.count("Nonsense") == count


async def test_a_guest_sits_at_no_seat_but_their_own(tmp_path: Path) -> None:
    async with served(tmp_path) as here, here.connect(client_keys=[fresh_key()]) as connection:
        talk = await connection.run(
            input=f"{here.host.plate.code}\nBob\nas Ada\nas Zed\nas bob\nquit\n"
        )
        assert talk.stdout.count("Known here: Bob.") == 2
        assert talk.stdout.count("What you say next is said by") == 1


async def test_no_guest_names_a_place_on_the_disk_or_sees_another_debate(tmp_path: Path) -> None:
    async with served(tmp_path / "data") as here:
        Evening(here.workspace).begin()
        key = fresh_key()
        async with here.connect(client_keys=[key]) as connection:
            await connection.run(input=f"{here.host.plate.code}\nBob\nquit\n")
            listed = await connection.run("list")
            assert listed.stdout.count("An evening") == 1
        before = here.seat.session.position
        for line in (
            f"list --data-dir {tmp_path}",
            "list --motions /etc",
            "merge replicas 'An evening' /etc/shadow",
            "export 'An evening' /tmp/nobody --json",
        ):
            async with here.connect(client_keys=[key]) as connection:
                refused = await connection.run(line)
            told = refused.stdout.removesuffix("\r\n")
            assert told.startswith("That is not done from here"), line
            assert ("`merge propose`" in told) == line.startswith("merge"), line
            assert refused.exit_status == 1
        assert "verb merge" in here.audit
        assert here.seat.session.position == before


async def test_a_guest_who_leads_removes_somebody(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        key = fresh_key()
        async with here.connect(client_keys=[key]) as connection:
            await connection.run(input=f"{here.host.plate.code}\nBob\nquit\n")
            refused = await connection.run("people remove Ada")
            assert "Only a facilitator can do this." in refused.stdout
            bob = here.seat.debate.people.by_id.values()
            (bob_id,) = [each.id for each in bob if each.name == "Bob"]
            here.seat.submit(GrantRole(bob_id, "facilitator"))
        async with here.connect(client_keys=[fresh_key()]) as connection:
            await connection.run(input=f"{here.host.plate.code}\nVictor\nquit\n")
        async with here.connect(client_keys=[key]) as connection:
            done = await connection.run("people remove Victor")
            assert "Removed." in done.stdout


async def test_line_mode_at_a_terminal_echoes_and_rubs_out(tmp_path: Path) -> None:
    async with served(tmp_path) as here, here.connect(client_keys=[fresh_key()]) as connection:
        process = await connection.create_process(
            "debate", term_type="xterm", term_size=(80, 24), encoding=None
        )
        screen = Screen(process)
        await screen.sees("Code: ")
        screen.type(f"{here.host.plate.code}\r".encode())
        await screen.sees("Your name: ")
        screen.type(b"Bax\x7fob\x17\x1b[AB\x15Bob\r")
        await screen.sees("You are in “An evening”")
        screen.type(b"nonsense\r")
        await screen.sees("is not known here")
        screen.type(b"help argue\r")
        await screen.sees("add an argument")
        here.seat.submit(AddArgument("supports", here.seat.debate.charter.motion_ids[0], "New"))
        screen.type(b"\x03")
        await screen.sees("1 new fact by others")
        screen.type(b"\x04")
        await process.wait_closed()
        assert here.host.counts.here == 0


async def test_files_ports_agents_and_screens_of_others_are_not_given(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        async with here.connect(client_keys=[fresh_key()]) as connection:
            with pytest.raises(asyncssh.ChannelOpenError):
                await connection.start_sftp_client()
            with pytest.raises(asyncssh.ChannelOpenError):
                await connection.create_connection(asyncssh.SSHTCPSession, "127.0.0.1", 22)
            with pytest.raises(asyncssh.ChannelListenError):
                await connection.forward_remote_port("", 0, "127.0.0.1", 22)
            with pytest.raises(asyncssh.ChannelOpenError):
                await connection.open_unix_connection("/run/docker.sock")
            with pytest.raises(asyncssh.ChannelListenError):
                await connection.forward_remote_path(str(tmp_path / "s"), "/run/docker.sock")
        async with here.connect(client_keys=[fresh_key()]) as connection:
            copied = await connection.run("scp -f /etc/passwd")
            assert "No files are given here." in copied.stdout
            assert copied.exit_status == 1
        for what in ("subsystem sftp", "forwarding", "listening", "command scp"):
            assert what in here.audit


async def test_one_connection_has_a_session_or_two(tmp_path: Path) -> None:
    async with served(tmp_path) as here, here.connect(client_keys=[fresh_key()]) as connection:
        await screen_of(connection)
        await screen_of(connection)
        with pytest.raises(asyncssh.ChannelOpenError):
            await screen_of(connection)
        assert "another session" in here.audit


async def test_too_many_connections_are_closed_and_counted(tmp_path: Path) -> None:
    plan = replace(PLAN, limits=Limits(connections=2))
    async with served(tmp_path, plan=plan) as here:
        async with here.connect(client_keys=[fresh_key()]), here.connect(client_keys=[fresh_key()]):
            with pytest.raises((asyncssh.Error, OSError)):
                await here.connect(client_keys=[fresh_key()])
            assert '"reason": "full"' in here.audit
        async with here.connect(client_keys=[fresh_key()]) as connection:
            await (await screen_of(connection)).sees("Ask the facilitator")


async def test_a_removed_guest_is_seen_out_of_line_mode_too(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        key = fresh_key()
        async with here.connect(client_keys=[key]) as connection:
            process = await connection.create_process(encoding=None)
            screen = Screen(process)
            screen.type(f"{here.host.plate.code}\nBob\n".encode())
            await screen.sees("You are in")
            (bob,) = [p for p in here.seat.debate.people.by_id.values() if p.name == "Bob"]
            done(here.seat.submit(RemoveParticipant(bob.id)))
            await asyncio.wait_for(process.wait_closed(), PATIENCE)
        async with here.connect(client_keys=[key]) as connection:
            gone = await connection.run("show")
            assert "Your part in this debate was ended." in gone.stdout


async def test_who_never_types_the_code_is_seen_out_of_lines_and_of_an_idle_line(
    tmp_path: Path,
) -> None:
    plan = replace(PLAN, limits=Limits(at_gate=0.5))
    async with served(tmp_path, plan=plan) as here:
        async with here.connect(client_keys=[fresh_key()]) as connection:
            process = await connection.create_process(encoding=None)
            screen = Screen(process)
            await screen.sees("Code:")
            await screen.sees("Come again when you have it.")
            await asyncio.wait_for(process.wait_closed(), PATIENCE)
        async with here.connect(client_keys=[fresh_key()]) as connection:
            await asyncio.wait_for(connection.wait_closed(), PATIENCE)
        assert here.audit.count("gate.waited") == 2
        assert "code.wrong" not in here.audit


async def test_thirty_come_in_the_same_second(tmp_path: Path) -> None:
    async with served(tmp_path) as here:

        async def one(number: int) -> str:
            async with here.connect(f"guest{number}", client_keys=[fresh_key()]) as connection:
                code = here.host.plate.code
                talk = await connection.run(
                    input=f'{code}\nGuest {number}\nargue for "Claim {number}" --motion tea\n'
                )
                return str(talk.stdout)

        said = await asyncio.gather(*(one(number) for number in range(30)))
        assert all("Saved as argument" in each for each in said)
        assert here.host.counts.taking_part == 31
        assert here.host.counts.here == 0


async def test_garbage_ends_one_session_at_most(tmp_path: Path) -> None:
    chance = random.Random(7)
    async with served(tmp_path) as here, here.connect(client_keys=[fresh_key()]) as calm:
        steady = await screen_of(calm)
        await go_in(steady, here.host.plate.code, "Ann")
        async with here.connect(client_keys=[fresh_key()]) as connection:
            wild = await screen_of(connection)
            await go_in(wild, here.host.plate.code, "Bob")
            for _ in range(200):
                wild.type(bytes(chance.randrange(256) for _ in range(chance.randrange(1, 40))))
        reader, writer = await asyncio.open_connection(HERE, here.host.port)
        writer.write(bytes(chance.randrange(256) for _ in range(2000)))
        await writer.drain()
        await reader.read(100)
        writer.close()
        steady.type(b"5")
        await steady.sees("Weighed 5")


async def test_a_host_comes_back_with_its_code_its_key_and_its_guests(tmp_path: Path) -> None:
    key = fresh_key()
    async with served(tmp_path) as here:
        before, session = here.host.plate, here.seat.session.id
        async with here.connect(client_keys=[key]) as connection:
            await go_in(await screen_of(connection), before.code, "Bob")
        assert is_served(here.workspace, session)
        with pytest.raises(PortTaken):
            await _opened_elsewhere(tmp_path, session)
    async with served(tmp_path, session=session) as here:
        assert here.host.plate.code == before.code
        assert here.host.plate.fingerprint == before.fingerprint
        assert doorplate_of(here.workspace, session) == here.host.plate
        async with here.connect(client_keys=[key]) as connection:
            await (await screen_of(connection)).sees("Open floor")
    plan = replace(PLAN, is_code_new=True, is_key_new=True)
    async with served(tmp_path, session=session, plan=plan) as here:
        assert here.host.plate.code != before.code
        assert here.host.plate.fingerprint != before.fingerprint
    workspace = workspace_at(folder=tmp_path, environment={})
    plate = doorplate_of(workspace, workspace.open(session).session.id)
    assert plate is not None
    assert not plate.is_open
    workspace.close()


async def _opened_elsewhere(folder: Path, session: str) -> None:
    """Serve the same debate from another thread, as another process would."""

    def serve() -> None:
        async def run() -> None:
            async with served(folder, session=session):
                pass

        asyncio.run(run())

    await asyncio.to_thread(serve)


async def test_another_code_is_taken_up_by_a_room_that_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debate.host.hosting.READ_CODE_EVERY", 0.0)
    async with served(tmp_path) as here:
        before = here.host.plate.code
        other = workspace_at(folder=tmp_path, environment={})
        plate = renew_code(other, other.open(here.seat.session.id))
        other.close()
        assert plate.code != before
        assert here.host.code() == plate.code
        assert here.host.plate.code == plate.code
        old = Answering(before, before, before)
        with pytest.raises(asyncssh.PermissionDenied):
            await here.connect(client_factory=lambda: old)


async def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    async with served(tmp_path / "a") as here:
        plan = replace(PLAN, port=here.host.port)
        with pytest.raises(PortTaken):
            async with served(tmp_path / "b", plan=plan):
                pass


def test_a_damaged_host_key_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "host" / "key"
    made = open_host_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert open_host_key(path).get_fingerprint() == made.get_fingerprint()
    path.write_bytes(b"nonsense")
    with pytest.raises(TrustError):
        open_host_key(path)
    assert path.read_bytes() == b"nonsense"


def test_the_door_says_how_to_come_in() -> None:
    t = translator("en")
    plate = Doorplate("kbf-7m2", "ssh -p 2222 10.0.0.5", "ssh://10.0.0.5:2222", "SHA256:x", True)
    lines = "\n".join(door_lines("Tea", plate, t))
    for words in ("ssh -p 2222 10.0.0.5", "kbf-7m2", "SHA256:x", "▀", "\x1b[97;40m"):
        assert words in lines
    assert "\x1b" not in "\n".join(door_lines("Tea", plate, t, is_coloured=False))
    assert "Kom binnen met" in "\n".join(door_lines("Tea", plate, translator("nl")))
    assert len({len(line) for line in qr_lines("ssh://10.0.0.5:2222", is_coloured=False)}) == 1


def test_the_address_that_people_type() -> None:
    assert shown_address(Plan(name="laptop.local")) == "laptop.local"
    assert shown_address(Plan(address="192.0.2.1")) == "192.0.2.1"
    assert shown_address(Plan()) == own_address()
    assert re.fullmatch(r"[\d.]+", own_address())


async def test_counts_are_numbers_without_names(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        words = counts_line(here.host.counts, translator("en"))
        assert words == "here 0 · at the door 0 · taking part 1 · facts 2"
