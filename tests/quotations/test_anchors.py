"""Words that stand right behind a provision with its term, beside the definition that is stored of it."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.quotations.find import examine

# A wording of somebody's own for the definition of an AI system, and how an author leads on to it.
OWN = {
    "en": "a machine-driven tool, run with some autonomy, adaptive, which infers outputs (predictions, content, "  # noqa: E501
    "recommendations, decisions) from inputs and influences physical or virtual environments",
    "de": "maschinenbasiertes System, autonom betreibbar, anpassungsfähig, generiert Outputs (Vorhersagen, Inhalte, "  # noqa: E501
    "Empfehlungen, Entscheidungen) aus Eingaben, beeinflusst physische oder virtuelle Umgebungen",
    "fr": "système automatique, utilisable de façon autonome, capable d’adaptation, produisant des sorties (prédictions, "  # noqa: E501
    "contenus, recommandations, décisions) qui influencent des environnements physiques ou virtuels",
    "es": "sistema basado en máquinas, operable con autonomía y adaptable, que genera salidas (predicciones, contenidos, "  # noqa: E501
    "recomendaciones, decisiones) capaces de influir en entornos físicos o virtuales",
    "it": "sistema basato su macchina, capace di operare con autonomia e di adattarsi, che genera output (previsioni, "  # noqa: E501
    "contenuti, raccomandazioni, decisioni) che influenzano ambienti fisici o virtuali",
    "nl": "op machines gebaseerd systeem dat autonoom kan werken, zich aanpast en output genereert (voorspellingen, "  # noqa: E501
    "content, aanbevelingen, beslissingen) die fysieke of virtuele omgevingen beïnvloedt",
    "pl": "system oparty na maszynie, działający autonomicznie i adaptacyjnie, który generuje wyniki (predykcje, treści, "  # noqa: E501
    "zalecenia, decyzje) wpływające na środowisko fizyczne lub wirtualne",
    "da": "maskinbaseret system, der kan fungere autonomt og tilpasse sig, og som genererer output (forudsigelser, "  # noqa: E501
    "indhold, anbefalinger, beslutninger), der påvirker fysiske eller virtuelle miljøer",
}
UNDER = {
    "en": "# The AI Act\n\nArticle 3(1) — AI system: “{}”\n",
    "de": "# Die KI-VO\n\n## Art. 3 — Begriffsbestimmungen\n\nKI-System (Nr. 1): „{}“\n",
    "fr": "# Le règlement (UE) 2024/1689\n\n**Définition officielle du système d’IA (art. 3, point 1) :**\n\n> « {} »\n",  # noqa: E501
    "es": "# El Reglamento de IA\n\n## Sistema de IA\n\n> **Artículo 3.1:**\n> {}\n",
    "it": "# L’AI Act e il «sistema di IA»\n\n**Definizione ufficiale (Art. 3, par. 1):**\n\n> “{}”\n",
    "nl": "# De AI-verordening\n\nAI-systeem (artikel 3, punt 1): “{}”\n",
    "pl": "# Prawo\n\nZgodnie z definicją zawartą w unijnym Akcie o AI (Artykuł 3 pkt 1), system AI:\n\n> „{}”\n",  # noqa: E501
    "da": "# AI-forordningen\n\n## Artikel 3, nr. 1 (AI-system)\n\n> {}\n",
}


@pytest.mark.parametrize("lang", OWN)
def test_words_that_are_not_its_own(lang: str) -> None:
    found = aidefs.find_quotations(UNDER[lang].format(OWN[lang]))
    stored = "eu-ai-act-2024" if lang == "en" else f"eu-ai-act-2024-{lang}"
    said = [(one.definition.id, one.verdict, one.reproach) for one in found]
    assert said == [(stored, "changed", ("wording",))]


@pytest.mark.parametrize("lang", OWN)
def test_its_own_words(lang: str) -> None:
    stored = aidefs.get("eu-ai-act-2024" if lang == "en" else f"eu-ai-act-2024-{lang}")
    [one] = aidefs.find_quotations(UNDER[lang].format(stored.text))
    assert (one.definition.id, one.verdict, one.reproach) == (stored.id, "exact", ())


@pytest.mark.parametrize("lang", OWN)
def test_without_marks_they_are_a_summary(lang: str) -> None:
    line = UNDER[lang].replace("> ", "")
    for mark in "“”„«»‘":
        line = line.replace(f"{mark}{{}}", "{}").replace(f"{{}}{mark}", "{}").replace(f"{mark} {{}}", "{}")
    assert not any(one.wrong for one in aidefs.find_quotations(line.format(OWN[lang])))


@pytest.mark.parametrize(
    "text",
    [
        "# Die KI-VO\n\nErwägungsgrund 12 zu Art. 3 Nr. 1 (KI-System): „{de}“\n",
        "# Die KI-VO\n\nLeitlinien der Kommission zum KI-System (Art. 3 Nr. 1): „{de}“\n",
        "# Die KI-VO\n\nKI-System (Art. 3 Nr. 1), sinngemäß: „{de}“\n",
        "# Die KI-VO\n\nKI-System (Art. 3 Nr. 1), eigene Übersetzung: „{de}“\n",
        "# Die KI-VO\n\nIst das ein KI-System (Art. 3 Nr. 1)? „{de}“\n",
        "# Die KI-VO\n\nKI-System (Art. 3 Nr. 1): „{de}?“\n",
        "# Le règlement (UE) 2024/1689\n\nSystème d’IA (art. 3, point 1), en substance : « {fr} »\n",
        "# The AI Act\n\nAI system (Article 3(1)), in substance: “{en}”\n",
        "# The AI Act\n\nAI system, in our own translation (Article 3(1)): “{en}”\n",
        "# The AI Act\n\nThe Commission’s guidelines on Article 3(1), AI system: “{en}”\n",
        "# L’AI Act\n\nSistema di IA (art. 3, par. 1), in sintesi: “{it}”\n",
        "# The Japanese AI Promotion Act\n\nAI system, Article 3(1): “{en}”\n",
        "# GDPR\n\nGDPR, Article 3(1), AI system: “{en}”\n",
        "# The AI Act\n\n## Article 3 (1), (2) and (4)\n\nOur policy says of an AI system: “{en}”\n",
        "# The AI Act\n\nArticle 3(1), AI system: “an autonomous machine-like thing”\n",
        "# The AI Act\n\nArticle 3(1), AI system: “the notion was taken from the OECD so that laws on both sides agree”\n",  # noqa: E501
        "# The AI Act\n\nThe Commission’s draft of Article 3(1), AI system: “{en}”\n",
    ],
)  # fmt: skip
def test_what_is_not_presented_as_its_words(text: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(text.format(**OWN)))


def test_a_language_of_which_no_version_is_stored() -> None:
    words = (
        "um sistema baseado em máquinas concebido para funcionar com níveis variáveis de autonomia e que gera "  # noqa: E501
        "resultados como previsões, conteúdos, recomendações ou decisões"
    )
    found = examine(f"# O AI Act\n\nAI system (artigo 3.º, ponto 1, Article 3(1)): “{words}”\n")
    assert not any(one.wrong for one in found.quotations)


def test_a_provision_that_no_instrument_is_named_with() -> None:
    """One stored instrument alone has the term there; a document on a country may speak of its law."""
    line = "KI-System (Art. 3 Nr. 1): „{de}“\n".format(**OWN)
    [one] = aidefs.find_quotations(f"# Begriffe\n\n{line}")
    assert (one.definition.id, one.reproach) == ("eu-ai-act-2024-de", ("wording",))
    assert not any(one.wrong for one in aidefs.find_quotations(f"# Das Recht der Schweiz\n\n{line}"))


LL_144 = aidefs.get("us-nyc-ll144-2021").text
TOOL = LL_144[LL_144.index("any computational") :]


@pytest.mark.parametrize(
    "lead",
    [
        'Definition of "Automated employment decision tool" (§ 20-870): "{}"',
        "### Automated employment decision tool (Section 20-870)\n\n> {}",
    ],
)
def test_the_section_of_a_code_with_its_term_names_its_law(lead: str) -> None:
    changed = TOOL.replace("substantially assist or replace", "replace")
    assert changed != TOOL
    found = aidefs.find_quotations(f"# Notes\n\n{lead.format(changed)}\n")
    assert [(one.definition.id, one.reproach) for one in found] == [("us-nyc-ll144-2021", ("wording",))]
    assert not any(one.wrong for one in aidefs.find_quotations(f"# Notes\n\n{lead.format(TOOL)}\n"))
    other = lead.replace("20-870", "20-871")
    assert not any(one.wrong for one in aidefs.find_quotations(f"# Notes\n\n{other.format(changed)}\n"))


def test_tags_between_a_provision_and_the_words_below_it_do_not_part_them() -> None:
    page = "<section>\n<h4>KI-System (Art. 3 Nr. 1)</h4>\n{}<p>\n„{de}“\n</p>\n</section>\n"
    for tags in ("", "<div>\n<div>\n"):
        assert [one.wrong for one in aidefs.find_quotations(page.format(tags, **OWN))] == [True]
    text = "<p>\nEin Absatz steht dazwischen.\n</p>\n"
    assert not any(one.wrong for one in aidefs.find_quotations(page.format(text, **OWN)))


FAKE = "resembling existing persons … which would falsely appear to a person to be authentic"


def test_a_provision_with_its_term_names_its_law_in_a_sentence() -> None:
    line = f"A deep fake under {{}} is AI-generated audio “{FAKE}”, and nothing turns on our pipeline.\n"
    found = aidefs.find_quotations(line.format("Art. 3(60)"))
    assert [(one.definition.id, one.reproach) for one in found] == [
        ("eu-ai-act-2024-deep-fake", ("wording",))
    ]
    assert not aidefs.find_quotations(line.format("Art. 3(61)"))
    assert not aidefs.find_quotations(line.format("Art. 3(60)").replace("deep fake", "recording"))
    assert not aidefs.find_quotations("Kazakhstan has a law. " + line.format("Art. 3(60)"))
    assert not aidefs.find_quotations(line.format("Art. 3(60) of Kazakhstan’s law"))
