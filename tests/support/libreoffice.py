"""What LibreOffice reads in Word and Excel files: one run without a window, driven by `libreoffice.bas`."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from support.programs import needs_fonts, needs_program

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
_PATIENCE = 60  # seconds
_MACRO = Path(__file__).with_name("libreoffice.bas")


def office() -> str:
    """The path of LibreOffice."""
    program = needs_program("soffice", "libreoffice")
    needs_fonts()
    return program


def answers(files: Mapping[str, bytes], folder: Path) -> dict[str, list[list[str]]]:
    """What LibreOffice says of files, by the name of the file and of the question.

    Args:
        files: Contents by name. Of a .docx there are "NAME.accepted" and "NAME.rejected", lists of
            paragraphs, and "NAME.notes", a list of footnotes; of an .odt the first two; of an .xlsx
            "NAME.cells", a list of rows of kind and text in turn.
        folder: An empty folder.
    """
    program = office()
    profile, work = folder / "profile", folder / "work"
    _install(profile / "user")
    work.mkdir()
    for name, data in files.items():
        (work / name).write_bytes(data)
    process = subprocess.Popen(
        [
            program,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={profile.as_uri()}",
            f'macro:///Standard.Questions.Main("{work.as_uri()}")',
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=_PATIENCE)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # the program is a script that starts others
    found = {path.name: path.read_bytes().decode() for path in work.iterdir() if path.name not in files}
    assert "failure" not in found, found["failure"]
    return {
        name: [record.split("\x1f") for record in text.split("\x1e")[:-1]] for name, text in found.items()
    }


def _install(user: Path) -> None:
    """A profile that holds the macro, and says that it is complete: else its macros would be replaced."""
    basic, standard = user / "basic", user / "basic" / "Standard"
    standard.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        f'{_HEAD}<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse">'
        "<value>true</value></prop></item></oor:items>"
    )
    (basic / "script.xlc").write_text(
        f'{_HEAD}<library:libraries xmlns:library="http://openoffice.org/2000/library" '
        'xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<library:library library:name="Standard" library:link="false"/></library:libraries>'
    )
    (standard / "script.xlb").write_text(
        f'{_HEAD}<library:library {_LIBRARY} library:readonly="false" library:passwordprotected="false">'
        '<library:element library:name="Questions"/></library:library>'
    )
    (standard / "Questions.xba").write_text(
        f'{_HEAD}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Questions" '
        f'script:language="StarBasic">{escape(_MACRO.read_text("utf-8"))}</script:module>',
        encoding="utf-8",
    )
