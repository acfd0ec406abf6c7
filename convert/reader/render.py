"""Templates into bytes; everything that comes from a page is escaped."""

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from convert.reader.text import one_line

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'none'"
)
"""Content-Security-Policy of every page; a server adds `frame-ancestors 'none'`."""


def rendered(template: str, **values: Any) -> bytes:
    """Return a page of the site, UTF-8."""
    return environment().get_template(template).render(**values).encode("utf-8", "replace")


@cache
def environment() -> "Environment":
    """Return the templates of the site, read once."""
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files(__package__) / "templates"
    loader = DictLoader(
        {f.name: f.read_text(encoding="utf-8") for f in folder.iterdir() if f.is_file()}
    )
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["policy"] = POLICY
    made.filters |= {"script": script_json, "line": one_line, "measures": measures}
    return made


def script_json(value: Any) -> Markup:
    """Return JSON that stands inside `<script>` and cannot end it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)


def measures(figure: Any) -> Markup:
    """Return width and height of a figure's own picture as attributes, if they are known."""
    width, height = figure.figure.width, figure.figure.height
    return Markup(' width="{}" height="{}"').format(width, height) if width and height else Markup()
