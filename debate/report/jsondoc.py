"""Minutes as one JSON document: the findings with their refusals, the arguments, and how it ended."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from debate.analysis.findings.findings import without_weights
from debate.report.material import moment_of

if TYPE_CHECKING:
    from debate.analysis.findings.findings import MotionFindings
    from debate.analysis.findings.plain import Plain
    from debate.domain.views.floor import Argument
    from debate.domain.views.talk import Outcome
    from debate.i18n.catalog import Translator
    from debate.report.material import Material

FORMAT = 1
"""The number of this document's form; it goes up when a key changes its meaning."""


def json_document(material: Material, t: Translator) -> str:
    """Return a debate's minutes as JSON, two spaces in, keys in a fixed order."""
    return json.dumps(_document(material, t), ensure_ascii=False, indent=2) + "\n"


def _document(material: Material, t: Translator) -> dict[str, Plain]:
    debate, proof = material.debate, material.proof
    findings = material.findings.to_json(material.names if material.sees_authors else None)
    if not material.sees_totals:
        findings = without_weights(findings)
    return {
        "format": FORMAT,
        "title": debate.charter.title,
        "session": proof.session,
        "facts": proof.facts,
        "words": list(proof.words),
        "holds": proof.holds,
        "began": moment_of(proof.first).isoformat(timespec="seconds"),
        "ended": moment_of(proof.last).isoformat(timespec="seconds"),
        "closed": debate.schedule.is_closed,
        "findings": findings,
        "arguments": [
            each for found in material.findings.motions for each in _arguments(material, found, t)
        ],
        "questions": [
            {"text": each.asked.text, "answers": [answer.text for answer in each.answers]}
            for each in debate.talk.questions
        ],
        "outcomes": [_outcome(each) for each in debate.outcomes],
        "moderation": [each.text for each in material.log],
    }


def _arguments(material: Material, found: MotionFindings, t: Translator) -> list[Plain]:
    shown = ((each.number, material.shown(each.id)) for each in found.weighing.arguments)
    return [
        _argument(material, number, argument, t)
        for number, argument in shown
        if argument is not None
    ]


def _argument(
    material: Material, number: int, argument: Argument, t: Translator
) -> dict[str, Plain]:
    is_named = material.findings.contract != "secret" and material.sees_authors
    return {
        "number": number,
        "id": argument.id,
        "target": argument.target,
        "relation": argument.relation,
        "claim": argument.claim.within(t.language),
        "grounds": argument.grounds.within(t.language),
        "sources": [{"cite": each.cite, "url": each.url} for each in argument.sources],
        "author": material.name_of(argument.author) if is_named else None,
    }


def _outcome(outcome: Outcome) -> dict[str, Plain]:
    degrees = list(outcome.endorsements.values())
    return {
        "text": outcome.text,
        "adopted": outcome.is_adopted,
        "replaced": outcome.is_replaced,
        "review_on": outcome.review_on,
        "endorse": degrees.count("endorse"),
        "accept": degrees.count("accept"),
        "object": degrees.count("object"),
        "dissents": [each.text for each in outcome.dissents],
    }
