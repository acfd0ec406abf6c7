"""What stands on a page, as an editor would say it."""

from dataclasses import dataclass, field

from samples.press import MARGIN, SamplePage
from samples.sheet import Sheet, preamble
from samples.story import Story


@dataclass(slots=True)
class Truth:
    """A sheet and the stories on it, in the order of reading."""

    sheet: Sheet
    stories: list[Story] = field(default_factory=list)

    def add(self, *stories: Story) -> None:
        """Note stories that have been drawn."""
        self.stories += stories

    def pressed(self, name: str, language: str, shuffle: int = 0) -> SamplePage:
        """Return the page for the press; `shuffle` seeds the order of its frames."""
        return sample_page(
            self.sheet, name, language, self._articles(MARGIN, MARGIN), shuffle=shuffle
        )

    def _articles(self, dx: float, dy: float) -> list[dict[str, object]]:
        """Return the stories with the boxes of their lines, moved by an offset."""
        return [article(s, self.sheet.boxes[s.id], (dx, dy)) for s in self.stories]


def sample_page(
    sheet: Sheet,
    name: str,
    language: str,
    articles: list[dict[str, object]],
    *,
    group: str = "samples",
    shuffle: int = 0,
    setting: str = "",
    press: bool = True,
) -> SamplePage:
    """Return a drawn sheet for the press, with what is true of it.

    `setting` is more of Typst for the whole page; `press` as in SamplePage.
    """
    size = f"width: {sheet.width}pt, height: {sheet.height}pt, margin: 0pt"
    return SamplePage(
        name=name,
        source=f"{preamble(language)}\n{setting}#set page({size})\n{sheet.source(shuffle)}",
        width=sheet.width,
        height=sheet.height,
        pictures=sheet.pictures,
        press=press,
        truth={
            "pdf": f"{name}.pdf",
            "page": 1,
            "language": language,
            "group": group,
            "complete": True,
            "articles": articles,
        },
    )


def article(story: Story, boxes: list[list[float]], by: tuple[float, float]) -> dict[str, object]:
    """Return one article in the form that scoring reads."""
    dx, dy = by
    other = [story.quote.replace(" — ", "\n"), story.note, story.table]
    return {
        "id": story.id,
        "kind": story.kind,
        "kicker": story.kicker,
        "headline": story.headline.replace("| ", "").replace("|", " "),
        "deck": story.deck,
        "byline": "\n".join(part.strip() for part in story.byline.split("|")),
        "body": "\n".join(p.removeprefix("## ") for p in story.body),
        "caption": story.caption,
        "credit": story.credit,
        "other": "\n".join(t for t in other if t),
        "jump": story.jump,
        "lines": [
            [round(v + d, 1) for v, d in zip(box, (dx, dy, dx, dy), strict=True)] for box in boxes
        ],
    }
