"""A table whose widths are said is printed as Rich prints it by itself."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, JustifyMethod, OverflowMethod
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kediri_index.cli.consoles import paper
from kediri_index.present.known_widths import say_widths

JUSTIFIED: tuple[JustifyMethod, ...] = ("left", "right")
OVERFLOWING: tuple[OverflowMethod, ...] = ("fold", "ellipsis")
letters = st.text("ab é日\u200b█-–12", max_size=14)
texts = st.one_of(
    letters,
    letters.map(Text),
    letters.map(lambda text: Text(text, style="bold")),
    st.lists(letters, max_size=2).map("\n".join),
    st.sampled_from(["", "[bold]x[/]", ":smile:", "http://a.b/c", "a\tb"]),
)
columns = st.tuples(
    letters,
    st.sampled_from(JUSTIFIED),
    st.booleans(),
    st.sampled_from(OVERFLOWING),
    st.none() | st.integers(1, 12),
)
paddings = st.sampled_from([(0, 2, 0, 0), (0, 2, 0, 1)])


@given(data=st.data(), padding=paddings, width=st.integers(8, 80))
def test_a_table_is_printed_the_same(
    data: st.DataObject, padding: tuple[int, int, int, int], width: int
) -> None:
    made = data.draw(st.lists(columns, min_size=1, max_size=5))
    rows = data.draw(st.lists(st.lists(texts, min_size=len(made), max_size=len(made)), max_size=4))

    def printed(*, said: bool) -> str:
        table = Table(box=None, pad_edge=False, padding=padding, header_style="dim")
        for header, justify, no_wrap, overflow, least in made:
            table.add_column(
                header, justify=justify, no_wrap=no_wrap, overflow=overflow, min_width=least
            )
        for row in rows:
            table.add_row(*row)
        if said:
            say_widths(table, width - 2)
        stream = io.StringIO()
        console = Console(
            file=stream,
            width=width,
            highlight=False,
            markup=False,
            emoji=False,
            force_terminal=True,
        )
        console.print(Padding(table, (0, 1)))
        return stream.getvalue()

    assert printed(said=True) == printed(said=False)


def test_widths_are_said_only_where_all_fit() -> None:
    console, _ = paper("utf-8")
    table = Table("Satu", "Dua", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_row("a" * 10, "b\nbcd")
    say_widths(table, 16)
    assert [column.width for column in table.columns] == [None, None]
    say_widths(table, 17)
    assert [column.width for column in table.columns] == [10, 3]
    assert console.measure(table).maximum == 15


def test_a_name_that_begins_with_nothing_to_see_is_cut() -> None:
    """Rich before 14.3.3 never came to an end of it."""
    console, _ = paper("utf-8")
    table = Table("Satu", box=None)
    table.add_row("\u200b12-日–", style="dim")
    console.print(table, width=4)
