"""Stems and reviewed wordings."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import product, takewhile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.library.library import Library
from aidefs.segmentation.english import ENGLISH
from aidefs.segmentation.exemplars import Exemplar, ExemplarIndex, derived_exemplars, exemplar_index, stemmer
from aidefs.text.languages import profiles
from aidefs.text.tokens import token_columns

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


def test_the_index_of_a_wheel_is_the_one_that_would_be_made() -> None:
    library = Library.shipped()
    derived = json.loads(json.dumps(derived_exemplars(library)))
    assert {"exemplars/en", "exemplars/fr"} <= derived.keys()
    for name, known in derived.items():
        made, read = exemplar_index(library, name.partition("/")[2]), ExemplarIndex.from_dict(known)
        assert read.reviewed == made.reviewed
        assert read.places == made.places


words = st.lists(st.sampled_from(["the", "of", "data", "cat", "text"]), max_size=12)


@given(words, st.lists(words, max_size=4), st.sets(st.integers(0, 3)))
def test_each_word_keeps_the_run_that_says_most(
    own: list[str], reviewed: list[list[str]], out: set[int]
) -> None:
    known = [
        [str(n), each, [["a", len(each) // 2], ["b", len(each) - len(each) // 2]]]
        for n, each in enumerate(reviewed)
    ]
    index = ExemplarIndex.from_dict({"lang": "en", "reviewed": known})
    assert [stemmer("en")(word) for word in own] == own
    runs = []
    for n, each in enumerate(reviewed):
        for i, place in product(range(len(own)), range(len(each))):
            pairs = zip(own[i:], each[place:], strict=False)
            length = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
            begins = not (i and place) or own[i - 1] != each[place - 1]
            if length >= 3 and begins and n not in out:
                content = sum(word not in ENGLISH.function for word in own[i : i + length])
                runs.append((-content, i, n, place, length))
    wanted = {}
    for content, i, n, place, length in sorted(runs):
        for at in range(length):
            element = "a" if place + at < len(reviewed[n]) // 2 else "b"
            wanted.setdefault(i + at, Exemplar(element, -content, str(n)))
    assert index.lying_in(token_columns(" ".join(own)), {str(n) for n in out}) == wanted
