"""Fifty replicas put together: our sets of facts beside pycrdt and loro, on the same 10,000 facts.

Each replica holds the facts of 20 people that were said on its device: a fiftieth of all. Ours is
measured twice: as what the union costs by itself, reading plain lines into a dictionary by id, and as
what a device does, opening sealed frames, which the libraries do not do at all.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.sync_frames import facts, seconds
from debate.sync.plan import runs
from debate.trust.circle import Circle
from debate.trust.envelope import Document
from debate.trust.frame import open_frame, seal
from debate.trust.keys import SigningKey

REPLICAS = 50
ROUNDS = 5
FOLDER = Path(".cache") / "crdt"
LIBRARIES = {"pycrdt": "pycrdt==0.14.13", "loro": "loro==1.17.1"}
"""In the versions this comparison was written for."""
Replica = Sequence[Document]


def replicas_of(documents: Sequence[Document]) -> list[Replica]:
    """Deal the facts of each person out over the replicas, in runs."""
    share = -(-len(documents) // REPLICAS)
    ordered = [each for run in runs(documents, ()) for each in run]
    return [ordered[start : start + share] for start in range(0, len(ordered), share)]


def union_of_lines(replicas: Sequence[str]) -> int:
    """Read replicas and put them together."""
    known: dict[str, Document] = {}
    for text in replicas:
        for line in text.splitlines():
            document = json.loads(line)
            known.setdefault(document["id"], document)
    return len(known)


def union_of_frames(circle: Circle, replicas: Sequence[Sequence[tuple[str, bytes]]]) -> int:
    """Open replicas and put them together."""
    known: dict[str, Document] = {}
    for frames in replicas:
        for name, frame in frames:
            for document in open_frame(circle, name, frame).load.documents:
                known.setdefault(document["id"], document)
    return len(known)


def sealed(circle: Circle, replica: Replica) -> list[tuple[str, bytes]]:
    """Seal a replica as a device does that was offline until now."""
    return [seal(circle, SigningKey(bytes(32)), run) for run in runs(replica, ())]


def furnished() -> Path:
    """Return the Python of an environment for the libraries, made when it is not there."""
    python = FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(FOLDER, with_pip=True)
    words = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*words, *LIBRARIES.values()], check=False, capture_output=True)
    return python


def ask(python: Path, library: str, replicas: Sequence[Replica]) -> dict[str, float | str]:
    """Let a library put the replicas together."""
    held = [[[each["id"], json.dumps(each)] for each in replica] for replica in replicas]
    line = json.dumps({"library": library, "replicas": held})
    script = Path(__file__).with_name("crdt_work.py")
    done = subprocess.run(
        [str(python), str(script)], input=line, capture_output=True, text=True, check=False
    )
    answer: dict[str, float | str] = json.loads(done.stdout or '{"fault": "it did not start"}')
    return answer


def main() -> None:
    """Print what the union takes in each way, and how many bytes travel."""
    documents, circle = facts(), Circle.of(bytes(16))
    replicas = replicas_of(documents)
    lines = ["\n".join(map(json.dumps, replica)) for replica in replicas]
    frames = [sealed(circle, replica) for replica in replicas]
    plain = median(seconds(partial(union_of_lines, lines))[0] for _ in range(ROUNDS))
    whole = median(seconds(partial(union_of_frames, circle, frames))[0] for _ in range(ROUNDS))
    assert union_of_frames(circle, frames) == union_of_lines(lines) == len(documents)
    at_rest = sum(len(frame) for each in frames for _, frame in each) / len(documents)
    print(f"union of {REPLICAS} replicas, {len(documents)} facts: set of facts {plain:.3f} s; from "
          f"sealed frames {whole:.3f} s, ratio {whole / plain:.1f}, {at_rest:.0f} bytes a fact")  # fmt: skip
    python = furnished()
    for library in LIBRARIES:
        answers = [ask(python, library, replicas) for _ in range(ROUNDS)]
        if "fault" in answers[0]:
            print(f"{library}: not compared: {answers[0]['fault']}")
            continue
        took = median(float(each["took"]) for each in answers)
        size = float(answers[0]["bytes"]) / len(documents)
        print(f"{library}: {took:.3f} s in the clear and unsigned, {size:.0f} bytes a fact; our set "
              f"takes {plain / took:.2f} of that, our sealed frames {whole / took:.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
