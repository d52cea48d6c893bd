"""Every word of the pages that is the library's own, in English and French.

Official wording is never translated, and some sentences of the engine (reports, surveys) are English alone:
pages in French mark them so.
"""

from __future__ import annotations

__all__ = ["LANGUAGES", "PHRASES"]

LANGUAGES = ("en", "fr")
"""Languages of the pages; the first stands at addresses without a language."""

# French has a no-break space before a colon and inside guillemets.
PHRASES: dict[str, tuple[str, str]] = {
    "language.name": ("English", "Français"),
    "site.description": (
        "{count} legal definitions of “AI system”, letter for letter, with their sources.",
        "{count} définitions juridiques du «\u00a0système d’IA\u00a0», lettre pour lettre, avec leurs "
        "sources.",
    ),
    "skip": ("Skip to the content", "Aller au contenu"),
    "all": ("all", "tous"),
    "fault": ("This could not be done.", "Cela n’a pas pu être fait."),
    "similarity": ("similarity", "similarité"),
    "downloads": ("Downloads", "Téléchargements"),
    # --- navigation ---
    "nav.label": ("Main", "Principale"),
    "nav.definitions": ("Definitions", "Définitions"),
    "nav.compare": ("Compare", "Comparer"),
    "nav.check": ("Check", "Vérifier"),
    "nav.survey": ("Survey", "Panorama"),
    "nav.search": ("Search", "Rechercher"),
    "nav.about": ("About", "À propos"),
    "foot.state": ("Data version {version}.", "Version des données\u00a0: {version}."),
    "foot.facts": (
        "Textual facts, no legal advice.",
        "Des constats sur les textes, non un avis juridique.",
    ),
    "foot.elements": ("The elements", "Les éléments"),
    "foot.method": ("Method", "Méthode"),
    "foot.cite": ("How to cite", "Comment citer"),
    "foot.accessibility": ("Accessibility", "Accessibilité"),
    "foot.hosting": ("Hosting", "Hébergement"),
    "foot.api": ("For programs", "Pour les programmes"),
    # --- start ---
    "start.title": (
        "How laws define artificial intelligence",
        "Comment le droit définit l’intelligence artificielle",
    ),
    "start.intro": (
        "{count} legal definitions, letter for letter, with their sources and the state in which they were "
        "verified. Compare them element by element, check the quotations in a document, or hold your own "
        "draft against them.",
        "{count} définitions juridiques, lettre pour lettre, avec leurs sources et l’état de leur "
        "vérification. Comparez-les élément par élément, vérifiez les citations d’un document ou "
        "confrontez-leur votre projet.",
    ),
    "start.compare": ("Compare two texts", "Comparer deux textes"),
    "start.compare.static": (
        "Findings first, then the elements side by side, then every changed word.",
        "D’abord les constats, puis les éléments côte à côte, puis chaque mot modifié.",
    ),
    "start.compare.go": ("Compare", "Comparer"),
    "start.compare.more": ("More texts, more choice", "Plus de textes, plus de choix"),
    "start.text": ("Text", "Texte"),
    "start.check": ("Check the quotations in a document", "Vérifier les citations d’un document"),
    "start.check.text": (
        "Word, PDF, HTML, Markdown or LaTeX: every passage that quotes a definition, and what is wrong in "
        "it.",
        "Word, PDF, HTML, Markdown ou LaTeX\u00a0: chaque passage qui cite une définition, et ce "
        "qui y est inexact.",
    ),
    "start.check.how": ("How to check a document", "Comment vérifier un document"),
    "start.draft": ("Compare your own draft", "Comparer votre propre projet"),
    "start.draft.text": (
        "Paste a definition: its elements, what it lacks, what it changes, and the nearest wordings.",
        "Collez une définition\u00a0: ses éléments, ce qui manque, ce qui change, et les libellés les plus "
        "proches.",
    ),
    "start.draft.go": ("Paste a draft", "Coller un projet"),
    "start.ready": ("Three comparisons at a glance", "Trois comparaisons en un coup d’œil"),
    "start.strip": (
        "Each bar is a core element of the definitions; it says how the words of the two texts relate.",
        "Chaque barre est un élément principal\u00a0; elle dit quel rapport il y a entre les "
        "mots des deux textes.",
    ),
    "start.all": ("All {count} definitions", "Les {count} définitions"),
    "start.survey": ("Survey of the collection", "Panorama de la collection"),
    "row.identical": ("identical", "identique"),
    "row.punctuation only": ("punctuation only", "ponctuation seule"),
    "row.reworded": ("reworded", "reformulé"),
    "row.other language": ("other language", "autre langue"),
    "row.only in A": ("only in the first", "seulement dans le premier"),
    "row.only in B": ("only in the second", "seulement dans le second"),
    "row.absent": ("in neither", "dans aucun des deux"),
    "row.unknown": ("not known", "inconnu"),
    # --- the collection ---
    "collection.title": ("Definitions", "Définitions"),
    "collection.intro": (
        "{count} definitions, the newest first. Choose by what stands at the side; choices combine.",
        "{count} définitions, les plus récentes d’abord. Choisissez dans la marge\u00a0; les choix se "
        "combinent.",
    ),
    "collection.words": ("Words in a definition or its name", "Mots d’une définition ou de son nom"),
    "collection.find": ("Show", "Afficher"),
    "collection.facets": ("Choose definitions", "Choisir des définitions"),
    "collection.clear": ("Show all", "Tout afficher"),
    "collection.count": ("{found} of {total}", "{found} sur {total}"),
    "collection.none": (
        "No definition meets all conditions.",
        "Aucune définition ne remplit toutes les conditions.",
    ),
    "collection.compare": ("Compare the ticked ones", "Comparer les textes cochés"),
    "collection.compare.hint": ("Two to six texts.", "De deux à six textes."),
    "collection.choose": ("Choose", "Choisir"),
    "column.name": ("Name", "Nom"),
    "column.verified": ("Verified by", "Vérifié par"),
    "column.adopted": ("Adopted", "Adoption"),
    "facet.term": ("Term", "Terme"),
    "facet.jurisdiction": ("From", "Origine"),
    "facet.kind": ("Kind", "Nature"),
    "facet.status": ("Status", "Statut"),
    "facet.lang": ("Language", "Langue"),
    "facet.year": ("Year", "Année"),
    "facet.verified": ("Wording verified by", "Libellé vérifié par"),
    "terms.others": ("Other terms of the same laws", "D’autres termes des mêmes lois"),
    "terms.how": (
        "Each has a list of its definitions, with their elements.",
        "Chacun a la liste de ses définitions, avec leurs éléments.",
    ),
    "terms.compare": (
        "Tick two to six in a list to compare them.",
        "Cochez-en de deux à six dans une liste pour les comparer.",
    ),
    "terms.elements": ("Elements of other terms", "Éléments d’autres termes"),
    # --- one definition ---
    "definition.as-of": ("as of {day}", "au {day}"),
    "definition.signs": (
        "The wording is official, letter for letter. Colours and numbers point to the elements below; they "
        "are no part of the text and are not copied with it.",
        "Le libellé est officiel, lettre pour lettre. Couleurs et numéros renvoient aux éléments "
        "ci-dessous\u00a0; ils ne font pas partie du texte et ne sont pas copiés avec lui.",
    ),
    "definition.unread": (
        "The wording is official, letter for letter. The program cannot read the elements of a text in "
        "this language.",
        "Le libellé est officiel, lettre pour lettre. Le programme ne sait pas lire les éléments dans cette "
        "langue.",
    ),
    "definition.elements": ("Elements", "Éléments"),
    "definition.what-elements": ("What the elements are", "Ce que sont les éléments"),
    "definition.source": ("Source", "Source"),
    "definition.verified": ("How the wording was verified", "Comment le libellé a été vérifié"),
    "definition.seen": ("Seen on {day}.", "Consulté le {day}."),
    "definition.variants": ("Other wordings in circulation", "Autres libellés en circulation"),
    "definition.notes": ("Notes", "Notes"),
    "definition.versions": ("Earlier and later texts", "Textes antérieurs et postérieurs"),
    "definition.earlier": ("Made from, or closest to", "Issu de, ou le plus proche de"),
    "definition.later": ("Later texts", "Textes postérieurs"),
    "definition.redline": ("What changed from {a} to {b}", "Ce qui a changé de {a} à {b}"),
    "definition.lineage": ("Lineage", "Filiation"),
    "definition.origins": (
        "Where each word was first seen",
        "Où chaque mot est attesté pour la première fois",
    ),
    "definition.languages": ("In other languages", "Dans d’autres langues"),
    "definition.side-by-side": ("Show them side by side", "Les afficher côte à côte"),
    "definition.near": ("Same words and nearest wordings", "Mêmes mots et libellés les plus proches"),
    "definition.same": ("The same wording stands in", "Le même libellé figure dans"),
    "definition.near.none": (
        "There is no other definition in this language to compare it with.",
        "Il n’y a pas d’autre définition dans cette langue.",
    ),
    "definition.cite": ("Cite it", "Citer"),
    "definition.permalink": ("Address of this page:", "Adresse de cette page\u00a0:"),
    "compare.this": ("compare", "comparer"),
    "method.reviewed": ("annotated by hand", "annotés à la main"),
    "method.automatic": ("found automatically, please check", "trouvés automatiquement, à vérifier"),
    "ground.documented": ("documented by a source", "attesté par une source"),
    "ground.noted": ("seen in the words", "vu dans les mots"),
    "ground.computed": ("closest wording", "libellé le plus proche"),
    "fact.instrument": ("Instrument", "Instrument"),
    "fact.issuer": ("Made by", "Auteur"),
    "fact.term": ("Term", "Terme"),
    "fact.in-force": ("In force since", "En vigueur depuis"),
    "fact.translation": ("translation, not authentic", "traduction, ne faisant pas foi"),
    "fact.address": ("Official address", "Adresse officielle"),
    "fact.numbers": ("Official numbers", "Numéros officiels"),
    "fact.id": ("Name in addresses", "Nom dans les adresses"),
    "fact.alias": ("now also called", "appelé aujourd’hui aussi"),
    "fact.official": ("official", "officiel"),
    "state.official document seen": (
        "A copy of the issuer’s own document was read.",
        "Une copie du document de l’auteur lui-même a été lue.",
    ),
    "state.two independent copies": (
        "Two copies that do not depend on each other agree.",
        "Deux copies indépendantes l’une de l’autre concordent.",
    ),
    "state.one copy": (
        "One copy was read; nothing was there to compare it with.",
        "Une seule copie a été lue\u00a0; rien ne permettait de la confronter.",
    ),
    "style.bibtex": ("BibTeX", "BibTeX"),
    "style.biblatex": ("BibLaTeX", "BibLaTeX"),
    "style.oscola": ("OSCOLA", "OSCOLA"),
    "style.bluebook": ("Bluebook", "Bluebook"),
    "style.apa": ("APA", "APA"),
    "style.chicago": ("Chicago", "Chicago"),
    "style.aglc": ("AGLC", "AGLC"),
    "style.csl": ("CSL-JSON (Zotero)", "CSL-JSON (Zotero)"),
    "file.definition.docx": ("Word", "Word"),
    "file.definition.txt": ("Plain text", "Texte brut"),
    "file.definition.md": ("Markdown", "Markdown"),
    "file.definition.json": ("JSON", "JSON"),
    "file.cite.bib": ("Bibliography (bib)", "Bibliographie (bib)"),
    # --- the choice ---
    "choose.title": ("Compare", "Comparer"),
    "choose.intro": (
        "Two to six texts. The first one is the baseline, with which the others are compared; it can be "
        "swapped later.",
        "De deux à six textes. Le premier sert de référence aux autres\u00a0; on peut en changer ensuite.",
    ),
    "choose.frequent": ("Frequently compared", "Souvent comparés"),
    "choose.others": ("Others", "Autres"),
    "choose.other": ("Other text", "Autre texte"),
    "choose.elements": ("Choose elements", "Choisir des éléments"),
    "choose.go": ("Compare", "Comparer"),
    "choose.list": ("Choose from the list", "Choisir dans la liste"),
    "choose.static": (
        "These comparisons are prepared as pages. Any other two to six texts are compared by aidefs serve "
        "on a computer of one’s own.",
        "Ces comparaisons sont préparées. Pour comparer d’autres textes, lancez aidefs serve sur votre "
        "ordinateur.",
    ),
    # --- a draft ---
    "draft.label": ("Your draft", "Votre projet"),
    "draft.title": ("Compare your own draft", "Comparer votre propre projet"),
    "draft.promise": (
        "The text goes to the computer on which this page was made, is not kept, and has no address.",
        "Le texte va à l’ordinateur qui produit cette page, n’est pas conservé et n’a pas d’adresse.",
    ),
    "draft.paste": ("Paste a definition", "Collez une définition"),
    "draft.file": ("or a document", "ou un document"),
    "draft.choice": (
        "Where it holds several: number or term",
        "S’il en contient plusieurs\u00a0: numéro ou terme",
    ),
    "draft.against": ("Compare it with", "Comparer avec"),
    "draft.go": ("Compare the draft", "Comparer le projet"),
    "draft.kept": (
        "Elements of your text are found automatically, please check. Nothing of it is kept: this page has "
        "no address.",
        "Les éléments de votre texte sont trouvés automatiquement, à vérifier. Rien n’en est "
        "conservé\u00a0: cette page n’a pas d’adresse.",
    ),
    "draft.static": (
        "These pages are files and take no texts. aidefs serve compares a draft on a computer of one’s own.",
        "Ces pages sont des fichiers et ne reçoivent aucun texte. aidefs serve compare un projet sur votre "
        "ordinateur.",
    ),
    "draft.promise.here": (
        "The text stays in this browser, is not kept, and has no address.",
        "Le texte reste dans ce navigateur, n’est pas conservé et n’a pas d’adresse.",
    ),
    # --- in the browser ---
    "engine.title": ("In your browser", "Dans votre navigateur"),
    "engine.intro": (
        "This page runs the program itself in your browser: it compares any two to six texts and your own "
        "draft, and checks the quotations in a document. What you paste or choose does not leave your "
        "browser.",
        "Cette page exécute le programme lui-même dans votre navigateur\u00a0: elle compare deux à six "
        "textes ou votre propre projet, et vérifie les citations d’un document. Ce que vous collez ou "
        "choisissez ne quitte pas votre navigateur.",
    ),
    "engine.needs": (
        "It needs scripts, and a web host: opened from a folder it does not run. aidefs serve does the same "
        "on a computer of one’s own.",
        "Elle a besoin de scripts et d’un hébergeur\u00a0: ouverte depuis un dossier, elle ne fonctionne "
        "pas. aidefs serve fait de même sur votre ordinateur.",
    ),
    "engine.loading": (
        "Loading the program ({megabytes} MB, once)…",
        "Chargement du programme ({megabytes} Mo, une seule fois)…",
    ),
    "engine.busy": ("Working…", "En cours…"),
    "engine.failed": ("This could not be done:", "Cela n’a pas pu être fait\u00a0:"),
    "engine.stop": ("Stop it and begin anew", "Arrêter et recommencer"),
    "engine.limits": ("What this page cannot do", "Ce que cette page ne sait pas faire"),
    "engine.limits.1": (
        "It makes no Word files of comparisons and reports: they need parts that are compiled for each "
        "system. Corrected copies of documents are made, those of Word documents too.",
        "Elle ne produit pas de fichiers Word des comparaisons et des rapports, qui demandent des parties "
        "compilées pour chaque système. Les copies corrigées sont produites, en Word aussi.",
    ),
    "engine.limits.pdf": (
        "It reads no PDF, for the same reason: save the document as Word or text.",
        "Elle ne lit pas les PDF, pour la même raison\u00a0: enregistrez le document en Word ou en texte.",
    ),
    "engine.limits.2": (
        "It draws no pictures; those of the survey are prepared and stand on the other pages.",
        "Elle ne dessine pas d’images\u00a0; celles du panorama sont préparées, sur les autres pages.",
    ),
    "engine.limits.3": (
        "A document has at most 20 MiB and the time that you give it.",
        "Un document a au plus 20 Mio, et le temps que vous lui laissez.",
    ),
    "engine.limits.4": (
        "It loads {megabytes} MB from this site and nothing from elsewhere: Pyodide {pyodide} (MPL-2.0, "
        "its source at github.com/pyodide/pyodide) with Python {python}, and the packages that aidefs "
        "needs.",
        "Elle charge {megabytes} Mo de ce site et rien d’ailleurs\u00a0: Pyodide {pyodide} (MPL-2.0, "
        "sources à github.com/pyodide/pyodide) avec Python {python}, et les paquets dont aidefs a besoin.",
    ),
    "engine.choose": (
        "These comparisons are prepared as pages. Your browser compares any other two to six texts:",
        "Ces comparaisons sont préparées. Votre navigateur compare d’autres textes\u00a0:",
    ),
    "engine.choose.go": ("Choose other texts", "Choisir d’autres textes"),
    "engine.draft": (
        "Your browser compares it; the text does not leave it.",
        "Votre navigateur s’en charge\u00a0; le texte ne le quitte pas.",
    ),
    "engine.check": (
        "Your browser checks it; the document does not leave it.",
        "Votre navigateur s’en charge\u00a0; le document ne le quitte pas.",
    ),
    "engine.check.go": ("Choose a document", "Choisir un document"),
    "engine.check.else": (
        "Or on your own computer, with this line:",
        "Ou sur votre ordinateur, avec cette ligne\u00a0:",
    ),
    "engine.change": (
        "Other texts, another baseline, some elements: in your browser",
        "D’autres textes, une autre référence, certains éléments\u00a0: dans votre navigateur",
    ),
    # --- a comparison ---
    "compare.marks": (
        "What only {a} says is struck through; what others say instead is underlined.",
        "Ce qui n’est que dans {a} est barré\u00a0; ce que les autres disent à la place est souligné.",
    ),
    "compare.findings": ("Findings", "Constats"),
    "compare.point": (
        "Point at a passage, or tap it: its element is brought out in all texts and in the table.",
        "Désignez un passage, ou touchez-le\u00a0: son élément ressort dans tous les textes et dans le "
        "tableau.",
    ),
    "file.comparison.pdf": ("PDF", "PDF"),
    "draft.prose": ("your draft", "votre projet"),
    "compare.english": ("This report is written in English.", "Ce rapport est rédigé en anglais."),
    "compare.nothing": (
        "Nothing differs in a way that a sentence can say.",
        "Aucune différence à constater.",
    ),
    "compare.across": (
        "Texts in different languages are compared by element and not by words.",
        "Les textes de langues différentes sont comparés par élément et non par mots.",
    ),
    "compare.unread": (
        "The elements of {name} cannot be read; a question mark stands for what may be there.",
        "Les éléments de {name} ne peuvent pas être lus\u00a0; un point d’interrogation tient lieu de ce "
        "qui peut y figurer.",
    ),
    "compare.automatic": (
        "Elements found automatically, please check: {names}.",
        "Éléments trouvés automatiquement, à vérifier\u00a0: {names}.",
    ),
    "compare.table": ("Element by element", "Élément par élément"),
    "compare.texts": ("Whole texts", "Textes entiers"),
    "compare.redline": ("Every change of words", "Chaque changement de mots"),
    "compare.print": ("PDF: print this page", "PDF\u00a0: imprimez cette page"),
    "compare.change": ("Change the comparison", "Modifier la comparaison"),
    "compare.swap": ("Compare from the side of", "Comparer à partir de"),
    "compare.add": ("Add a text", "Ajouter un texte"),
    "compare.apply": ("Apply", "Appliquer"),
    "compare.sources": ("Sources, and how to cite this page", "Sources, et comment citer cette page"),
    "compare.cite": (
        "To cite this comparison as it is now, give this address:",
        "Pour citer cette comparaison dans son état actuel, donnez cette adresse\u00a0:",
    ),
    "compare.stamp": (
        "Data version {version}; state of these texts {stamp}.",
        "Version des données {version}\u00a0; état de ces textes {stamp}.",
    ),
    "compare.noted.same": (
        "These texts are letter for letter as they were when this address was cited ({cited}).",
        "Ces textes sont lettre pour lettre tels qu’ils étaient quand cette adresse a été citée ({cited}).",
    ),
    "compare.noted.changed": (
        "These texts have changed since this address was cited ({cited}). What stands here is the present "
        "state ({now}).",
        "Ces textes ont changé depuis que cette adresse a été citée ({cited}). Voici leur état actuel "
        "({now}).",
    ),
    "compare.noted.unknown": (
        "The address was cited with the version {cited}, which does not tell whether these texts have "
        "changed since. What stands here is the present state ({now}).",
        "L’adresse a été citée avec la version {cited}, qui ne dit pas si ces textes ont changé depuis. "
        "Voici leur état actuel ({now}).",
    ),
    "file.comparison.docx": ("Word, findings and table", "Word, constats et tableau"),
    "file.redline.docx": ("Word, tracked changes", "Word, suivi des modifications"),
    "file.comparison.tex": ("LaTeX", "LaTeX"),
    "file.comparison.md": ("Markdown", "Markdown"),
    "file.comparison.csv": ("CSV", "CSV"),
    "file.comparison.json": ("JSON", "JSON"),
    "file.references.bib": ("References (bib)", "Références (bib)"),
    "file.memo.docx": ("Memo on the draft (Word)", "Note sur le projet (Word)"),
    # --- documents ---
    "check.title": ("Check the quotations in a document", "Vérifier les citations d’un document"),
    "check.intro": (
        "Every passage that quotes or adapts a stored definition is compared with the official wording, "
        "and the source that you name with the text it is from.",
        "Chaque passage qui cite ou adapte une définition est comparé au libellé officiel, et la source "
        "que vous nommez au texte dont il provient.",
    ),
    "check.file": ("Document", "Document"),
    "check.go": ("Check it", "Vérifier"),
    "check.promise": (
        "The document goes to the computer on which this page was made, is read there and is not kept.",
        "Le document va à l’ordinateur qui produit cette page, y est lu et n’est pas conservé.",
    ),
    "check.promise.here": (
        "The document is read in this browser and does not leave it.",
        "Le document est lu dans ce navigateur et ne le quitte pas.",
    ),
    "check.static": (
        "These pages are files and take no documents. This line checks one on your own computer:",
        "Ces pages sont des fichiers et ne reçoivent aucun document. Cette ligne en vérifie un sur votre "
        "ordinateur\u00a0:",
    ),
    "check.off": (
        "This server takes no documents; whoever runs it can allow them.",
        "Ce serveur ne reçoit pas de documents\u00a0; la personne qui l’administre peut les autoriser.",
    ),
    "check.what": ("What the report says", "Ce que dit le rapport"),
    "check.what.1": (
        "Which text each passage is from, and whether its words are letter for letter those of the text.",
        "De quel texte provient chaque passage, et si ses mots sont lettre pour lettre ceux de ce texte.",
    ),
    "check.what.2": ("Whether the source that is named fits.", "Si la source nommée est la bonne."),
    "check.what.3": (
        "A corrected copy: in Word documents with tracked changes and comments.",
        "Une copie corrigée\u00a0: dans les documents Word, avec suivi des modifications et commentaires.",
    ),
    "check.formats": ("Formats:", "Formats\u00a0:"),
    "check.limits.here": ("At most 20 MiB.", "Au plus 20 Mio."),
    "check.limits": ("At most 20 MiB and 20 seconds.", "Au plus 20 Mio et 20 secondes."),
    "report.title": ("Quotations in {name}", "Citations dans {name}"),
    "report.none": (
        "No passage was found that quotes or closely follows one of the stored definitions. A free "
        "paraphrase may be missed.",
        "Aucun passage citant ou suivant de près une des définitions n’a été trouvé. Une paraphrase libre "
        "peut échapper à la recherche.",
    ),
    "report.copy": ("Corrected copy", "Copie corrigée"),
    "report.word": ("Report as Word", "Rapport en Word"),
    "report.json": ("Report as JSON", "Rapport en JSON"),
    "report.corrected": (
        "Passages corrected in the copy: {count}.",
        "Passages corrigés dans la copie\u00a0: {count}.",
    ),
    "report.left": ("Left to the author", "Laissé à l’auteur"),
    "report.another": ("Check another document", "Vérifier un autre document"),
    # --- survey ---
    "survey.title": ("Survey", "Panorama"),
    "survey.intro": (
        "The whole collection at once. Each picture has a table that says the same.",
        "Toute la collection à la fois. Chaque image a un tableau qui dit la même chose.",
    ),
    "survey.table": ("As a table", "En tableau"),
    "survey.enlarge": ("Enlarge", "Agrandir"),
    "survey.alone": ("The picture alone, to zoom into", "L’image seule, pour l’agrandir"),
    "survey.alt": (
        "{title}; the table below says the same",
        "{title}\u00a0; le tableau ci-dessous dit la même chose",
    ),
    "similarity.title": ("Similarity of wordings", "Similarité des libellés"),
    "similarity.about": (
        "How many words every two English texts share, like beside like.",
        "Combien de mots chaque paire de textes anglais partage, les semblables côte à côte.",
    ),
    "families.title": ("Families of wordings", "Familles de libellés"),
    "families.about": (
        "Texts that say it in much the same words.",
        "Les textes qui le disent à peu près dans les mêmes mots.",
    ),
    "lineage.title": ("Lineage", "Filiation"),
    "lineage.about": (
        "Which text was made from which, as sources say or words show.",
        "Quel texte est issu de quel autre, selon les sources ou les mots.",
    ),
    "coverage.title": ("Who has which element", "Qui a quel élément"),
    "coverage.about": (
        "The core elements of every English text, with modal verbs and listed items.",
        "Les éléments principaux de chaque texte anglais, avec verbes modaux et énumérations.",
    ),
    "formulas.title": ("Formulas", "Formules"),
    "formulas.about": (
        "Wordings of several words that recur from text to text.",
        "Des suites de mots qui reviennent de texte en texte.",
    ),
    "timeline.title": ("Timeline of an element", "Chronologie d’un élément"),
    "timeline.about": (
        "When each wording of an element first appears in the collection, and who has it later.",
        "Quand chaque libellé d’un élément apparaît dans la collection, et qui le reprend.",
    ),
    "origins.title": ("Where the words were first seen", "Où les mots sont attestés pour la première fois"),
    "origins.about": (
        "Each word of a text, with the earliest of its ancestors that has it.",
        "Chaque mot d’un texte, avec le plus ancien de ses ancêtres qui l’emploie.",
    ),
    # --- search ---
    "search.title": ("Search the wordings", "Rechercher dans les libellés"),
    "search.words": ("Words", "Mots"),
    "search.hint": (
        "Words in their order; a star at the end of a word stands for any end: adapt*.",
        "Les mots dans leur ordre\u00a0; une étoile à la fin d’un mot remplace toute terminaison\u00a0: "
        "adapt*.",
    ),
    "search.hint.static": (
        "All texts stand below, for the search of your browser.",
        "Tous les textes figurent ci-dessous, pour la recherche du navigateur.",
    ),
    "search.count": ("Places found: {hits}.", "Occurrences\u00a0: {hits}."),
    "search.none": ("Nothing was found.", "Rien n’a été trouvé."),
    "search.all": ("All texts", "Tous les textes"),
    # --- elements ---
    "elements.title": ("Terms and elements", "Termes et éléments"),
    "elements.intro": (
        "An element is a part of a definition that answers one question. Their names are those of this "
        "collection; the documents that explain them are named with each.",
        "Un élément est une partie d’une définition qui répond à une question. Leurs noms sont ceux de "
        "cette collection\u00a0; les documents qui les expliquent sont indiqués.",
    ),
    "elements.authorities": ("Explained in:", "Expliqué dans\u00a0:"),
    "elements.timeline": ("When its wordings first appear", "Quand ses libellés apparaissent"),
    # --- prose ---
    "about.title": ("About", "À propos"),
    "about.1": (
        "aidefs holds {count} legal definitions of “AI system” and its neighbours from {jurisdictions} "
        "jurisdictions in {languages} languages, letter for letter, and says exactly in what they agree "
        "and differ. It states textual facts and points to the documents that explain them; it does not "
        "interpret law.",
        "aidefs réunit {count} définitions juridiques du «\u00a0système d’IA\u00a0» et des notions "
        "voisines, de {jurisdictions} origines et en {languages} langues, lettre pour lettre, et dit "
        "exactement en quoi elles concordent et diffèrent. Il constate des faits sur les textes et renvoie "
        "aux documents qui les expliquent\u00a0; il n’interprète pas le droit.",
    ),
    "about.2.head": ("What to trust", "Ce à quoi se fier"),
    "about.2": (
        "Every page of a definition says where its wording was seen and in which state it is. The official "
        "addresses themselves were not opened for this collection. Statuses are dated.",
        "La page de chaque définition dit où son libellé a été lu et dans quel état. Les adresses "
        "officielles elles-mêmes n’ont pas été ouvertes pour cette collection. Les statuts sont datés.",
    ),
    "about.3": (
        "Data version {data_version}, hash {data_hash}.",
        "Version des données {data_version}, empreinte {data_hash}.",
    ),
    "about.4.head": ("Your privacy", "Vos données"),
    "about.4": (
        "These pages set no cookie, count nobody and ask nothing of any other server. What you paste or "
        "upload is not kept.",
        "Ces pages ne déposent aucun cookie, ne comptent personne et n’interrogent aucun autre serveur. Ce "
        "que vous collez ou envoyez n’est pas conservé.",
    ),
    "about.states": ("How the wordings were verified", "Comment les libellés ont été vérifiés"),
    "about.number": ("Definitions", "Définitions"),
    "method.title": ("Method", "Méthode"),
    "method.1.head": ("Words", "Mots"),
    "method.1": (
        "Texts are compared word by word, without regard to capitals, kinds of quotation marks and "
        "invisible characters; what is shown is always the official wording. Punctuation is shown and does "
        "not count as a change of words.",
        "Les textes sont comparés mot à mot, sans égard aux majuscules, aux formes de guillemets et aux "
        "caractères invisibles\u00a0; ce qui s’affiche est toujours le libellé officiel. La ponctuation "
        "est montrée et ne compte pas comme un changement de mots.",
    ),
    "method.2.head": ("Similarity", "Similarité"),
    "method.2": (
        "The share of words in common, from 0 (none) to 1 (all): twice the words kept, by the words of "
        "both texts.",
        "La part de mots communs, de 0 (aucun) à 1 (tous)\u00a0: deux fois les mots conservés, divisés par "
        "ceux des deux textes.",
    ),
    "method.3.head": ("Elements", "Éléments"),
    "method.3": (
        "A definition is cut into elements by hand (reviewed) or by rule (automatic). What the program "
        "cannot read in a language is marked as unknown and never as absent.",
        "Une définition est découpée en éléments à la main (relu) ou par des règles (automatique). Ce que "
        "le programme ne sait pas lire dans une langue est dit inconnu, jamais absent.",
    ),
    "method.4.head": ("Lineage", "Filiation"),
    "method.4": (
        "A link between two texts is documented by a source, noted in the record, or computed from the "
        "words. That words were first seen somewhere does not say that anybody took them from there.",
        "Un lien entre deux textes est attesté par une source, noté dans la fiche ou calculé d’après les "
        "mots. Qu’un mot ait été vu d’abord quelque part ne dit pas que quelqu’un l’y a pris.",
    ),
    "cite.title": ("How to cite", "Comment citer"),
    "cite.1.head": ("A definition", "Une définition"),
    "cite.1": (
        "Cite the law itself. Its page gives the citation in plain words and for bibliography programs.",
        "Citez le texte lui-même. Sa page donne la référence en clair et pour les logiciels de "
        "bibliographie.",
    ),
    "cite.2.head": ("A comparison", "Une comparaison"),
    "cite.2": (
        "Each comparison names an address that ends in @, the version of the data and eight digits of a "
        "hash of its texts. Whoever opens it later reads whether the texts have changed since.",
        "Chaque comparaison indique une adresse qui se termine par @, la version des données et huit "
        "chiffres d’une empreinte de ses textes. Qui l’ouvre plus tard y lit si les textes ont changé "
        "depuis.",
    ),
    "cite.3.head": ("This collection", "Cette collection"),
    "cite.3": (
        "The aidefs authors, aidefs, data version {data_version} (hash {data_hash}).",
        "The aidefs authors, aidefs, version des données {data_version} (empreinte {data_hash}).",
    ),
    "accessibility.title": ("Accessibility", "Accessibilité"),
    "accessibility.1": (
        "The pages aim at level AA of the Web Content Accessibility Guidelines 2.2. They work without "
        "scripts, with the keyboard alone, on narrow screens, in light and dark, and in print.",
        "Les pages visent le niveau AA des règles pour l’accessibilité des contenus Web (WCAG 2.2). Elles "
        "fonctionnent sans script, au clavier seul, sur écran étroit, en clair et en sombre, et imprimées.",
    ),
    "accessibility.2": (
        "Nothing is told by colour alone: deleted words are struck through, inserted ones underlined, "
        "elements numbered. Every picture has a table that says the same. Each text says its language to "
        "screen readers.",
        "Rien n’est dit par la seule couleur\u00a0: les mots supprimés sont barrés, les ajouts soulignés, "
        "les éléments numérotés. Chaque image a un tableau équivalent. Chaque texte indique sa langue aux "
        "lecteurs d’écran.",
    ),
    "accessibility.3": (
        "Known limits: large tables have to be moved sideways, and pictures of the whole collection are "
        "read better as tables. The tests run axe-core over every kind of page; nobody has tested these "
        "pages with users of assistive technology.",
        "Limites connues\u00a0: les grands tableaux se déplacent latéralement, et les images de toute la "
        "collection se lisent mieux en tableaux. Les tests exécutent axe-core sur chaque sorte de "
        "page\u00a0; aucun essai n’a été mené avec des utilisateurs de technologies d’assistance.",
    ),
    "hosting.title": ("Hosting these pages", "Héberger ces pages"),
    "hosting.1.head": ("As files", "En fichiers"),
    "hosting.1": (
        "This writes all pages as files, for any web host or a USB stick. They need no server program.",
        "Cette commande écrit toutes les pages en fichiers, pour tout hébergeur ou une clé USB, sans "
        "programme serveur.",
    ),
    "hosting.1.code": ("aidefs site public", "aidefs site public"),
    "hosting.2.head": ("As a server", "En serveur"),
    "hosting.2": (
        "Without options the server can be reached from its own computer alone. Behind a proxy that adds "
        "TLS, name the address to listen on and the names by which readers ask. Uploads are then off "
        "unless they are allowed.",
        "Sans option, le serveur n’est joignable que depuis son propre ordinateur. Derrière un mandataire "
        "qui assure TLS, indiquez l’adresse d’écoute et les noms demandés. Les envois sont alors fermés, "
        "sauf autorisation.",
    ),
    "hosting.2.code": (
        "aidefs serve --host 0.0.0.0 --port 8000 --allow-host aidefs.example.org --no-open",
        "aidefs serve --host 0.0.0.0 --port 8000 --allow-host aidefs.example.org --no-open",
    ),
    "hosting.3": (
        "Documents are read in a process each, two at once, within 15 seconds of processor time and 2 GiB "
        "of memory. Nothing is written to disk but the temporary files of a large upload, which go with "
        "the request.",
        "Chaque document est lu dans un processus à part, deux à la fois, dans la limite de 15 secondes de "
        "processeur et de 2 Gio de mémoire. Rien n’est écrit sur disque, sinon les fichiers temporaires "
        "d’un gros envoi, supprimés aussitôt.",
    ),
    "hosting.4.head": ("Own texts", "Vos propres textes"),
    "hosting.4": (
        "A folder of records of one’s own is laid over the collection:",
        "Un dossier de fiches s’ajoute à la collection\u00a0:",
    ),
    "hosting.4.code": ("aidefs serve --library my-definitions", "aidefs serve --library my-definitions"),
    "api.title": ("For programs", "Pour les programmes"),
    "api.intro": (
        "The JSON of the command line under addresses, with the same schemas. Names are ids or aliases; "
        "errors are one line.",
        "Le JSON de la ligne de commande à des adresses, avec les mêmes schémas. Les noms sont des "
        "identifiants ou des alias\u00a0; une erreur tient en une ligne.",
    ),
    # --- errors ---
    "error.title": ("Not found, or not possible", "Introuvable ou impossible"),
    "error.home": ("To the first page", "Vers la première page"),
    "error.400": ("The request cannot be read.", "La demande ne peut pas être lue."),
    "error.404": ("There is no such page.", "Cette page n’existe pas."),
    "error.500": (
        "A fault of the program, worth a report: {name}.",
        "Une erreur du programme, à signaler\u00a0: {name}.",
    ),
    "refused.host": (
        "This server is not asked by that name; --allow-host allows one.",
        "Ce serveur ne répond pas sous ce nom\u00a0; --allow-host en autorise un.",
    ),
    "refused.method": (
        "This address is not asked in that way.",
        "Cette adresse n’accepte pas ce genre de demande.",
    ),
    "refused.foreign": (
        "The form stands in a page of another site, and is refused.",
        "Le formulaire figure dans une page d’un autre site et est refusé.",
    ),
    "refused.large": ("The document is larger than 20 MiB.", "Le document dépasse 20 Mio."),
    # --- values of records ---
    "value.in force": ("in force", "en vigueur"),
    "value.adopted": ("adopted", "adopté"),
    "value.signed": ("signed", "signé"),
    "value.published": ("published", "publié"),
    "value.draft": ("draft", "projet"),
    "value.lapsed": ("lapsed", "caduc"),
    "value.withdrawn": ("withdrawn", "retiré"),
    "value.superseded": ("superseded", "remplacé"),
    "value.official document seen": ("official document seen", "document officiel consulté"),
    "value.two independent copies": ("two independent copies", "deux copies indépendantes"),
    "value.one copy": ("one copy", "une copie"),
    "value.treaty": ("treaty", "traité"),
    "value.regulation": ("regulation", "règlement"),
    "value.statute": ("statute", "loi"),
    "value.executive-order": ("executive order", "décret"),
    "value.bill": ("bill", "projet ou proposition de loi"),
    "value.recommendation": ("recommendation", "recommandation"),
    "value.guideline": ("guideline", "lignes directrices"),
    "value.policy": ("policy", "document d’orientation"),
    "value.standard": ("standard", "norme"),
    "value.scholarly": ("scholarly", "doctrine"),
    "value.binding": ("binding", "contraignant"),
    "value.non-binding": ("non-binding", "non contraignant"),
    "value.proposed": ("proposed", "proposé"),
    "value.core": ("core", "principal"),
    "value.supporting": ("supporting", "complémentaire"),
    "value.other traditions": ("other traditions", "autres traditions"),
    "value.frame": ("frame", "cadre"),
}  # fmt: skip
