"""What is refused before a page is made, for any headers."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aidefs.web.guard import HEADERS, LARGEST_BODY, refused

HOST = "127.0.0.1:8000"
_values = (
    st.none()
    | st.sampled_from((HOST, f"http://{HOST}", "null", "same-origin", "cross-site", "", "x"))
    | st.text(max_size=30)
)


@given(
    _values,
    _values,
    _values,
    st.sampled_from(("GET", "HEAD", "POST", "PUT")),
    st.none() | st.text(max_size=9) | st.integers().map(str),
)
def test_what_passes_is_ours(host: Any, origin: Any, site: Any, method: str, length: Any) -> None:
    given_headers = {
        "HTTP_HOST": host,
        "HTTP_ORIGIN": origin,
        "HTTP_SEC_FETCH_SITE": site,
        "CONTENT_LENGTH": length,
    }
    environ = {"REQUEST_METHOD": method} | {
        name: value for name, value in given_headers.items() if value is not None
    }
    if refused(environ, {HOST}) is None:
        assert host is not None and host.lower() == HOST and method != "PUT"
        assert not length or 0 <= int(length) <= LARGEST_BODY + (1 << 20)
        if method == "POST":
            assert site in (None, "same-origin")
            assert origin is None or origin.lower().partition("://")[2] == HOST


def test_the_rules_allow_nothing_from_elsewhere() -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in HEADERS["Content-Security-Policy"].split(";"))
    assert rules["default-src"] == rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert set(rules.values()) == {"'none'", "'self'"} and "script-src" not in rules
