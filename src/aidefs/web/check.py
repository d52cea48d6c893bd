"""Documents whose quotations are checked: a form, and the report."""

from __future__ import annotations

from base64 import b64encode
from importlib.util import find_spec

from aidefs.errors import AidefsError, InputError
from aidefs.output.views.verification import summary, verification_document
from aidefs.quotations.verification import Verification
from aidefs.readers.read import ENDINGS
from aidefs.web.forms import file_of
from aidefs.web.pages import KINDS, Answered, Call, Site
from aidefs.web.uploads import Sent

__all__ = ["checked", "form", "verified_upload"]

_ANY = "application/octet-stream"


def form(site: Site, call: Call) -> Answered:
    """The form."""
    return _form(site, call)


def _form(site: Site, call: Call, message: str = "", status: int = 200) -> Answered:
    title = site.say("check.title", call.lang)
    pdf = not site.in_browser or find_spec("pypdfium2") is not None
    endings = sorted(one for one in ENDINGS if pdf or ENDINGS[one] != "pdf")
    return site.page("check", call, title, status, message=message, endings=endings)


def verified_upload(site: Site, call: Call) -> Verification:
    """What is found in the document of a form.

    Raises:
        InputError: There is none, none are taken, or it cannot be read.
    """
    if not site.uploads:
        raise InputError("this server takes no documents")
    given = file_of(call)
    if given is None:
        raise InputError("choose a document first")
    found = site.workshop.checked(Sent("check", *given))
    return Verification((found,), site.library)


def checked(site: Site, call: Call) -> Answered:
    """The report on a document, with its corrected copy inside: nothing is kept to be fetched later."""
    try:
        result = verified_upload(site, call)
    except AidefsError as error:
        return _form(site, call, str(error), 422)
    [file] = result
    if file.fault:
        return _form(site, call, file.fault, 422)
    copy = file.corrected()
    ending = file.name.rpartition(".")[2].lower()
    report = verification_document(result)
    return site.page(
        "report",
        call,
        site.say("report.title", call.lang, name=file.name),
        file=file,
        summary=summary(result),
        report=site.fragment(report._replace(title="", blocks=report.blocks[1:]), 1),
        copy=_inline(copy, KINDS.get(ending, _ANY)) if copy is not None else "",
        copy_name=f"corrected-{file.name}",
        json=_inline(result.to_json().encode("utf-8", "replace"), KINDS["json"]),
        word=_inline(_word(result) if not site.in_browser else None, KINDS["docx"]),
        corrected=sum(passage.corrected for passage in file.passages),
        left=[(passage.place, passage.left) for passage in file.passages if passage.left],
    )


def _word(result: Verification) -> bytes | None:
    """The report as a Word file, None where the package that writes it is missing."""
    from aidefs.output.render import render_bytes

    try:
        return render_bytes(result, "docx")
    except InputError:
        return None


def _inline(data: bytes | None, kind: str) -> str:
    """A file as an address that holds it."""
    return f"data:{kind.partition(';')[0]};base64,{b64encode(data).decode()}" if data is not None else ""
