"""Definitions that explode, nest, lie, lead astray, or are none."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.hostile.cases import FINDINGS, USAGE, YAML_GIVES_UP, Case
from tests.hostile.plain import DEFINITION

BRACKETS = "D282" if YAML_GIVES_UP else "D011"
ARGUMENTS = ("--format", "json")
GROUPS = DEFINITION.index("groups:")
INDICATORS = DEFINITION.index("indicators:")


def _case(
    name: str, text: str | bytes | Callable[[], str | bytes], *faults: str, code: int | None = None
) -> Case:
    def make(folder: Path) -> None:
        data = text() if callable(text) else text
        (folder / "d.yaml").write_bytes(data.encode() if isinstance(data, str) else data)

    return _made(name, make, *faults, code=code)


def _made(name: str, make: Callable[[Path], object], *faults: str, code: int | None = None) -> Case:
    return Case(name, make, faults, code, "d.yaml", ARGUMENTS, ("definition", "lint"))


def _with(line: str, *, instead: str | None = None) -> str:
    """Return the good definition with a *line* at its end, or *instead* of one."""
    return DEFINITION.replace(instead, line) if instead else DEFINITION + line


def _extends(name: str) -> str:
    return f"kediri_index: 1\nid: anak\nextends: {name}\n"


def _sparse(folder: Path) -> None:
    with (folder / "d.yaml").open("wb") as file:
        file.truncate(10 << 30)


def _chain(folder: Path) -> None:
    for number in range(40):
        (folder / f"{number}.yaml").write_text(_extends(f"./{number + 1}.yaml"), encoding="utf-8")
    (folder / "40.yaml").write_text(DEFINITION, encoding="utf-8")
    (folder / "d.yaml").write_text(_extends("./0.yaml"), encoding="utf-8")


def _on(other: Callable[[Path], object], name: str = "./lain.yaml") -> Callable[[Path], None]:
    """Return what writes a definition that extends what *other* makes at the path given."""

    def make(folder: Path) -> None:
        other(folder / "lain.yaml")
        (folder / "d.yaml").write_text(_extends(name), encoding="utf-8")

    return make


def _many_indicators(count: int) -> str:
    rows = "".join(f"  - {{id: I-{n}, in: satu, name: Butir {n}}}\n" for n in range(count))
    return DEFINITION + rows


def _groups_in_groups(depth: int) -> str:
    lines = ["groups:"]
    for level in range(depth):
        pad = "  " * (2 * level)
        lines.append(
            f"{pad}  - id: g{level}\n{pad}    kind: pillar\n{pad}    weight: 100\n{pad}    name: G\n{pad}    groups:"
        )
    return DEFINITION[:GROUPS] + "\n".join(lines) + " []\nindicators: []\n"


def _bomb() -> str:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    return "a0: &a0 [lol]\n" + levels


WEIGHT = "weight: 50, name: Satu"
NAME = "name: Layanan"
ID = "id: uji"

CASES: tuple[Case, ...] = (
    _case("nothing", b"", "D009 1:1"),
    _case("spaces", " \n\n", "D009 1:1"),
    _case("a mark alone", b"\xef\xbb\xbf", "D009 1:1"),
    _case("a mark before all", b"\xef\xbb\xbf" + DEFINITION.encode()),
    _case("a word", "indeks", "D009"),
    _case("a list", "- a\n- b\n", "D009"),
    _case("null", "~", "D009"),
    _case("only a comment", "# apa\n", "D009"),
    _case("two documents", DEFINITION + "---\na: 1\n", "D008 22:1"),
    _case("billion laughs", _bomb, "D017"),
    _case("aliases without end", lambda: "a: &a b\nc: [" + "*a, " * 100_000 + "]\n", "D010"),
    _case("an alias of itself", DEFINITION + "lain: &a [*a]\n", "D014 22:11", "D102 22:1"),
    _case("an alias of nothing", _with("lain: *tidak\n"), "D015 22:7", "D102 22:1"),
    _case("merge keys", _with("<<: {id: lain}\n"), "D102 22:1"),
    _case("merge keys of an alias", DEFINITION + "lain: &a {id: x}\n<<: *a\n", "D102 22:1", "D102 23:1"),
    _case("a thousand brackets", "a: " + "[" * 1_000, BRACKETS),
    _case("100,000 brackets", "a: " + "[" * 100_000, BRACKETS),
    _case("100,000 braces", lambda: "{a: " * 100_000, "D011"),
    _case("1,000 dashes in a line", "- " * 1_000 + "a", "D011"),
    _case("deep by its spaces", lambda: "".join(" " * n + "a:\n" for n in range(1_500)), "D011"),
    _case("many values", lambda: "a: [" + "1, " * 250_000 + "]", "D017"),
    _case("2 MB and more", lambda: "a: " + "x" * 2_100_000, "D004"),
    _case("a text of 1.9 MB", lambda: _with("x" * 1_900_000 + "\n", instead=NAME), "D101 20:5", "D102 20:25"),
    _case("a name of 1.9 MB", lambda: _with("name: " + "x" * 1_900_000, instead=NAME)),
    _case("a key of 1.9 MB", lambda: "x" * 1_900_000 + ": 1\n", "D282"),
    _case("10,000 unknown keys", lambda: DEFINITION + "".join(f"k{n}: 1\n" for n in range(10_000)), *(f"D102 {line}:1" for line in range(22, 5_022)), "D270"),
    _case("no UTF-8", DEFINITION.encode() + b"# \xff\n", "D005 22:3"),
    _case("UTF-16", DEFINITION.encode("utf-16"), "D005"),
    _case("UTF-16 without a mark", DEFINITION.encode("utf-16-le"), "D006"),
    _case("a null", _with("# \0\n"), "D006 22:3"),
    _case("escapes", _with("# \x1b[2J\n"), "D006 22:3"),
    _case("a C1 control", _with("# \x9b2J\n"), "D006 22:3"),
    _case("a surrogate", DEFINITION.encode() + b"# \xed\xa0\x80\n", "D005 22:3"),
    _case("tabs for spaces", DEFINITION.replace("  - {id: satu", "\t- {id: satu"), "D703 17:1"),
    _case("a tag that runs a program", _with('lain: !!python/object/apply:os.system ["id"]\n'), "D013 22:7"),
    _case("a tag that names a module", _with("lain: !!python/name:os.system\n"), "D013 22:7"),
    _case("a tag with orders", _with("lain: !<%1B[2J> a\n"), "D013 22:7"),
    _case("binary", _with("lain: !!binary aGk=\n"), "D013 22:7"),
    _case("a set", _with("lain: !!set {a, b}\n"), "D013 22:7"),
    _case("keys twice", _with("id: lain\n"), "D012 22:1"),
    _case("a list as a key", _with("? [a, b]\n: c\n"), "D016 22:3"),
    _case("a weight of NaN", _with("weight: .nan, name: Satu", instead=WEIGHT), "D106 17:38"),
    _case("a weight of infinity", _with("weight: .inf, name: Satu", instead=WEIGHT), "D106 17:38"),
    _case("a weight of 1e400", _with("weight: 1e400, name: Satu", instead=WEIGHT), "D107 17:38"),
    _case("a weight of 1e-999999999", _with("weight: 1e-999999999, name: Satu", instead=WEIGHT), "D107 17:38"),
    _case("a weight of 10,000 digits", _with(f"weight: {'9' * 10_000}, name: Satu", instead=WEIGHT), "D107 17:38"),
    _case("a weight below zero", _with("weight: -50, name: Satu", instead=WEIGHT), "D210 13:14", "D212 17:38"),
    _case("a weight in base 60", _with("weight: 1:30, name: Satu", instead=WEIGHT), "D106 17:38"),
    _case("a weight in octal", _with("weight: 0o62, name: Satu", instead=WEIGHT), "D106 17:38"),
    _case("a weight in hexadecimal", _with("weight: 0x32, name: Satu", instead=WEIGHT), "D106 17:38"),
    _case("a weight with an underscore", _with("weight: 5_0, name: Satu", instead=WEIGHT), "D106 17:38"),
    _case("a weight that is true", _with("weight: yes, name: Satu", instead=WEIGHT), "D106 17:38"),
    _case("a scale of 1e400", _with("scale: {min: 0, max: 1e400}", instead="scale: {min: 0, max: 4}"), "D107 10:22"),
    _case("decimals without end", _with("decimals: 99999999", instead="decimals: 2"), "D108 11:21"),
    _case("a year of 30 digits", _with(f"year: {'9' * 30}", instead="year: 2023"), "D109 9:7"),
    _case("a year before the first", _with("year: -1", instead="year: 2023"), "D108 9:7"),
    _case("an id that leads upward", _with("id: ../../x", instead=ID), "D112 2:5"),
    _case("an id with orders to a screen", _with('id: "\\e[2J\\u202E"', instead=ID), "D112 2:5"),
    _case("an id that is true", _with("id: no", instead=ID)),
    _case("an id that is a day", _with("id: 2023-01-02", instead=ID), "D112 2:5"),
    _case("an id of 100,000 letters", _with("id: " + "x" * 100_000, instead=ID)),
    _case("ids that differ by case", _with("  - {id: a-1, in: dua, name: Lain}\n"), "D201 22:10"),
    _case("an indicator in no group", _with("  - {id: C-1, in: tiga, name: Lain}\n"), "D202 22:19"),
    _case("a name with orders", _with('name: "\\e]52;c;aGk=\\a\\u202E[bold]<script>|`a`"', instead=NAME)),
    _case("20,000 indicators", lambda: _many_indicators(20_000)),
    _case("groups within 300 groups", lambda: _groups_in_groups(300), "D011 112:81"),
    _case("groups within 15 groups", lambda: _groups_in_groups(15)),
    _case("another format", _with("kediri_index: 2", instead="kediri_index: 1"), "D030 1:15"),
    _case("it extends itself", _extends("./d.yaml"), "D021 3:10"),
    _case("it extends what is nowhere", _extends("../../../nowhere.yaml"), "D280 3:10"),
    _case("it extends the system's files", _extends("../../../../../../etc/passwd"), "D280 3:10"),
    _case("it extends a name with a null", _extends('"./a\\0.yaml"'), "D020 3:10"),
    _case("it extends a name of 100,000 letters", _extends("./" + "n" * 100_000 + ".yaml"), "D020 3:10"),
    _case("it extends a list", _extends("[a, b]"), "D103 3:10"),
    _case("it extends the web", _extends("http://127.0.0.1:1/d.yaml"), "D020 3:10"),
    _made("it extends a pipe", _on(os.mkfifo), "D002"),
    _made("it extends a folder", _on(Path.mkdir), "D002"),
    _made("it extends a device", _on(lambda path: path.symlink_to("/dev/zero")), "D280 3:10"),
    _made("40 extend each other", _chain, "D022 3:10"),
    _made("10 GiB of nothing", _sparse, "D004"),
    _made("a pipe", lambda folder: os.mkfifo(folder / "d.yaml"), "D002"),
    _made("a folder", lambda folder: (folder / "d.yaml").mkdir(), "D002"),
    _made("a device", lambda folder: (folder / "d.yaml").symlink_to("/dev/zero"), "D002"),
    _made("a link to itself", lambda folder: (folder / "d.yaml").symlink_to("d.yaml"), code=USAGE),
    _made("a link to nowhere", lambda folder: (folder / "d.yaml").symlink_to("x.yaml"), code=USAGE),
)  # fmt: skip


def _compared(name: str, make: Callable[[Path], object], *faults: str, code: int = USAGE) -> Case:
    """Return a case of a definition that is compared with the one without fault."""
    command = ("definition", "diff", "uji.yaml")
    return Case(f"compared: {name}", make, faults, code, "d.yaml", ARGUMENTS, command)


def _against(ref: str) -> Case:
    """Return a case of a name that git is asked for; it never becomes an option or a command."""
    arguments = (f"--against={ref}", "--output=kata.json")
    name = f"compared: {ref[:20]!r} of git"
    return Case(name, _text(DEFINITION), (), USAGE, "d.yaml", arguments, ("definition", "diff"))


def _text(text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / "d.yaml").write_text(text, encoding="utf-8")


COMPARED: tuple[Case, ...] = (
    _compared("5,000 indicators", _text(_many_indicators(5_000)), "D304", code=FINDINGS),
    _compared("billion laughs", _text(_bomb()), "D017"),
    _compared("nothing", _text(""), "D009"),
    _compared("escapes", _text(DEFINITION + "# \x1b[2J\n"), "D006"),
    _compared("names with orders", _text(_with('name: "\\e]52;c;aGk=\\a\\u202E[bold]<script>|`a`"', instead=NAME)), "D304", code=FINDINGS),
    _compared("a pipe", lambda folder: os.mkfifo(folder / "d.yaml"), "D002"),
    _compared("a device", lambda folder: (folder / "d.yaml").symlink_to("/dev/zero"), "D002"),
    *map(_against, ("--output=x", "-h", "HEAD;id", "$(id)", "HEAD:../..", "\x1b[2J\u202e", "n" * 100_000, "")),
)  # fmt: skip
