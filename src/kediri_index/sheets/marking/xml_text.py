"""XML changed at places in its bytes, so that all that is not changed stays to the byte.

What is put in is ASCII with character references, and so right in every encoding that XML has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple
from xml.parsers import expat

_UTF16: Final = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HEAD: Final = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE: Final = re.compile(rb"""\s([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')""")
_NAME: Final = re.compile(rb"<([^\s/>]+)")
_NO_CHARACTER: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL: Final = re.compile('[&<>"\r\t\n]|[^ -~]')


class NotMarkableError(Exception):
    """A workbook of which no marked copy can be made; *part* is what stands in the way."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class Splice(NamedTuple):
    """Bytes put in the place of those from *start* to before *end*."""

    start: int
    end: int
    new: bytes


def spliced(body: bytes, splices: Iterable[Splice]) -> tuple[bytes, tuple[Splice, ...]]:
    """Return *body* with all *splices* made, and those that take them back."""
    pieces: list[bytes] = []
    back: list[Splice] = []
    reached = shift = 0
    for start, end, new in sorted(splices, key=lambda one: (one.start, one.end)):
        if start < reached:
            message = f"two changes at {start}"
            raise ValueError(message)
        pieces += (body[reached:start], new)
        back.append(Splice(start + shift, start + shift + len(new), body[start:end]))
        shift += len(new) - (end - start)
        reached = end
    pieces.append(body[reached:])
    return b"".join(pieces), tuple(back)


class Encoded(NamedTuple):
    """The text of a part in an encoding that contains ASCII, and how to get back to its own."""

    body: bytes
    codec: str | None = None
    byte_order: bytes = b""

    @classmethod
    def of(cls, data: bytes) -> "Encoded":
        """Return *data*, in UTF-8 where it is in UTF-16."""
        for mark, codec in _UTF16:
            if data.startswith(mark):
                return cls(data[len(mark) :].decode(codec).encode(), codec, mark)
        for start, codec in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
            if data.startswith(start):
                return cls(data.decode(codec).encode(), codec)
        return cls(data)

    def bytes_of(self, body: bytes) -> bytes:
        """Return *body* in the part's own encoding."""
        return self.byte_order + body.decode().encode(self.codec) if self.codec else body

    def parser(self) -> expat.XMLParserType:
        """Return a parser of *body* that tells namespaces and refuses document types."""
        parser = expat.ParserCreate("utf-8" if self.codec else None, namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        return parser


def _refuse(*_declaration: object) -> None:
    raise NotMarkableError("DOCTYPE")


class Element:
    """An element and where it stands: its head, what is in it, and its end, as offsets."""

    __slots__ = ("attributes", "body", "children", "end", "head_end", "name", "start", "text")

    def __init__(self, body: bytes, start: int, name: str, attributes: Mapping[str, str]) -> None:
        self.body = body
        self.start = start
        self.head_end = head_end(body, start)
        self.end = self.head_end
        self.name = name
        self.attributes = attributes
        self.children: list[Element] = []
        self.text = ""

    @property
    def namespace(self) -> str:
        """The namespace's address, or nothing."""
        return self.name.rpartition(" ")[0]

    @property
    def local(self) -> str:
        """The name without its namespace."""
        return self.name.rpartition(" ")[2]

    @property
    def prefix(self) -> str:
        """What stands before the name as written, with its colon, or nothing."""
        return prefix_at(self.body, self.start)

    @property
    def is_empty(self) -> bool:
        """Whether it is written without an end tag."""
        return self.body.startswith(b"/>", self.head_end - 2)

    @property
    def tail(self) -> int:
        """Where its end tag begins."""
        return self.end if self.is_empty else self.body.rindex(b"</", self.head_end, self.end)

    def named(self, *names: str) -> "list[Element]":
        """Return the children of these local names, of the element's own namespace."""
        space = self.namespace
        return [one for one in self.children if one.local in names and one.namespace == space]

    def below(self, outer: str, inner: str) -> "list[Element]":
        """Return the children called *inner* of the children called *outer*."""
        return [one for list_ in self.named(outer) for one in list_.named(inner)]

    def all(self) -> "Iterator[Element]":
        """Yield the element and all in it."""
        stack = [self]
        while stack:
            one = stack.pop()
            yield one
            stack += reversed(one.children)

    def raw(self) -> bytes:
        """Return the element as it is written."""
        return self.body[self.start : self.end]

    def append(self, new: bytes) -> Splice:
        """Return the change that puts *new* in at its end."""
        return put_in(self.body, self.start, self.tail, new)

    def remove(self) -> Splice:
        """Return the change that takes it out."""
        return Splice(self.start, self.end, b"")

    def set(self, attribute: str, value: str) -> Splice:
        """Return the change that gives *attribute* this value."""
        return set_attribute(self.body, self.start, attribute, value)


def tree_of(text: Encoded) -> Element:
    """Return the root of *text*; raises :class:`NotMarkableError` where it is not well-formed."""
    parser = text.parser()
    body = text.body
    open_: list[Element] = []
    roots: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        element = Element(body, parser.CurrentByteIndex, name, attributes)
        (open_[-1].children if open_ else roots).append(element)
        open_.append(element)

    def end(_name: str) -> None:
        element = open_.pop()
        if not element.is_empty:
            element.end = body.index(b">", parser.CurrentByteIndex) + 1

    def characters(text: str) -> None:
        open_[-1].text += text

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    try:
        parser.Parse(body, True)  # noqa: FBT003 - positional by its own signature
    except (expat.ExpatError, LookupError, ValueError):
        raise NotMarkableError("XML") from None
    return roots[0]


def head_end(body: bytes, start: int) -> int:
    """Return where the start tag at *start* ends."""
    match = _HEAD.match(body, start)
    if match is None:
        raise NotMarkableError("XML")
    return match.end()


def put_in(body: bytes, start: int, tail: int, new: bytes) -> Splice:
    """Return the change that puts *new* at the end of the element at *start*.

    Its end tag begins at *tail*, unless it is written without one.
    """
    end = head_end(body, start)
    if not body.startswith(b"/>", end - 2):
        return Splice(tail, tail, new)
    return Splice(end - 2, end, b">" + new + b"</" + _name_at(body, start) + b">")


def _name_at(body: bytes, start: int) -> bytes:
    match = _NAME.match(body, start)
    return match[1] if match else b""


def prefix_at(body: bytes, start: int) -> str:
    """Return the prefix of the tag at *start* with its colon, or nothing."""
    before, colon, _ = _name_at(body, start).decode("latin-1").rpartition(":")
    return before + colon


def set_attribute(body: bytes, start: int, attribute: str, value: str) -> Splice:
    """Return the change that gives the tag at *start* an attribute, there already or not."""
    end = head_end(body, start)
    new = f'"{escaped(value)}"'.encode("ascii")
    for match in _ATTRIBUTE.finditer(body, start, end):
        if match[1] == attribute.encode():
            return Splice(match.start(2), match.end(2), new)
    place = end - (2 if body.startswith(b"/>", end - 2) else 1)
    return Splice(place, place, b" " + attribute.encode() + b"=" + new)


def attribute_prefix(body: bytes, start: int, local: str) -> str | None:
    """Return the prefix with which the tag at *start* has an attribute of this local name."""
    found = _ATTRIBUTE.finditer(body, start, head_end(body, start))
    names = (match[1].decode("latin-1").partition(":") for match in found)
    return next((prefix for prefix, colon, name in names if colon and name == local), None)


def declared_prefix(root: Element | bytes, namespace: str) -> str | None:
    """Return the prefix that the start tag of a root declares for *namespace*, or None."""
    body, start = (root.body, root.start) if isinstance(root, Element) else (root, 0)
    for match in _ATTRIBUTE.finditer(body, start, head_end(body, start)):
        name, _, prefix = match[1].decode("latin-1").partition(":")
        if name == "xmlns" and prefix and match[2][1:-1] == namespace.encode():
            return prefix
    return None


def escaped(text: str) -> str:
    """Return *text* as ASCII for an element or an attribute; what XML cannot hold becomes �."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", _NO_CHARACTER.sub("\ufffd", text))


def cell_text(text: str, most: int) -> str:
    """Return *text* as ASCII for a cell or comment, which have escapes of their own.

    It is cut to *most* units of UTF-16, as programs count.
    """
    units = text.encode("utf-16-le", "replace")
    if len(units) > 2 * most:
        text = units[: 2 * most - 2].decode("utf-16-le", "ignore") + "…"
    shown = _NO_CHARACTER.sub("\ufffd", text)
    return escaped(_LIKE_ESCAPE.sub("_x005F_", shown)).replace("&#10;", "\n")
