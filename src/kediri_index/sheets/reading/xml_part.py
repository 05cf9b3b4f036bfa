"""An XML part of a package, read by expat with every door shut, and its relations to others."""

import codecs
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from sys import getsizeof
from typing import Final, NamedTuple, TypeVar
from xml.parsers import expat

from kediri_index.model.findings import Finding
from kediri_index.sheets.reading.package import Package
from kediri_index.sheets.reading.refusal import RefusedError, limit_finding

_NAMESPACES: Final = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
XML_SPACE: Final = "http://www.w3.org/XML/1998/namespace space"
WHITESPACE: Final = " \t\r\n"
_TAGS_A_CELL: Final = 8
_DEEPEST: Final = 100
_LONGEST_TOKEN: Final = 1 << 20
_BUFFER: Final = 1 << 16


MARK: Final = "plain-run"
PLAIN_TEXT: Final = r"[ -%'-;=?-~]++"
"""ASCII without & < >."""
_Groups = tuple[str | None, ...]


class Cutter:
    """Takes runs of plain elements out of the chunks of a part and keeps them until their turn.

    Of each *run* its groups are kept.
    """

    __slots__ = ("_cut", "_forged", "_run", "_runs")

    def __init__(self, run: re.Pattern[str]) -> None:
        self._run = run
        self._cut = 0
        self._forged = False
        self._runs: dict[str, list[_Groups]] = {}

    def cut(self, chunk: bytes) -> bytes:
        """Return *chunk*, in an encoding that contains ASCII, with a mark for runs of elements.

        Runs with nothing between them are behind the same mark.
        """
        before, *pieces = self._run.split(chunk.decode("latin-1"))
        if not pieces:
            return chunk
        kept = [before]
        runs: list[_Groups] = []
        groups = self._run.groups
        for at in range(0, len(pieces), groups + 1):
            runs.append(tuple(pieces[at : at + groups]))
            if after := pieces[at + groups]:
                kept += self._marked(runs), after
                runs = []
        if runs:
            kept.append(self._marked(runs))
        return "".join(kept).encode("latin-1")

    def _marked(self, runs: list[_Groups]) -> str:
        name = str(self._cut)
        self._cut += 1
        self._runs[name] = runs
        return f'<{MARK} n="{name}"/>'

    def take(self, name: str) -> list[_Groups]:
        """Return the runs that stood at the mark *name*."""
        runs = self._runs.pop(name, None)
        if runs is None:
            self._forged = True
            return []
        return runs

    @property
    def all_taken(self) -> bool:
        """Whether the parser reported every mark, and none that the part brought along."""
        return not self._runs and not self._forged


def tags_in(namespaces: Iterable[str], *names: str) -> dict[str, str]:
    """Return local names by the names that expat reports, with any of *namespaces* or bare."""
    tags = {name: name for name in names}
    for namespace in namespaces:
        tags.update({f"{namespace} {name}": name for name in names})
    return tags


def spreadsheet_tags(*names: str) -> dict[str, str]:
    """Return local names by the names that expat reports, Transitional, Strict and bare."""
    return tags_in(_NAMESPACES, *names)


def is_on(attributes: Mapping[str, str]) -> bool:
    """Return whether an element such as ``strike``, which is true by itself, is."""
    return attributes.get("val", "1") not in {"0", "false"}


