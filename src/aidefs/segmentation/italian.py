"""The grammar of Italian. What each class is for stands in `aidefs.segmentation.grammar`."""

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

__all__ = ["ITALIAN"]

_POTERE = "può possono possa possano potrà potranno potrebbe potrebbero"
_DOVERE = "deve devono debba debbano dovrà dovranno dovrebbe dovrebbero"
_MODALS = {form: "potere" for form in _POTERE.split()} | {form: "dovere" for form in _DOVERE.split()}

_RELATIVE = word_class("che cui dove quale/relative quali/relative")
_CONJUNCTION = word_class("e ed o od oppure ma né nonché e/o ovvero")


def _articulated(*stems: str) -> str:
    """Prepositions with the article: dal, dallo, dalla, dall', dai, dagli, dalle."""
    return " ".join(
        f"{stem}{end}"
        for stem in stems
        for end in ["l", "lo", "la", "l'", "i", "gli", "le", "ll'", "llo", "lla", "lle", "gl'"]
    )


_GENITIVE = word_class("di d' " + _articulated("de"))
_ADJUNCT = word_class(
    "a ad al con da in per su tra fra senza mediante attraverso durante dopo prima secondo verso presso "
    "sotto sopra contro oltre tramite col " + _articulated("a", "da", "ne", "su")
) - {"de"}
_DETERMINER = word_class(
    "un uno una un' il lo la l' i gli le questo questa questi queste quel quello quella quelli quelle ogni "
    "qualsiasi qualunque qualsivoglia ciascun ciascuno ciascuna alcuni alcune tale tali altro altra altri "
    "altre tutto tutta tutti tutte diversi diverse vari varie"
)
_COPULA = word_class("è sono")

