"""The command line as tests run it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

DRAFT = "An AI system is software that infers how to generate outputs such as predictions."


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def is_error(ran: Ran, *parts: str) -> None:
    """Exit code 2, nothing on standard output, one lower-case line without a traceback."""
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    line = ran.err.removesuffix("\n")
    assert line.startswith("aidefs: ")
    message = line.removeprefix("aidefs: ")
    assert message[:1] == message[:1].lower()
    assert not message.endswith(".") or message.endswith("…")
    assert "Traceback" not in line and "Error" not in line
    assert not re.search("[\x00-\x1f\x7f-\x9f]", line)
    for part in parts:
        assert part in line