class PartReader:
    """What reads a part: gets its elements; keeps count of how deep it is.

    Where *in_text* is true, *pieces* holds the text of the open element so far. *wide* is by how
    many bytes kept texts are larger than they may have been in the file. Without *plain* every
    element goes through the parser.
    """

    root: str
    """The local name of the root element."""
    tags: Mapping[str, str]
    """Local names by the names that expat reports."""
    wrong_root: str = "F203"
    """The code of the finding where the root is another element."""

    __slots__ = ("depth", "in_text", "pieces", "plain", "wide")

    def __init__(self, plain: Cutter | None = None) -> None:
        self.plain = plain
        self.depth = 0
        self.in_text = False
        self.pieces: list[str] = []
        self.wide = 0

    def start(self, _name: str, _attributes: Mapping[str, str], /) -> None:
        """Take the start of an element; count it in *depth*."""
        self.depth += 1

    def end(self, _name: str, /) -> None:
        """Take the end of an element; count it in *depth*."""
        self.depth -= 1

    def text_length(self) -> int:
        """Return how long the text is that is being gathered."""
        return sum(map(len, self.pieces))

    def keep(self, text: str) -> str:
        """Return *text*, which is kept, and count by how much it widens."""
        if not text.isascii():
            self.wide += getsizeof(text)
        return text

    def held(self) -> int:
        """Return how many things are kept that no limit of the user's bounds."""
        return 0

    def before_parsing(self, chunk: bytes, /) -> bytes:
        """Return *chunk*, in an encoding that contains ASCII, without what needs no parser."""
        return chunk if self.plain is None else self.plain.cut(chunk)

    def chunk_read(self, _chunk: bytes, /) -> None:
        """Take note that *chunk*, in an encoding that contains ASCII, has been parsed."""


