"""schemas/profile.schema.json, written from the profile: `python -m convert.profile.schema`."""

import json

from convert.profile import Profile


def schema() -> str:
    """Return the JSON Schema of paper.toml."""
    return json.dumps(Profile.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    print(schema(), end="")  # noqa: T201
