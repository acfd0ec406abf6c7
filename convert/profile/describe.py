"""docs/profile.md, written from the profile itself: `python -m convert.profile.describe`."""

import dataclasses
import inspect
import json
import textwrap
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from convert.profile import Profile
from convert.profile.conventions import CONVENTIONS
from convert.profile.plan import Section
from convert.settings import Settings

HEAD = """\
# The profile of a paper (paper.toml)

A profile says what the pages do not: who publishes the paper, how its files are named,
which pages an issue has, when it must be out. `build` works without one; `watch` needs
the page plan. `banmian profile init PAGES…` proposes one, `banmian profile check` reads it.
Unknown keys are errors. The schema for editors is `schemas/profile.schema.json`.

This page is written from the program (`make docs`); a test keeps it current.
"""

EXAMPLE = """\
## Example

```toml
[publication]
name = "澜汀日报"
language = "zh"

[files]
convention = "founder"      # LTRB20261123A01.pdf, LTRB20261123A01b.pdf
titles = ["LTRB"]

[plan]
time_zone = "Asia/Shanghai"
deadline = "05:00"

[[plan.sections]]
label = "A"
pages = 8

[[plan.sections]]
label = "B"
pages = 4
name = "Weekend"
weekdays = ["sat"]

[rules]
missing = "gap"

[hooks]
attention = [["/usr/local/bin/ring-the-desk"], "https://example.org/banmian"]
```
"""


def markdown() -> str:
    """Return docs/profile.md."""
    parts = [HEAD, EXAMPLE, *_tables(), _conventions()]
    return "\n".join(parts)


def _tables() -> Iterator[str]:
    for name, field in Profile.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield _section(f"[{name}]", kind)
            if name == "plan":
                yield _section("[[plan.sections]]", Section)
        elif name == "pages":
            yield f"## `[pages]`\n\n{field.description}\n"
    yield from _stages("settings", Settings)


def _stages(path: str, kind: Any) -> Iterator[str]:
    """Yield a table of each stage, and of the tables inside of it."""
    for stage in dataclasses.fields(kind):
        if dataclasses.is_dataclass(stage.type):
            yield _settings(f"[{path}.{stage.name}]", stage.type)
            yield from _stages(f"{path}.{stage.name}", stage.type)


def _section(title: str, kind: type[BaseModel]) -> str:
    words = (kind.__doc__ or "").partition(": ")[2]
    rows = [
        (f"`{name}`", _shown(field), field.description or "")
        for name, field in kind.model_fields.items()
    ]
    return f"## `{title}`\n\n{words[:1].upper()}{words[1:]}\n\n{_table(rows)}"


def _shown(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    value = field.get_default(call_default_factory=True, validated_data={})
    return f"`{_toml(value)}`" if value is not None else "none"


def _toml(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _settings(title: str, kind: Any) -> str:
    """Describe a dataclass, whose fields are described by the strings under them."""
    source = textwrap.dedent(inspect.getsource(kind))
    rows = []
    for field in dataclasses.fields(kind):
        if dataclasses.is_dataclass(field.type):
            continue
        _, _, after = source.partition(f"    {field.name}: ")
        words = " ".join(after.partition('"""')[2].partition('"""')[0].split())
        rows.append((f"`{field.name}`", f"`{_toml(_default(field))}`", words))
    return f"## `{title}`\n\n{(kind.__doc__ or '').strip()}\n\n{_table(rows)}"


def _default(field: dataclasses.Field[Any]) -> Any:
    made = field.default_factory
    return field.default if made is dataclasses.MISSING else made()


def _conventions() -> str:
    rows = [
        (f"`{name}`", ", ".join(f"`{e}`" for e in known.examples), known.summary)
        for name, known in CONVENTIONS.items()
    ]
    return (
        "## Conventions of file names\n\nFor `convention` in `[files]`; a pattern of your own"
        f" goes before it.\n\n{_table(rows, ('name', 'reads', 'names'))}"
    )


def _table(
    rows: list[tuple[str, str, str]], head: tuple[str, str, str] = ("key", "if not set", "meaning")
) -> str:
    lines = [head, ("---", "---", "---"), *rows]
    return "".join(f"| {' | '.join(c.replace('|', '&#124;') for c in line)} |\n" for line in lines)


if __name__ == "__main__":
    print(markdown(), end="")  # noqa: T201
