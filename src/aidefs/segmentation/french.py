"""The grammar of French. What each class is for stands in `aidefs.segmentation.grammar`."""

from __future__ import annotations

from types import MappingProxyType

from aidefs.patterns import late
from aidefs.segmentation.frames import conditional_frames, naming
from aidefs.segmentation.grammar import (
    FacetWords,
    FrameWords,
    ScopeWords,
    pairs,
    phrases,
    subfields,
    word_class,
)
from aidefs.segmentation.romance import Romance, calling_openings, finite_forms, frame_openings, passives

__all__ = ["FRENCH"]

_POUVOIR = "peut peuvent puisse puissent pourra pourront pourrait pourraient"
_DEVOIR = "doit doivent devra devront devrait devraient"
_MODALS = {form: "pouvoir" for form in _POUVOIR.split()} | {form: "devoir" for form in _DEVOIR.split()}

_RELATIVE = word_class(
    "qui que qu' dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels "
    "desquelles"
)
_CONJUNCTION = word_class("et ou mais ni et/ou")
_ADJUNCT = word_class(
    "à au aux avec après avant chez contre dans depuis dès durant en entre envers hors malgré moyennant par "
    "parmi pendant pour sans grâce selon sous sur suivant vers via afin lors outre"
)
_DETERMINER = word_class(
    "un une le la les l' ce cet cette ces tout toute tous toutes chaque quelque quelques certains certaines "
    "plusieurs différents différentes divers diverses aucun aucune tel telle tels telles celui celle ceux "
    "celles"
)
_COPULA = word_class("est sont")

