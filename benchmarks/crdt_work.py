"""The same facts in libraries of replicated data types; runs in an environment of its own.

Reads lines of JSON `{"library", "replicas"}` from standard input, where replicas are lists of [id, text],
and answers each with seconds of the processor and bytes.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any


def pycrdt(replicas: list[list[list[str]]]) -> tuple[list[bytes], Any]:
    import pycrdt as library

    updates = []
    for facts in replicas:
        doc = library.Doc()
        doc["facts"] = held = library.Map()
        with doc.transaction():
            for name, text in facts:
                held[name] = text
        updates.append(doc.get_update())

    def union() -> int:
        doc = library.Doc()
        doc["facts"] = held = library.Map()
        for update in updates:
            doc.apply_update(update)
        return sum(len(json.loads(text)) > 0 for text in held.to_py().values())

    return updates, union


def loro(replicas: list[list[list[str]]]) -> tuple[list[bytes], Any]:
    import loro as library

    updates = []
    for facts in replicas:
        doc = library.LoroDoc()
        held = doc.get_map("facts")
        for name, text in facts:
            held.insert(name, text)
        doc.commit()
        updates.append(doc.export(library.ExportMode.Snapshot()))

    def union() -> int:
        doc = library.LoroDoc()
        doc.import_batch(updates)
        return sum(len(json.loads(text)) > 0 for text in doc.get_deep_value()["facts"].values())

    return updates, union


def main() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            begun = time.process_time()
            updates, union = {"loro": loro, "pycrdt": pycrdt}[asked["library"]](asked["replicas"])
            built = time.process_time() - begun
            begun = time.process_time()
            count = union()
            took = time.process_time() - begun
            answer = {"built": built, "took": took, "count": count, "bytes": sum(map(len, updates))}
        except Exception as error:  # noqa: BLE001 (told to whoever asked)
            answer = {"fault": repr(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
