"""What each screen is for, in two or three sentences; how a debate works, in five lines."""

from __future__ import annotations

from collections.abc import Mapping

from debate.i18n.marks import N_

PURPOSES: Mapping[str, tuple[str, str]] = {
    "LobbyScreen": (
        N_("The first screen"),
        N_(
            "Above stand the motions that can be put to the meeting, below the debates you have. "
            "Enter reads a motion, or goes on with a debate. Space marks debates, and b sets those "
            "side by side that are marked. What happens on this machine stays on it."
        ),
    ),
    "ComparingScreen": (
        N_("Groups side by side"),
        N_(
            "The same motion in several debates, each kept apart: how far each group moved, what each "
            "makes of the same arguments, what all of them share, and what each never raised. The six "
            "words at the end are for reading aloud: the same words, the same facts."
        ),
    ),
    "SharingScreen": (
        N_("Where it is kept"),
        N_(
            "A debate is on this device, and at stores if you like: a stick, a folder on a server. "
            "There it is sealed; a store sees sizes and times. Whoever has the link can come in, from "
            "any machine. The light at the top says how the exchange stands."
        ),
    ),
    "GateScreen": (
        N_("The gate"),
        N_(
            "You are a guest of somebody’s machine. The code lets you in; what you say from here on "
            "is signed with a key that the host keeps for you. Leave as you like: with your own key "
            "or your own code you come back where you were."
        ),
    ),
    "ReaderScreen": (
        N_("One motion"),
        N_(
            "Read what is put to the meeting: the background, what a yes and a no mean, the case on "
            "both sides and where it comes from. Enter begins a debate on it, alone or with others."
        ),
    ),
    "BeginScreen": (
        N_("A new debate"),
        N_(
            "Pick what is debated with space, then how people weigh, what is shown of them, and "
            "which run-sheet is followed. Everything can stay as it is. What is promised about "
            "names is fixed once the first ballot is cast."
        ),
    ),
    "FloorScreen": (
        N_("The floor"),
        N_(
            "Arguments against stand on the left, those for on the right, each above its replies. "
            "The bar above shows where the motion stands when everybody’s weights are put "
            "together. Add what is missing, answer what is wrong, and weigh what counts for you: "
            "a digit is a weight at once. A key that is dim cannot be used in this phase; press it, "
            "and it says when. What you find, show alone or sort by stands beside the headings."
        ),
    ),
    "BallotScreen": (
        N_("The ballot"),
        N_(
            "Say where you stand on the motion itself, and how sure you are. A ballot is sealed: "
            "nobody can read it, the facilitator included, until all of them are revealed. Cast "
            "one before you read, and one at the end. Whoever leads reveals the ballots of this "
            "motion from here, after a question; # checks that yours was counted as you cast it."
        ),
    ),
    "ResultsScreen": (
        N_("What moved"),
        N_(
            "The ballots of the beginning beside those of the end: how many moved, which way, and "
            "which arguments they name. A figure stands here only when there are people enough to "
            "say it."
        ),
    ),
    "GroupsScreen": (
        N_("Who weighs alike"),
        N_(
            "People who weigh arguments alike, and what all of them can live with; then whether "
            "people who prefer alike reason alike, how evenly people take part, and what the ballots "
            "decide. Nothing is shown when there are too few people to tell it from chance."
        ),
    ),
    "QuestionsScreen": (
        N_("The talk"),
        N_(
            "Everything that was said about arguments: questions and answers, proposals to see "
            "arguments as one, remarks and cruxes, and what waits for the facilitator. Left and "
            "right go from section to section; enter answers or settles."
        ),
    ),
    "OutcomeScreen": (
        N_("The outcome"),
        N_(
            "A debate can end on a statement. Anybody drafts one, and everybody says whether they "
            "endorse it, can live with it, or object; a dissent is kept beside it. The facilitator "
            "declares which one is the outcome, and when it is looked at again."
        ),
    ),
    "RunSheetScreen": (
        N_("The run-sheet"),
        N_(
            "The phases of this debate: what people may do in each, what stays hidden, and a line "
            "to read aloud. The facilitator goes on, or with enter to any phase, gives more time, "
            "stops the clock, goes back, freezes or ends the debate; everybody else can see where it "
            "is."
        ),
    ),
    "ConsoleScreen": (
        N_("Leading"),
        N_(
            "The clock, the line to read aloud, and what waits for you: counts, never names or "
            "tallies. N goes to the next phase and U takes that back with its clock; E gives a "
            "minute, P stops the clock, F lets nobody else act. Enter goes to what a line is about."
        ),
    ),
    "PeopleScreen": (
        N_("People"),
        N_(
            "Who is here, with raised hands first. Enter lets somebody lead too, only watch, or go; "
            "for people on paper it types their ballot, which is marked as typed. Sides to argue can "
            "be drawn by lot and swapped. What people hold stands nowhere here."
        ),
    ),
    "ProjectorScreen": (
        N_("The projector"),
        N_(
            "What the room sees, in type that is read from across it. It follows the phase; arrows "
            "step through arguments and results, and the keys that lead from phase to phase work "
            "here too. During ballots it counts and tells nothing else."
        ),
    ),
    "RankingScreen": (
        N_("Rank and vote"),
        N_(
            "Give the options places, with 1 for the best, and say whether the motion should carry. "
            "It is part of the same sealed ballot as your stance, and is revealed with it."
        ),
    ),
    "JoinDialog": (
        N_("Coming into a debate"),
        N_(
            "Paste the link you were sent, or type the spoken code and where the debate is kept. The "
            "debate is fetched once you save, and what you typed stays when that fails."
        ),
    ),
    "CheckBallotScreen": (
        N_("Was my ballot counted?"),
        N_(
            "Each of your ballots, held against what this device kept when you cast it. Before the "
            "reveal there is a seal; after it stands what was counted, and that both agree."
        ),
    ),
    "NotesDialog": (
        N_("Private notes"),
        N_("For you alone: they are kept in your profile, and in no journal or export."),
    ),
    "PassScreen": (
        N_("Passing the keyboard"),
        N_(
            "Nothing of anybody’s turn is in view here. Pick who is next, or type the name of "
            "somebody new, and hand the keyboard over; they confirm with enter. Each person has "
            "weights and ballots of their own."
        ),
    ),
    "SettingsScreen": (
        N_("Settings"),
        N_(
            "What you choose is in force at once and kept on this machine. Any act can have "
            "another key: put the cursor on it, press enter, then the new key."
        ),
    ),
    "DraftDialog": (
        N_("Writing"),
        N_(
            "What you type is kept as a draft, also when you close this or the terminal is gone. "
            "Control and s saves; escape closes and keeps the draft."
        ),
    ),
    "WeighDialog": (
        N_("Weighing"),
        N_(
            "Say how much this argument weighs for you: arrows, digits or the mouse. Below stands "
            "what it would do to the motion, before you save it."
        ),
    ),
    "PickDialog": (
        N_("Picking"),
        N_("Pick from the list with enter; where several can be picked, space picks."),
    ),
}
"""By the name of a screen's type: its title, and what it is for."""

ANY = (N_("This screen"), N_("Its keys stand below; every act can also be found with the palette."))
"""For a screen without words of its own."""

FIVE_LINES: tuple[str, ...] = (
    N_("A motion is one sentence that one can be for or against."),
    N_("First everybody seals a ballot: where they stand, before they hear the others."),
    N_("People argue for and against; a reply says that an argument is not true, or not relevant."),
    N_("Everybody weighs; the weights together say how strong each argument is, and the motion."),
    N_(
        "Everybody seals a closing ballot; then all are revealed, and one sees what moved, and whom."
    ),
)
"""How a debate works."""

SIGNS: tuple[tuple[str, str], ...] = (
    ("▲ ▼", N_("for and against")),
    ("●", N_("yours, or one that you made yours")),
    ("§", N_("an argument that came with the motion")),
    ("◆", N_("the weight that you gave it")),
    ("✎", N_("how many people weighed it")),
    ("×", N_("withdrawn by its author; its replies stay")),
    ("⊘", N_("hidden by the facilitator, with a reason")),
    ("↻", N_("part of a circle of arguments")),
    ("⚑", N_("somebody asked the facilitator to look at it")),
    ("+", N_("new since you last looked")),
)
"""The signs beside arguments, and what they say."""
