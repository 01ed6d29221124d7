"""What the room sees: it follows the phase, counts during ballots, and tells no name at any time."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.ids import ArgumentId, MotionId
from debate.domain.participant import Contract
from debate.domain.runsheet import RunSheet
from debate.i18n.catalog import translator
from debate.service.findings import motion_findings_of
from debate.service.seat import Seat
from debate.service.wiring import workspace as workspace_at
from debate.tui.present.projector import Invitation, Projecting, needs_findings, slides_of
from debate.tui.present.slides import Slide, plain_lines
from debate.tui.projecting import ProjectorProgram
from debate.tui.screens.projector import ProjectorScreen
from tests.tui.screens.evening import TEA, WORKSHOP, Evening, Sitting, done, phase

EN = translator("en")
TEA_ID = MotionId("tea")


def sheet(*names: str) -> RunSheet:
    phases = {
        "join": phase("join", 2, "join", hidden=("ballots",)),
        "vote": phase("vote", 2, "join", "ballot-opening", "ballot-closing", hidden=("ballots",)),
        "write": phase("write", 5, "argue", "revise", hidden=("ballots", "others-arguments")),
        "rebut": phase("rebut", 5, "argue", "rebut", "undercut", "weigh", hidden=("ballots",)),
        "show": phase("show", None, "remark", "outcome", "endorse"),
    }
    shown = {
        "join": ("join",), "vote": ("motion", "clock", "counts"),
        "write": ("arguments", "clock", "counts"), "rebut": ("branch",),
        "show": ("results", "outcome"),
    }  # fmt: skip
    return WORKSHOP.model_copy(
        update={
            "phases": tuple(
                phases[name].model_copy(update={"projector": shown[name]}) for name in names
            )
        }
    )


WHOLE = sheet("join", "vote", "write", "rebut", "show")


def slides(seat: Seat, invitation: Invitation | None = None) -> tuple[Slide, ...]:
    names = seat.debate.charter.motion_ids if needs_findings(seat.debate) else ()
    found = {name: motion_findings_of(seat.debate, name) for name in names}
    return slides_of(Projecting(seat.debate, EN, invitation or Invitation(), found))


def told(seat: Seat) -> str:
    return "\n".join(line for slide in slides(seat) for line in plain_lines(slide))


def go(seat: Seat, name: str) -> None:
    done(seat.submit(c.MovePhase(name)))  # type: ignore[arg-type]


def vote(evening: Evening, moment: str, **stances: int) -> None:
    for name, stance in stances.items():
        ballot = Ballot(
            motion=TEA_ID, moment=moment, stance=stance,  # type: ignore[arg-type]
            moved_by=(ArgumentId("tea-for"),) if moment == "closing" else (),
        )  # fmt: skip
        done(evening.seats[name].cast(ballot))


def reveal(evening: Evening, *moments: str) -> None:
    for moment in moments:
        done(evening.seats["Ada"].submit(c.RevealBallots(TEA_ID, moment)))  # type: ignore[arg-type]
    for seat in evening.seats.values():
        seat.open_ballots()


def debated(evening: Evening, contract: Contract = "pseudonym") -> Seat:
    """Return a debate of five that voted twice and named what moved them, before the reveal."""
    seat = evening.begin(
        "Ben", "Caro", "Dirk", "Esra", motions=(TEA,), runsheet=WHOLE, contract=contract
    )
    go(seat, "vote")
    vote(evening, "opening", Ada=-50, Ben=-20, Caro=0, Dirk=30, Esra=60)
    go(seat, "rebut")
    for name in ("Ben", "Caro", "Dirk"):
        done(evening.seats[name].submit(c.SetWeight(ArgumentId("tea-for"), 8)))
    go(seat, "vote")
    vote(evening, "closing", Ada=10, Ben=20, Caro=30, Dirk=40)
    return seat


def test_joining_shows_the_line_and_a_code_when_people_can_join(evening: Evening) -> None:
    seat = evening.begin(runsheet=WHOLE, motions=(TEA,))
    (welcome,) = slides(seat)
    assert welcome.big == "An evening"
    line, code = slides(seat, Invitation("ssh me@10.0.0.5", "ssh://me@10.0.0.5"))
    assert plain_lines(line)[1] == "ssh me@10.0.0.5"
    assert code.code == "ssh://me@10.0.0.5"
    assert line.has_clock


def test_what_is_promised_about_names_stands_where_people_join(evening: Evening) -> None:
    seat = evening.begin(runsheet=WHOLE, contract="secret", motions=(TEA,))
    assert "nothing links a person" in told(seat)


def test_during_ballots_there_is_a_count_and_nothing_else(evening: Evening) -> None:
    seat = debated(evening)
    (slide,) = slides(seat)
    assert [figure.number for figure in slide.figures] == ["5/5", "4/5"]
    assert all(f"{stance}" not in told(seat) for stance in ("-50", "−50", "60", "40"))
    for name in ("Ada", "Ben", "Caro"):
        assert name not in told(seat)


def test_while_writing_the_room_sees_counts_and_only_the_arguments_of_the_motion(
    evening: Evening,
) -> None:
    seat = evening.begin("Ben", motions=(TEA,), runsheet=WHOLE)
    go(seat, "write")
    done(seat.submit(c.AddArgument("supports", TEA_ID, "Mine, unseen")))
    assert "Mine, unseen" not in told(seat)
    assert "Tea goes before coffee: for" in told(seat)


def test_the_branch_shows_each_argument_then_its_replies_the_unanswered_first(
    evening: Evening,
) -> None:
    seat = evening.begin("Ben", motions=(TEA,), runsheet=WHOLE)
    go(seat, "rebut")
    done(seat.submit(c.AddArgument("attacks", ArgumentId("tea-against"), "Not so")))
    done(seat.submit(c.AddArgument("undercuts", ArgumentId("tea-against"), "Beside it")))
    done(seat.submit(c.AddArgument("supports", ArgumentId("tea-against"), "Quite so")))
    shown = slides(seat)
    assert [slide.key for slide in shown[:2]] == ["argument/tea-for", "argument/tea-against"]
    assert [(slide.title, slide.tone) for slide in shown[2:]] == [
        ("Not true:", "for"), ("Not relevant:", "for"), ("Backed up:", "against"),
    ]  # fmt: skip


def test_before_the_reveal_results_are_waited_for(evening: Evening) -> None:
    seat = debated(evening)
    go(seat, "show")
    assert "sealed" in told(seat)
    assert "before (" not in told(seat)


def test_after_the_reveal_come_bands_movers_the_strongest_and_what_moved(evening: Evening) -> None:
    seat = debated(evening)
    go(seat, "show")
    reveal(evening, "opening", "closing")
    keys = [slide.key.partition("/")[0] for slide in slides(seat)]
    assert keys == ["bands", "moved", "strongest", "named", "outcome"]
    text = told(seat)
    assert "before (5): 0 0 1 0 1 1 1 0 1 0" in text
    assert "answered once: 1" in text
    assert "named it: 4" in text
    for name in ("Ada", "Ben", "Caro", "Dirk", "Esra"):
        assert name not in text


def test_between_two_rounds_stand_middle_spread_and_nameless_reasons(evening: Evening) -> None:
    seat = evening.begin("Ben", "Caro", "Dirk", "Esra", motions=(TEA,), runsheet=WHOLE)
    go(seat, "rebut")
    done(evening.seats["Esra"].submit(c.AddArgument("supports", TEA_ID, "From the end")))
    done(evening.seats["Caro"].submit(c.AddArgument("supports", TEA_ID, "From the middle")))
    go(seat, "vote")
    vote(evening, "opening", Ada=-50, Ben=-20, Caro=0, Dirk=30, Esra=60)
    go(seat, "show")
    reveal(evening, "opening")
    text = told(seat)
    assert "middle: 0" in text
    assert "Reasons of those farthest to for  1/1\nFrom the end" in text
    assert "From the middle" not in text.partition("Reasons of those")[2]


def test_too_few_for_quarters_are_told_so_and_two_in_secret_are_withheld(evening: Evening) -> None:
    seat = evening.begin("Ben", motions=(TEA,), runsheet=WHOLE, contract="secret")
    go(seat, "vote")
    vote(evening, "opening", Ada=-50, Ben=-20)
    go(seat, "show")
    reveal(evening, "opening")
    assert "before (" not in told(seat)
    third = Evening(evening.workspace)
    seat = third.begin("Ben", "Caro", motions=(TEA,), runsheet=WHOLE)
    go(seat, "vote")
    vote(third, "opening", Ada=-50, Ben=-20, Caro=3)
    go(seat, "show")
    reveal(third, "opening")
    assert "Too few people" in told(seat)


def test_a_closed_debate_shows_how_it_ended_with_dissent_and_review(evening: Evening) -> None:
    seat = debated(evening)
    go(seat, "show")
    done(seat.submit(c.DraftOutcome("Tea first.", review_on="2027-03-01")))
    (draft,) = seat.debate.outcomes
    done(evening.seats["Ben"].submit(c.EndorseOutcome(draft.id, "endorse")))
    done(evening.seats["Caro"].submit(c.NoteDissent(draft.id, "Not on Sundays")))
    assert "A draft" in told(seat)
    done(seat.submit(c.AdoptOutcome(draft.id)))
    done(seat.submit(c.CloseSession()))
    text = told(seat)
    assert "The outcome\nTea first.\nendorse: 1" in text
    assert "Dissent: Not on Sundays" in text
    assert "2027-03-01" in text


def test_a_phase_that_names_nothing_shows_the_motion(evening: Evening) -> None:
    seat = evening.begin(motions=(TEA,), runsheet=WORKSHOP)
    assert [slide.key for slide in slides(seat)] == ["motion/tea"]


async def opened(sitting: Sitting, evening: Evening, seat: Seat) -> ProjectorScreen:
    screen = ProjectorScreen(seat, sitting.app.desk, evening.workspace)
    await sitting.show(screen)
    return screen


async def test_keys_step_through_the_slides_and_stop_at_the_ends(evening: Evening) -> None:
    seat = debated(evening)
    go(seat, "show")
    reveal(evening, "opening", "closing")
    async with evening.open() as sitting:
        await opened(sitting, evening, seat)
        for _ in range(50):
            if "1/5" in sitting.text:
                break
            await sitting.rest()
        assert "1/5" in sitting.text
        await sitting.press("left", "right", "space")
        assert "3/5" in sitting.text
        await sitting.press("right", "right", "right")
        assert "5/5" in sitting.text
        await sitting.press("home")
        assert "before (5)" in sitting.text


async def test_it_follows_a_phase_that_another_process_moved(evening: Evening) -> None:
    seat = evening.begin(motions=(TEA,), runsheet=WHOLE)
    elsewhere = workspace_at(folder=evening.workspace.library.layout.folder, environment={})
    async with evening.open() as sitting:
        screen = await opened(sitting, evening, seat)
        assert "Welcome" in sitting.text
        go(elsewhere.open(seat.session.id), "vote")
        await screen._follow()
        await sitting.rest()
        assert "Vote" in sitting.text.splitlines()[0]
    elsewhere.close()


async def test_leading_from_the_projector_says_nothing_in_front_of_the_room(
    evening: Evening,
) -> None:
    seat = evening.begin(motions=(TEA,), runsheet=WHOLE)
    async with evening.open() as sitting:
        await opened(sitting, evening, seat)
        await sitting.press("N", "E", "P")
        assert sitting.toasts == []
        assert "clock stands still" in sitting.text
        await sitting.press("P", "E")
        assert seat.debate.schedule.now.minutes == 4


async def test_the_clock_runs_over_and_the_slide_stays_when_the_language_changes(
    evening: Evening,
) -> None:
    seat = evening.begin(motions=(TEA,), runsheet=WHOLE)
    async with evening.open() as sitting:
        screen = await opened(sitting, evening, seat)
        stage = seat.debate.schedule.now
        late = stage.began + 3 * 60_000
        from debate.service.room import standing

        assert screen._clock(standing(seat.debate, late)) == ("+01:00", "notice", "over time")
        await sitting.press("L")
        assert "Welkom" in sitting.text


async def test_the_program_for_the_projector_opens_and_ends_with_it(evening: Evening) -> None:
    seat = evening.begin(motions=(TEA,), runsheet=WHOLE)
    app = ProjectorProgram(evening.workspace, language="en", seat=seat, join="ssh me@10.0.0.5")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ProjectorScreen)
        assert app.screen.invitation.line == "ssh me@10.0.0.5"
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0
