"""What every part of a profile has in common: unknown keys are errors, values stay."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A table of paper.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
