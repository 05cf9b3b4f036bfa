"""Charts of the workbook, which Excel draws of its cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

_COLOURS: Final = ("#1F4E78", "#C55A11", "#7F7F7F")
_FALLS: Final = _COLOURS[1]
SIZE: Final = (520, 300)


class PlotSeries(NamedTuple):
    """A column of figures with its name; rows and columns of the sheet count from 0.

    One without a *colour* is not seen.
    """

    name: str
    column: int
    colour: str = ""


class Plot(NamedTuple):
    """What a chart is drawn from: names in *names*, rows *first* to *last* of *sheet*.

    *ends* are those of the axis of figures. No line joins years that stand *apart*.
    """

    title: str
    sheet: str
    first: int
    last: int
    names: int
    series: tuple[PlotSeries, ...]
    number_format: str
    ends: tuple[float, float] | None = None
    size: tuple[int, int] = SIZE
    apart: bool = False


def line(book: Any, plot: Plot) -> object:  # noqa: ANN401 - XlsxWriter has no types
    """Return years as a line, with a mark at each."""
    chart = book.add_chart({"type": "line"})
    for at, series in enumerate(plot.series):
        own = _series(plot, series)
        own["marker"] = {
            "type": "diamond" if at else "circle",
            "size": 7,
            "fill": {"color": _COLOURS[at]},
            "border": {"color": _COLOURS[at]},
        }
        own["line"] = {"none": True} if plot.apart else {"color": _COLOURS[at], "width": 2.25}
        if at:
            own["line"] = {"color": _COLOURS[at], "width": 1.5, "dash_type": "dash"}
        own["data_labels"] = {"value": True, "position": "above" if at else "below"}
        chart.add_series(own)
    chart.show_blanks_as("gap")
    chart.set_y_axis(_figures_axis(plot))
    return _finished(chart, plot, legend=True)


def bars(book: Any, plot: Plot) -> object:  # noqa: ANN401 - likewise
    """Return lying bars, the first on top, each with its figure."""
    chart = book.add_chart({"type": "bar"})
    for at, series in enumerate(plot.series):
        own = _series(plot, series)
        own["fill"] = {"color": _COLOURS[at]}
        own["invert_if_negative"] = True
        own["invert_if_negative_color"] = _FALLS
        own["gap"] = 60
        own["data_labels"] = {"value": True, "num_format": plot.number_format}
        chart.add_series(own)
    chart.set_y_axis({"reverse": True, "label_position": "low"})
    chart.set_x_axis(
        {**_figures_axis(plot), "visible": False, "major_gridlines": {"visible": False}}
    )
    return _finished(chart, plot, legend=len(plot.series) > 1)


def columns(book: Any, plot: Plot) -> object:  # noqa: ANN401 - likewise
    """Return standing columns that touch, as of numbers in steps of a scale."""
    chart = book.add_chart({"type": "column"})
    for series in plot.series:
        own = _series(plot, series)
        own["fill"], own["border"] = {"color": _COLOURS[0]}, {"color": "#FFFFFF"}
        own["gap"] = 0
        own["data_labels"] = {"value": True, "num_format": plot.number_format}
        chart.add_series(own)
    chart.set_y_axis(
        {**_figures_axis(plot), "visible": False, "major_gridlines": {"visible": False}}
    )
    return _finished(chart, plot, legend=False)


def dots(book: Any, plot: Plot) -> object:  # noqa: ANN401 - likewise
    """Return a dot for each row, in the order of the rows."""
    chart = book.add_chart({"type": "line"})
    for series in plot.series:
        own = _series(plot, series)
        marker = {"color": _COLOURS[0]}
        own["marker"] = {"type": "circle", "size": 4, "fill": marker, "border": marker}
        own["line"] = {"none": True}
        chart.add_series(own)
    chart.set_y_axis(_figures_axis(plot))
    return _finished(chart, plot, legend=False)


def stairs(book: Any, plot: Plot) -> object:  # noqa: ANN401 - likewise
    """Return lying steps, each of which begins where the one before it ends.

    What they stand on is a series without colour; the figures of all stand in hidden columns.
    """
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for series in plot.series:
        own = _series(plot, series)
        own["fill"] = {"color": series.colour} if series.colour else {"none": True}
        own["border"] = {"none": True}
        own["gap"] = 40
        chart.add_series(own)
    chart.set_y_axis({"reverse": True, "label_position": "low"})
    chart.set_x_axis({**_figures_axis(plot), "label_position": "high"})
    chart.show_hidden_data()
    return _finished(chart, plot, legend=True)


def curve(book: Any, plot: Plot) -> object:  # noqa: ANN401 - likewise
    """Return what each score costs, as a line with a mark at each."""
    chart = book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    for series in plot.series:
        own = _series(plot, series)
        own["line"] = {"color": _COLOURS[0], "width": 2.25}
        marked = {"fill": {"color": _COLOURS[0]}, "border": {"color": _COLOURS[0]}}
        own["marker"] = {"type": "circle", "size": 6, **marked}
        chart.add_series(own)
        chart.set_y_axis({"name": series.name, "min": 0, "major_gridlines": _GRID})
    chart.set_x_axis({**_figures_axis(plot), "major_gridlines": {"visible": False}})
    return _finished(chart, plot, legend=False)


def stacked(book: Any, plot: Plot) -> object:  # noqa: ANN401 - likewise
    """Return lying bars of what is there, and after each what is lost."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for at, series in enumerate(plot.series):
        own = _series(plot, series)
        own["fill"] = {"color": "#EDEFF2" if at else _COLOURS[0]}
        own["border"] = {"color": "#7F7F7F" if at else _COLOURS[0], "width": 0.75}
        own["gap"] = 60
        font = {"color": "#404040" if at else "#FFFFFF"}
        own["data_labels"] = {"value": True, "num_format": plot.number_format, "font": font}
        chart.add_series(own)
    chart.set_y_axis({"reverse": True, "label_position": "low"})
    chart.set_x_axis(
        {**_figures_axis(plot), "visible": False, "major_gridlines": {"visible": False}}
    )
    return _finished(chart, plot, legend=len(plot.series) > 1)


_GRID: Final = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.75}}


def _figures_axis(plot: Plot) -> dict[str, object]:
    axis: dict[str, object] = {"num_format": plot.number_format, "major_gridlines": _GRID}
    if plot.ends is not None:
        axis |= {"min": plot.ends[0], "max": plot.ends[1]}
    return axis


def _series(plot: Plot, series: PlotSeries) -> dict[str, object]:
    return {
        "name": series.name,
        "categories": [plot.sheet, plot.first, plot.names, plot.last, plot.names],
        "values": [plot.sheet, plot.first, series.column, plot.last, series.column],
    }


def _finished(chart: Any, plot: Plot, *, legend: bool) -> object:  # noqa: ANN401 - likewise
    title = f" {plot.title}" if plot.title.startswith("=") else plot.title  # else a reference
    chart.set_title({"name": title, "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"position": "bottom"} if legend else {"none": True})
    chart.set_size({"width": plot.size[0], "height": plot.size[1]})
    return chart


Draw = Callable[[Any, Plot], object]