_VERBS = (
    "aiguiller annoter anticiper aider amender arbitrer assimiler avancer avertir bouleverser chercher "
    "chiffrer commander comporter concourir conduire confier confronter contribuer coordonner couvrir "
    "croiser cumuler débiter découper délibérer démêler dégager dessiner dialoguer discerner dispenser "
    "dicter doser échanger écarter éclairer élever encadrer enchaîner endosser enrichir envisager envoyer "
    "épauler étiqueter exécuter extrapoler façonner filtrer fixer forger formaliser garder gérer "
    "hiérarchiser illustrer imaginer imposer incarner ignorer indiquer inférer instruire intercepter "
    "intervenir inventer juger lancer manier maîtriser mémoriser mobiliser moduler monter nommer noter "
    "notifier nuancer obtenir offrir ordonner organiser orienter parler passer peser piloter poser "
    "pondérer prédire préparer prescrire privilégier procéder programmer prononcer puiser ranger "
    "rapprocher rassembler réagir recalculer réclamer reconnaître recouper rectifier rédiger réduire "
    "réécrire régler regrouper reformuler relier remanier remettre rendre renseigner repérer reprendre "
    "réserver restituer retenir retoucher retrouver révéler réviser scruter segmenter servir signer "
    "solliciter sonder souffler soumettre statuer structurer stocker suppléer surveiller tenir tester "
    "tisser tracer trancher transcrire trier trouver valider varier vérifier viser écrire bâtir assortir "
    "remplir subir fournir saisir ressortir conserver accorder dresser adapter influer échapper aboutir "
    "requérir accepter adapter adopter affecter aider ajuster altérer améliorer analyser appliquer "
    "apporter approcher arrêter assister associer assurer attribuer augmenter automatiser calculer "
    "catégoriser classer classifier collecter combiner communiquer comparer comporter conseiller "
    "consister contrôler corriger créer décider déclencher déléguer délivrer démontrer dériver désigner "
    "détecter déterminer développer diagnostiquer dialoguer dicter donner élaborer émuler employer "
    "engendrer enregistrer estimer établir évaluer évoluer exécuter exercer explorer exploiter exprimer "
    "faciliter former formuler fonctionner générer guider identifier imiter impliquer inférer influencer "
    "informer intégrer interagir interpréter jouer laisser lier livrer manifester manipuler mener mesurer "
    "mimer modéliser modifier montrer noter observer opérer opter ordonner optimiser orienter partager "
    "percevoir planifier porter posséder pratiquer préconiser présenter prévoir proposer provoquer "
    "raisonner réaliser recommander recueillir reconfigurer rechercher remplacer renvoyer représenter "
    "résumer s'adapter sélectionner signaler simuler suggérer supporter synthétiser tirer traiter "
    "transformer utiliser viser actualiser perfectionner adresser agir définir fournir réunir réagir "
    "saisir accomplir convertir choisir remplir élargir enrichir affiner capter acquérir comprendre "
    "apprendre produire déduire rendre répondre prendre recevoir prédire faire permettre transmettre "
    "émettre mettre suivre poursuivre atteindre extraire résoudre inclure traduire construire reproduire "
    "décrire rédiger abaisser absorber accélérer acheminer additionner administrer affirmer agencer "
    "agréger alimenter aligner allouer alléger allumer animer annoncer anonymiser apparier apprécier "
    "approuver articuler aspirer assembler attester attirer autoriser balayer bloquer cartographier "
    "censurer cerner circuler citer clarifier compenser compiler composer confirmer consigner constater "
    "consulter convoquer corréler débloquer débusquer décoder décompter décortiquer dénombrer dépister "
    "déplacer dépouiller dérouler désactiver détailler deviner devancer différencier diffuser diriger "
    "discriminer disposer dissocier distiller distinguer distribuer diviser documenter éditer effacer "
    "effectuer éliminer emprunter encoder enclencher énoncer énumérer épargner étalonner étudier éviter "
    "examiner exiger expliquer exposer fabriquer fermer flairer fouiller freiner fusionner garantir "
    "glaner gouverner graduer grouper habiller imprimer imputer incorporer inspecter instaurer "
    "inventorier isoler jauger juxtaposer localiser manœuvrer mixer mûrir naviguer nettoyer nourrir "
    "numériser opposer ordonnancer paramétrer pénaliser plier préciser préfigurer présager "
    "présélectionner présumer projeter prolonger purger quantifier questionner ramener rapporter recaler "
    "recenser recommencer recomposer reconstituer récupérer redresser réfuter refuser réguler rejouer "
    "relayer remonter renforcer réparer répartir répertorier répliquer reporter résilier retarder retirer "
    "retracer sanctionner scinder séparer simplifier situer souligner stabiliser stimuler substituer "
    "superviser supposer supprimer télécharger tempérer totaliser trahir transporter travailler unir "
    "ventiler verrouiller verser visualiser voter"
)
_IRREGULAR = word_class(
    "est sont a ont produit produisent déduit déduisent apprend apprennent rend rendent répond répondent "
    "prend prennent comprend comprennent reçoit reçoivent perçoit perçoivent prédit prédisent fait font "
    "permet permettent transmet transmettent émet émettent met mettent poursuit poursuivent suit suivent "
    "atteint atteignent extrait extraient sert servent tient obtient obtiennent résout résolvent inclut "
    "incluent traduit traduisent construit construisent reproduit reproduisent décrit décrivent acquiert "
    "acquièrent recueille recueillent prévoit prévoient infère infèrent génère génèrent opère opèrent "
    "interprète interprètent suggère suggèrent possède possèdent améliore améliorent dépend dépendent "
    "renvoie renvoient emploie emploient exerce appuie appuient repose reposent lit lisent voit voient "
    "ouvre ouvrent connaît connaissent reconnaît reconnaissent perd perdent vend vendent tend tendent "
    "étend étendent défend suspend suspendent retient retiennent tiennent contient contiennent maintient "
    "maintiennent intervient interviennent parvient accueille accueillent parcourt parcourent décèle "
    "décèlent révèle révèlent rejette rejettent projette projettent rappelle rappellent relève relèvent "
    "soulève soulèvent pèse pèsent éteint éteignent joint joignent restreint restreignent gère gèrent "
    "digère digèrent complète complètent reflète reflètent exclut excluent conclut concluent écrit "
    "écrivent inscrit inscrivent prescrit prescrivent transcrit transcrivent remet remettent admet "
    "admettent soumet soumettent nourrissent sait savent conçoit conçoivent recourt recourent devient "
    "deviennent peint peignent"
)
_INFINITIVES = frozenset(_VERBS.split())
_REGULAR = finite_forms(
    " ".join(verb for verb in _VERBS.split() if not verb.endswith(("voir", "quérir", "éder", "érer"))),
    {"er": ("e", "ent"), "ir": ("it", "issent")},
)
_PARTICIPLES = " ".join(
    f"{stem} {stem}e {stem}s {stem}es"
    for stem in [
        "défini",
        "établi",
        "fourni",
        "réuni",
        "choisi",
        "produit",
        "déduit",
        "construit",
        "conçu",
        "reçu",
        "perçu",
        "connu",
        "obtenu",
        "prévu",
        "issu",
        "lu",
        "tenu",
        "inscrit",
        "décrit",
        "permis",
        "pris",
        "appris",
        "compris",
        "fait",
        "atteint",
        "offert",
        "ouvert",
        "soumis",
        "traité",
        "exécuté",
        "adapté",
        "destiné",
        "présenté",
        "exploité",
        "doté",
        "limité",
        "porté",
        "apporté",
        "entraîné",
        "lié",
        "visé",
        "accompli",
        "acquis",
    ]
)


def _includes_not(*further: str) -> frozenset[tuple[str, str]]:
    """What denies that something is included: "ne comprend pas"; and further verbs."""
    verbs = word_class("comprend comprennent inclut incluent vise visent couvre couvrent englobe")
    return frozenset((verb, "pas") for verb in verbs.union(further))


