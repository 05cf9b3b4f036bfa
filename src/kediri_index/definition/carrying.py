"""The YAML of next year's project from this year's: definition, profile and waivers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from kediri_index.definition.editing import (
    is_editable,
    with_entry,
    with_example,
    with_remark,
    with_value,
    without,
)
from kediri_index.definition.extends import EXTENDS
from kediri_index.definition.library import is_path, is_shipped
from kediri_index.definition.load_definition import Loaded, load_definition_sources
from kediri_index.definition.load_profile import profile_in
from kediri_index.definition.merging import SUPERSEDED
from kediri_index.definition.source import MarkedMapping, plain, read_source
from kediri_index.definition.starting import quoted, resolved_yaml, with_escapes
from kediri_index.errors import DefinitionError, ProfileError
from kediri_index.messages.texts import text
from kediri_index.messages.values import fixed
from kediri_index.model.dataset import SourceFile
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import DEFINITION, PROFILE, WAIVERS, Basis, Profile
from kediri_index.model.text import apart

_TITLES = ("title", "title_id", "title_en")
_OWN = "own"


class NewFigures(NamedTuple):
    """What a profile learns of the year that ended: its *published* score by *basis*.

    *previous* is the path of its archive from the profile's folder on; each is None where there is
    none.
    """

    year: int
    published: Fraction | None = None
    decimals: int = 2
    basis: Basis | None = None
    previous: str | None = None


class NextYear(NamedTuple):
    """The year that begins, the id of its definition, the day all is due if it is known.

    Comments are in *language*.
    """

    year: int
    id: str
    due: date | None
    language: Language


def next_id(definition: Definition, year: int) -> str:
    """Return the id of *definition* in *year*: its own where nothing in it changes."""
    if definition.year in {None, year}:
        return definition.id
    named = _in_year(definition.id, definition.year, year)
    return named if named != definition.id else f"{definition.id}-{year}"


def next_definition(loaded: Loaded, year: int, limits: Limits) -> dict[str, str]:
    """Return the definition of *year* by path in its project, and those that it extends.

    One that names its year gets a new one, with a new id and version and the year in its title;
    any other is as it was. Files that are shipped with the program are not copied.
    """
    first, *others = loaded.files
    own = [first, *(file for file in others if not is_shipped(file.path))]
    texts = {name: _editable(file, limits) for name, file in zip(_names(own), own, strict=True)}
    for name, base in pairwise(texts):
        child = read_source(texts[name].encode(), "", limits).root
        if is_path((child and child.text(EXTENDS)) or ""):
            texts[name] = with_value(texts[name], EXTENDS, quoted(Path(base).name))
    changed = dict(_changes(loaded, year))
    for key, value in changed.items():
        texts[DEFINITION] = with_value(texts[DEFINITION], key, value)
    if changed and loaded.definition.superseded_by is not None:  # what replaced the old one
        texts[DEFINITION] = without(texts[DEFINITION], SUPERSEDED, f"# {SUPERSEDED}:")
    if _says_the_same(texts, loaded, changed, limits):
        return texts
    whole = resolved_yaml(loaded.tree)
    for key, value in changed.items():
        whole = with_value(whole, key, value)
    return {DEFINITION: whole}


def _says_the_same(
    texts: Mapping[str, str], loaded: Loaded, changed: Mapping[str, str], limits: Limits
) -> bool:
    """Return whether *texts* say what *loaded* does, but for the keys that are *changed*."""
    own = [SourceFile(name, said.encode()) for name, said in texts.items()]
    shipped = loaded.files[len(own) :]
    try:
        made = load_definition_sources([*own, *shipped], limits=limits)
    except DefinitionError:
        return False
    first, second = (
        {
            key: plain(one.value)
            for key, one in tree.entries.items()
            if key not in changed and not (changed and key == SUPERSEDED)
        }
        for tree in (made.tree, loaded.tree)
    )
    return first == second


def _changes(loaded: Loaded, year: int) -> Iterator[tuple[str, str]]:
    """Yield what the definition of *year* says otherwise, by key."""
    definition, tree = loaded.definition, loaded.tree
    if next_id(definition, year) == definition.id:
        return
    titles = {key: said for key in _TITLES if (said := tree.text(key)) is not None}
    renamed = {key: _in_year(said, definition.year, year) for key, said in titles.items()}
    yield "id", next_id(definition, year)
    yield "version", '"1"'
    if definition.status != _OWN:
        yield "status", _OWN
    if renamed != titles:  # a new title is without the translations of the old one
        yield from ((key, quoted(said)) for key, said in renamed.items())
    yield "year", str(year)


def _in_year(said: str, old: int | None, new: int) -> str:
    return re.sub(rf"(?<!\d){old}(?!\d)", str(new), said)


def _names(files: Iterable[SourceFile]) -> list[str]:
    """Return where each of *files*, a definition and those that it extends, stands in a project."""
    stems = [Path(file.path.replace("\\", "/")).stem for file in files]
    told = apart([*(Path(one).stem for one in (DEFINITION, PROFILE, WAIVERS)), *stems[1:]])
    return [DEFINITION, *(f"config/{stem}.yaml" for stem in told[3:])]


def _editable(file: SourceFile, limits: Limits) -> str:
    """Return the text of *file*, without what gives orders to a screen or a log.

    One in braces is written anew, with a line for each key.
    """
    said = file.data.decode("utf-8-sig")
    return with_escapes(said) if is_editable(said) else _anew(file, limits)


def _anew(file: SourceFile, limits: Limits) -> str:
    root = read_source(file.data, file.path, limits).root
    assert root is not None, "what was loaded can be read"  # noqa: S101 - an invariant
    return resolved_yaml(root)


def next_profile(
    file: SourceFile, profile: Profile, ended: NewFigures, new: NextYear, limits: Limits
) -> str:
    """Return the profile of the *new* year: the *ended* one is in it, what is not known is asked.

    All else of *profile*, which is that of *file*, is as it was.
    """
    said = _with_figures(_editable(file, limits), profile, ended, new)
    try:
        made = profile_in(SourceFile(file.path, said.encode()), limits=limits).profile
    except ProfileError:
        made = Profile()
    figures = {} if ended.published is None else {ended.year: ended.published}
    as_wanted = made.history == {**profile.history, **figures}
    if as_wanted and made._replace(**_TAKEN) == profile._replace(**_TAKEN):
        return said
    return _with_figures(_anew(file, limits), profile, ended, new)


_TAKEN: dict[str, Any] = {
    key: getattr(Profile(), key)
    for key in ("history", "history_value", "previous", "definitions", "due")
}
"""What a new year changes."""


def _with_figures(said: str, profile: Profile, ended: NewFigures, new: NextYear) -> str:
    if ended.published is not None:
        figure = fixed(ended.published, ended.decimals)
        said = with_entry(said, "history", str(ended.year), figure)
        if not profile.history and ended.basis not in {None, profile.history_value}:
            said = with_value(said, "history_value", str(ended.basis))
    if ended.previous is not None:
        said = with_value(said, "previous", quoted(ended.previous))
    elif profile.previous is not None:
        said = without(said, "previous", "# previous:")
    if not profile.has_figures_of(new.id):
        said = with_value(said, "definitions", _listed((*profile.definitions, new.id)))
    if new.due is not None:
        said = with_value(said, "due", new.due.isoformat())
    else:
        said = without(said, "due", _asked("due", new))
    if new.year not in profile.targets:
        remark = text("next-year.ask.targets-there", new.language, year=new.year)
        example = _asked("targets", new, f" {{{new.year}: }}")
        said = with_remark(said, "targets", remark) or with_example(said, "targets", example)
    return said


def _listed(patterns: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, patterns))}]"


def _asked(key: str, new: NextYear, value: str = "") -> str:
    """Return the lines that ask for what is not known yet of the *new* year."""
    what = text(f"next-year.ask.{key}", new.language, year=new.year)
    return f"# {what}\n# {key}:{value}"


def next_waivers(nodes: Iterable[MarkedMapping]) -> str:
    """Return the waivers of *nodes* as a list."""
    return "".join(
        "".join(f"{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))
        for lines in (resolved_yaml(node).splitlines() for node in nodes)
    )
