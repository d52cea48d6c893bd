"""Documents that are a version of an instrument which is not stored, or are read out with marks of it."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.library.library import Library

EVERY = Library.shipped().of("all")

SYSTEM = (
    "A machine-based system designed to operate with varying levels of autonomy and that may exhibit "
    "adaptiveness after deployment and that, for explicit or implicit objectives, infers, from the input it "
    "receives, how to generate outputs such as predictions, content, recommendations, or decisions that can "
    "influence physical or virtual environments."
)
MODEL_SYSTEM = (
    "An AI system which is based on a general-purpose AI model, that has the capability to serve a variety "
    "of purposes, both for direct use as well as for integration in other AI systems."
)
DEPLOYER = (
    "Any natural or legal person, public authority, agency or other body using an AI system under its "
    "authority except where the AI system is used in the course of a personal non-professional activity."
)
ENTRIES = (("AI system", SYSTEM), ("General-purpose AI system", MODEL_SYSTEM), ("Deployer", DEPLOYER))


def _glossary(entries: tuple[tuple[str, str], ...], source: str) -> str:
    return f"# Vocabulary of {source}\n\n" + "".join(f"{term}: {words}\n\n" for term, words in entries)


def _wrong(text: str) -> list[str]:
    found = aidefs.find_quotations(text, library=EVERY)
    assert found
    return [one.definition.id for one in found if one.wrong]


def test_several_definitions_nearer_to_drafts_are_those_of_another_version() -> None:
    text = _glossary(ENTRIES, "the EU AI Act")
    assert _wrong(text) == []
    reasons = {one.reason for one in aidefs.find_quotations(text, library=EVERY)}
    assert reasons == {
        "not checked: the definitions in this document are nearer to an earlier version of the text"
    }


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_one_definition_in_the_words_of_a_draft_is_a_fault(kept: int) -> None:
    assert len(_wrong(_glossary(ENTRIES[kept : kept + 1], "the EU AI Act"))) == 1


def test_the_official_number_is_that_of_no_draft() -> None:
    assert len(_wrong(_glossary(ENTRIES, "Regulation (EU) 2024/1689"))) == len(ENTRIES)


def test_definitions_of_the_text_in_force_outweigh_those_of_drafts() -> None:
    in_force = ("eu-ai-act-2024-provider", "eu-ai-act-gpai-model-2024", "eu-ai-act-2024-deep-fake")
    official = tuple((EVERY[one].term, EVERY[one].text.partition(" means ")[2]) for one in in_force)
    assert len(_wrong(_glossary((*ENTRIES, *official), "the EU AI Act"))) == len(ENTRIES)


def test_a_draft_of_this_regulation_is_a_version_of_it() -> None:
    text = (
        "For the purpose of this Regulation, the following definitions apply:\n\n"
        f"(1) {EVERY['eu-commission-2021'].text}\n\n(2) the subject matter of this Regulation.\n"
    )
    assert _wrong(text) == []


def test_spaces_lost_in_several_passages_are_no_fault() -> None:
    system = EVERY["eu-ai-act-2024"].text
    risk = EVERY["eu-ai-act-2024-risk"].text
    one = f"Article 3(1) of the EU AI Act: “{system.replace('levels of autonomy', 'levels ofautonomy')}”\n\n"
    other = f"Article 3(2) of the EU AI Act: “{risk.replace('the severity', 'theseverity')}”\n"
    assert _wrong(one + other) == []
    assert _wrong(one) == ["eu-ai-act-2024"]
    changed = other.replace("theseverity", "theintensity")
    assert _wrong(one + changed) == ["eu-ai-act-2024", "eu-ai-act-2024-risk"]


@pytest.mark.parametrize(
    "id", ["kr-ai-basic-act-2025-ai-ko", "kr-ai-basic-act-2025-ai-system-ko", "kr-ai-basic-act-2025-genai-ko"]
)
def test_a_word_of_korean_is_divided_anywhere(id: str) -> None:
    text = EVERY[id].text
    assert aidefs.check(text, id, library=EVERY).verdict == "exact"
    places = [at for at in range(1, len(text)) if text[at - 1 : at + 1].isalpha()]
    for at in places[:: max(len(places) // 12, 1)]:
        assert aidefs.check(f"{text[:at]}\n{text[at:]}", id, library=EVERY).verdict == "exact"
    at = places[len(places) // 2]
    assert aidefs.check(f"{text[:at]}\n비{text[at:]}", id, library=EVERY).verdict != "exact"


def test_the_label_of_a_definition_in_the_margin_is_no_word_of_it() -> None:
    text = EVERY["eu-ai-act-2024"].text
    label = text.replace(" with varying", "\n“AI system”\nwith varying")
    assert aidefs.check(label, "eu-ai-act-2024", library=EVERY).verdict == "exact"
    assert aidefs.check(label.replace("“", "").replace("”", ""), "eu-ai-act-2024").verdict == "changed"


@pytest.mark.parametrize(
    "before",
    ["Based on", "Adapted from", "In Anlehnung an", "Inspiré de", "Basado en", "Basato su", "Ontleend aan"],
)
def test_what_is_made_after_a_text_is_no_quotation_of_it(before: str) -> None:
    words = (
        "Natural or legal person, public authority, agency or other body using an AI model under its "
        "authority except where the AI model is used in the course of a personal non-professional activity"
    )
    entry = f"Article 3(4) of the EU AI Act, the following term is used here:\n\n- Deployer: {words}.\n"
    assert _wrong(entry) == ["eu-ai-act-2024-deployer"]
    assert _wrong(f"{before} {entry}") == []
    marked = f"Based on Article 3(4) of the EU AI Act, a term is used: “a {words[0].lower()}{words[1:]}”."
    assert _wrong(marked) == ["eu-ai-act-2024-deployer"]


@pytest.mark.parametrize("whose", ["our", "unser", "notre", "nuestra", "nostro", "onze", "nasz", "nosso"])
def test_words_on_what_is_ones_own_are_no_fragment(whose: str) -> None:
    said = "machine-based tool infers how to generate outputs such as predictions, content"
    text = f"# The AI Act\n\nOur AI system falls under Article 3(1): “{{}} {said}”.\n"
    assert [one.wrong for one in aidefs.find_quotations(text.format("a"), library=EVERY)] == [True]
    assert not any(one.wrong for one in aidefs.find_quotations(text.format(whose), library=EVERY))


def test_a_like_provision_of_a_law_that_is_given_whole() -> None:
    own = EVERY["us-ca-sb53-2025-serious-incident"].text
    like = own.replace("frontier model", "foundation model").replace(
        "frontier developer", "foundation developer"
    )
    assert like.count("foundation") >= 3
    text = f"# California Senate Bill 53\n\n{own}\n\n## Labor Code\n\n{like}\n"
    assert _wrong(text) == []