_VERBS = (
    "accertare accrescere acquisire adeguare adempiere affidare affinare aggregare alimentare allertare "
    "ammettere annotare anticipare appoggiare arguire arricchire ascoltare assimilare associare assolvere "
    "assumere attingere avanzare avvalere avvertire azionare bilanciare cambiare censire cercare cifrare "
    "cogliere collegare combinare commisurare comporre concludere condizionare condurre confezionare "
    "configurare congetturare consultare contribuire convertire coordinare copiare correlare decifrare "
    "delegare deliberare desumere dialogare dichiarare differenziare discernere disegnare disporre "
    "dispensare distribuire documentare dosare effettuare eludere emanare emendare ereditare esaminare "
    "esaurire esibire esplorare estrapolare etichettare evidenziare evincere fabbricare filtrare fissare "
    "fondare forgiare formare generalizzare giudicare graduare illustrare immaginare immettere imporre "
    "incrociare indirizzare indurre informare innovare inserire inquadrare instradare intraprendere "
    "intuire inventare inviare ipotizzare leggere limitare localizzare mantenere memorizzare misurare "
    "mobilitare modulare monitorare motivare muovere mutare narrare navigare notificare organizzare "
    "orientare partire pervenire plasmare poggiare ponderare porre predire prelevare preparare "
    "prescrivere prestare presupporre privilegiare proporzionare proseguire provare quantificare "
    "raccordare raffinare raggruppare rammentare ravvisare reagire recepire recuperare redigere "
    "registrare regolare rendere respingere riassumere ricalcolare ricalibrare ricercare richiamare "
    "ricondurre riconfigurare ricordare ricorrere ridefinire riferire riformulare rilasciare rimandare "
    "rimodulare rintracciare ripartire riscrivere riscontrare riservare ritenere riunire rivedere "
    "rivelare sbrigare scandagliare scartare scegliere schedare scomporre scoprire scorgere scrivere "
    "scrutare segmentare sentire servire smistare sondare soppesare sorvegliare sostenere spiegare "
    "spostare stilare stimare strutturare subire supplire tenere tentare tracciare trascrivere trovare "
    "unire variare vedere vigilare vagliare accettare adattare adottare aggiornare agire aiutare alterare "
    "analizzare apprendere apportare applicare assegnare assistere attribuire attuare aumentare "
    "automatizzare avviare calcolare capire catturare classificare combinare comandare compiere "
    "completare comprendere comunicare confrontare conseguire considerare consigliare contenere "
    "controllare convertire correggere costruire creare decidere dedurre definire derivare descrivere "
    "determinare diagnosticare dirigere distinguere elaborare emettere emulare erogare eseguire "
    "esercitare esprimere estrarre evolvere facilitare fare formulare fornire funzionare generare gestire "
    "guidare identificare imitare impartire imparare impiegare includere indicare individuare inferire "
    "influenzare influire informare incidere integrare interagire interpretare intervenire istruire "
    "lavorare manifestare manipolare migliorare misurare modellare modificare mostrare offrire operare "
    "ordinare orientare ottenere ottimizzare osservare parlare pensare percepire perfezionare permettere "
    "perseguire pianificare possedere prendere presentare prevedere produrre proporre raccogliere "
    "raccomandare raggiungere ragionare rappresentare realizzare redigere reagire replicare restituire "
    "ricavare ricevere richiedere ricercare riconoscere ridurre rilevare rispondere risolvere riprodurre "
    "scegliere segnalare selezionare sfruttare simulare sintetizzare soddisfare sostituire stabilire "
    "stimare suggerire supportare sviluppare svolgere tradurre trarre trasformare trasmettere trattare "
    "usare utilizzare valutare verificare visualizzare affiancare abbinare abbozzare accelerare accendere "
    "accostare accumulare addestrare adoperare affrontare agganciare allineare allocare alternare "
    "ammonire amministrare anonimizzare anteporre aprire archiviare argomentare arrestare articolare "
    "ascrivere assestare attestare attivare attenuare autorizzare azzerare bloccare bocciare calibrare "
    "cancellare catalogare censurare chiudere chiamare chiarire circoscrivere coadiuvare colmare "
    "comparare compilare compensare comprare computare concatenare concedere conferire conservare "
    "constatare contrassegnare decodificare decretare depurare destinare differire diffondere digerire "
    "dirottare disattivare discriminare dispiegare distillare dividere divulgare eleggere elencare "
    "eliminare enumerare equilibrare escludere esporre esigere estendere evitare fermare fiutare frugare "
    "governare guardare illuminare impilare implementare imprimere imputare incanalare incorporare "
    "infilare inoltrare intercettare interrogare introdurre invocare isolare lanciare manovrare mappare "
    "mescolare mettere minimizzare mimare miscelare mitigare munire negare nominare nutrire oscurare "
    "ospitare paragonare pattugliare penalizzare perdere piegare pilotare potenziare precludere "
    "preannunciare precisare preferire prenotare prevenire proiettare prolungare promuovere pronosticare "
    "pronunciare pubblicare pulire punire raccontare raffigurare raffrontare recapitare restringere "
    "revocare riaddestrare riassegnare ricomporre ricostruire ridisegnare riempire rielaborare "
    "riesaminare rifiutare riflettere rigenerare rilanciare rimborsare rimettere rimpiazzare rinnovare "
    "riordinare riparare ripetere riportare ripulire risalire rispecchiare ritagliare ritoccare "
    "rivalutare rivolgere sbloccare scandire schematizzare scongiurare scovare semplificare separare "
    "serrare sfornare smascherare snidare sollecitare sollevare sorreggere sospendere spegnere spezzare "
    "spingere stabilizzare stanare stendere stornare suddividere superare tastare tingere toccare "
    "tollerare trasferire trasportare obbedire udire ultimare uniformare validare vendere verbalizzare "
    "vibrare vietare vincolare"
)
_IRREGULAR = word_class(
    "è sono ha hanno fa fanno deduce deducono produce producono traduce traducono riduce riducono propone "
    "propongono trae traggono estrae estraggono sceglie scelgono raccoglie raccolgono ottiene ottengono "
    "contiene contengono tiene riproduce riproducono fornisce forniscono agisce agiscono influisce "
    "influiscono esegue eseguono compie compiono interviene intervengono svolge svolgono possiede "
    "possiedono va vanno sta stanno dà danno opta optano coglie colgono toglie pone pongono dispone "
    "dispongono compone espone esprime rende rendono sa sanno vede prevede prevedono mantiene conclude "
    "accoglie leggono apre aprono chiude chiudono mette mettono rimette decide decidono concede concedono "
    "sospende sospendono esclude escludono divide dividono introduce introducono conduce conducono "
    "attinge attingono propende compongono impone impongono suppone riceve ricevono vedono scrive "
    "scrivono trascrive trascrivono prende prendono apprende restringe respinge respingono spinge "
    "corregge correggono regge finge vince nasce riconosce riconoscono conosce conoscono risolve "
    "risolvono evolve volge rivolge muove muovono promuove scorge scorgono accorge porge porgono emerge "
    "sorge rimuove viene vengono perviene trattiene ritiene ritengono sostiene sostengono"
)
_PARTICIPLES = " ".join(
    f"{stem}o {stem}a {stem}i {stem}e"
    for stem in [
        "fatt",
        "scritt",
        "dett",
        "post",
        "previst",
        "tratt",
        "dedott",
        "prodott",
        "tradott",
        "ridott",
        "propost",
        "espress",
        "intes",
        "compres",
        "inclus",
        "compost",
        "descritt",
        "estratt",
        "raccolt",
        "scelt",
        "svolt",
        "apert",
        "offert",
        "diffus",
        "emess",
        "trasmess",
        "permess",
        "conness",
        "rivolt",
        "vist",
        "pres",
        "ottenut",
        "ricevut",
        "volt",
    ]
)


# What something is that is called so, not what else is true of it ("se è lento").
_BEING = (
    "(?:esso |essa )?(?:sia|siano|è|sono)(?= (?:una?|uno|un'|il|lo|la|l') )|"
    "si (?:tratta|tratti) (?:di|d')|tratt(?:a|i)si (?:di|d')|vi sia|"
    "abbiamo davanti"
)


