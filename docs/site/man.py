"""Manual pages: `man aidefs-compare` and its neighbours, from the help of the commands.

pip install '.[docs]'
python docs/site/man.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click_man.core import write_man_pages
from reference import commands

import aidefs

__all__ = ["write_manual"]


def write_manual(folder: Path) -> None:
    """Write a page for aidefs and one for each command into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    group = click.Group("aidefs", commands=commands(), help="Compare legal definitions, letter for letter.")
    write_man_pages("aidefs", group, version=aidefs.__version__, target_dir=str(folder), date="")


if __name__ == "__main__":
    write_manual(Path(sys.argv[1]))
