"""Puts the compiled data into a wheel; see `src/aidefs/library/compiled.py`.

Only a wheel that is copied gets it: an installation in place has to read the TOML files that are edited.
"""

from __future__ import annotations

import runpy
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Writes `aidefs/data/compiled.jsonl` of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles the data into a temporary folder and has it included."""
        if version == "editable":
            return
        root = Path(self.root)
        compiled = runpy.run_path(str(root / "src" / "aidefs" / "library" / "compiled.py"))
        files = sorted(one for one in (root / "data").rglob("*.toml") if one.parent.name != "versions")
        tables = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
        self.folder = tempfile.TemporaryDirectory()
        made = Path(self.folder.name, compiled["COMPILED"])
        made.write_bytes(compiled["compile_tables"](tables))
        build_data["force_include"][str(made)] = f"aidefs/data/{made.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes the temporary folder."""
        if version != "editable":
            self.folder.cleanup()
