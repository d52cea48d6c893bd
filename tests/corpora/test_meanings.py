"""Clauses that take a meaning from the source of a stored text."""

from __future__ import annotations

import pytest

from aidefs.corpora.meanings import Meanings
from aidefs.library.library import Library
from aidefs.provisions.identifiers import resolved
from aidefs.quotations.index import index_of


@pytest.fixture(scope="module")
def meanings() -> Meanings:
    return Meanings(index_of(Library.shipped()))


NDAA, NAIIA, AAAIA = "us-ndaa-fy2019-238g", "us-naiia-2020", "us-advancing-american-ai-act-2022"


CLAUSES = {
    """The term “artificial intelligence” has the meaning given that term in section 238(g) of the John S.
    McCain National Defense Authorization Act for Fiscal Year 2019 (10 U.S.C. 2358 note).""": NDAA,
    """the term ``artificial intelligence'' has the meaning given the term in section 238(g) of the National
    Defense Authorization Act for Fiscal Year 2019 (Public Law 115-232; 10 U.S.C. 4001 note);""": NDAA,
    """The terms “artificial intelligence” and “AI” have the meaning given the term “artificial
    intelligence” in section 5002 of the National Artificial Intelligence Initiative Act of 2020
    (15 U.S.C. 9401).""": NAIIA,
    "“Artificial intelligence” or “AI” has the meaning set forth in 15 U.S.C. § 9401(3).": NAIIA,
    "Artificial intelligence or AI has the meaning set forth in 15 U.S.C. 9401(3).": NAIIA,
    """The term “artificial intelligence system” has the meaning given such term in section 7223 of the
    Advancing American AI Act (40 U.S.C. 11301 note).""": AAAIA,
    """“Artificial intelligence” has the same definition as in Section 11546.45.5 of the
    Government Code.""": "us-ca-ab2885-2024",
    """“Automated decision system” has the same definition as in Section 11546.45.5 of the
    Government Code.""": "us-ca-ads-ab302-2023",
    """As used in this chapter, "artificial intelligence" has the meaning set forth in
    IC 4-13.1-5-1.""": "us-in-4-13-1-5-1-2024",
    """‘AI system’ means an AI system as defined in Article 3, point (1), of
    Regulation (EU) 2024/1689;""": "eu-ai-act-2024",
}


@pytest.mark.parametrize(("clause", "definition"), CLAUSES.items(), ids=range(len(CLAUSES)))
def test_a_reference_is_resolved(meanings: Meanings, clause: str, definition: str) -> None:
    text = f"SEC. 2. DEFINITIONS.\nIn this section:\n(1) {clause}\n(2) The term “State” means a State.\n"
    (one,) = meanings.find(text)
    assert (one.definition, one.relation) == (definition, "by-reference")
    assert text[one.start : one.end].strip("“‘;.") == clause.strip("“‘;.")


def test_the_term_stands_before_the_limb_that_refers(meanings: Meanings) -> None:
    limb = "(A) has the meaning given that term in 15 U.S.C. 9401(3)"
    text = f"(1) The term “artificial intelligence”—\n\n{limb}; and\n\n(B) includes machine learning.\n"
    (one,) = meanings.find(text)
    assert one.definition == NAIIA
    assert text[one.start : one.end] == f"The term “artificial intelligence”—\n\n{limb}"


@pytest.mark.parametrize(
    "clause",
    [
        "The term “generative AI” has the meaning provided in Section 3(p) of Executive Order 14110.",
        "The term “agency” has the meaning given in section 5002 of the National Artificial Intelligence "
        "Initiative Act of 2020 (15 U.S.C. 9401).",
        "The term “artificial intelligence” has the meaning given the term in section 9 of this Act.",
        "a tool that uses artificial intelligence (as defined in section 238(g) of the John S. McCain "
        "National Defense Authorization Act for Fiscal Year 2019) to write letters",
        "Artificial intelligence gives life its meaning in 2020, as in other years.",
        "The terms of the National Artificial Intelligence Initiative Act of 2020 (15 U.S.C. 9401) apply.",
    ],
)
def test_what_is_no_reference_of_a_stored_text_is_none(meanings: Meanings, clause: str) -> None:
    assert meanings.find(f"(1) {clause}\n") == []


def test_the_resolver_of_extraction_never_says_otherwise(meanings: Meanings) -> None:
    library = Library.shipped()
    both = 0
    for one in library.values():
        for citation in (one.identifiers.get("usc"), one.provision, f"{one.provision}, {one.instrument}"):
            if not citation:
                continue
            found = meanings.find(f"The term “{one.term}” has the meaning given in {citation}.")
            other = resolved(citation, [one.term], library)
            if found and other:
                both += 1
                assert found[0].definition == other, citation
    assert both > 40
