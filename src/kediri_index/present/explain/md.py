"""What codes mean, as Markdown: the reference page of all findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.messages.texts import text
from kediri_index.model.explained import Explained, Grid, Lines
from kediri_index.model.families import Family, family_of
from kediri_index.model.language import Language
from kediri_index.model.safe_text import printable
from kediri_index.present.explain.shown import ExplainShown
from kediri_index.present.explain.words import message, place, repair, severity, title_of
from kediri_index.present.markdown_text import escaped


def render(shown: ExplainShown) -> str:
    """Return a section a code; where none was asked for, the page of all."""
    if shown.codes:
        return "\n".join(_sections(shown.explained(), shown.language, "##")).lstrip("\n") + "\n"
    return _reference(shown.explain(sorted(CATALOGUE)), shown.language)


def _reference(explained: Sequence[Explained], language: Language) -> str:
    """Return the page of all codes, family by family."""
    title = text("explain.page", language)
    made = text("explain.made", language)
    lines = [
        f"# {title}",
        "",
        text("explain.about", language),
        "",
        f"{made} `kediri-index explain --format md --lang {language}`.",
        "",
    ]
    families = {
        text(f"family.{family}", language): [
            one for one in explained if family_of(one.code) is family
        ]
        for family in Family
    }
    lines += _overview(families, language)
    for heading, own in families.items():
        if own:
            lines += ["", f"## {heading}", "", *_index(own, language)]
            lines += _sections(own, language, "###")
    return "\n".join(lines) + "\n"


def _overview(families: Mapping[str, Sequence[Explained]], language: Language) -> Iterator[str]:
    """Yield a table of the families, each with its codes from the first to the last."""
    yield _row([text(f"explain.column.{key}", language) for key in ("family", "codes", "count")])
    yield _row(["---", "---", "---:"])
    for heading, own in families.items():
        if own:
            codes = dict.fromkeys((own[0].code, own[-1].code))
            link = f"[{heading}](#{heading.lower().replace(' ', '-')})"
            yield _row([link, "–".join(codes), str(len(own))])


def _index(explained: Iterable[Explained], language: Language) -> Iterator[str]:
    """Yield a table of the codes, each linked to where it is explained."""
    yield _row([text(f"explain.column.{key}", language) for key in ("code", "title", "severity")])
    yield _row(["---", "---", "---"])
    for one in explained:
        link = f"[{one.code}](#{one.code.lower()})"
        said = escaped(title_of(one.code, language))
        yield _row([link, said, severity(one.code, language)])


def _sections(explained: Iterable[Explained], language: Language, level: str) -> Iterator[str]:
    for one in explained:
        yield ""
        yield f"{level} {one.code}"
        yield ""
        yield f"**{escaped(title_of(one.code, language))}** · {severity(one.code, language)}"
        yield ""
        for key, said in (("message", message), ("repair", repair)):
            yield f"- {text(f'explain.{key}', language)}: {escaped(said(one, language))}"
        example = text("explain.none", language)
        if one.example is not None:
            example = escaped(place(one.example))
        yield f"- {text('explain.example', language)}: {example}"
        match one.excerpt:
            case Grid():
                yield ""
                yield from _grid(one.excerpt)
            case Lines():
                yield ""
                yield from _lines(one.excerpt)


def _grid(grid: Grid) -> Iterator[str]:
    """Yield the cells as a table, the marked one in bold."""
    yield _row(["", *grid.columns])
    yield _row(["---:", *("---" for _ in grid.columns)])
    for row in grid.rows:
        cells = [escaped(cell) for cell in row.cells]
        if row.number == grid.row:
            position = grid.columns.index(grid.column)
            cells[position] = f"**{cells[position].strip()}** ◄" if cells[position].strip() else "◄"
        yield _row([str(row.number), *cells])


def _lines(lines: Lines) -> Iterator[str]:
    """Yield the lines as a block, a caret below the place; a whole line gets an arrow."""
    yield "```text"
    for number, line in enumerate(lines.lines, lines.first):
        whole = " ◄" if number == lines.line and lines.column is None else ""
        yield f"{number:>3}  {printable(line)}{whole}".rstrip()
        if number == lines.line and lines.column is not None:
            yield f"{' ' * (4 + lines.column)}^"
    yield "```"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
