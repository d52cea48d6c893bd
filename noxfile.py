"""The six commands of a contributor: `nox -s tests`, `coverage`, `lint`, `docs`, `fuzz`, `benchmarks`."""

from __future__ import annotations

import nox

nox.options.sessions = ["tests", "lint"]


@nox.session(python=["3.11", "3.12", "3.13", "3.14"], default=False)
def versions(session: nox.Session) -> None:
    """All tests, on every version of Python that is here."""
    session.install(".[test]")
    session.run("python", "-m", "pytest", "-q", "-n", "auto", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """The tests that need no other program, which take some minutes."""
    session.install("-e", ".[test]")
    quick = "not programs and not exhaustive"
    session.run("python", "-m", "pytest", "-q", "-n", "auto", "-m", quick, *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """The same tests, and the branches that they leave."""
    session.install("-e", ".[test]")
    quick = "not programs and not exhaustive"
    session.run("python", "-m", "pytest", "-q", "-n", "auto", "-m", quick, "--cov", *session.posargs)
    session.run("python", ".ci/branches.py")


@nox.session
def lint(session: nox.Session) -> None:
    """Format, lint and types, as `.ci/run` checks them."""
    session.install(".[lint]")
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("mypy", "--strict", "src", "benchmarks")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation site, in the folder `site`."""
    session.install(".[docs]")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "-c", "docs/site", ".", "site")
    session.run("python", "docs/site/check.py", "site")


@nox.session
def fuzz(session: nox.Session) -> None:
    """The properties with a hundred times as many cases."""
    session.install(".[test]")
    quick = "hypothesis and not programs and not exhaustive"
    session.run("python", "-m", "pytest", "-q", "--hypothesis-profile=long", "-m", quick, *session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Speed and memory beside other tools."""
    session.install(".[bench]")
    session.run("python", "benchmarks/all.py", *session.posargs)
