"""Chromium without a screen, and the few things that the tests ask of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None, reason="Chromium with its driver is not installed"
)


@contextmanager
def started() -> Iterator[Chromium]:
    """Start it, and end it."""
    options = Options()
    options.binary_location = CHROMIUM or ""
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        yield Chromium(driver)
    finally:
        driver.quit()


class Chromium:
    """One window; each page is opened from its file."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, path: Path, width: int = 1280, height: int = 800, *, dark: bool = False) -> None:
        """Open the file at *path* in a window of that size, on a light or a dark system."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.media("screen", dark=dark)
        self.logged("browser")
        self.logged("performance")
        self.driver.get(path.as_uri())
        for _ in range(500):  # on a busy machine the page before is there for a moment
            if self.js("return document.readyState + location.href") == f"complete{path.as_uri()}":
                break
            sleep(0.02)

    def media(self, medium: str, *, dark: bool = False) -> None:
        """Show the page as on a screen, or as on paper."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", media=medium, features=[scheme])

    def ask(self, command: str, **params: object) -> dict[str, Any]:
        """Send a command of the DevTools protocol."""
        answer: dict[str, Any] = self.driver.execute_cdp_cmd(command, params)
        return answer

    def js(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - whatever the page has
        """Return what *script* returns."""
        return self.driver.execute_script(script, *arguments)

    def click(self, selector: str) -> None:
        """Click the first element that *selector* finds."""
        self.js("document.querySelector(arguments[0]).click()", selector)

    def press(self, key: str) -> None:
        """Press and release a key, as on a keyboard."""
        code = {"Tab": 9, "Enter": 13}[key]
        for kind in ("keyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=code,
                **({"text": "\r"} if key == "Enter" and kind == "keyDown" else {}),
            )

    def logged(self, kind: str) -> list[dict[str, Any]]:
        """Return what has been logged since it was last asked for."""
        found: list[dict[str, Any]] = self.driver.get_log(kind)  # type: ignore[no-untyped-call]
        return found

    def requests(self) -> list[str]:
        """Return every address that was asked for since the page was opened."""
        found = []
        for entry in self.logged("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found

    def complaints(self) -> list[str]:
        """Return what the console says."""
        return [entry["message"] for entry in self.logged("browser")]

    def faults(self) -> list[str]:
        """Return the serious faults that axe-core finds, with their places."""
        self.js(files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
        found = self.driver.execute_async_script(
            "axe.run({resultTypes: ['violations'], iframes: false}).then(arguments[0])"
        )
        assert found["passes"]
        return [
            f"{one['id']}: {node['html'][:120]}"
            for one in found["violations"]
            if one["impact"] in {"serious", "critical"}
            for node in one["nodes"]
        ]
