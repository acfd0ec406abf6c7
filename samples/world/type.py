"""The faces that the papers of the world are set in."""

from collections.abc import Callable
from dataclasses import replace

from samples.faces import FACES, Face

TRUE = "truetype/"
OPEN = "opentype/"


def _pt(cut: str) -> str:
    return f"{TRUE}paratype/PT{cut}F.ttf"


CUTS = {
    **FACES,
    "libertine": Face(
        "Linux Libertine O", f"{OPEN}linux-libertine/LinLibertine_R.otf", bold="libertine-bold"
    ),
    "libertine-bold": Face("Linux Libertine O", f"{OPEN}linux-libertine/LinLibertine_RB.otf", 700),
    "libertine-italic": Face(
        "Linux Libertine O", f"{OPEN}linux-libertine/LinLibertine_RI.otf", 400, "italic"
    ),
    "libertine-display": Face(
        "Linux Libertine Display O", f"{OPEN}linux-libertine/LinLibertine_DR.otf"
    ),
    "biolinum": Face(
        "Linux Biolinum O", f"{OPEN}linux-libertine/LinBiolinum_R.otf", bold="biolinum-bold"
    ),
    "biolinum-bold": Face("Linux Biolinum O", f"{OPEN}linux-libertine/LinBiolinum_RB.otf", 700),
    "garamond": Face(
        "EB Garamond 12", f"{OPEN}ebgaramond/EBGaramond12-Regular.otf", bold="libertine-bold"
    ),
    "garamond-italic": Face(
        "EB Garamond 12", f"{OPEN}ebgaramond/EBGaramond12-Italic.otf", 400, "italic"
    ),
    "serif": Face("Noto Serif", f"{TRUE}noto/NotoSerif-Regular.ttf", bold="serif-bold"),
    "serif-bold": Face("Noto Serif", f"{TRUE}noto/NotoSerif-Bold.ttf", 700),
    "serif-italic": Face("Noto Serif", f"{TRUE}noto/NotoSerif-Italic.ttf", 400, "italic"),
    "pt": Face("PT Serif", _pt("F55"), bold="pt-bold"),
    "pt-bold": Face("PT Serif", _pt("F75"), 700),
    "pt-italic": Face("PT Serif", _pt("F56"), 400, "italic"),
    "pts": Face("PT Sans", _pt("S55"), bold="pts-bold"),
    "pts-bold": Face("PT Sans", _pt("S75"), 700),
    "pts-italic": Face("PT Sans", _pt("S56"), 400, "italic"),
    "sans-italic": Face(
        "Liberation Sans", f"{TRUE}liberation/LiberationSans-Italic.ttf", 400, "italic"
    ),
    "lato": Face("Lato", f"{TRUE}lato/Lato-Regular.ttf", bold="lato-bold"),
    "lato-bold": Face("Lato", f"{TRUE}lato/Lato-Bold.ttf", 700),
    "lato-black": Face("Lato", f"{TRUE}lato/Lato-Black.ttf", 900),
    "lato-italic": Face("Lato", f"{TRUE}lato/Lato-Italic.ttf", 400, "italic"),
    "open": Face("Open Sans", f"{TRUE}open-sans/OpenSans-Regular.ttf", bold="open-bold"),
    "open-bold": Face("Open Sans", f"{TRUE}open-sans/OpenSans-Bold.ttf", 700),
    "open-condensed": Face("Open Sans", f"{TRUE}open-sans/OpenSans-CondBold.ttf", 700, stretch=75),
    "open-extra": Face("Open Sans", f"{TRUE}open-sans/OpenSans-ExtraBold.ttf", 800),
    "bebas": Face("Bebas Neue", f"{OPEN}bebas-neue/BebasNeue-Bold.otf", 700),
    "roboto": Face(
        "Roboto", f"{TRUE}roboto/unhinted/RobotoTTF/Roboto-Regular.ttf", bold="roboto-bold"
    ),
    "roboto-bold": Face("Roboto", f"{TRUE}roboto/unhinted/RobotoTTF/Roboto-Bold.ttf", 700),
    "roboto-black": Face("Roboto", f"{TRUE}roboto/unhinted/RobotoTTF/Roboto-Black.ttf", 900),
    "slab": Face("Roboto Slab", f"{OPEN}roboto/slab/RobotoSlab-Regular.otf", bold="slab-bold"),
    "slab-bold": Face("Roboto Slab", f"{OPEN}roboto/slab/RobotoSlab-Bold.otf", 700),
    "mincho": Face("Noto Serif CJK JP", f"{OPEN}noto/NotoSerifCJK-Regular.ttc"),
    "mincho-bold": Face("Noto Serif CJK JP", f"{OPEN}noto/NotoSerifCJK-Bold.ttc", 700),
    "mincho-black": Face("Noto Serif CJK JP", f"{OPEN}noto/NotoSerifCJK-Black.ttc", 900),
    "gothic": Face("Noto Sans CJK JP", f"{OPEN}noto/NotoSansCJK-Regular.ttc"),
    "gothic-bold": Face("Noto Sans CJK JP", f"{OPEN}noto/NotoSansCJK-Bold.ttc", 700),
    "gothic-black": Face("Noto Sans CJK JP", f"{OPEN}noto/NotoSansCJK-Black.ttc", 900),
}


def type_for(lang: str) -> Callable[[str], str]:
    """Return what names the faces of a paper in a language whose words it breaks."""
    for name, face in CUTS.items():
        bold = f"{lang}:{face.bold}" if face.bold else ""
        FACES[f"{lang}:{name}"] = replace(face, lang=lang, bold=bold)
    return lambda name: f"{lang}:{name}"
