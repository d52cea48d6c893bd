"""What a reader sends in a form: a document, or words that were pasted."""

from __future__ import annotations

from aidefs.errors import InputError
from aidefs.library.records import Definition
from aidefs.web.pages import Call, Site
from aidefs.web.uploads import Sent

__all__ = ["LONGEST_DRAFT", "draft_of", "file_of"]

LONGEST_DRAFT = 20_000  # characters of a text that is pasted


def file_of(call: Call) -> tuple[str, bytes] | None:
    """Name and content of the document of a form, None where it has none."""
    file = call.request.files.get("file")
    if file is None or not file.filename:
        return None
    # A browser sends a name without folders, whatever else may send one with them.
    name = file.filename.replace("\\", "/").rpartition("/")[2][-120:] or "document"
    return name, file.stream.read()


def draft_of(site: Site, call: Call) -> Definition:
    """The reader's own text of a form: a document, or words that were pasted.

    Raises:
        InputError: There is neither, they are too long, or the document holds no definition.
    """
    form = call.request.form
    label, lang = site.say("draft.label", call.lang), form.get("lang", "").strip() or None
    given, notes = file_of(call), ""
    text = form.get("text", "").replace("\r\n", "\n").strip()
    if given is not None:
        if not site.uploads:
            raise InputError("this server takes no documents; paste the text")
        choice = form.get("choice", "").strip()
        text, lang, notes = site.workshop.drafted(Sent("draft", *given, choice, lang))
    if not text:
        raise InputError("the text is empty: paste a definition, or choose a file")
    if len(text) > LONGEST_DRAFT:
        raise InputError(f"a text has at most {LONGEST_DRAFT:,} characters here; this one has {len(text):,}")
    return Definition(
        id="draft",
        label=label,
        prose=site.say("draft.prose", call.lang),
        text=text,
        lang=lang or "",
        notes=notes,
    )
