"""Where a definition comes from, in one sentence of a note."""

from __future__ import annotations

from aidefs.library.records import Definition, identifier
from aidefs.text.phrasebook import DateStyle, Language, date, phrase

__all__ = ["source"]


def source(definition: Definition, dates: DateStyle = "iso", language: Language = "en") -> str:
    """Instrument, provision, numbers, dates, status, verification and address, ending in a full stop.

    Args:
        definition: The definition.
        dates: How dates are printed.
        language: Of all but the names; they stay as the record has them.
    """
    d = definition
    numbers = [identifier(scheme, value) for scheme, value in d.identifiers.items()]
    title = d.instrument or d.title
    parts = [
        title,
        d.provision,
        *(number for number in numbers if number not in f"{title} {d.provision}"),
        *_dates(d, dates, language),
        phrase("translation", language) if d.authenticity.translation else "",
        phrase(d.verification.state, language) if d.verification else "",
        d.url,
    ]
    known = ", ".join(part for part in parts if part)
    return (known or phrase("given text", language)) + "."


def _dates(d: Definition, dates: DateStyle, language: Language) -> list[str]:
    found = []
    if d.adopted:
        spelt = date(d.adopted, dates, language)
        key = "adopted {date}" if len(d.adopted) == 10 else "adopted in {date}"
        found.append(phrase(key, language, date=spelt))
    status = d.status if d.status != "adopted" or not d.adopted else ""
    if status == "in force" and d.in_force:
        status = phrase("in force since {date}", language, date=date(d.in_force, dates, language))
    elif status:
        status = phrase(status, language)
    if status and d.status_as_of:
        status += f" ({phrase('as of {date}', language, date=date(d.status_as_of, dates, language))})"
    return [*found, status]