_OPEN_ENDED = "comme |pour |aux |au |dans |selon |de |d' |par |à |en |du |des |et |la |le |une |un |l' |sur "
# What something is that is called so, not what else is true of it ("s’il est lent").
_BEING = (
    "(?:il|elle) (?:s' agit d'|s' agit de|est(?= (?:une?|le|la|l') )|émane|procède|provient)|on a affaire à"
)


class _FrenchFrame(FrameWords):
    __slots__ = ()

    closing = late(
        r"(?:est|sont|seront|sera) (?:\S+ ){0,2}?(?:appelé|dénommé|nommé|dit|désigné|qualifié|"
        r"considéré|connu|réputé|regardé)\S* |constituent |constitue |s' appellent? |portent? le nom "
    )
    calling = word_class("ci-après dénommé dénommés dénommée appelé appelée ensuite désormais")
    answering = word_class("c' il s' agit d' de elle ce parce que qu'")
    here = word_class("ici")
    headings = word_class("définition définitions expressions termes")
    names = word_class("ia sia")
    unknown = word_class("un une tout toute tous toutes chaque")
    rubrics = word_class("art article articles chapitre titre section annexe paragraphe §")
    means = word_class(
        "qualifie qualifient recouvre désigne désignent signifie signifient dénote dénotent désignera"
    )
    equating = word_class("vise visent recouvre recouvrent englobe englobent regroupe regroupent rassemble")
    has = word_class("a ont")
    meaning = frozenset({"sens"})
    lending = word_class("à au aux donné donnée attribué le la les l' ce qui lui est de du dispose prévoit")
    defining_as = word_class(
        "défini définie définis définies définit définissent définir considéré considérée considérés "
        "définis définissons conçois considérons considérées considère conçoit entend entendu entendue "
        "comprend compris"
    )
    as_ = frozenset({"comme"})
    as_being = word_class("étant")
    refers = word_class(
        "réfère réfèrent référence entend entendent applique appliquent renvoie renvoient correspond "
        "correspondent équivaut consiste consistent rapporte rapportent"
    )
    refers_to = word_class("à au aux de du des d' en")
    copula = _COPULA | word_class("constitue constituent")
    not_defined = word_class("aussi également souvent pas capable capables")
    behind_passive = word_class("comme à de pour par et ou , . ;")
    existential = word_class("il")
    not_in_term = word_class("par avec pour afin sans")
    introducing = word_class("pour aux au dans en à selon")
    holding = phrases(
        "au sens de, au sens du, au sens des, aux fins de, aux fins du, aux termes de, aux termes du, pour "
        "l' application de, pour l' application du, pour les besoins de, pour les besoins du, dans le cadre "
        "de, dans le cadre du"
    )
    labelled = True
    joined = pairs("veut veulent", "dire")
    mean = word_class("identifie identifient concerne concernent nomme nomment regroupe regroupent")
    resuming = frozenset({"c'"})
    that = word_class("que qu'")
    saying = word_class(
        "retient retiennent observe observent rappelle rappellent précise précisent dispose disposent "
        "prévoit énonce énoncent convenu conviennent convenons convient considère considèrent estime "
        "estiment pose dire dit disent disons précède résulte ressort indique affirme rappelé entendu "
        "savoir retenir noter"
    )
    the_term = phrases("le terme, les termes, l' expression, la notion de, le concept de, la locution")
    before_term = word_class("- : le la les l' terme termes expression locution mot")
    term = word_class("terme expression locution mot")
    includes = word_class("comprend comprennent inclut incluent englobe recouvre")
    articles = word_class("le la l' un une")
    no_term_first = word_class("un une tout toute")
    by = frozenset({"par"})
    fronted = phrases(
        "on appelle, on désigne par, on entend par, l' on entend par, il faut entendre par, il y a lieu d' "
        "entendre par, s' entend par, est entendu par, sont entendus par, est considéré comme, est "
        "considérée comme, sont considérés comme, sont considérées comme, est réputé, est qualifié de, est "
        "dénommé, est appelé, est appelée, constitue, constituent, est un, sont des, est regardé comme, est "
        "regardée comme, est dit, est dite, est tenu pour, est tenue pour, est réputée, sont réputés, sont "
        "réputées, est dénommée, sont appelés, sont appelées, on nomme, nous appelons, nous nommons, nous "
        "entendons par, on comprend par, il faut comprendre par, doit être regardé comme, doit être "
        "considéré comme, doit être considérée comme, doivent être considérés comme, doit être tenu pour, "
        "relève de, relève d', relèvent de, relèvent d', relève de la notion d', relève de la notion de, "
        "relèvent de la notion d', relèvent de la notion de, entre dans la définition de, entre dans la "
        "définition d', entre dans la catégorie des, reçoit le nom de"
    ) + passives(
        "est,sont,sera,seront,doit être,doivent être,peut être,peuvent être",
        "considéré considérée considérés considérées regardé regardée regardés regardées tenu tenue tenus "
        "tenues réputé réputée réputés réputées visé visée visés visées qualifié qualifiée qualifiés "
        "qualifiées entendu entendue entendus",
        "comme relevant de,comme relevant d',comme constituant,comme étant,comme,pour,de,d',par,"
        "sous le nom de,sous le nom d',",
    )
    parted = phrases(
        "on entend, on comprend, il convient de comprendre, il convient d' entendre, il faut entendre, s' "
        "entend"
    )
    apposed = True
    conditional = conditional_frames(
        heads="un|une|tout|toute|le|la|l'|les|des",
        verbs="relève|relèvent|constitue|constituent|est|sont|entre|entrent|peut être|mérite",
        conditions="lorsque|lorsqu'|si|s'(?= ils? )|dès lors que|dès lors qu'|quand|pourvu que|pourvu qu'",
        pronouns="il|elle|ils|elles",
        relatives="qui|que|qu'|dont|où",
        being=_BEING,
    )
    openings = frame_openings(
        copula="est|sont",
        introducing="dans|aux|au|pour|selon|en",
        determiner="un |une |tout |toute |le |la |les |l' |ce |cette |chaque |des ",
        by="par|sous|sous (?:le|l'|la) \\S+ (?:d'|de)",
        taking="range|rangent|regroupe|regroupent|réunit|on vise|se réfère à|s' agit de|vise|visent|entend|"
        "entendent|entendons|désigne|désignent|désignons|comprend|on parle de|on parle d'|nous parlons de|"
        "il s' agit de",
        open_ended=_OPEN_ENDED,
        when="quand|lorsque|lorsqu'|dès lors que|dès lors qu'|dès que|dès qu'|chaque fois que|chaque fois "
        "qu'",
        there="il y a|on est en présence (?:d'|de)|il s' agit d'|on parle (?:d'|de)|on est face à",
        speaking="(?:quand|lorsque|lorsqu'|si) (?:[^ ,]+ ){0,5}?(?:on|l' on|nous) (?:parle|parlons|"
        "évoque|évoquons) (?:d'|de)",
        calling="d' appeler|de nommer|de désigner par|de désigner sous le nom d'",
        used=r"(?:est|sont) (?:\S+ )?(?:utilisé|employé)e?s? pour (?:désigner|décrire|nommer|qualifier)",
        concerned=r"il s' agit(?= (?:d'|de|des|du) )",
    )
    talking = calling_openings(
        determiner="un |une |tout |toute |tous |toutes |le |la |les |l' |ce |cet |cette |ces |chaque |des ",
        indefinite="un |une |tout |toute |des ",
        apart="qui|que|qu'|dont|où|lequel|laquelle|auquel|auxquels|lesquels",
        open_ended=_OPEN_ENDED,
        calls="(?:appell(?:e|ent|era|eront)|appelons|nomm(?:e|ent|era|ons)|dénomm(?:e|ent|ons)|baptis(?:e|"
        "ent|ons)|intitul(?:e|ent)|appeler|nommer|dénommer)|qualifi(?:e|ent|ons|era|er)(?: de| d'| d ')?|"
        "(?:défini(?:t|ssent|ssons)|désign(?:e|ent|ons|er)|considèr(?:e|ent)|considérons|retiendra|retient|"
        "retiennent) (?:ici )?comme|désign(?:e|ent|ons|era|er) (?:par|du nom (?:de|d')|sous le nom (?:de|"
        "d'))|(?:tien(?:s|t|nent)|tenons|prend|prennent|prenons) pour|regard(?:e|ent|ons) comme|rang(?:e|"
        "ent|eons) sous (?:le nom|l' appellation|le terme|le vocable) (?:de|d')|compr(?:end|ennent|enons) "
        "sous le nom (?:de|d')|répute(?:nt)?|entend(?:ent|ons|rai|ra)? (?:ici )?par|(?:relève|relèvent|"
        "tombe|tombent|entre|entrent) (?:de|sous|dans) (?:la|le|l') (?:définition|notion|catégorie|"
        "qualification|champ|coup) (?:de|d'|du)",
        copula="est|sont|constitue|constituent|relève de|relève d'|relèvent de|relèvent d'",
        by="par|sous le nom (?:de|d')|sous (?:le|l'|la) \\S+ (?:d'|de)",
        taking="entend|entendent|entendons|comprend|comprennent|comprenons|vise|visent|visons|désigne|"
        "désignent|désignons|considère|considèrent|range|rangent|(?:il )?(?:convient|faut|y a lieu) (?:de |"
        "d' )?(?:comprendre|entendre|lire|viser)|veut dire|veut désigner|(?:on |elle |il )pense à|pensons à|"
        "il s' agit d'|il s' agit de",
        uses="emploi(?:e|ent)|employons|utilis(?:e|ent|ons)|réserv(?:e|ent|ons)|(?:donn(?:e|ent|ons)|"
        "attribu(?:e|ent|ons)) (?:à|au mot|au terme|aux mots|à l' expression)|parl(?:e|ent|ons) (?:de|d')",
        sense="au sens (?:de|d')|le sens (?:de|d')(?: :)?|dans le sens (?:de|d')|pour (?:désigner|nommer|"
        "dire|viser|qualifier|parler de|parler d')",
        what="ce que|ce qu'",
        calls_bare="appell(?:e|ent)|appelons|nomm(?:e|ent|ons)|désign(?:e|ent|ons) (?:par|sous le nom "
        "(?:de|d'))",
        identity="c' est|est|sont|désigne|correspond à|n' est autre que|(?:le |la |les )?(?:définissons|"
        "définit) (?:comme suit|ainsi) :",
        speaking="(?:quand|lorsque|lorsqu'|si|chaque fois que|chaque fois qu') (?:[^ ,]+ ){0,7}?(?:parle|"
        "parlent|parlons|évoque|évoquent|évoquons|écrit|écrivons|emploie|emploient|employons|dit|"
        "disons)(?: d'| de)?",
        no_term=r"\S+(?:é|ée|és|ées|it|ite|is|ise|us?|ues?) ,",
        taken="(?:est|sont|peut|peuvent|se|s') (?:\\S+ ){0,2}?(?:décri(?:re|te?s?|vent)|défini[ts]?e?s?|"
        "définir|définissent|conçoit|conçoivent|concevoir|conçue?s?|présent(?:e|ent|ée?s?|er)|"
        "caractéris(?:e|ent|ée?s?|er)) (?:, [^,;:.]{1,60}, )?comme|s' emploie pour|se dit (?:de|d')|se "
        "(?:ramène|réduit|résume) à|s' attache à|consiste dans",
        definite="le |la |l' |les ",
        deictic="présente?s?|cette|ce|cet|ces|notre|nos|nous",
        single="est|sont",
        heads="un|une|tout|toute|le|la|l'",
        conditions="lorsque|lorsqu'|si|s'|dès lors que|dès lors qu'|dès que|dès qu'|quand|pourvu que|"
        "pourvu qu'",
        being=_BEING,
    )
    naming = naming(
        copula="est|sont|c' est",
        name="nom|terme|expression|mot|appellation|vocable|étiquette|locution|dénomination|sigle|notion",
        given="donnée? (?:à|aux)|désignant|(?:pour|qui|on) (?:désigne|désigner|recouvre|englobe|couvre)|"
        "recouvrant|englobant|couvrant|(?:appliquée?|attribuée?) (?:à|aux)|(?:générique|commode|parapluie) "
        "pour|sous (?:lequel|laquelle) on (?:range|regroupe|réunit|désigne)",
    )


