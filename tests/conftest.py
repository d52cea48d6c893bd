"""The hypothesis profile, the fixtures and the options of all tests."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings
from support.command import DRAFT, Ran, Run
from support.programs import MARKED, REQUIRE_PROGRAMS

# Derandomised, so that a change of the code and nothing else can change the outcome of a test.
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=150)
settings.register_profile("quick", settings.get_profile("ci"), max_examples=50)
# For fuzzing by hand: other inputs each time, and many of them.
settings.register_profile("long", settings.get_profile("ci"), derandomize=False, max_examples=5000)
settings.load_profile("ci")


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process; standard output is a pipe, as far as it can see."""
    from aidefs.cli.main import main

    def run_it(*arguments: str, stdin: bytes | None = None) -> Ran:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        code = main(list(arguments))
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run_it


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


# --- what is written anew ---------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds two flags; the texts have one of their own, so that none changes by accident."""
    parser.addoption(
        "--update",
        action="store_true",
        help="write anew what tests compare with: golden files, the outputs of README.md, docs, examples and "
        "the notebook, the JSON Schema of records",
    )
    parser.addoption(
        "--long",
        action="store_true",
        help="run the tests that take minutes each, too, which `.ci/run` leaves out",
    )
    parser.addoption(
        "--update-texts", action="store_true", help="write the hashes of the official texts anew"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuses flags that do not go together, and draws fewer random inputs where nothing is exhaustive."""
    if os.environ.get(REQUIRE_PROGRAMS):  # then a package that is missing is a fault, too
        pytest.importorskip = lambda name, **_: import_module(name)
    if "not exhaustive" in config.getoption("markexpr") and not config.getoption("--hypothesis-profile"):
        settings.load_profile("quick")
    if config.getoption("--update") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--update writes the outputs of one page after the other: leave out -n")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what takes minutes by itself, unless it is asked for."""
    if not config.getoption("--long"):
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("long")])
        items[:] = [item for item in items if not item.get_closest_marker("long")]


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether to write anew what is compared."""
    return bool(request.config.getoption("--update"))


# --- coverage ---------------------------------------------------------------------------------


_MEASURED = 1.0  # seconds of processor time of a test, and as many of what is set up for it
_RESUMED = pytest.StashKey[Callable[[], None]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Measures the coverage of a test for a moment: what takes longer only comes to the same lines again.

    Random inputs are left out, so that the share of the lines does not hang on them, and since tests of them
    and of large inputs would take up to six times as long.
    """
    module = sys.modules.get("coverage")
    coverage = module and module.Coverage.current()
    if not coverage or not hasattr(signal, "setitimer"):
        return (yield)
    stopped: list[int] = []

    def resume() -> None:
        if stopped:
            stopped.clear()
            coverage.start()
        signal.setitimer(signal.ITIMER_VIRTUAL, _MEASURED)

    def stop(number: int, frame: object) -> None:
        coverage.stop()
        stopped.append(number)

    before = signal.signal(signal.SIGVTALRM, stop)
    if item.get_closest_marker("hypothesis"):
        signal.raise_signal(signal.SIGVTALRM)
    else:
        signal.setitimer(signal.ITIMER_VIRTUAL, _MEASURED)
        item.stash[_RESUMED] = resume
    try:
        return (yield)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        if stopped:
            coverage.start()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """Measures the test itself for as long as what was set up for it, which may be what others share."""
    if _RESUMED in item.stash:
        item.stash[_RESUMED]()


# --- optional programs ------------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Programs may be asked for by a test with the marker `programs` alone; see `support.programs`."""
    MARKED.set(item.get_closest_marker("programs") is not None)
