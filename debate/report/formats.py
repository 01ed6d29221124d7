"""The forms minutes can take, by the name a command gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from debate.report.jsondoc import json_document
from debate.report.markdown import markdown
from debate.report.minutes import minutes
from debate.report.page import page
from debate.report.plain import plain
from debate.report.sheet import sheet

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator
    from debate.report.material import Material

Format = Literal["text", "md", "html", "json", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)


def written(material: Material, form: Format, t: Translator) -> str:
    """Return minutes in one of the forms. Pure: the same material, the same text."""
    match form:
        case "json":
            return json_document(material, t)
        case "csv":
            return sheet(material, t)
        case "md":
            return markdown(minutes(material, t))
        case "html":
            return page(minutes(material, t))
        case "text":
            return plain(minutes(material, t))