class _FrenchFacets(FacetWords):
    __slots__ = ()

    examples = phrases(
        "tel que, telle que, tels que, telles que, tel qu', tels qu', telles qu', telle qu', comme, "
        "notamment, y compris, par exemple, entre autres, en particulier"
    )
    no_examples = word_class("étant composant partie base tel telle un une")
    rest = phrases("etc, et cetera, et ainsi de suite")
    further = phrases(
        "ou autres, et autres, ou d' autres, et d' autres, ou d' autre, ou tout autre, ou toute autre"
    )
    listing = phrases("à savoir, c' est à dire, c' est-à-dire")
    excluding = word_class("excluant exclut excluent exclu exclus exclue exclues")
    excluding_pairs = (
        pairs("autre autres", "que qu'")
        | _includes_not("applique")
        | {("à", "l'exclusion"), ("n'est", "pas")}
    )
    leading = word_class("de du des d' soit aussi également par")
    quantities = word_class("moins plus tous non")
    before_limb = frozenset({"à", "de"})
    asks = frozenset({"comme"})
    modals = MappingProxyType(
        {
            **dict.fromkeys(word_class("pouvait pouvaient pût pussent"), "pouvoir"),
            **dict.fromkeys(word_class("devait devaient"), "devoir"),
        }
    )
    modal_like = word_class("pouvant pouvoir devoir pu dû saurait sauraient")
    covering = word_class(
        "inclus incluse incluses inclut incluent compris comprise comprises comprend comprennent visé "
        "visés visée visées vise visent couvert couverts couverte couvertes couvre couvrent concerné "
        "concernés concernée concernées relève relèvent entre entrent rentre rentrent figure figurent "
        "constitue constituent englobe englobent considéré considérés considérée considérées regardé "
        "regardés regardée regardées partie assimilé assimilés assimilée assimilées"
    )
    standing = word_class("est sont reste restent demeure demeurent")
    outside = word_class("hors dehors")
    definition = word_class("définition champ terme notion expression périmètre portée")
    denied_before = True
    excess = word_class("trop")
    perhaps = word_class("nécessairement forcément")
    denied = MappingProxyType({"pouvoir": "ne pas pouvoir", "devoir": "ne pas devoir"})
    denied_behind = MappingProxyType({"pouvoir": "pouvoir ne pas", "devoir": "devoir ne pas"})
    denying_before = word_class("ne n'")
    denying_behind = phrases("ne, n'")
    completing = word_class(
        "pas plus jamais point guère aucun aucune aucunement nullement rien ni "
        "aussi autant moins"  # of a comparison: "ne peut décider aussi vite qu’un humain"
    )
    restricting = MappingProxyType({"que": 6, "qu'": 6})
    only = word_class("seulement uniquement exclusivement")
    taking_back = phrases("ne pas, pas ne pas")
    subordinating = word_class("sans avant après afin pour dès bien pendant alors tandis lors")


