"""The pictures of the whole collection in this folder, drawn anew.

    python examples/family_pictures.py

writes `pictures/similarity.svg`, a heat map of the similarity of every pair of English definitions,
`pictures/families.svg`, the families that it makes of them, `pictures/eu-lineage.svg`, the texts that the
definition of the AI Act was made from, and `pictures/formulas.svg`, twenty wordings that recur, through time.
`draw_all(folder)` writes them elsewhere.
"""

from __future__ import annotations

from pathlib import Path

import aidefs

__all__ = ["draw_all"]


def draw_all(folder: Path) -> list[Path]:
    """Draw the pictures into a folder that is there, and say what was written."""
    similarity, families, lineage, formulas = (
        folder / f"{name}.svg" for name in ("similarity", "families", "eu-lineage", "formulas")
    )
    aidefs.matrix(measure="definiens").save(similarity)
    aidefs.families().save(families)
    aidefs.lineage("eu").save(lineage)
    aidefs.formulas().save(formulas)
    return [similarity, families, lineage, formulas]


if __name__ == "__main__":
    for path in draw_all(Path(__file__).parent / "pictures"):
        print(path.name)