class _ItalianFrame(FrameWords):
    __slots__ = ()

    closing = late(
        r"(?:sono|è|vengono|viene|si|saranno|sarà) (?:\S+ ){0,2}?(?:chiam|dett|denomin|defin|dic|"
        r"consider|qualific|not)\S* |(?:prende|prendono|porta|portano) il nome |costitui(?:sce|scono) "
    )
    calling = word_class("di d' denominato denominata denominati detto qui")
    answering = word_class("si tratta di perché")
    here = word_class("qui")
    headings = word_class("definizione definizioni espressioni termini")
    names = word_class("ia")
    unknown = word_class(
        "un uno una ogni qualsiasi qualunque tutti tutte quel quello quella quei quegli quelle"
    )
    rubrics = word_class("art articolo articoli capo titolo sezione allegato comma paragrafo §")
    means = word_class("indica indicano designa designano significa significano denota denotano")
    no_noun_after = word_class("come")
    equating = word_class("comprende abbraccia raggruppa racchiude raccoglie")
    has = word_class("ha hanno")
    meaning = word_class("significato senso")
    lending = word_class("che di cui al alla all' ad attribuito attribuitogli dato previsto nel nella")
    defining_as = word_class(
        "definirsi definire intendersi definisce definiscono definito definita definiti definite considera "
        "considerano definisco definiamo intendo intendiamo considero considerato considerata intende "
        "intendono inteso intesa intesi intese concepisce"
    )
    as_ = frozenset({"come"})
    refers = word_class(
        "riferisce riferiscono riferimento applica applicano allude alludono rinvia rinviano equivale "
        "equivalgono consiste consistono corrisponde corrispondono"
    )
    refers_to = word_class("a ad ai al alla alle agli all' allo in nel nella nell'")
    copula = _COPULA | word_class("costituisce costituiscono")
    not_defined = word_class("anche non capace capaci in")
    behind_passive = word_class("come a da di per e o , . ;")
    term = word_class("termine espressione concetto locuzione")
    existential = word_class("vi ci")
    not_in_term = word_class("per con senza")
    introducing = word_class("ai agli al ad nel nella nell' per a in")
    holding = phrases(
        "ai sensi di, ai sensi del, ai sensi della, ai sensi dell', ai sensi dei, ai sensi delle, ai fini "
        "di, ai fini del, ai fini della, ai fini dell', agli effetti di, agli effetti del, agli effetti "
        "della, nel senso di, nel senso del, nel senso della"
    )
    labelled = True
    joined = pairs("vuol vuole vogliono", "dire") | pairs("sta stanno stia stiano", "per")
    mean = word_class(
        "identifica identificano individua individuano abbrevia abbreviano concerne concernono include vale "
        "valgono"
    )
    that = frozenset({"che"})
    saying = word_class(
        "osserva osservano ricorda ricordano dispone dispongono stabilisce stabiliscono prevede precisa "
        "precisano conviene convengono concordano convenuto scritto dire dice dicono diciamo ritiene "
        "ritengono afferma atto avverte intende resta inteso rilevato chiarisce"
    )
    the_term = phrases("il termine, i termini, l' espressione, la locuzione, il concetto")
    before_term = word_class("- : il la i l' termine termini espressione locuzione concetto")
    includes = word_class("comprende comprendono include includono ricomprende")
    articles = word_class("il lo la l' un uno una un'")
    no_term_first = word_class("un uno una un' qualsiasi ogni")
    by = word_class("per con")
    fronted = phrases(
        "dicesi, dicasi, si intende per, s' intende per, si intendono per, s' intendono per, deve "
        "intendersi per, intendesi per, si considera, si considerano, è considerato, è considerata, sono "
        "considerati, sono considerate, si definisce, si definiscono, si denomina, è definito, è definita, "
        "è denominato, costituisce, costituiscono, sono, è un, si qualifica come, si qualificano come, si "
        "dice, si dicono, si chiama, si reputa, si reputano, intendiamo per, chiamiamo, viene definito, "
        "viene definita, va considerato, va considerata, vanno considerati, deve considerarsi, devono "
        "considerarsi, è da considerarsi, rientra nella nozione di, rientrano nella nozione di, rientra "
        "nella definizione di, rientrano nella definizione di, rientra nella categoria di, prende il nome di"
    ) + passives(
        "è,sono,sarà,saranno,va,vanno,viene,vengono,deve essere,devono essere,può essere,possono essere",
        "considerato considerata considerati considerate ritenuto ritenuta ritenuti ritenute qualificato "
        "qualificata qualificati qualificate reputato reputata inteso intesa definito definita definiti",
        "come,quale,per,",
    )
    parted = phrases(
        "si intende, s' intende, si intendono, s' intendono, si intenda, s' intenda, si intendano, s' "
        "intendano, deve intendersi, devono intendersi, debba intendersi, debbano intendersi, si deve "
        "intendere, si debba intendere, si ha da intendere, si abbia a intendere, si vuole intendere, si "
        "vuole indicare, va inteso, va intesa"
    )
    apposed = True
    conditional = conditional_frames(
        heads="un|uno|una|un'|ogni|qualsiasi|il|lo|la|l'|i|gli|le",
        verbs="è|sono|si considera|si considerano|si reputa|costituisce|costituiscono|rientra|rientrano|"
        "merita",
        conditions="quando|se|qualora|allorché|purché|ove",
        pronouns="esso|essa|essi|esse",
        relatives="che|cui",
        being=_BEING,
    )
    openings = frame_openings(
        copula="è|sono",
        introducing="nel|nella|nell'|ai|agli|al|in|per",
        determiner="un |uno |una |un' |il |lo |la |l' |i |gli |le |ogni |qualsiasi |qualunque |quel |quella ",
        by="per|con|sotto|sotto (?:il|l'|la) \\S+ di",
        taking="(?:si )?raccolgono|si raccoglie|si pensa a|si comprendono|si raggruppano|pensa a|si allude a|"
        "intende|intendono|intendiamo|designa|designano|indica|indicano|si riferisce a|allude a|si "
        "parla di|parliamo di|si tratta di|ci si riferisce a",
        open_ended="come |secondo |ai |nel |di |d' |per |a |in |del |e |la |il |una |un |l' |con |da ",
        when="quando|qualora|ove|allorché|se|ogni volta che",
        there="si ha|si ha invece|si è in presenza di|ricorre|si parl(?:a|erà) di|c' è|vi è",
        speaking="(?:quando|se) (?:[^ ,]+ ){0,5}?(?:si parla|parliamo|si dice|diciamo|"
        "[^ ]+ [^ ]+ parla)(?: di| d')?",
        calling="di chiamare|di denominare|di definire|chiamiamo|chiameremo|denominiamo",
        used=r"(?:è|sono|viene|vengono) (?:\S+ )?(?:usat|utilizzat|impiegat)[oaie] per "
        r"(?:indicare|designare|descrivere|riferirsi a)|si usa per (?:indicare|designare|descrivere)",
        concerned=r"si tratta(?= d)",
    )
    talking = calling_openings(
        determiner="un |uno |una |un' |il |lo |la |l' |i |gli |le |ogni |qualsiasi |qualunque |quel |quella |"
        "quell' |quei |quegli |quelle |tutti |tutte |ciascun |ciascuna |qualsivoglia ",
        indefinite="un |uno |una |un' |ogni |qualsiasi |qualunque ",
        apart="che|cui|dove|quale|quali|quale/relative|quali/relative",
        open_ended="come |secondo |ai |nel |di |d' |per |a |in |del |della |dei |e |la |il |una |un |l' |"
        "con |da ",
        calls="chiam(?:a|ano|iamo|erà|eranno|are)|(?:denomin|battezz|intitol)(?:a|ano|iamo|are)|"
        "(?:definisc(?:e|ono|o)|definiamo|definire|qualific(?:a|ano|o|are)|qualifichiamo|consider(?:a|ano|"
        "are)|consideriamo|reput(?:a|ano|iamo)|ritien(?:e|ono)|design(?:a|ano|iamo|are)|indic(?:a|ano|are)|"
        "assum(?:e|ono|iamo)|individu(?:a|ano)|dic(?:e|ono)|diciamo)(?: (?:come|quale|quali|con|col nome "
        "di|sotto il nome di))?|intend(?:e|ono|iamo|o|ere) (?:qui )?(?:per|con)|comprend(?:e|ono) (?:nella "
        "nozione di|sotto il nome di)|(?:rientr(?:a|ano)|ricad(?:e|ono)|entr(?:a|ano)) (?:nella|nel|nell') "
        "(?:nozione|definizione|categoria|campo|concetto|ambito) (?:di|del|della|dell')|s(?:i|') (?:dirà|"
        "dice|dicono|ritiene|ritengono|reputa|considera|qualifica|definisce|chiama)|va sotto il nome di|"
        "vanno sotto il nome di",
        copula="è|sono|costituisce|costituiscono|è da (?:considerarsi|ritenersi|intendersi)|è detto|è detta",
        by="per|con|quale|sotto il nome di|sotto (?:il|l'|la) \\S+ di",
        taking="intende|intendono|intendiamo|intenda|intendano|designa|designano|indica|indicano|individua|"
        "comprende|registra|si riferisce a|allude a|si assume|si ha riguardo a|(?:si ha|si hanno|si abbia|"
        "si debba|si debbano|si deve|debba|debbano|convengono|si vuole|si conviene)(?: a| da| di)? "
        "(?:intendere|intendersi|indicare)|si inten(?:de|dono|da|dano)|s' inten(?:de|dono|da|dano)|vale|"
        "valga|va letto|va letta|va riferito a|va inteso|si avrà riguardo a|pensiamo a|si pensa a|"
        "si parla di|parliamo di|si tratta di",
        uses="(?:us|adoper|impieg|utilizz|riserv)(?:a|ano|iamo|hiamo)|(?:dà|danno|diamo|assegn(?:a|ano)|"
        "attribuisc(?:e|ono)) (?:a|al|alla|all'|al termine|all' espressione|alla parola)|(?:dic(?:e|ono)|"
        "diciamo)|parl(?:a|ano|iamo) di|propon(?:e|gono)",
        sense="nel senso di|il senso di|il significato di|come sinonimo di|come iperonimo di|per (?:indicare|"
        "designare|dire|nominare|intendere)|pensando a",
        what="ciò che|quel che|quello che",
        calls_bare="chiam(?:a|ano|iamo)|denomin(?:a|ano|iamo)|defin(?:isce|iscono|iamo)",
        identity="è|sono|non è che|non è altro che|(?:lo |la )?(?:definiamo|definisce) (?:così|come segue) :",
        speaking="(?:quando|se|ove|qualora|ogniqualvolta|ogni volta che) (?:[^ ,]+ ){0,7}?(?:parla|parlano|"
        "parliamo|parli|dice|dicono|diciamo|nomina|ricorra|scrive|scriviamo)(?: di| d'| il termine)?",
        no_term=r"\S+(?:[aiu]t|ett|itt|ess|es|us)[oaie] ,",
        taken="(?:viene|vengono|è|sono|va|vanno|può|possono|potrebbe|si può) (?:\\S+ ){0,2}?(?:concepi|"
        "descri|defin|inte|vist|qualific|present|caratterizz)\\S* (?:, [^,;:.]{1,60}, )?come|si dice di|si "
        "usa per|si (?:riduce|risolve|riassume) (?:a|in)|consiste (?:nel|nella|nell')|sta(?:nno)? a "
        "(?:indicare|designare|significare)",
        definite="il |la |l' |lo |i |gli |le ",
        deictic="presenti?|questo|questa|questi|queste|nostro|nostra|noi",
        single="è|sono",
        heads="un|uno|una|un'|ogni|il|lo|la|l'",
        conditions="quando|se|qualora|allorché|purché|ove|ogni volta che",
        being=_BEING,
    )
    naming = naming(
        copula="è|sono",
        name="nome|termine|espressione|parola|denominazione|etichetta|locuzione|appellativo|sigla",
        given="dat[oa] (?:a|ad|ai|agli|alle|alla|al)|(?:che|si) (?:si dà a|designa|copre|abbraccia|indica|"
        "racchiude|comprende|raggruppa|riferisce a|applica a)|(?:attribuit|applicat)[oa] "
        "(?:a|ad|ai|agli|alle)|(?:generic[oa]|ombrello) per|per (?:designare|indicare)|con cui si "
        "(?:designa|indica|indicano|designano)",
    )


