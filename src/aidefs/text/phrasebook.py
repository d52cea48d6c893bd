"""The library's own words in tables, in English and French, and dates as each prints them.

Official wording is never translated; this is about heads, statuses, notes and months.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

from aidefs.errors import InputError, choice
from aidefs.text.languages import profile

__all__ = [
    "DATE_STYLES",
    "LANGUAGES",
    "PHRASES",
    "DateStyle",
    "Language",
    "date",
    "one_of",
    "phrase",
]

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
DateStyle = Literal["british", "american", "iso"]
DATE_STYLES: tuple[DateStyle, ...] = get_args(DateStyle)

# French has a no-break space before a colon and inside guillemets.
PHRASES: dict[str, dict[Language, str]] = {
    # heads and captions
    "Element": {"en": "Element", "fr": "Élément"},
    "Definition": {"en": "Definition", "fr": "Définition"},
    "Table": {"en": "Table", "fr": "Tableau"},
    "caption": {"en": "Definitions of “{term}”: {shown}", "fr": "Définitions de « {term} » : {shown}"},
    "caption without a term": {
        "en": "Definitions: {shown}",
        "fr": "Définitions : {shown}",
    },
    "by element": {"en": "{shown} by element", "fr": "{shown} par élément"},
    "and": {"en": "{before} and {last}", "fr": "{before} et {last}"},
    "text": {"en": "wording", "fr": "libellé"},
    "redline": {"en": "changes", "fr": "modifications"},
    "status": {"en": "agreement", "fr": "concordance"},
    "similarity": {"en": "similarity", "fr": "similarité"},
    "modal": {"en": "modal verbs", "fr": "verbes modaux"},
    "items": {"en": "enumerated items", "fr": "termes énumérés"},
    "ticks": {"en": "presence", "fr": "présence"},
    "ticks alone": {"en": "elements present", "fr": "éléments présents"},
    "also": {"en": "also {names}", "fr": "aussi {names}"},
    # cells
    "identical": {"en": "identical", "fr": "identique"},
    "punctuation only": {"en": "punctuation only", "fr": "ponctuation seule"},
    "reworded": {"en": "reworded", "fr": "reformulé"},
    "other language": {"en": "other language", "fr": "autre langue"},
    "not in the baseline": {"en": "not in the baseline", "fr": "absent du texte de référence"},
    "baseline": {"en": "baseline", "fr": "texte de référence"},
    "moved": {"en": "moved", "fr": "déplacé"},
    # notes
    "absent": {"en": "In none of the texts: {elements}.", "fr": "Dans aucun des textes : {elements}."},
    "absent from one": {"en": "Not in the text: {elements}.", "fr": "Absent du texte : {elements}."},
    "automatic": {
        "en": "Elements assigned automatically: {names}.",
        "fr": "Éléments attribués automatiquement : {names}.",
    },
    "uncertain": {
        "en": "(?): assigned automatically, and uncertain.",
        "fr": "(?) : attribution automatique et incertaine.",
    },
    "highlighted core": {
        "en": "Highlighted: core elements.",
        "fr": "Mis en évidence : éléments principaux.",
    },
    "highlighted supporting": {
        "en": "Highlighted: supporting elements.",
        "fr": "Mis en évidence : éléments complémentaires.",
    },
    "about redline": {
        "en": "Against {name}: words that only it has are struck through, words that it lacks underlined.",
        "fr": "Par rapport à {name} : les mots qui ne figurent que là sont barrés, ceux qui n’y "
        "figurent pas sont soulignés.",
    },
    "about status": {"en": "Baseline: {name}.", "fr": "Texte de référence : {name}."},
    "about similarity": {
        "en": "Similarity to {name}, in words of the element: 2 × kept / (2 × kept + deleted + inserted).",
        "fr": "Similarité avec {name}, en mots de l’élément : 2 × conservés / (2 × conservés + supprimés "
        "+ ajoutés).",
    },
    "about modal": {
        "en": "Modal verbs of other languages: in English where they have one sense, else in the infinitive.",
        "fr": "Verbes modaux d’autres langues\u00a0: en anglais s’ils n’ont qu’un sens, sinon à l’infinitif.",
    },
    "about genus": {
        "en": "{name}: ✓ where the genus says machine or computer, or else its head noun.",
        "fr": "{name} : ✓ si le genre dit machine ou ordinateur, sinon son nom noyau.",
    },
    "unknown": {"en": "unknown", "fr": "inconnu"},
    "about unknown": {
        "en": "?: the program cannot read this element in this text; it may be there.",
        "fr": "?\u00a0: le programme ne sait pas lire cet élément dans ce texte\u00a0; il peut y figurer.",
    },
    "read as {name}": {"en": "read as {name}", "fr": "langue reconnue\u00a0: {name}"},
    "language not told": {"en": "language not told", "fr": "langue non reconnue"},
    "translation": {"en": "translation, not authentic", "fr": "traduction, ne faisant pas foi"},
    "given text": {"en": "text given by the user", "fr": "texte fourni par l’utilisateur"},
    # findings of a comparison: {…} are names of texts and their official words
    "label: said": {"en": "{label}: {said}.", "fr": "{label}\u00a0: {said}."},
    "read automatically": {"en": "Read automatically: ", "fr": "Lecture automatique\u00a0: "},
    "; ": {"en": "; ", "fr": "\u00a0; "},
    "only in": {"en": "only in {name} ({words})", "fr": "seulement dans {name} ({words})"},
    "not recognised": {
        "en": "in {name} ({words}), not recognised in {other}",
        "fr": "dans {name} ({words}), non reconnu dans {other}",
    },
    "Term": {"en": "Term", "fr": "Terme"},
    "another term": {
        "en": "{name} defines {term}; the elements here are those of definitions of AI systems",
        "fr": "{name} définit {term}\u00a0; les éléments sont ici ceux de définitions de systèmes d’IA",
    },
    "genera": {"en": "{x} in {a}, {y} in {b}", "fr": "{x} dans {a}, {y} dans {b}"},
    "says": {"en": "{a} says {x}, {b} {y}", "fr": "{a} dit {x}, {b} {y}"},
    "no modal verb": {
        "en": "{a} says {x}, {b} has no modal verb here",
        "fr": "{a} dit {x}, {b} n’a pas de verbe modal ici",
    },
    "placed": {"en": "in {name} {place} ({words})", "fr": "dans {name} {place} ({words})"},
    "main": {"en": "part of the defining clause", "fr": "partie de la proposition qui définit"},
    "separate": {"en": "a separate sentence", "fr": "une phrase distincte"},
    "list": {"en": "a list limb", "fr": "un tiret d’énumération"},
    "same words elsewhere": {
        "en": "same words at another place ({words})",
        "fr": "mêmes mots à un autre endroit ({words})",
    },
    "elsewhere": {
        "en": "at another place; {a} {x}, {b} {y}",
        "fr": "à un autre endroit\u00a0; {a} {x}, {b} {y}",
    },
    "exclusion": {
        "en": "{name} puts it as an exclusion ({words})",
        "fr": "{name} en fait une exclusion ({words})",
    },
    "examples": {
        "en": "{name} introduces what it lists as examples ({words}), {other} does not",
        "fr": "{name} présente ce qu’il énumère comme des exemples ({words}), {other} non",
    },
    "left open": {
        "en": "{name} leaves its list open ({words}), {other} does not",
        "fr": "{name} laisse son énumération ouverte ({words}), {other} non",
    },
    "is listed": {"en": "{items} is listed only in {name}", "fr": "{items} n’est énuméré que dans {name}"},
    "are listed": {
        "en": "{items} are listed only in {name}",
        "fr": "{items} ne sont énumérés que dans {name}",
    },
    "shared items": {"en": "the {number} shared items", "fr": "les {number} termes communs"},
    "same items": {"en": "same {number} items", "fr": "mêmes {number} termes"},
    "another order": {
        "en": "{same} in another order ({x} in {a}, {y} in {b})",
        "fr": "{same} dans un autre ordre ({x} dans {a}, {y} dans {b})",
    },
    "repeated items": {"en": "items are repeated", "fr": "des termes sont répétés"},
    "words only in": {"en": "{words} only in {name}", "fr": "{words} seulement dans {name}"},
    "serial comma": {
        "en": "serial comma only in {name}",
        "fr": "virgule avant la conjonction seulement dans {name}",
    },
    "mark before": {
        "en": "“{mark}” before {word} only in {name}",
        "fr": "«\u00a0{mark}\u00a0» avant {word} seulement dans {name}",
    },
    "the end": {"en": "the end", "fr": "la fin"},
    "same words": {"en": "same words", "fr": "mêmes mots"},
    "numbers": {
        "en": "no one two three four five six seven eight nine ten",
        "fr": "zéro un deux trois quatre cinq six sept huit neuf dix",
    },
    # the page of a comparison
    "Comparison": {"en": "Comparison: {names}", "fr": "Comparaison\u00a0: {names}"},
    "Findings": {"en": "Findings", "fr": "Constats"},
    "Summary": {"en": "Summary", "fr": "En bref"},
    "Sources": {"en": "Sources", "fr": "Sources"},
    "Redline": {"en": "Redline: {a} → {b}", "fr": "Modifications\u00a0: {a} → {b}"},
    "by element of": {
        "en": "Definitions by element: {names}",
        "fr": "Définitions par élément\u00a0: {names}",
    },
    "about brief": {
        "en": "The table of the elements, the redlines and the sources: the same without --brief.",
        "fr": "Le tableau des éléments, les modifications et les sources\u00a0: la même commande "
        "sans --brief.",
    },
    "what similarity is": {
        "en": "Similarity: the share of words in common, from 0 (none) to 1 (all); punctuation does not "
        "count.",
        "fr": "Similarité\u00a0: part des mots en commun, de 0 (aucun) à 1 (tous)\u00a0; la ponctuation ne "
        "compte pas.",
    },
    "seen in neither": {
        "en": "In neither text as far as the program can read: {elements}.",
        "fr": "Dans aucun des deux textes, pour autant que le programme sache lire\u00a0: {elements}.",
    },
    "seen in none": {
        "en": "In none of the texts as far as the program can read: {elements}.",
        "fr": "Dans aucun des textes, pour autant que le programme sache lire\u00a0: {elements}.",
    },
    "in neither": {
        "en": "In neither text: {elements}.",
        "fr": "Dans aucun des deux textes\u00a0: {elements}.",
    },
    "one element": {"en": "1 element", "fr": "1 élément"},
    "elements": {"en": "{n} elements", "fr": "{n} éléments"},
    "counted": {"en": "{elements}: {counts}", "fr": "{elements}\u00a0: {counts}"},
    "a count": {"en": "{n} {status}", "fr": "{status}\u00a0: {n}"},
    "of these moved": {"en": "; of these {n} moved", "fr": "\u00a0; dont déplacés\u00a0: {n}"},
    "of these uncertain": {
        "en": "; {n} read automatically and uncertain",
        "fr": "\u00a0; lecture automatique et incertaine\u00a0: {n}",
    },
    "only there": {"en": "only in {name}", "fr": "seulement dans {name}"},
    "in both": {"en": "in both texts", "fr": "dans les deux textes"},
    "similarity of a row": {"en": "similarity {value}", "fr": "similarité {value}"},
    "automatic, uncertain": {"en": "automatic, uncertain", "fr": "automatique, incertain"},
    "languages differ": {
        "en": "The texts are in different languages; their words are not compared.",
        "fr": "Les textes sont dans des langues différentes\u00a0; leurs mots ne sont pas comparés.",
    },
    "similarity running": {
        "en": "Similarity {running} as running text.",
        "fr": "Similarité {running} en texte suivi.",
    },
    "similarities": {
        "en": "Similarity {by_element} by element, {running} as running text.",
        "fr": "Similarité {by_element} par élément, {running} en texte suivi.",
    },
    "seam replaced": {
        "en": '"{new}" for "{old}"',
        "fr": "«\u00a0{new}\u00a0» au lieu de «\u00a0{old}\u00a0»",
    },
    "seam added": {"en": '"{new}" added', "fr": "«\u00a0{new}\u00a0» ajouté"},
    "seam left out": {"en": '"{old}" left out', "fr": "«\u00a0{old}\u00a0» supprimé"},
    # sources
    "adopted {date}": {"en": "adopted {date}", "fr": "adopté le {date}"},
    "adopted in {date}": {"en": "adopted in {date}", "fr": "adopté en {date}"},
    "published {date}": {"en": "published {date}", "fr": "publié le {date}"},
    "published in {date}": {"en": "published in {date}", "fr": "publié en {date}"},
    "in force since {date}": {"en": "in force since {date}", "fr": "en vigueur depuis le {date}"},
    "as of {date}": {"en": "as of {date}", "fr": "au {date}"},
    "in force": {"en": "in force", "fr": "en vigueur"},
    "adopted": {"en": "adopted", "fr": "adopté"},
    "signed": {"en": "signed", "fr": "signé"},
    "draft": {"en": "draft", "fr": "projet"},
    "published": {"en": "published", "fr": "publié"},
    "lapsed": {"en": "lapsed", "fr": "caduc"},
    "withdrawn": {"en": "withdrawn", "fr": "retiré"},
    "superseded": {"en": "superseded", "fr": "remplacé"},
    "official document seen": {
        "en": "read in the official document",
        "fr": "lu dans le document officiel",
    },
    "two independent copies": {
        "en": "read in two independent copies",
        "fr": "lu dans deux copies indépendantes",
    },
    "one copy": {"en": "read in a public copy", "fr": "lu dans une copie publique"},
    "one copy without address": {
        "en": "read in a copy without a public address",
        "fr": "lu dans une copie sans adresse publique",
    },
}  # fmt: skip


def phrase(key: str, language: Language = "en", **parts: str) -> str:
    """The words for something, with names and dates put in."""
    return PHRASES[key][language].format(**parts)


def date(text: str, style: DateStyle = "iso", language: Language = "en") -> str:
    """A date of the collection as it is printed.

    Args:
        text: YYYY, YYYY-MM or YYYY-MM-DD; anything else comes back as it is.
        style: "british" (13 June 2024), "american" (June 13, 2024) or "iso" (2024-06-13).
        language: In French there is one way to spell a date out: 13 juin 2024, 1er août 2024.
    """
    known = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", text, re.ASCII)
    if known is None or style == "iso" or not known[2]:
        return text
    year, month = known[1], profile(language).months[int(known[2]) - 1]
    if not known[3]:
        return f"{month} {year}"
    day = int(known[3])
    if language == "fr":
        return f"{'1er' if day == 1 else day} {month} {year}"
    return f"{month} {day}, {year}" if style == "american" else f"{day} {month} {year}"


def one_of(value: str, values: tuple[str, ...], what: str) -> str:
    """The value, if it is one of a closed list.

    Raises:
        InputError: It is not; the message names the nearest.
    """
    if value not in values:
        raise InputError(f"unknown {what} '{value}'; {choice(value, values)}")
    return value
