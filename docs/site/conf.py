"""The documentation site: the pages of the repository as they stand, made by Sphinx.

    pip install '.[docs]'
    sphinx-build -W --keep-going -c docs/site . site

The source folder is the root of the repository, so that links between pages are those that a code host
follows too. Nothing is fetched from elsewhere, neither while it is built nor by a reader.

With `-D explorer=1` the pages of the explorer are part of the site, in a folder of that name, and where a
page has a comment `<!-- explorer PLACE: words -->` these words lead there. That takes a minute more.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

import aidefs
from aidefs.web.site import write_site

ROOT = Path(__file__).resolve().parents[2]
_LEADS = re.compile(r"<!-- explorer (\S*): (.*?) -->")

project = "aidefs"
author = "The aidefs authors"
copyright = author
version = release = aidefs.__version__
language = "en"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
root_doc = "docs/index"
include_patterns = [
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CODE_OF_CONDUCT.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "benchmarks/*.md",
    "data/*.md",
    "docs/*.md",
    "docs/reference/*.md",
    "docs/terms/*.md",
    "examples/README.md",
    "examples/tour.ipynb",
]

html_theme = "furo"
html_title = f"aidefs {version}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False

smartquotes = False  # the pages quote law letter for letter, and options have two hyphens
default_role = "literal"
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]
nb_execution_mode = "off"  # a test executes the notebook and compares what comes out
napoleon_use_ivar = True  # else each attribute is described twice
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True
suppress_warnings = ["myst.header"]


def _skip_fields(_: Sphinx, what: str, name: str, value: Any, skip: bool, __: Any) -> bool:
    """Fields of tuples, which the docstring of their class describes."""
    return skip or type(value).__name__ == "_tuplegetter"


def _front_page(app: Sphinx, error: Exception | None) -> None:
    """Leads from the folder of the site to its front page."""
    if error is None and app.builder.format == "html":
        shutil.copyfile(Path(__file__).parent / "front.html", Path(app.outdir) / "index.html")


def _lead_to_explorer(app: Sphinx, _: str, source: list[str]) -> None:
    """Makes links of the comments that stand where one to the explorer may be."""
    if app.config.explorer:
        source[0] = _LEADS.sub(r'<p><a href="../explorer/\1index.html">\2</a></p>', source[0])


def _explorer(app: Sphinx, error: Exception | None) -> None:
    """Puts the pages of the explorer beside those of the documentation."""
    if error is None and app.builder.format == "html" and app.config.explorer:
        write_site(Path(app.outdir) / "explorer", force=True)


def _reference(_: Sphinx, __: Any) -> None:
    """The pages that the program writes of itself."""
    sys.path.insert(0, str(Path(__file__).parent))
    from reference import write_reference

    write_reference(ROOT / "docs" / "reference")


def setup(app: Sphinx) -> None:
    """Sphinx calls it."""
    app.add_config_value("explorer", False, "html", bool)
    app.connect("config-inited", _reference)
    app.connect("source-read", _lead_to_explorer)
    app.connect("autodoc-skip-member", _skip_fields)
    app.connect("build-finished", _front_page)
    app.connect("build-finished", _explorer)
