"""The rules that data files must keep, each with a short stable code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["RULES", "Finding"]


class Finding(NamedTuple):
    """A broken rule, before it is known in which file.

    Attributes:
        key: Dotted path of the key at fault, places in arrays counted from 1.
        code: A key of `RULES`.
        message: What was found and what was expected.
    """

    key: str
    code: str
    message: str


RULES: Mapping[str, str] = MappingProxyType(
    {
        # the file as a whole
        "unreadable-file": "a file can be read",
        "not-utf-8": "a file is encoded in UTF-8",
        "toml-syntax": "a file is valid TOML",
        "no-definitions": "a folder of definitions holds at least one",
        "missing-file": "the shipped collection has its aliases, elements, version and rights",
        # the shape of a table
        "unknown-key": "a file has only keys that are read",
        "missing-key": "a required key is there",
        "wrong-type": "a value has the type of its key",
        "empty-value": "a string that is given says something",
        "unknown-value": "a value of a closed list is one of the list",
        # the form of a value
        "id-form": "an id or alias is made of lower-case letters, digits and single hyphens",
        "date-form": "a date is written YYYY, YYYY-MM or YYYY-MM-DD",
        "date-real": "a date exists in the calendar",
        "url-form": "an address begins with https:// or http:// and has no white space",
        "lang-form": "a language is a BCP 47 tag such as en or zh-Hant",
        "jurisdiction-form": "a jurisdiction is an upper-case code such as EU, US or US-CO",
        "control-character": "a string has no control characters but line feeds",
        # one definition
        "id-file": "the id is the name of the file without .toml",
        "text-margins": "the text has no white space around it",
        "label-length": "a label fits a column head: 28 characters",
        "segment-text": "the pieces of the annotation, joined, give the text back but for white space",
        # definitions together
        "segment-element": "the annotation uses only elements of the taxonomy",
        "label-twice": "no two definitions have the same label",
        "rights-unknown": "the rights name a heading of LICENSE.md",
        "predecessor-unknown": "a predecessor is in the library",
        "predecessor-cycle": "no text is its own predecessor, at any remove",
        "relation-unknown": "a text that another supersedes or implements is in the library",
        "relation-cycle": "no text supersedes or implements itself, at any remove",
        "relation-twice": "a text supersedes or implements another once",
        "version-unknown": "the record that a language version or translation belongs to is in the library",
        "version-chain": "a language version belongs to a record that is not a language version itself",
        "version-language": "a language version is in another language than the record it belongs to",
        "version-twice": "a record has one language version in each language",
        # aliases
        "alias-taken": "an alias is not an id",
        "alias-unknown": "an alias stands for definitions of the library",
        # elements
        "element-twice": "no two elements have the same id",
        "element-reserved": "no element is called all or core, which select elements",
        "cue-syntax": "a cue can be read and asks for at least one word",
        "no-elements": "a taxonomy has at least one element",
    }
)