class _ItalianFacets(FacetWords):
    __slots__ = ()

    examples = phrases(
        "quali, quale, come, ad esempio, per esempio, tra cui, fra cui, tra i quali, tra le quali, inclusi, "
        "incluse, incluso, inclusa, compresi, comprese, in particolare, tra gli altri"
    )
    no_examples = word_class("componente parte base tale conseguenza un una se generare")
    rest = phrases("ecc, etc, eccetera, e così via, e simili, o simili")
    further = phrases(
        "o altri, o altre, o altro, o altra, e altri, e altre, e altro, e altra, od altri, od altre, od "
        "altro, od altra, ed altri, ed altre, ed altro, ed altra"
    )
    listing = phrases("vale a dire, cioè, ossia, e cioè")
    excluding = word_class(
        "esclude escludono escludendo escluso esclusa esclusi escluse tranne eccetto salvo"
    )
    excluding_pairs = pairs("diverso diversa diversi diverse", "da dai dalle dagli") | frozenset(
        ("non", verb)
        for verb in ["comprende", "comprendono", "include", "includono", "ricomprende", "riguarda", "copre"]
    )
    leading = word_class("di sia anche")
    quantities = word_class("più meno tutti non")
    before_limb = frozenset({"a", "di"})
    asks = frozenset({"come"})
    modals = MappingProxyType(
        {
            **dict.fromkeys(word_class("poteva potevano potesse potessero"), "potere"),
            **dict.fromkeys(word_class("doveva dovevano dovesse dovessero"), "dovere"),
        }
    )
    modal_like = word_class("potendo poter potere dovendo dover dovere")
    covering = word_class(
        "include includono incluso inclusa inclusi incluse comprende comprendono compreso compresa "
        "compresi comprese rientra rientrano ricade ricadono riguarda riguardano copre coprono coperto "
        "coperti coperta coperte ricomprende ricomprendono costituisce costituiscono considera "
        "considerano considerato considerata considerati considerate appartiene appartengono parte "
        "figurano applica applicano applicherà applicheranno"
    )
    standing = word_class("è sono resta restano rimane rimangono ricade ricadono")
    outside = word_class("fuori")
    definition = word_class("definizione termine nozione concetto ambito campo espressione")
    excess = word_class("troppo")
    perhaps = word_class("necessariamente")
    denied = MappingProxyType({"potere": "non potere", "dovere": "non dovere"})
    denied_behind = MappingProxyType({"potere": "potere non", "dovere": "dovere non"})
    denying_before = word_class("non né mai nessuno nulla niente")
    denying_behind = phrases("non")
    restricting = MappingProxyType({"che": 1})
    only = word_class("solo soltanto solamente unicamente")
    taking_back = phrases("non, fare a meno di, far altro che, fare altro che")