_WORD = r"(?:[^\s,;:.]+ )"
_COVERED = (
    r"(?:concern|vis|compris|inclus|couvert|assimil|exclu|exempt|regardé|réputé|considéré|soumis|soustrai|"
    r"écarté|dispensé|également|aussi|notamment)\S* "
)
_THE_TERM = (
    r"(?:la|cette|le|ce|l'|les|ces) (?:présente? )?(?:définition|expression|terme|notion|qualification|"
    r"catégorie|appellation|concept)s? "
)
# What a sentence begins with that says what falls under the term.
_FALLING = (
    *subfields(
        whole="elle|il|l' ia|(?:l' )?intelligence artificielle|ce domaine|ce champ",
        covers="recouvre|regroupe|comprend|englobe|inclut|couvre|se divise en|se compose de|se décline en",
        kinds="sous-domaine|domaine|branche|discipline|champ|catégorie|sous-catégorie|forme|"
        "famille|sous-ensemble",
        copula="est|sont",
        that="qui",
        article="une? |des |l' une? des ",
        of_ai="(?:de l' |d' |de )(?:ia|intelligence artificielle)",
    ),
    rf"(?:(?:y|en|ne|n'|n' en|n' y) )?(?:sont|est|seront|sera) (?:pas |point )?{_WORD}{{0,2}}?{_COVERED}",
    r"(?:(?:n' en|n' y|n'|ne|en|y) )?(?:relèvent|relève|entrent|entre|rentrent|rentre|figurent|figure|font "
    r"partie|fait partie|font exception) ",
    rf"(?:{_WORD}|, ){{1,14}}?(?:n'|ne) (?:en |y )(?:relèv|entr|rentr|font|fait|figur|sont|est)\S* ",
    rf"(?:{_WORD}|, ){{1,14}}?(?:n'|ne) (?:relèv|entr|rentr|constitu|figur|font|"
    rf"fait)\S* {_WORD}?(?:pas|point|"
    r"ni|aucun\S*) ",
    rf"(?:{_WORD}|, ){{1,14}}?ne le (?:sont|est) (?:pas|point) ",
    rf"(?:{_WORD}|, ){{1,14}}?(?:n'|ne) (?:sont|est) (?:pas|point|ni) (?:un|une|des|de l'|'|visé|concern|"
    r"compris|couvert|inclus|soumis|assimil|regard|réput|considér)\S* ",
    rf"(?:{_WORD}|, ){{1,14}}?(?:sont|est|restent|demeurent|reste) (?:\S+ )?(?:exclu|exempt|dispens|hors du "
    r"champ|hors champ)\S* ",
    rf"{_THE_TERM}(?:{_WORD}){{0,4}}?(?:s' appli|s' étend|vis|couvr|recouvr|englob|inclu|compren|exclu|"
    rf"ne |n' |"
    r"concern|doit)",
    r"il (?:en va (?:de même|ainsi|autrement)|n' existe|n' y a|importe peu|n' importe|est indifférent|peut "
    r"s' agir)",
    r"(?:peu importe|qu' importe|exemples? :|par exemple|à l' inverse|en revanche) ",
    rf"{_WORD}{{1,9}}?(?:conserv|perd|gard)\S* (?:cette|ce) (?:qualité|caractère|qualification|nature) ",
    rf"(?:la|le|les|l'|cette|ce|ces) {_WORD}{{1,4}}?(?:ne )?s' appliqu\S* ",
    r"(?:il|elle|ils|elles|ce dernier|celui-ci|celle-ci) (?:se|s') (?:distingu|différenci|oppos)\S* (?!par "
    r"leur|selon|dans leur|entre)",
    r"(?:il ne faut pas|on ne doit pas|à ne pas|on ne saurait) \S* ?(?:confondre|regarder|considérer)",
    rf"(?:le|la|un|une|l') (?:ministre|gouvernement|décret|arrêté|commission|autorité|conseil|règlement|loi|"
    rf"annexe|liste|comité) {_WORD}{{0,4}}?(?:peut|pourra|fixe|précise|établit|met|tient|détermine|actualise|"
    r"complète|modifie|est) ",
)


