"""The writing frame: a page of vertical text is turned so that its columns run as lines."""

from dataclasses import dataclass, replace

from convert.geometry import Rect
from convert.model import Line


@dataclass(frozen=True, slots=True)
class Frame:
    """Maps page space into a writing frame and back."""

    turned: bool
    width: float
    """Of the page, in points."""

    def rect(self, rect: Rect) -> Rect:
        """Return a place of the page in the writing frame."""
        return rect.turned(self.width) if self.turned else rect

    def back(self, rect: Rect) -> Rect:
        """Return a place of the writing frame on the page."""
        return rect.unturned(self.width) if self.turned else rect

    def line(self, line: Line) -> Line:
        """Return a line of the page in the writing frame."""
        return replace(line, rect=self.rect(line.rect)) if self.turned else line
