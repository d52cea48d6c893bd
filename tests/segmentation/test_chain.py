"""What is weighed beside the rules: classes of words, rows of weights, and the best sequence with them."""

from __future__ import annotations

from itertools import groupby, pairwise, product
from operator import add

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aidefs.classes import Remembered, replace
from aidefs.library.compiled import Compiled, compile_values
from aidefs.library.files import read_content, read_table, shipped_dataset
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation import chain
from aidefs.segmentation.automatic import Learned, assign_elements, learned_of
from aidefs.segmentation.chain import (
    ChainLattice,
    LinearChain,
    _RowsOfSeam,
    chain_from,
    chain_of,
    packed,
    unpacked,
)
from aidefs.segmentation.decoding import Scores
from aidefs.segmentation.lexicon import WordClasses, derived_lexicons, lexicon_of
from aidefs.segmentation.phrases import ClausePiece, Link
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.text.tokens import token_columns

TAXONOMY = Taxonomy.shipped()
LIBRARY = Library.shipped()
LANGUAGES = ("cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "pl", "pt", "sv")
FIELDS = ("elements", "weights", "changes", "stays", "cost", "trust", "share", "lexicon")
numbers = st.integers(-40_000, 40_000)


@given(st.lists(st.lists(numbers, min_size=12, max_size=12), max_size=90))
def test_rows_add_up_as_their_numbers_do(rows: list[list[int]]) -> None:
    wanted = [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * 12
    assert [list(one) for one in unpacked([sum(map(packed, rows))], 12)] == [wanted]


def test_words_have_the_classes_of_word_beginning_ending_and_expression() -> None:
    lexicon = WordClasses(
        {
            "data": "record* ledger",
            "thing": "*system",
            "technique": "neural_network*",
            "oversight": "check*ed",
        }
    )
    assert lexicon.of_words(["ledger", "ledgers", "records", "lernsystem"]) == (
        {"data"},
        frozenset(),
        {"data"},
        {"thing"},
    )
    assert lexicon.of_words(["neural", "networks", "neural"]) == ({"technique"}, {"technique"}, frozenset())
    assert lexicon.of_words(["neural"]) == (frozenset(),)


def test_an_expression_is_known_by_all_its_words() -> None:
    lexicon = WordClasses({"technique": "support_vector_machine* neural_net*", "data": "neural_networks"})
    assert lexicon.of_words(["support", "vector", "machines"]) == ({"technique"},) * 3
    assert lexicon.of_words(["support", "vector"]) == (frozenset(),) * 2
    assert lexicon.of_words(["support", "vector", "of"]) == (frozenset(),) * 3
    assert lexicon.of_words(["neural", "networks"]) == ({"technique", "data"},) * 2
    assert lexicon.of_words(["neural", "nets", "networks"]) == ({"technique"}, {"technique"}, frozenset())
    assert lexicon.of_words(["neural", "*", "nets"]) == (frozenset(),) * 3  # a star of the text is a word


def test_the_longest_beginning_counts() -> None:
    lexicon = WordClasses({"data": "inform*", "human": "informatician*"})
    assert lexicon.of_word("informaticians") == {"human"}
    assert lexicon.of_word("information") == {"data"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lexicons_and_weights_are_there(lang: str) -> None:
    lexicon, chain = lexicon_of(lang), chain_of(lang, TAXONOMY)
    assert lexicon and chain
    assert set(chain.elements) == set(TAXONOMY)
    assert all(chain.weights[kind] for kind in ("class", "link", "stem"))


def test_what_a_wheel_holds_of_weights_and_lexicons_is_what_their_files_say() -> None:
    """Each is read as a wheel writes it, and known by its content and that of the general weights."""
    weights, lexicons = chain.derived_weights(), derived_lexicons()
    data = compile_values({**weights, **lexicons})
    held = Compiled(lambda start, length: data[start:][:length])
    files = shipped_dataset().segmentation
    general = held.table("weights", chain._content("weights"))
    assert general and files.keys() == weights.keys() | lexicons.keys() | {"elements"}
    for lang in LANGUAGES:
        names = f"weights-{lang}", f"lexicon-{lang}"
        own, listed = (
            held.table(name, one[name][0]) for name, one in zip(names, (weights, lexicons), strict=True)
        )
        assert own and listed
        lexicon = WordClasses.from_dict(listed)
        assert vars(lexicon) == vars(WordClasses(read_table(files[names[1]])))
        known, made = chain_of(lang, TAXONOMY), chain_from(general, own, lexicon, lang)
        assert known and [getattr(made, name) for name in FIELDS[:-1]] == [
            getattr(known, name) for name in FIELDS[:-1]
        ]
        assert held.table(names[0], read_content(files[names[0]])) is None  # without that of the general ones


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_entry_of_a_lexicon_is_in_vain(lang: str) -> None:
    """Every entry is spelt as texts are cut into tokens: "d'" is one by itself, "etc." are two."""
    table = read_table(shipped_dataset().segmentation[f"lexicon-{lang}"])
    for entry in dict.fromkeys(" ".join(table.values()).split()):
        parts = entry.replace("*", "xx").split("_")
        keys = token_columns(" ".join(parts).replace("' ", "'"), lang).keys
        assert keys == tuple(map(str.casefold, parts)), entry


def test_there_is_no_chain_for_other_languages_and_other_elements() -> None:
    assert chain_of("ro", TAXONOMY) is None
    assert chain_of("en", {"use", "risk", "frame"}) is None
    assert learned_of("bg", TAXONOMY) == Learned({}, None)


sums = st.floats(-60, 60)


@given(
    st.integers(1, 6).flatmap(
        lambda size: st.tuples(*[st.lists(sums, min_size=size, max_size=size)] * (size + 1))
    )
)
def test_those_that_stay_behind_are_left_out_and_the_best_sums_are_the_same(
    drawn: tuple[list[float], ...],
) -> None:
    before, *rows = drawn
    wanted = [max(map(add, before, column)) for column in zip(*rows, strict=True)]
    row, best = _RowsOfSeam(rows).best(before)
    assert best == wanted
    if row >= 0:
        assert best == [before[row] + one for one in rows[row]]
        assert all(max(map(add, before, column)) > before[n] + column[n] for column in zip(*rows, strict=True)
                   for n in range(len(rows)) if n != row)  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_remembered_changes_nothing(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = chain_of(lang, TAXONOMY)
    assert shipped
    texts = [one for one in LIBRARY.values() if one.lang == lang and one.reviewed][:12]
    words = learned_of(lang, TAXONOMY).words
    learned = Learned(words, LinearChain(*(getattr(shipped, name) for name in FIELDS)))
    known = [assign_elements(one, LIBRARY, TAXONOMY, {one.id}, learned) for one in (*texts, *texts)]
    monkeypatch.setattr(chain, "_MOST", 3)
    fresh = Learned(words, LinearChain(*(getattr(shipped, name) for name in FIELDS)))
    assert known == [assign_elements(one, LIBRARY, TAXONOMY, {one.id}, fresh) for one in (*texts, *texts)]
    assert fresh.chain
    seen = [vars(sight).values() for sight in fresh.chain.sights.values()]
    held = [one for ones in seen for one in ones if isinstance(one, Remembered)]
    assert held and max(map(len, (*held, fresh.chain.loud, fresh.chain.seams))) == 3


def test_more_of_what_is_learned_counts_the_fewer_words_the_rules_know() -> None:
    """In English; in other languages as much counts in all texts."""
    english, french = chain_of("en", TAXONOMY), chain_of("fr", TAXONOMY)
    assert english and french and not french.far
    assert french.of_text(0.0) is french.of_text(1.0) is french
    known = [share for share, _ in english.far]
    assert known == sorted(known) and len(known) > 1
    counting = [english.of_text(one) for one in (0.0, *known)]
    assert counting == [*(chain for _, chain in english.far), english]
    assert english.of_text(1.0) is english
    for more, less in pairwise(counting):
        assert more.share > less.share
        assert more.weights is less.weights
        # Each factor of the rules is further from 1 where more counts.
        for phase, factors in less.trust.items():
            assert all(
                abs(one - 1) <= abs(other - 1) for one, other in zip(factors, more.trust[phase], strict=True)
            )


@pytest.mark.parametrize(
    ("text", "far"),
    [
        (LIBRARY["eu-ai-act-2024"].text, False),
        ("A scrivener engine is a contraption of brass that drafts ballads from overheard gossip.", True),
    ],
)
def test_the_share_of_known_words_decides_what_counts(text: str, far: bool) -> None:
    asked: list[float] = []

    class Asked(LinearChain):
        def of_text(self, known: float) -> LinearChain:
            asked.append(known)
            return super().of_text(known)

    shipped = chain_of("en", TAXONOMY)
    assert shipped
    learned = Learned({}, Asked(*(getattr(shipped, name) for name in (*FIELDS, "far"))))
    assign_elements(Definition("", text, lang="en"), LIBRARY, TAXONOMY, (), learned)
    assert asked and all((one < 0.3) == far for one in asked)


costs = st.integers(-300, 300).map(lambda one: one / 100)


@given(st.data(), st.integers(1, 5), st.sampled_from([0.0, 0.5]))
def test_the_best_sequence_and_its_margins_are_exact(
    data: st.DataObject, count: int, together: float
) -> None:
    """What elements are worth by themselves is looked for beside the sequence with the highest score."""
    elements = ["a", "b", "c"]
    general = {
        "elements": "a b c",
        "cost": 80,
        "stays": "OF,0 30  ITEM,1 -20",
        "trust": dict.fromkeys(("place", "cues", "scope", "nearest"), "a 100  b 100  c 100"),
        "changes": {one: f"a {data.draw(numbers) % 300} b {data.draw(numbers) % 300}" for one in elements},
        "features": {},
    }
    chain = replace(chain_from(general, {}, WordClasses({}), "fr"), together=together)
    links = [data.draw(st.sampled_from([Link.OF, Link.ITEM, Link.VERB])) for _ in range(count)]
    pieces = [ClausePiece(at, at + 1, link, comma=link is Link.ITEM) for at, link in enumerate(links)]
    scores = [[data.draw(costs) for _ in elements] for _ in pieces]
    rules = [data.draw(costs.map(abs)) for _ in pieces]
    lattice = ChainLattice(scores, pieces, rules, chain)
    worth = {path: _worth(path, scores, rules, pieces, chain) for path in product(elements, repeat=count)}
    best = tuple(lattice.best_sequence())
    ranked = sorted(worth, key=lambda path: -worth[path])
    highest = ranked[0]
    assume(len(ranked) == 1 or worth[highest] > worth[ranked[1]] + 1e-6)
    whole = {path: value + together * _named(path) for path, value in worth.items()}
    assert whole[best] >= whole[highest] - 1e-9
    assert worth[best] > worth[highest] - 2 * together - 1e-9
    for element in set(elements) - set(highest):
        top = max(worth[path] for path in worth if element in path)
        if worth[highest] - top < together - 1e-6:  # one that is further behind is not looked at
            beside = [path for path in worth if element in path and worth[path] > top - 1e-6]
            assert whole[best] >= min(whole[path] for path in beside) - 1e-6
    for at, margin in enumerate(lattice.margins(best)):
        own, rival = (
            max(value for path, value in worth.items() if (path[at] == best[at]) == with_it)
            for with_it in (True, False)
        )
        assert margin == pytest.approx(own - rival)


def _named(path: tuple[str, ...]) -> int:
    """How many elements a sequence has, less the runs behind the first of each."""
    runs = [element for element, _ in groupby(path)]
    return 2 * len(set(runs)) - len(runs)


def test_an_element_is_rather_found_than_one_found_twice() -> None:
    """Where it costs less than it is worth; the piece is not sure of it, and in English none is given so."""
    elements = ["a", "b", "c"]
    general = {
        "elements": "a b c",
        "cost": 100,
        "stays": "",
        "trust": dict.fromkeys(("place", "cues", "scope", "nearest"), ""),
        "changes": {},
        "features": {},
    }
    pieces = [ClausePiece(at, at + 1, Link.VERB) for at in range(3)]
    for lang, lack, wanted in (("fr", 0.9, "abc"), ("fr", 1.1, "aba"), ("en", 0.9, "aba")):
        scores = [[4.0, 0.0, 0.0], [0.0, 4.0, 0.0], [4.0, 0.0, 4.0 - lack]]
        lattice = ChainLattice(scores, pieces, [0.0] * 3, chain_from(general, {}, WordClasses({}), lang))
        best = lattice.best_sequence()
        assert best == list(wanted)
        assert (lattice.margins(best)[2] < 0) == (wanted == "abc")
    assert elements == list(chain_from(general, {}, WordClasses({}), "fr").elements)


def _worth(
    path: tuple[str, ...],
    scores: Scores,
    rules: list[float],
    pieces: list[ClausePiece],
    chain: LinearChain,
) -> float:
    """What a sequence is worth, added up piece by piece."""
    share = chain.share / 100
    total = scores[0][chain.elements.index(path[0])]
    for at in range(1, len(path)):
        before, here = (chain.elements.index(path[at + shift]) for shift in (-1, 0))
        total += scores[at][here] + chain.changes[before][here] / 100 * share
        if before == here:
            stays = chain.stays.get(f"{pieces[at].link.name},{int(pieces[at].comma)}", 0)
            total += rules[at] * (1 + (chain.cost / 100 - 1) * share) + stays / 100 * share
    return total


@pytest.mark.parametrize(
    ("lang", "text", "element", "part"),
    [
        (
            "fr",
            "« Système d’IA » : dispositif qui rédige des courriers et trie des dossiers.",
            "outputs",
            "rédige",
        ),
        (
            "de",
            "„KI-System“ bezeichnet ein Gerät, das Messreihen einliest und Noten vergibt.",
            "input",
            "Messreihen",
        ),
        ("es", "«Sistema de IA»: programa que funciona sin que nadie lo vigile.", "autonomy", "vigile"),
    ],
)
def test_words_of_ones_own_are_read(lang: str, text: str, element: str, part: str) -> None:
    found = segmentation_of(Definition("", text, lang=lang), method="automatic")
    assert any(one.element == element and part in one.text for one in found.segments)


def test_words_that_decide_are_shown_once() -> None:
    text = "« Système d’IA » : dispositif qui rédige des courriers, trie des dossiers et propose des remèdes."
    found = segmentation_of(Definition("", text, lang="fr"), method="automatic")
    for one in found.segments:
        told = [evidence.value for evidence in one.evidence if evidence.kind == "words"]
        assert len(told) <= 1
        assert all(word in text for value in told for word in value.split(", "))


def test_without_what_is_learned_the_rules_stand_alone() -> None:
    definition = Definition("", "„KI-System“ bezeichnet ein Gerät, das knifflige Fälle löst.", lang="de")
    alone = assign_elements(definition, LIBRARY, TAXONOMY, (), Learned({}))
    assert all(evidence.kind != "words" for one in alone for evidence in one[3])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hu", "Mesterséges intelligencia alatt olyan rendszert értünk, amely tanul."),
        ("de", "Als KI-System gilt ein Automat, der als Begriff im Sinne der Ordnung bezeichnet wird."),
        ("en", "The term “AI” means a machine that means what it says."),
    ],
)
def test_no_clause_behind_a_frame_is_of_the_frame(lang: str, text: str) -> None:
    last = segmentation_of(text, lang, "automatic").segments[-1]
    assert last.element != "frame"


def test_opening_words_that_only_words_speak_for_are_not_sure() -> None:
    text = (
        "For the guild AI scribbling in our contract campaign is called the work of a machine that "
        "has swallowed our scripts and spits out treatments, punch-ups and dialogue on command. It rests on "
        "models built from our members' work without their leave. It isn't “literary material”, and the "
        "guild will not treat it as such."
    )
    cut = segmentation_of(text, "en", "automatic")
    assert cut.segments[0].confidence == "low"
    assert {"input", "outputs", "technique", "scope"} - {one.element for one in cut.segments} <= cut.doubtful
