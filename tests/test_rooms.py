"""The walls of the house: who may import whom, and who may touch files or print. Read from the code with `ast`."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
COURSE = SCRIPTS / "course"

# room → rooms of course/ it may import, and packages from outside the standard library
WALLS: dict[str, tuple[set[str], set[str]]] = {
    "__init__": (set(), set()),
    "problems": (set(), set()),
    "models": (set(), {"pydantic"}),
    "codes": (set(), set()),
    "words": ({"models"}, set()),
    "scanning": ({"models"}, set()),
    "loading": ({"drawing", "models", "problems", "scanning", "loading"}, {"pydantic", "yaml"}),
    "checks": ({"addresses", "codes", "drawing", "models", "problems", "scanning", "checks"}, set()),
    "blueprint": ({"checks", "counting", "guessing", "models", "rendering", "words"}, set()),
    "counting": ({"checks", "models"}, set()),
    "guessing": ({"checks", "guessing", "models"}, set()),
    "rendering": ({"models"}, set()),
    "drawing": ({"addresses", "models"}, set()),
    "lists": ({"codes", "models", "rendering", "scanning", "words"}, set()),
    "register": ({"models", "rendering", "words"}, set()),
    "guarding": (set(), set()),
    "shaping": ({"models", "rendering", "words"}, set()),
    "tongues": ({"models"}, set()),
    "tables": ({"models", "words"}, set()),
    "pages": ({"blueprint", "counting", "drawing", "lists", "models", "problems", "rendering", "scanning", "words", "register"}, set()),
    "addresses": ({"models"}, set()),
    "anchors": ({"addresses", "models"}, set()),
    "disk": (set(), set()),
    "embeddable": ({"models"}, set()),
    "frame": (set(), set()),
    "outputs": ({"addresses", "blueprint", "embeddable", "lists", "models", "scanning", "tongues", "words"}, set()),
    "wiki": ({"addresses", "anchors", "checks", "embeddable", "models", "outputs", "problems", "wiki"}, set()),
}
READERS = {"loading/files.py", "loading/course.py"}
"""The only files of the core that may touch the disk; they never write."""


def files() -> list[Path]:
    return sorted(COURSE.rglob("*.py"))


def room_of(file: Path) -> str:
    inside = file.relative_to(COURSE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imports(file: Path) -> tuple[set[str], set[str]]:
    """Rooms of course/ and packages from outside the standard library that a file imports."""
    rooms: set[str] = set()
    packages: set[str] = set()
    depth = len(file.relative_to(COURSE).parts)
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.level:
            if node.level == depth:
                names = [node.module.partition(".")[0]] if node.module else [alias.name for alias in node.names]
                rooms.update(names)
            else:
                rooms.add(room_of(file))
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        packages.update(name.partition(".")[0] for name in names)
    return rooms, {name for name in packages if name not in sys.stdlib_module_names}


@pytest.mark.parametrize("file", files(), ids=lambda file: file.relative_to(COURSE).as_posix())
def test_a_room_imports_only_what_it_may(file: Path) -> None:
    room = room_of(file)
    assert room in WALLS, f"{room} is a new room: say in WALLS what it may import"
    rooms, packages = imports(file)
    may_rooms, may_packages = WALLS[room]
    assert rooms <= may_rooms, f"{room} must not import {sorted(rooms - may_rooms)}"
    assert packages <= may_packages, f"{room} must not import {sorted(packages - may_packages)}"


def test_there_are_no_cycles_between_rooms() -> None:
    edges: dict[str, set[str]] = {}
    for file in files():
        edges.setdefault(room_of(file), set()).update(imports(file)[0] - {room_of(file)})

    def walk(room: str, above: tuple[str, ...]) -> None:
        assert room not in above, " → ".join([*above, room])
        for other in edges.get(room, ()):
            walk(other, (*above, room))

    for room in edges:
        walk(room, ())


def test_outputs_do_not_know_each_other() -> None:
    for file in (COURSE / "outputs").glob("*.py"):
        assert "outputs" not in imports(file)[0], file.name


@pytest.mark.parametrize("file", files(), ids=lambda file: file.relative_to(COURSE).as_posix())
def test_the_core_prints_nothing_and_only_readers_touch_the_disk(file: Path) -> None:
    name = file.relative_to(COURSE).as_posix()
    writes = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "replace_file", "touch", "rmdir"}
    reads = {"read_text", "read_bytes", "glob", "rglob", "stat", "iterdir"}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
        where = f"{name}:{node.lineno}"
        if isinstance(node.func, ast.Name):
            assert called != "print", where
            assert called != "open" , where
            continue
        assert called not in writes, where
        if called in reads and name not in READERS:
            raise AssertionError(f"{where}: {called} – only {sorted(READERS)} read files")


def test_every_file_says_what_it_is() -> None:
    for file in sorted(SCRIPTS.rglob("*.py")):
        assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))), file


def test_no_room_is_a_drawer() -> None:
    for file in sorted(SCRIPTS.rglob("*.py")):
        assert file.stem not in {"utils", "helpers", "common", "misc"}, file


def test_the_door_needs_nothing_installed() -> None:
    """`build.py` and what it imports before the environment exists use the standard library alone."""
    for file in (SCRIPTS / "build.py", SCRIPTS / "tasks" / "environment.py", SCRIPTS / "tasks" / "__init__.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        outside = {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names) - {"tasks"}
        assert not outside, f"{file.name}: {outside}"


def test_the_pinned_plugin_still_has_what_we_empty() -> None:
    """The hook empties three strings of mkdocs-quiz; a release that renames them must not pass silently."""
    source = Path(__import__("mkdocs_quiz.plugin", fromlist=["plugin"]).__file__).read_text(encoding="utf-8")
    for name in ("style", "js_script", "confetti_lib_script"):
        assert f"\n    {name} = f'<" in source, name
    assert '<div id="quiz-progress-sidebar"' in source