class _FrenchScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "ministre ministère gouvernement commission parlement conseil autorité préfet législateur états "
        "décret arrêté"
    )
    contrasting = (("contrairement",), ("à", "la", "différence"))
    origins = word_class(
        "interne internes externe externes propre propres gratuit gratuite gratuits gratuites payant "
        "payante payants payantes public publique publics publiques privé privée privés privées "
        "commercial commerciale commerciaux libre libres local locale locaux hébergé hébergée "
        "hébergés hébergées acheté achetée achetés développé développée développés développées "
        "acquis acquise autonome autonomes"
    )
    openings = tuple(map(late, _FALLING))
    example = ("exemple",)
    varying = word_class("distinguent varie varient diffère diffèrent change changent")
    case = word_class("lorsque lorsqu'")
    leads = word_class("lorsque lorsqu' quand si")
    conditions = word_class("sauf excepté hormis exception exclusion")
    exclusions = _includes_not("englobent")
    can = word_class("peut peuvent")
    be = word_class("être consister")
    used = word_class(
        "logiciels confinés utilisé utilisée utilisés utilisées intégré intégrée intégrés intégrées "
        "incorporé incorporée incorporés incorporées employé employés déployé déployés"
    )
    includes = word_class("comprend comprennent inclut incluent englobe englobent")
    neither = frozenset({"ni"})
    ways = ("technique", "méthode", "approche", "algorithme")
    denied = phrases(
        "n' est pas, ne sont pas, ne constitue pas, ne constituent pas, n' entre pas, n' entrent pas, ne "
        "relève pas, ne relèvent pas, ne saurait, n' est pas considéré, sont exclus, sont exclues, est "
        "exclu"
    )
    excluded = word_class("exclu exclus exclue exclues")


