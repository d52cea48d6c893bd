"""Puts the compiled data into a wheel, and what is worked out of them; see `src/aidefs/compiled.py`.

Only a wheel that is copied gets it: an installation in place has to read the TOML files that are edited.
"""

from __future__ import annotations

import runpy
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Run in a process of its own, with the folder of the source that is packed and the files to write. Patterns
# of modules that want a package which the build lacks are left out.
DERIVE = """
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
sys.path.insert(0, sys.argv[1])
import aidefs
from aidefs.compiled import compile_values
from aidefs.library.library import Library
from aidefs.patterns import programs
from aidefs.quotations.index import DERIVED, Index
from aidefs.segmentation.exemplars import derived_exemplars
library = Library.shipped()
derived = {**derived_exemplars(library), DERIVED: Index.of(library).to_dict()}
values = {name: (library.content(), value) for name, value in derived.items()}
Path(sys.argv[2]).write_bytes(compile_values(values))
for module in walk_packages(aidefs.__path__, "aidefs."):
    try:
        import_module(module.name)
    except ImportError:
        pass
Path(sys.argv[3]).write_bytes(compile_values(programs()))
"""


class CompileData(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Writes `compiled.jsonl`, `derived.jsonl` and `patterns.jsonl` into `aidefs/data` of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles the data into a temporary folder and has them included."""
        if version == "editable":
            return
        root = Path(self.root)
        compiled = runpy.run_path(str(root / "src" / "aidefs" / "compiled.py"))
        files = sorted(one for one in (root / "data").rglob("*.toml") if one.parent.name != "versions")
        tables = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
        self.folder = tempfile.TemporaryDirectory()
        made = Path(self.folder.name, compiled["COMPILED"])
        made.write_bytes(compiled["compile_tables"](tables))
        derived = made.with_name(compiled["DERIVED"])
        patterns = made.with_name(compiled["PATTERNS"])
        worked_out = map(str, (root / "src", derived, patterns))
        subprocess.run([sys.executable, "-B", "-c", DERIVE, *worked_out], check=True)
        for path in (made, derived, patterns):
            build_data["force_include"][str(path)] = f"aidefs/data/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes the temporary folder."""
        if version != "editable":
            self.folder.cleanup()
