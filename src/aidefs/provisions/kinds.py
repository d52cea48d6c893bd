"""Step 6: kinds: whether a term is one for AI, for something akin to it, or another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidefs.patterns import late

__all__ = ["KINDS", "kind_of"]

KINDS = ("ai-system", "cognate", "other")
"""AI, an AI system, technology or tool; kinds of AI, models, automated systems, algorithms, synthetic media;
all else."""

_AI = late(
    r"(?:the |an? )?(?:artificial intelligence|a\.?i\.?)(?: \(?(?:a\.?i\.?)\)?)?"
    r"(?: (?:systems?|technolog(?:y|ies)|tools?|applications?|products?|software|(?:and|or) .{0,40}))?",
    re.I,
)
_COGNATE = late(
    r"artificial(?:ly)?[ -]intelligen|\ba\.?i\.?\b|\balgorithm|machine[ -]learning|deep ?fakes?|deep "
    r"learning|synthetic (?:media|content|data|"
    r"performer|image|audio)|synthetically|automated|autonomous|generative|foundation(?:al)? models?|"
    r"frontier|\bcovered models?|"
    r"(?:large )?language models?|neural network|chat ?bots?|\b(?:data |ai |predictive |dual-use |"
    r"general-purpose |covered )?models?\b|"
    r"digital (?:replica|impersonation|content forgery|likeness)|deceptive media|\brobots?\b|robotic|"
    r"facial recognition|"
    r"künstliche|intelligence artificielle|inteligencia artificial|inteligência artificial|"
    r"intelligenza artificiale|artificiële",
    re.I,
)


def kind_of(terms: Iterable[str]) -> str:
    """The kind of a provision, one of `KINDS`, by its terms."""
    known = [" ".join(term.split()) for term in terms]
    if any(_AI.fullmatch(term) for term in known):
        return "ai-system"
    return "cognate" if any(_COGNATE.search(term) for term in known) else "other"