class _French(Romance):
    __slots__ = ()

    lang = "fr"
    modals = MappingProxyType(_MODALS)
    modal = frozenset(_MODALS)
    relative = _RELATIVE
    place = frozenset({"où"})
    subordinator = word_class(
        "lorsque lorsqu' si quand sauf excepté hormis puisque puisqu' quel quelle quels quelles"
    )
    subordinator_pairs = MappingProxyType(dict.fromkeys(word_class("quel quelle quels quelles"), "que"))
    announcing = word_class("note article entrée remarque")
    consecutive = phrases(
        "exception faite, à l' exception, à l' exclusion, sans que, sans qu', de sorte que, de telle sorte "
        "que, de manière à, de façon à"
    )
    degrees = frozenset({("plus", "moins")})
    conjunction = _CONJUNCTION
    joining = phrases("ainsi que, de même que")
    connecting = word_class("aussi également puis ensuite soit")
    determiner = _DETERMINER
    article = word_class("un une le la les l'")
    pronoun = word_class("il elle ils elles on son sa ses leur leurs lui se s' soi eux celui-ci celle-ci")
    adjunct = _ADJUNCT
    genitive = word_class("de d' du des")
    before_verb = word_class("à de d' pour")
    manner = phrases(
        "la manière de, la manière d', la marche à suivre pour, la voie pour, les modalités de, les "
        "modalités d', la façon de, la façon d', le moyen de, les moyens de, comment, une manière de"
    )
    takes_genitive = word_class(
        "déduit déduisent infère infèrent tire tirent apprend apprennent extrait extraient"
    )
    focus = word_class("aussi également même notamment y compris souvent parfois toujours")
    clitic = word_class("se s' y en ne n' lui leur le la les l' il elle ils elles")
    only_clitic = word_class("se s' y ne n' lui")
    idioms = phrases(
        "en œuvre, en place, en service, en ligne, en évidence, en compte, en avant, en lumière, en "
        "relation, en continu, en permanence, en temps réel, en cause, en forme, en garde, en commun, en "
        "conséquence, en sorte, au point, au jour, au moins, au plus, au mieux, au clair, à jour, à bien, "
        "à profit, à disposition, à nouveau, à distance, à main, à la main, à peu près, à la fois, par "
        "cœur, pas à pas, à pas, à ligne"
    )
    auxiliary = word_class("est sont a ont été étant être soit soient ne n' pas était")
    before_head = word_class(
        "un une le la les l' des du de d' aussi également soit se s' ne n' lui leur il elle ils elles tout "
        "toute"
    )
    able = word_class("parvient parviennent sait savent capable capables apte aptes susceptible susceptibles")
    postposed = word_class(
        "capable capables incapable incapables relatif relative relatifs relatives afférent afférente "
        "afférents afférentes apte aptes susceptible susceptibles propre propres comparable comparables "
        "similaire similaires semblable semblables nécessaire nécessaires"
    )
    takes_infinitive = word_class(
        "apprend apprennent cherche cherchent vise visent consiste consistent sert servent tend tendent "
        "permet permettant permettent permettent"
    )
    before_infinitive = word_class(
        "afin vue manière façon capable capables apte aptes susceptible susceptibles"
    )
    about = word_class(
        "concernant portant relatif relative relatifs relatives afférent afférente afférents afférentes "
        "lié liée liés liées"
    )
    heads = word_class(
        "aptitude branche capacité discipline domaine ensemble faculté science technologie champ ensemble"
    )
    takes_relative = word_class(
        "ce tel telle tels telles ainsi alors afin tandis plus plutôt moins même sorte parce pour sans mesure"
    )
    behind_participle = word_class("de d' du des comme afin")
    list_openers = phrases(
        "tel que, telle que, tels que, telles que, tel qu', tels qu', telles qu', telle qu', comme, "
        "notamment, y compris, par exemple, entre autres, en particulier"
    )
    stand_in = word_class("celui celle ceux celles")
    parenthetic = word_class("notamment tel telle tels telles")
    negation = word_class("pas défini définie considéré considérée")
    before_items = word_class(", : que qu' de du des d' le la les l' un une")
    analysing = (
        "analys",
        "trait",
        "exploit",
        "interpr",
        "examin",
        "étudi",
        "crois",
        "compar",
        "transform",
        "fouill",
        "explor",
        "épluch",
        "dépouill",
        "passe",
        "décortiqu",
        "combin",
        "agrèg",
        "agrég",
        "évalu",
        "pèse",
        "pond",
    )
    worked_on = (
        "donnée",
        "information",
        "renseignement",
        "signaux",
        "signal",
        "image",
        "texte",
        "document",
        "entrée",
        "observation",
        "mesure",
        "pièce",
        "dossier",
        "contenu",
        "fichier",
        "requête",
        "situation",
        "demande",
        "flux",
        "relevé",
        "registre",
    )
    said_before = word_class("ce cet cette ces leur leurs ses")
    inferring = word_class(
        "infère infèrent infère déduit déduisent interprète interprètent calcule calculent compare "
        "comparent rapproche croise"
    )
    no_object = word_class("de d' du est sont")
    clause_limb = word_class("elle il elles ils en de d' à")
    anaphoric = word_class("ce cette ces ceux-ci celui-ci")
    spelling_out = word_class("comprend comprennent signifie")
    closing = word_class("et ou")
    also = word_class("aussi également")
    function = (_RELATIVE | _CONJUNCTION | _ADJUNCT) | word_class(
        "un une le la les l' de d' du des ce cet cette ces c' il elle ils elles se s' y ne n' est sont a "
        "ont été être étant soit soient était sera seront ait aient avoir ayant si comme lorsque lorsqu' "
        "plus"
    )
    before_phrase = word_class("de d' du des est sont être")
    predicate = word_class("à de d'")
    acting_nouns = word_class("simulation imitation reproduction émulation")
    acting_by = word_class("par en dans chez")
    studying = ("étudi", "vis", "cherch", "occup", "consacr", "intéress", "concern")
    reasoning = ("raisonn",)
    names = frozenset({("intelligence", "artificielle"), ("intelligences", "artificielles")})
    frame = _FrenchFrame()
    facets = _FrenchFacets()
    scope = _FrenchScope()

    finite = _REGULAR | _IRREGULAR
    verbs = _INFINITIVES
    infinitive_endings = (
        "er",
        "ir",
        "oir",
        "dre",
        "ttre",
        "aître",
        "uire",
        "crire",
        "clure",
        "vre",
        "dire",
        "faire",
    )
    no_infinitive = word_class(
        "partir premier dernier particulier fichier clavier avenir loisir devoir ordre métier chantier "
        "atelier régulier papier financier hier entier moindre cadre oeuvre œuvre maire affaire"
    )
    gerund_endings = ("ant",)
    no_gerund = word_class(
        "avant pendant durant suivant important constituant dépendant cependant autant montant instant "
        "moyennant existant suffisant représentant enfant apprenant assistant fabricant "
        "auparavant maintenant composant participant habitant commerçant enseignant étudiant "
        "dirigeant surveillant consultant gérant intervenant passant restaurant courant volant croissant "
        "déterminant variant garant"
    )
    participle_endings = tuple(
        f"{letter}{ending}" for letter in "lnsdpgrimyvucé" for ending in ("é", "ée", "és", "ées")
    )
    participles = frozenset(_PARTICIPLES.split())
    no_participle = word_class("données donnée degré degrés durée pensée idée marché marchés année années")
    adverb_ending = "ment"
    verb_endings = ("e", "ent", "it", "ît", "oit", "uit", "d", "t")
    before_object = word_class("des du à au aux")
    means = word_class("moyen biais truchement intermédiaire aide de du d' l' le la au")


FRENCH = _French()
