"""Text from a cell on its way out: to a terminal, to a spreadsheet, to Markdown."""

from __future__ import annotations

import pytest

from kediri_index.model.text import printable, printed
from kediri_index.present.escaping import escaped, harmless


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\tx", "' x"),
        ("\rx", "'\N{REPLACEMENT CHARACTER}x"),
        ("\x1b[2J", "\N{REPLACEMENT CHARACTER}[2J"),
    ],
)
def test_a_spreadsheet_gets_no_character_that_a_terminal_obeys(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+62812", "-2+3", "@SUM(A1)", "=cmd|'/c calc'!A1", "-", "--3"),
        *(" =1+1", '"=1+1', "\uff1d1+1", "::error::x", "  ::error::x"),
    ],
)
def test_what_a_spreadsheet_or_a_log_would_obey_at_the_start_is_quoted(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x;=1+1", "x;'=1+1"),
        ('x; "@A1;-B;c', "x; \"'@A1;'-B;c"),
        ("x; y=1", "x; y=1"),
        ("##vso[task]", "## vso[task]"),
        ("a ##[error]", "a ## [error]"),
        ("## a [b] #[c]", "## a [b] #[c]"),
    ],
)
def test_so_is_what_begins_after_a_semicolon_and_a_command_of_a_log(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::a\n \u2003::b\nc ::d", ": :a\n \u2003: :b\nc ::d"),
        ("##teamcity[a]\n##vso[b]", "## teamcity[a]\n## vso[b]"),
        ("a\x1b[0Ksection_start:1:x\r", "a\ufffd[0Ksection_start:1:x\ufffd"),
        ("a\n\tb", "a\n b"),
    ],
)
def test_no_log_obeys_a_line_that_is_printed(text: str, shown: str) -> None:
    assert printed(text) == shown


@pytest.mark.parametrize("text", ["", "Kota Kediri", "3.31", "-0.12", "-4", "A=1", "0"])
def test_numbers_and_names_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    "char",
    ["\x1b", "\x00", "\x07", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\ue000"],
)
def test_what_a_terminal_would_obey_is_shown_as_a_replacement(char: str) -> None:
    assert printable(f"a{char}b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb", "a b"),
        ("a\tb", "a b"),
        ("3–4 «x» é 中", "3–4 «x» é 中"),
        ("[bold]x[/]", "[bold]x[/]"),
    ],
)
def test_letters_of_every_script_stay_and_breaks_become_spaces(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a|b", r"a\|b"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[x](y)", r"\[x\](y)"),
        ("<script>", r"\<script\>"),
        ("# x", r"\# x"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("@siapa", r"\@siapa"),
        ("https://e.id", r"https\://e.id"),
        ("WWW.e.id", r"WWW\.e.id"),
        ("12:30, e.id", "12:30, e.id"),
        ("::error::x", r"\::error\::x"),
        ("\\", r"\\"),
        ("a\nb\x1b", "a b\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_marks_of_markdown_are_plain_signs(text: str, plain: str) -> None:
    assert escaped(text) == plain
