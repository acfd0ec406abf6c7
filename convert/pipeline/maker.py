"""Write the pictures of one page and say what the edition has to say of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PIL import Image

from convert.geometry import fixed
from convert.imaging.encoders import ENCODERS, encode
from convert.imaging.figures import Cut
from convert.imaging.sizes import in_sizes
from convert.imaging.tiles import cut_tiles
from convert.model import PageImage, PageTiles
from convert.pipeline.folder import write_file
from convert.settings import ImageSettings

IMAGES, TILES, SHEETS = "images", "tiles", "pdf"
"""Folders of the pictures, relative to the edition."""


@dataclass(frozen=True, slots=True)
class PictureMaker:
    """The pictures of one page; every method may raise OSError: the disk refuses."""

    folder: Path
    """Of the edition."""
    page: str
    """Id of the page, with which all names begin."""
    settings: ImageSettings
    files: list[str]
    """Names of the files written, relative to the edition; each method adds to them."""

    def sizes(self, image: Image.Image, points: float, part: str = "") -> tuple[PageImage, ...]:
        """Write a picture in every size and type.

        Args:
            image: as large as the largest size.
            points: its longer side in print.
            part: which part of the page it is, as its name says: "-left".
        """
        return tuple(
            PageImage(
                kind=kind,
                path=self._write(
                    f"{IMAGES}/{self.page}{part}-{kind}{ENCODERS[name].suffix}",
                    encode(picture, name, self.settings),
                ),
                width=picture.width,
                height=picture.height,
                type=ENCODERS[name].type,
                scale=fixed(max(picture.size) / points),
            )
            for kind, picture in in_sizes(image, self.settings.sizes)
            for name in self.settings.types
        )

    def tiles(self, image: Image.Image) -> Iterator[PageTiles]:
        """Write the tiles that are wanted."""
        for kind in self.settings.tiles:
            files = cut_tiles(image, kind, f"{TILES}/{kind}/{self.page}", self.settings)
            written = [self._write(*file) for file in files]
            yield PageTiles(kind=kind, path=written[0])

    def sheet(self, data: bytes) -> str:
        """Write the page as PDF."""
        return self._write(f"{SHEETS}/{self.page}.pdf", data)

    def figure(self, name: str, cut: Cut) -> str:
        """Write a figure, `name` being its id."""
        return self._write(f"{IMAGES}/{name}{cut.suffix}", cut.data)

    def _write(self, name: str, data: bytes) -> str:
        write_file(self.folder / PurePosixPath(name), data)
        self.files.append(name)
        return name
