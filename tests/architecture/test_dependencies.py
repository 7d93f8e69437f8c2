"""What the program stands on: each part has its reason, its lock and a licence; and nothing names where it was built."""

import re
import subprocess
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from .sources import HERE

REQUIREMENTS = HERE / "requirements"
IN_FILES = sorted(REQUIREMENTS.glob("*.in"))
LOCKS = sorted(REQUIREMENTS.glob("*.txt"))

ALLOWED_LICENCES = re.compile(r"MIT|BSD|Apache|MPL|Mozilla|LGPL|OFL|PSF|Python Software|ISC|CC0|CC-BY", re.I)
STRONG = re.compile(r"(?<!L)GPL|SSPL|Business Source|Commons Clause", re.I)

# Each with one letter in brackets, so that this file does not hold what it forbids.
REGISTRIES = re.compile(r"pypi\.or[g]|python[h]osted|npmjs\.(org|com)|--(extra-)?index-ur[l]|registr[y]\.\w+\.\w+|artifactor[y]")
MACHINE = re.compile(r"(?<![\w.])/wor[k]/|(?<![\w.])/hom[e]/\w|/User[s]/\w|(?<![\w.])/roo[t]/")
BROUGHT = ("tests/browser/vendor/",)  # by others, as they come


def lines_of(path: Path) -> Iterator[str]:
    return (line for line in path.read_text("utf-8").splitlines() if line.strip())


def unexplained(lines: Iterator[str]) -> list[str]:
    """Requirements without a comment that says what they are for."""
    return [line for line in lines if not line.startswith(("#", "-r ", "-c ")) and not line.partition("#")[2].strip()]


@pytest.mark.parametrize("path", IN_FILES, ids=lambda path: path.name)
def test_every_dependency_says_what_it_is_for(path: Path) -> None:
    assert unexplained(lines_of(path)) == []


def test_a_dependency_without_a_reason_is_found() -> None:
    assert unexplained(iter(["# heading", "-r run.in", "Django~=5.2 # the framework", "left-pad", "right-pad  #"])) == [
        "left-pad",
        "right-pad  #",
    ]


def without_hash(text: str) -> list[str]:
    """Locked parts whose bytes are not pinned."""
    blocks = re.findall(r"^[A-Za-z0-9].*(?:\n[ \t]+.*)*", text, re.M)
    return [block.split()[0] for block in blocks if "--hash=sha256:" not in block or "==" not in block]


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_lock_pins_the_bytes(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "==" in text
    assert without_hash(text) == []


def test_a_lock_without_a_hash_is_found() -> None:
    assert without_hash("a==1 \\\n    --hash=sha256:00\nb==2\n    # via a\n") == ["b==2"]


@pytest.mark.parametrize("path", IN_FILES, ids=lambda path: path.name)
def test_what_is_asked_for_is_locked(path: Path) -> None:
    asked = {re.split(r"[\[~=<>! ;#]", line)[0].lower().replace("_", "-") for line in lines_of(path) if not line.startswith(("#", "-"))}
    assert asked <= {name for name, _ in locked(path.with_suffix(".txt"))}


def locked(path: Path) -> list[tuple[str, str]]:
    return [
        (name.lower().replace("_", "-"), version)
        for name, version in re.findall(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==([^\s;]+)", path.read_text("utf-8"), re.M)
    ]


def licence(name: str) -> str | None:
    """What an installed part says of its licence; None when it is not for this platform."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    kinds = [each for each in about.get_all("Classifier", []) if each.startswith("License ::")]
    return " | ".join([about.get("License-Expression") or "", (about.get("License") or "").partition("\n")[0], *kinds])


@pytest.mark.parametrize("name", [name for name, _ in locked(REQUIREMENTS / "run.txt")])
def test_the_licence_lets_us_ship_it(name: str) -> None:
    said = licence(name)
    assert said is None or is_allowed(said), f"{name}: {said}"


def is_allowed(said: str) -> bool:
    return bool(ALLOWED_LICENCES.search(said)) and not STRONG.search(said)


@pytest.mark.parametrize(
    ("said", "allowed"),
    [("MIT-CMU", True), ("LGPL-3.0-only", True), ("GPL-3.0-only", False), ("AGPL-3.0", False), ("", False), ("Proprietary", False)],
)
def test_licences_are_told_apart(said: str, allowed: bool) -> None:
    assert is_allowed(said) is allowed


def tracked() -> list[Path]:
    """Files under version control; in a plain copy, the files of the project's folders."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=HERE, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return [HERE / name for name in done.stdout.split("\0") if name]
    folders = ("src", "tests", "docs", "scripts", "requirements", ".ci")
    return [*HERE.glob("*.*"), *(path for folder in folders for path in (HERE / folder).rglob("*") if path.is_file())]


def told_tales(text: str) -> list[str]:
    """Names of package registries and paths of somebody's machine."""
    return [found.group() for pattern in (REGISTRIES, MACHINE) for found in pattern.finditer(text)]


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = []
    for path in tracked():
        name = path.relative_to(HERE).as_posix()
        if path.is_file() and not name.startswith(BROUGHT) and b"\0" not in (content := path.read_bytes()):
            found += [f"{name}: {tale}" for tale in told_tales(content.decode("utf-8", "replace"))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("text", ["--index" + "-url x", "https://py" + "pi.org/simple", "/ho" + "me/somebody/x", "cd /wo" + "rk/main"])
def test_a_tale_is_found(text: str) -> None:
    assert told_tales(text)


@pytest.mark.parametrize("text", ["src/web/home/", "network/main", "/homes/5", "the root/first page", "{{ url('home') }}"])
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert told_tales(text) == []
