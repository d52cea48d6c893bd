"""Pages in Chromium, headless, from files and without a network, and what axe finds in them."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from support.programs import lacking, needs_fonts, needs_program

# Every page of every test stays where it is: nothing is fetched, nothing is kept.
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--allow-file-access-from-files",
)  # fmt: skip
DARK = "--blink-settings=preferredColorScheme=0"
LIGHT = "--blink-settings=preferredColorScheme=1"


def chromium(page: Path, *flags: str) -> str:
    """What Chromium prints for a page."""
    program = needs_program("chromium", "chromium-browser", "google-chrome")
    needs_fonts()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        done = subprocess.run(
            [program, *_FLAGS, f"--user-data-dir={profile}", *flags, page.as_uri()],
            capture_output=True,
            timeout=120,
            check=True,
        )
    return done.stdout.decode("utf-8")


def dom(page: Path, *flags: str) -> str:
    """The document as it is after its scripts have run."""
    return chromium(page, "--dump-dom", "--virtual-time-budget=60000", *flags)


def answers(page: Path, *flags: str) -> Any:
    """What the scripts of a page have written, as JSON, into the element with the id "answers"."""
    found = re.search(r'<pre id="answers">(.*?)</pre>', dom(page, *flags), re.S)
    assert found, "the scripts of the page did not finish"
    return json.loads(html.unescape(found[1]))


def axe() -> str:
    """The source of axe-core, which `.ci/run` installs and names in AIDEFS_AXE."""
    file = os.environ.get("AIDEFS_AXE")
    if not file:
        lacking("AIDEFS_AXE does not name the file axe.min.js of the npm package axe-core")
    return Path(file).read_text(encoding="utf-8")


def faults(folder: Path) -> list[str]:
    """What the Nu Html Checker, which `.ci/run` installs and names in AIDEFS_VNU, calls an error in pages.

    Args:
        folder: Where the pages are.
    """
    file = os.environ.get("AIDEFS_VNU")
    if not file:
        lacking("AIDEFS_VNU does not name the file vnu.jar of the npm package vnu-jar")
    command = [needs_program("java"), "-Xss4m", "-jar", file]
    options = ["--errors-only", "--exit-zero-always", "--skip-non-html", "--format", "gnu"]
    done = subprocess.run([*command, *options, str(folder)], capture_output=True, text=True, check=True)
    return done.stderr.splitlines()


_RUN = """
async function check() {
  const answers = {};
  for (const frame of document.querySelectorAll("iframe")) {
    frame.contentWindow.eval(source);
    const found = await frame.contentWindow.axe.run(frame.contentDocument);
    answers[frame.title] = {
      passes: found.passes.map(rule => rule.id),
      violations: found.violations.map(
        rule => rule.id + ": " + rule.nodes.map(node => node.html.slice(0, 200)).slice(0, 3).join(" | ")),
    };
  }
  const pre = document.createElement("pre");
  pre.id = "answers";
  pre.textContent = JSON.stringify(answers);
  document.body.append(pre);
}
onload = check;
"""


def accessibility(pages: Mapping[str, str], folder: Path, *flags: str) -> dict[str, dict[str, list[str]]]:
    """For each page, the ids of the rules of axe that it passes, and what violates one."""
    source = json.dumps(axe()).replace("</", "<\\/")
    frames = "\n".join(
        f'<iframe title="{name}" width="900" height="700" srcdoc="{html.escape(page)}"></iframe>'
        for name, page in pages.items()
    )
    outer = folder / "axe.html"
    outer.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><body>{frames}<script>const source = {source};{_RUN}</script>',
        encoding="utf-8",
    )
    found: dict[str, dict[str, list[str]]] = answers(outer, *flags)
    assert set(found) == set(pages)
    return found