def read_part(package: Package, part: str, reader: PartReader) -> None:
    """Parse *part* into *reader*; raises :class:`RefusedError` where it cannot be.

    Raises ``KeyError`` where there is no such part.
    """
    chunks, encoding = _as_ascii_based(package.chunks(part))
    parser = expat.ParserCreate(encoding, namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = _BUFFER

    def start_root(name: str, attributes: dict[str, str]) -> None:
        if reader.tags.get(name) != reader.root:
            raise RefusedError(Finding(reader.wrong_root, file=package.path, params={"part": part}))
        parser.StartElementHandler = reader.start
        reader.start(name, attributes)

    parser.StartElementHandler = start_root
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.pieces.append
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parsed = 0
    try:
        for chunk in chunks:
            left = reader.before_parsing(chunk)
            parser.Parse(left, False)  # noqa: FBT003 - positional by its own signature
            parsed += len(left)
            package.tags_read += chunk.count(b"<") + chunk.count(b"/>")
            if parsed - parser.CurrentByteIndex > _LONGEST_TOKEN or reader.depth > _DEEPEST:
                raise RefusedError(_malformed(package, part, parser))
            _check(package, part, reader, len(parser.intern))
            reader.chunk_read(chunk)
        parser.Parse(b"", True)  # noqa: FBT003 - positional by its own signature
        reader.chunk_read(b"")  # newer expats may hold back the last elements until now
    # the last two from a strange encoding
    except (expat.ExpatError, MisplacedError, LookupError, ValueError):
        raise RefusedError(_malformed(package, part, parser)) from None
    except _DoctypeError:
        raise RefusedError(Finding("F202", file=package.path, params={"part": part})) from None


_Reader = TypeVar("_Reader", bound=PartReader)


def read_plain_runs(
    package: Package,
    part: str,
    run: re.Pattern[str],
    reader_of: Callable[[Cutter | None], _Reader],
) -> _Reader:
    """Return what read *part*, with every element parsed where the fast way will not do.

    That is where not all that looked like a *run* of plain elements was one, or to tell the place
    of a fault. Raises as :func:`read_part` does.
    """
    spent = package.spent()
    plain = Cutter(run)
    reader = reader_of(plain)
    try:
        read_part(package, part, reader)
    except RefusedError as error:
        if all(finding.code != "F201" for finding in error.findings):
            raise
    else:
        if plain.all_taken:
            return reader
    package.refund(spent)
    reader = reader_of(None)
    read_part(package, part, reader)
    return reader


class MisplacedError(Exception):
    """An element stands where it cannot."""


class _DoctypeError(Exception):
    """A part declares a document type, and with it perhaps entities."""


def _refuse_doctype(*_declaration: object) -> None:
    raise _DoctypeError


def _check(package: Package, part: str, reader: PartReader, names: int) -> None:
    """Refuse what takes too long or holds too much; drop text that nobody waits for."""
    limits = package.limits
    elements = max(reader.held(), names, package.tags_read - _TAGS_A_CELL * limits.cells)
    if elements > limits.elements:
        raise RefusedError(limit_finding("F224", package.path, limits, elements, part=part))
    package.check_time(part)
    package.count(reader.wide)
    reader.wide = 0
    if not reader.in_text:
        reader.pieces.clear()
    length = reader.text_length()
    if length > limits.text_length:
        raise RefusedError(limit_finding("F207", package.path, limits, length, part=part))


def _malformed(package: Package, part: str, parser: expat.XMLParserType) -> Finding:
    place = {"line_in_part": parser.CurrentLineNumber, "column_in_part": parser.CurrentColumnNumber}
    return Finding("F201", file=package.path, params={"part": part, **place})


def _as_ascii_based(chunks: Iterator[bytes]) -> tuple[Iterator[bytes], str | None]:
    """Return *chunks* in an encoding that contains ASCII, and its name where XML says another."""
    first = next(chunks, b"")
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _recoded("utf-16", first, chunks), "utf-8"
    if first.startswith(b"<\0"):
        return _recoded("utf-16-le", first, chunks), "utf-8"
    if first.startswith(b"\0<"):
        return _recoded("utf-16-be", first, chunks), "utf-8"
    return chain((first,), chunks), None


def _recoded(encoding: str, first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)()
    for chunk in chain((first,), chunks):
        yield decoder.decode(chunk).encode()
    yield decoder.decode(b"", final=True).encode()


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PURL = "http://purl.oclc.org/ooxml/package"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


class Relation(NamedTuple):
    """What a part refers to: *kind* is the last word of the type, *target* a part's name."""

    kind: str
    target: str


class _Relations(PartReader):
    __slots__ = ("_folder", "found")
    root = "Relationships"
    tags = tags_in(
        (f"{_PACKAGE}/relationships", f"{_PURL}/relationships"), "Relationships", "Relationship"
    )

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.found: dict[str, Relation] = {}

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        self.depth += 1
        if self.tags.get(name) != "Relationship" or attributes.get("TargetMode") == "External":
            return
        kind = self.keep(attributes.get("Type", "").rpartition("/")[2])
        target = self.keep(attributes.get("Target", "").replace("\\", "/"))
        id_ = self.keep(attributes.get("Id", ""))
        self.found[id_] = Relation(kind, _resolved(self._folder, target))

    def held(self) -> int:
        return len(self.found)


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """Return by id what *part* refers to (the package itself for an empty name)."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package:
        return {}
    reader = _Relations(folder)
    read_part(package, relations, reader)
    return {id_: _unquoted(package, relation) for id_, relation in reader.found.items()}


def _unquoted(package: Package, relation: Relation) -> Relation:
    """Return *relation* with its target's percent signs decoded where only that is a part."""
    if "%" not in relation.target or relation.target in package:
        return relation
    from urllib.parse import unquote  # noqa: PLC0415 - slow to import, rarely needed

    unquoted = unquote(relation.target)
    return relation._replace(target=unquoted) if unquoted in package else relation


def workbook_part(package: Package) -> str:
    """Return the name of the workbook's own part; raises :class:`RefusedError` without one."""
    if _is_open_document(package):
        raise RefusedError(Finding("F120", file=package.path))
    named = [r.target for r in relations_of(package, "").values() if r.kind == "officeDocument"]
    usual = [*named, "xl/workbook.xml", "xl/workbook.bin"]
    alone = [part for part in package.parts if posixpath.basename(part) == "workbook.xml"]
    found = [part for part in usual if part in package] or alone
    if not found or (found is alone and len(alone) > 1):
        raise RefusedError(Finding("F122", file=package.path))
    if found[0].lower().endswith(".bin"):
        raise RefusedError(Finding("F121", file=package.path))
    return found[0]


def _is_open_document(package: Package) -> bool:
    mimetype = package.start_of("mimetype")
    return mimetype.startswith(_OPEN_DOCUMENT) or (
        "content.xml" in package and "meta-inf/manifest.xml" in package
    )
