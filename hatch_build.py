"""Puts the compiled data into a wheel, and what is worked out of them; see `src/aidefs/library/compiled.py`
and, for regular expressions, `src/aidefs/patterns.py`.

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

# Run in a process of its own, with the folder of the source that is packed and the file to write.
DERIVE = """
import sys
sys.path.insert(0, sys.argv[1])
from aidefs.library.compiled import compile_values
from aidefs.library.library import Library
from aidefs.quotations.index import DERIVED, Index, every_text
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation.automatic import derived_cues
from aidefs.segmentation.chain import derived_weights
from aidefs.segmentation.exemplars import derived_exemplars
from aidefs.segmentation.lexicon import derived_lexicons
library = Library.shipped()
values = {name: (library.content(), value) for name, value in derived_exemplars(library).items()}
values |= {**derived_cues(Taxonomy.shipped()), **derived_weights(), **derived_lexicons()}
every = every_text()
values[DERIVED] = every.content(), Index.of(every).to_dict()
open(sys.argv[2], "wb").write(compile_values(values))
"""

# The same, for patterns of the rooms that a small document or two stored texts need.
PATTERNS = """
import sys
from importlib import import_module
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from aidefs.patterns import patterns_made, those_put_off
for room in ("text", "readers", "library", "alignment", "segmentation", "comparison", "quotations"):
    for path in sorted(Path(sys.argv[1], "aidefs", room).glob("*.py")):
        import_module(f"aidefs.{room}.{path.stem}")
open(sys.argv[2], "wb").write(patterns_made(those_put_off()))
"""


class CompileData(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Writes `aidefs/data/compiled.bin`, `derived.bin` and `patterns.bin` of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles the data into a temporary folder and has them included."""
        if version == "editable":
            return
        root = Path(self.root)
        compiled = runpy.run_path(str(root / "src" / "aidefs" / "library" / "compiled.py"))
        files = sorted(one for one in (root / "data").rglob("*.toml") if one.parent.name != "versions")
        tables = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
        self.folder = tempfile.TemporaryDirectory()
        made = Path(self.folder.name, compiled["COMPILED"])
        made.write_bytes(compiled["compile_tables"](tables))
        derived = made.with_name(compiled["DERIVED"])
        patterns = made.with_name("patterns.bin")  # see `src/aidefs/patterns.py`
        for program, written in ((DERIVE, derived), (PATTERNS, patterns)):
            subprocess.run([sys.executable, "-B", "-c", program, str(root / "src"), str(written)], check=True)
        for path in (made, derived, patterns):
            build_data["force_include"][str(path)] = f"aidefs/data/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes the temporary folder."""
        if version != "editable":
            self.folder.cleanup()
