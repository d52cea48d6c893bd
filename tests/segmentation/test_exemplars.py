"""Stems and reviewed wordings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from aidefs.segmentation.exemplars import stemmer
from aidefs.text.languages import profiles

STEMMED = [one.tag for one in profiles() if one.stemmer]
WORDS = [
    "environments",
    "autonomously",
    "Entscheidungen",
    "prédictions",
    "predicciones",
    "previsioni",
    "besluiten",
]


@pytest.mark.parametrize("lang", STEMMED)
def test_every_stemmer_of_a_profile_is_there(lang: str) -> None:
    stem = stemmer(lang)
    assert all(stem(word) for word in WORDS)


def test_inflected_words_have_one_stem() -> None:
    assert stemmer("en")("environments") == stemmer("en")("environment")
    assert stemmer("de")("systeme") == stemmer("de")("system")
    assert stemmer("ja")("システム") == "システム"


def test_stems_do_not_depend_on_what_is_installed(tmp_path: Path) -> None:
    # snowballstemmer takes PyStemmer where it can be imported; its algorithms may be others
    (tmp_path / "Stemmer.py").write_text(
        "def algorithms():\n    return ['english']\n\n\nclass Stemmer:\n    def __init__(self, name): ...\n"
        "    def stemWord(self, word):\n        return 'other'\n"
    )
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import snowballstemmer; "
        "assert snowballstemmer.stemmer('english').stemWord('x') == 'other'; "
        "from aidefs.segmentation.exemplars import stemmer; print(stemmer('en')('environments'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "environ"