_WORD = r"(?:[^\s,;:.]+ )"
_COVERED = (
    r"(?:esclus|inclus|compres|ricompres|assimilat|equiparat|fatt|ferm|considerat|intes|salv|soggett|esent|"
    r"altresì|anche|inoltre)\S* "
)
_FALLING = (
    *subfields(
        whole="essa|l' ia|(?:l' )?intelligenza artificiale|questo campo|questa disciplina",
        covers="comprende|abbraccia|include|raggruppa|racchiude|si divide in|si articola in",
        kinds="sottocamp|camp|branc|ram[oi]|disciplin|sottoinsiem|categori|form[ae]|famigli|"
        "sottosettor|settor",
        copula="è|sono",
        that="che",
        article="un |una |un' |uno |dei |delle |degli |una delle ",
        of_ai="(?:dell' |di )(?:ia|ai|intelligenza artificiale)",
    ),
    r"(?:(?:vi|ne|non|non vi|non ne) )?(?:rientra|rientrano|ricade|ricadono|appartiene|appartengono|fanno "
    r"parte|fa parte|figurano|costituisce|costituiscono) ",
    rf"(?:sono|è|restano|resta|vengono|rimangono|si (?:intendono|intende|considerano|considera|ritengono|"
    rf"includono|escludono|comprendono)) {_WORD}{{0,2}}?{_COVERED}",
    r"(?:non )?si (?:considera|considerano|applica|applicano|include|includono|esclude|escludono|annovera|"
    r"annoverano|tratta di) ",
    rf"(?:{_WORD}|, ){{1,14}}?non (?:(?:vi|ne|lo|si) )?(?:rientra|ricad|appart|fanno parte|fa parte|costitui|"
    r"consider|applic|riguarda)\S* ",
    rf"(?:{_WORD}|, ){{1,14}}?non (?:sono|è) (?:\S+ )?(?:sistem|un |un' |'|considerat|inclus|compres|soggett|"
    r"intelligenza|da considerar)",
    rf"(?:{_WORD}|, ){{1,14}}?(?:sono|è|restano|resta|rimangono) (?:\S+ )?(?:esclus|esent|fuori)\S* ",
    r"(?:la|questa|il|tale|l'|questo|quest') (?:presente )?(?:definizione|termine|espressione|nozione|"
    r"categoria|"
    rf"concetto|locuzione) {_WORD}{{0,4}}?(?:si appl|si estend|comprend|inclu|abbracci|copr|ricomprend|"
    rf"esclud|"
    r"non |riguard|va )",
    r"(?:non esiste|non c' è|non importa|poco importa|lo stesso vale|per esempio|ad esempio|esempi :) ",
    rf"(?:la|il|le|i|lo|gli|l'|questa|questo) {_WORD}{{1,4}}?(?:non )?si applic\S* ",
    r"(?:esso |essa |essi |esse )?(?:si (?:distingu|differenzi|contrappon)\S* (?:da|dal|dai|dalla|dalle|"
    r"dagli|dall') |(?:va|vanno) distint)",
    r"(?:da non confondere|non va confus|non vanno confus|non bisogna confondere)",
    rf"(?:il|la|un|con|l') (?:ministro|governo|decreto|autorità|commissione|consiglio|regolamento|legge|"
    rf"allegato|garante|elenco) {_WORD}{{0,4}}?(?:può|potrà|stabilisc|individu|aggiorn|fissa|determin|"
    rf"definisc|precis)",
)


