"""Fetch what is carried here but made by others: fonts, icons, pictures, and the checker of accessibility.

Each comes from its npm package, of one version and one checksum. What lands in the repository is named below, in `icons.txt` and in
`pictures.txt`, and its licence lands beside it. Running it again changes nothing.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

SCRIPTS = Path(__file__).resolve().parent
STATIC = SCRIPTS.parent / "src/throughline/web/static/throughline"
FONTS, PICTURES = STATIC / "fonts", STATIC / "pictures"
AXE = SCRIPTS.parent / "tests/browser/vendor"


class Package(NamedTuple):
    name: str
    version: str
    sha256: str


SCREEN_FONT = Package(
    "@fontsource-variable/atkinson-hyperlegible-next", "5.3.0", "75d5156505841b7dd4251398f0a5ff9e44120c87c2e388e9a108879b4def23a6"
)
PRINT_FONT = Package("@fontsource/atkinson-hyperlegible-next", "5.3.0", "33dcb7d0d4e2ea98a96985ca7448f738c3b5b370cfc5230b1e40e4f728920cc2")
TABLER = Package("@tabler/icons", "3.51.0", "b30108713d3fa60aee862c2a133225da8e0f309be0708fe2925763ff810c766c")
OPENMOJI = Package("openmoji", "17.0.0", "55ee7d13485dec86e9f38c1f3a645a13382d33ff97c0cd845ee824b0aef45e68")
AXE_CORE = Package("axe-core", "4.14.1", "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745")

FAMILY = "atkinson-hyperlegible-next"
SUBSETS = ["latin", "latin-ext"]  # the second has Welsh ŵ and ŷ
PRINT_WEIGHTS = [400, 600, 700]


def fetch(package: Package) -> tarfile.TarFile:
    """The package as an open archive, after its checksum was compared."""
    npm = shutil.which("npm") or sys.exit("npm is missing: it is needed only to fetch these files anew.")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", "--silent", f"{package.name}@{package.version}"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        content = next(Path(folder).glob("*.tgz")).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != package.sha256:
        sys.exit(f"{package.name} {package.version} is not what it was: sha256 {found}, expected {package.sha256}.")
    return tarfile.open(fileobj=BytesIO(content))


def read(archive: tarfile.TarFile, path: str) -> bytes:
    try:
        member = archive.extractfile(f"package/{path}")
    except KeyError:
        sys.exit(f"There is no {path} in it.")
    assert member is not None
    return member.read()


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def listed(path: Path) -> Iterator[list[str]]:
    """The two words of each line of a list."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split()


def screen_fonts() -> None:
    """All weights in one file, one file a subset."""
    archive = fetch(SCREEN_FONT)
    for subset in SUBSETS:
        name = f"{FAMILY}-{subset}-wght-normal.woff2"
        write(FONTS / name, read(archive, f"files/{name}"))
    write(FONTS / "OFL.txt", read(archive, "LICENSE"))


def print_fonts() -> None:
    """The print engine reads neither woff2 nor variable fonts, nor looks for a letter in a second file: one TrueType file a weight."""
    archive = fetch(PRINT_FONT)
    for weight in PRINT_WEIGHTS:
        parts = [BytesIO(read(archive, f"files/{FAMILY}-{subset}-{weight}-normal.woff2")) for subset in SUBSETS]
        write(FONTS / "print" / f"{FAMILY}-{weight}-normal.ttf", joined(parts))
    write(FONTS / "print" / "OFL.txt", read(archive, "LICENSE"))


def joined(parts: list[BytesIO]) -> bytes:
    """One font with the letters of all parts. The times in its header are the first part's, so that the bytes are the same each time."""
    first = TTFont(parts[0])
    font = Merger().merge(parts)
    font.flavor, font.recalcTimestamp = None, False
    font["head"].created, font["head"].modified = first["head"].created, first["head"].modified
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def symbol(name: str, drawing: str, *, filled: bool) -> str:
    """One icon of the sprite: its paths without the empty square around them."""
    paths = [path for path in re.findall(r"<path [^>]*/>", drawing) if "M0 0h24v24H0z" not in path]
    colours = ' fill="currentColor" stroke="none"' if filled else ""
    return f'<symbol id="i-{name}" viewBox="0 0 24 24"{colours}>{"".join(paths)}</symbol>'


def icons() -> None:
    """One file with all icons, and our own marks after them."""
    archive = fetch(TABLER)
    lines = ['<svg xmlns="http://www.w3.org/2000/svg">']
    lines.append(f"<!-- Tabler Icons {TABLER.version}, MIT; see icons-LICENSE.txt. brand, knot, knot-gap, tie, tie-gap: own work. -->")
    for name, theirs in listed(SCRIPTS / "icons.txt"):
        filled = theirs.startswith("filled/")
        path = theirs if filled else f"outline/{theirs}"
        lines.append(symbol(name, read(archive, f"icons/{path}.svg").decode(), filled=filled))
    own = (SCRIPTS / "icons-own.svg").read_text("utf-8").splitlines()
    lines += [line for line in own if line.startswith("<symbol")]
    write(STATIC / "icons.svg", "\n".join([*lines, "</svg>", ""]).encode())
    write(STATIC / "icons-LICENSE.txt", read(archive, "LICENSE"))


ATTRIBUTION = """{names}
  OpenMoji {version} (openmoji.org), by the OpenMoji project. Licence: CC BY-SA 4.0
  https://creativecommons.org/licenses/by-sa/4.0/  Unchanged, renamed from {codes}.
  Keep as separate files with this notice. A changed drawing must carry the same licence.

{own}
  Own work. They stand in for photographs: in use these are the person's own photos.
"""


def pictures() -> None:
    archive = fetch(OPENMOJI)
    theirs = {f"{name}.svg": code for name, code in listed(SCRIPTS / "pictures.txt")}
    for name, code in theirs.items():
        write(PICTURES / name, read(archive, f"color/svg/{code}.svg"))
    own = sorted(path.name for path in PICTURES.glob("*.svg") if path.name not in theirs)
    said = ATTRIBUTION.format(
        names=", ".join(theirs), version=OPENMOJI.version.removesuffix(".0"), codes=", ".join(theirs.values()), own=", ".join(own)
    )
    write(PICTURES / "ATTRIBUTION.txt", said.encode())


def axe() -> None:
    archive = fetch(AXE_CORE)
    for name in ["axe.min.js", "LICENSE", "LICENSE-3RD-PARTY.txt"]:
        write(AXE / name, read(archive, name))


if __name__ == "__main__":
    for step in [screen_fonts, print_fonts, icons, pictures, axe]:
        step()