class _ItalianScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "ministro ministra ministero governo commissione parlamento consiglio autorità garante legislatore "
        "stati decreto"
    )
    contrasting = (("a", "differenza"), ("diversamente",))
    origins = word_class(
        "interno interna interni interne esterno esterna esterni esterne proprio propria propri "
        "proprie gratuito gratuita gratuiti gratuite pubblico pubblica pubblici privato privata "
        "privati commerciale commerciali locale locali sviluppato sviluppata sviluppati acquistato "
        "acquistata acquistati autonomo autonomi"
    )
    openings = tuple(map(late, _FALLING))
    example = ("esemp",)
    varying = word_class("distinguono varia variano muta mutano cambia cambiano differisce differiscono")
    case = word_class("quando qualora ove")
    leads = word_class("quando qualora se")
    conditions = word_class("salvo tranne eccetto fuorché salva salvi salve eccezione esclusione")
    exclusions = frozenset(
        ("non", verb)
        for verb in ["comprende", "comprendono", "include", "includono", "ricomprende", "ricomprendono"]
    )
    can = word_class("può possono")
    be = word_class("essere consistere")
    used = word_class(
        "software utilizzato utilizzata utilizzati utilizzate integrato integrata integrati integrate "
        "incorporato incorporata incorporati incorporate impiegato impiegata impiegati usato usata"
    )
    includes = word_class("comprende comprendono include includono")
    neither = frozenset({"né"})
    ways = ("tecnic", "metod", "approcc", "algoritm")
    denied = phrases(
        "non vi rientrano, non vi rientra, non sono, non è, non si considera, non si considerano, non "
        "rientra, non rientrano, non costituisce, non costituiscono, non si applica"
    )
    excluded = word_class("escluso esclusa esclusi escluse esclude escludono")


class _Italian(Romance):
    """Italian.

    Attributes:
        active: Present participles that open a clause as a gerund does ("avente per oggetto …").
    """

    __slots__ = ()

    lang = "it"
    modals = MappingProxyType(_MODALS)
    modal = frozenset(_MODALS)
    relative = _RELATIVE
    place = frozenset({"dove"})
    subordinator = word_class("quando qualora se salvo tranne eccetto ove purché laddove fuorché qualunque")
    subordinator_pairs = MappingProxyType({"qualunque": "sia"})
    announcing = word_class("nota voce osservazione")
    consecutive = phrases(
        "fatta eccezione, fatta salva, fatto salvo, fatti salvi, fatte salve, ad eccezione, a eccezione, "
        "con l' eccezione, ad esclusione, a esclusione, con esclusione, con l' esclusione, senza che, in "
        "modo che, così che, in modo da, in maniera da, così da, tale da, tali da"
    )
    degrees = frozenset({("più", "meno")})
    conjunction = _CONJUNCTION
    joining = phrases("così come")
    connecting = word_class("anche altresì inoltre poi sia")
    determiner = _DETERMINER
    article = word_class("un uno una un' il lo la l' i gli le")
    pronoun = word_class(
        "esso essa essi esse suo sua suoi sue loro si ne ci vi sé proprio propria propri proprie"
    )
    adjunct = _ADJUNCT
    genitive = _GENITIVE
    before_verb = word_class("a ad da di d' per senza nel nell' al all'")
    manner = phrases(
        "come, le modalità di, le modalità per, la modalità per, la via per, i mezzi per, il mezzo per, il "
        "modo di, il modo in cui, la maniera di, il modo per, in che modo, in quale modo, in qual modo"
    )
    takes_genitive = word_class("deduce deducono inferisce inferiscono ricava ricavano apprende apprendono")
    focus = word_class("anche altresì inoltre pure spesso sempre talvolta")
    clitic = word_class("si s' ne vi ci lo la li le l' gli non")
    only_clitic = word_class("si s' ne vi lo li")
    idioms = phrases(
        "in atto, in opera, in funzione, in servizio, in evidenza, in conto, in luce, in relazione, in "
        "continuo, in tempo reale, in campo, in essere, in pratica, in rete, a punto, a frutto, a termine, "
        "a disposizione, a confronto, a distanza, a mano, a memoria, a posto, a galla, di continuo, di "
        "nuovo, di conseguenza, per esteso, passo a passo, a passo, di volta in volta"
    )
    auxiliary = word_class(
        "è sono ha hanno stato stata stati state essere essendo sia siano non viene vengono era"
    )
    before_head = word_class(
        "un uno una un' il lo la l' i gli le anche altresì inoltre si s' ne non sia esso essa qualsiasi ogni"
    )
    able = word_class(
        "riesce riescono sa sanno capace capaci idoneo idonea idonei idonee atto atta atti atte"
    )
    postposed = word_class(
        "relativo relativa relativi relative inerente inerenti attinente attinenti afferente afferenti "
        "comprensivo comprensiva comprensivi comprensive inclusivo inclusiva capace capaci incapace "
        "incapaci idoneo idonea idonei idonee atto atta atti atte comparabile comparabili simile simili "
        "suscettibile suscettibili necessario necessaria necessari necessarie"
    )
    takes_infinitive = word_class(
        "impara imparano apprende apprendono mira mirano tende tendono serve servono consente consentono "
        "permette permettono cerca cercano limitano limita"
    )
    before_infinitive = word_class("grado modo maniera capace capaci fine idoneo idonea capacità scopo")
    about = word_class(
        "relativo relativa relativi relative riguardante riguardanti concernente concernenti inerente "
        "inerenti attinente attinenti afferente afferenti legato legata legati legate"
    )
    heads = word_class(
        "capacità insieme disciplina branca settore scienza tecnologia facoltà ramo campo abilità"
    )
    takes_relative = word_class(
        "ciò modo così più piuttosto meno sempre anziché invece dopo prima mano misura"
    )
    behind_participle = word_class("di da come utilizzando impiegando usando applicando")
    list_openers = phrases(
        "quali, quale, come, ad esempio, per esempio, tra cui, fra cui, tra i quali, tra le quali, inclusi, "
        "incluse, incluso, inclusa, compresi, comprese, in particolare, tra gli altri"
    )
    stand_in = word_class("quello quella quelli quelle")
    parenthetic = word_class("inclusi incluse quali ad per compresi")
    negation = word_class(
        "non il la i le dei delle nei nelle ai alle dai dalle sui sulle con per definito definita "
        "considerato considerata definisce decidono decide così"
    )
    before_items = word_class(", : di il lo la i gli le l' esempio")
    analysing = (
        "analizz",
        "elabor",
        "esamin",
        "tratt",
        "interpret",
        "studi",
        "incroci",
        "confront",
        "sfrutt",
        "esplor",
        "trasform",
        "vagli",
        "combin",
        "process",
        "valut",
        "soppes",
    )
    worked_on = (
        "dati",
        "informazion",
        "segnal",
        "immagin",
        "test",
        "document",
        "input",
        "osservazion",
        "misur",
        "contenut",
        "atti",
        "richiest",
        "situazion",
        "domand",
        "esami",
        "pratic",
        "registr",
        "flussi",
    )
    said_before = word_class("questo questa questi queste tale tali quei quegli quelle essi li")
    inferring = word_class(
        "inferisce inferiscono deduce deducono interpreta interpretano calcola calcolano confronta "
        "confrontano desume desumono mappa"
    )
    no_object = word_class("di è sono del della dei")
    clause_limb = word_class("a di si da in")
    anaphoric = word_class("questo questa questi queste ciò esso essa")
    spelling_out = word_class("comprende comprendono include includono significa")
    closing = word_class("e ed o")
    also = word_class("anche altresì inoltre")
    function = (_RELATIVE | _CONJUNCTION | _ADJUNCT | _GENITIVE) | word_class(
        "un uno una un' il lo la l' i gli le questo questa questi queste si s' ne suo sua suoi sue loro è "
        "sono ha hanno stato stata stati essere essendo sia siano viene vengono era se quale quali più"
    )
    before_phrase = word_class("di del della dei delle dell' è sono essere")
    predicate = word_class("a di da in")
    acting_nouns = word_class("simulazione imitazione emulazione riproduzione")
    acting_by = word_class("da dai dalle dal dalla dall' dagli in nelle nei nel tramite")
    studying = ("studia", "occup", "dedic", "cerc", "mira", "ricerc", "interess")
    reasoning = ("ragiona",)
    names = frozenset({("intelligenza", "artificiale")})
    frame = _ItalianFrame()
    facets = _ItalianFacets()
    scope = _ItalianScope()

    finite = (
        finite_forms(
            _VERBS,
            {
                "are": ("a", "ano", "i", "ino"),
                "ere": ("e", "ono"),
                "ire": ("e", "isce", "ono", "iscono", "isca", "iscano"),
            },
        )
        - word_class("dati stati usi forni")
    ) | _IRREGULAR
    verbs = frozenset(_VERBS.split())
    infinitive_endings = ("are", "ere", "ire", "rre")
    enclitics = ("si", "ne", "lo", "la", "li", "le", "gli", "ci", "vi")
    no_infinitive = word_class(
        "partire carattere genere potere particolare militare similare mare lettere opere popolare nucleare "
        "dovere titolare regolare camere"
    )
    active = word_class(
        "avente aventi operante operanti funzionante funzionanti consistente consistenti proveniente "
        "provenienti derivante derivanti risultante risultanti contenente contenenti comprendente "
        "comprendenti costituente costituenti riguardante riguardanti concernente concernenti recante "
        "recanti rispondente rispondenti corrispondente corrispondenti facente facenti"
    )
    gerund_endings = tuple(
        f"{vowel}ndo{enclitic}"
        for vowel in "ae"
        for enclitic in ("", "si", "ne", "lo", "la", "li", "le", "gli", "ci", "vi")
    )
    verb_endings = ("a", "e", "ano", "ono", "isce", "iscono")
    before_object = word_class("a al ai alla alle agli all'")
    means = word_class("mezzo tramite modo di del della dei il la i le")
    relative_behind = word_class("quale quali")
    no_gerund = word_class("quando comando secondo")
    participle_endings = ("ato", "ata", "ati", "ate", "ito", "ita", "iti", "ite", "uto", "uta", "uti", "ute")
    participles = frozenset(_PARTICIPLES.split())
    no_participle = word_class(
        "dato dati data date risultato risultati stato stati stata mercato mercati vita sito siti limite "
        "limiti ambito ambiti compito compiti soggetto contenuto contenuti trattato decreto predetto "
        "attività quantità privati privato automatizzato automatizzati"
    )
    plural_endings = ("i", "e")

    def is_present_participle(self, word: str) -> bool:
        return word in self.active or super().is_present_participle(word)

    def is_infinitive(self, word: str) -> bool:
        # "Adattarsi", "trarne": the pronoun takes the place of the last vowel.
        return super().is_infinitive(word) or (
            word.endswith(_CLIPPED)
            and len(word) > 5
            and word not in self.no_infinitive
            and word not in self.participles
        )


# Infinitives without their last vowel, with a pronoun.
_CLIPPED = tuple([f"{letter}r{end}" for letter in "aeir" for end in _Italian.enclitics])
ITALIAN = _Italian()
