"""The grammar of Spanish. What each class is for stands in `aidefs.segmentation.grammar`."""

from __future__ import annotations

from types import MappingProxyType

from aidefs.patterns import late
from aidefs.segmentation.frames import conditional_frames, naming
from aidefs.segmentation.grammar import (
    FacetWords,
    FrameWords,
    ScopeWords,
    phrases,
    subfields,
    word_class,
)
from aidefs.segmentation.romance import Romance, finite_forms, frame_openings, passives

__all__ = ["SPANISH"]

_PODER = "puede pueden pueda puedan podrá podrán podría podrían"
_DEBER = "debe deben deba deban deberá deberán debería deberían"
_MODALS = {form: "poder" for form in _PODER.split()} | {form: "deber" for form in _DEBER.split()}

_RELATIVE = word_class("que quien quienes cual cuales cuyo cuya cuyos cuyas donde")
_CONJUNCTION = word_class("y e o u pero ni sino y/o")
_ADJUNCT = word_class(
    "a al ante bajo con contra desde durante en entre hacia hasta mediante para por según sin sobre tras "
    "conforme través"
)
_DETERMINER = word_class(
    "un una unos unas el la los las lo este esta estos estas ese esa esos esas aquel aquella aquellos "
    "aquellas todo toda todos todas cada cualquier cualesquiera algún alguna algunos algunas ningún ninguna "
    "otro otra otros otras dicho dicha dichos dichas tal tales diversos diversas varios varias"
)
_COPULA = word_class("es son")

_VERBS = (
    "abordar acceder accionar aconsejar acumular adecuar adivinar adjudicar advertir afinar agregar "
    "agrupar ahondar alertar alimentar allanar almacenar alumbrar anotar anticipar añadir apuntar arrojar "
    "asimilar asociar asumir atribuir auxiliar avanzar barajar borrar brindar buscar cambiar categorizar "
    "centrar cifrar colegir componer concluir conducir confeccionar configurar conjeturar conservar "
    "consultar contestar contrastar contribuir coordinar copiar cotejar cruzar cuantificar dar deliberar "
    "denegar depurar descartar descifrar descubrir desempeñar desentrañar desplegar detallar dialogar "
    "dibujar dictaminar dictar discernir discriminar diseñar disponer distribuir dotar editar emular "
    "encadenar encaminar encontrar enmendar ensayar enviar escoger escrutar esgrimir estructurar "
    "etiquetar expedir experimentar explorar extrapolar fabricar fallar fijar filtrar forjar formar "
    "fundar gestionar gobernar guardar hallar ilustrar imaginar imponer imputar indagar indicar inducir "
    "ingerir iniciar innovar inspirar interpelar introducir inventar investigar invocar juzgar lanzar "
    "leer localizar llevar mantener manifestar memorizar mostrar mover navegar notificar obrar organizar "
    "otorgar participar pautar pedir plantear ponderar pronunciar prever prescribir prestar profundizar "
    "programar prolongar pronosticar puntualizar rastrear reaccionar realimentar rebatir recalcular "
    "recordar rectificar redactar reelaborar refinar reformular registrar regular rehacer relacionar "
    "remitir rendir repercutir reponer requerir reservar responder retener retocar reunir revelar revisar "
    "rotular segmentar señalar separar sondear sopesar sostener subsanar suplir supervisar sustentar "
    "tasar tejer terminar tramitar transcribir trazar validar variar vaticinar ver vigilar emprender "
    "imprimir admitir adquirir estudiar completar contrarrestar denominar "
    "abarcar abstraer aceptar adaptar adoptar afectar ajustar alcanzar alterar analizar apoyar aportar "
    "aprender aplicar asignar asistir automatizar ayudar calcular calificar captar clasificar combinar "
    "comparar completar comprender comunicar conseguir considerar construir contener controlar convertir "
    "crear cumplir decidir deducir definir derivar desarrollar describir detectar determinar diagnosticar "
    "dirigir distinguir ejecutar elaborar elegir emitir emplear emular entender entregar entrenar escribir "
    "establecer estimar evaluar evolucionar examinar exhibir explotar expresar extraer facilitar formular "
    "funcionar generar guiar hacer identificar imitar implementar incidir incluir inferir influir informar "
    "integrar interactuar interpretar intervenir lograr manejar manifestar manipular medir mejorar modelar "
    "modelizar modificar modular mostrar observar obtener ofrecer operar optimizar ordenar orientar "
    "percibir perfeccionar permitir perseguir planificar poseer predecir presentar priorizar procesar "
    "producir promover proponer proporcionar pronosticar puntuar razonar realizar recabar recibir recoger "
    "recomendar reconocer recopilar reducir reemplazar relacionar replicar representar reproducir requerir "
    "resolver responder resumir seleccionar servir simular sintetizar sugerir suministrar sustituir tener "
    "tomar trabajar traducir transformar transmitir tratar usar utilizar valorar verificar actuar "
    "actualizar influenciar sentir pensar hablar crear recrear corregir"
)
_IRREGULAR = word_class(
    "es son ha han hay hace hacen puntúa actúa actúan evalúa sugiere sugieren infiere infieren convierte "
    "convierten entiende entienden contiene contienen obtiene obtienen tiene tienen propone proponen "
    "recomienda recomiendan reconoce reconocen resuelve resuelven requiere requieren muestra muestran sirve "
    "sirven mide miden consigue consiguen persigue persiguen construye construyen influye influyen incluye "
    "incluyen sustituye sustituyen predice predicen produzca produzcan extrae extraen elige eligen corrige "
    "siente piensa va van está están dirige recoge recogen influya influyan infiera genere establezca "
    "encuentra encuentran demuestra demuestran recuerda recuerdan emprende mueve mueven devuelve devuelven "
    "prevé prevén advierte advierten interviene intervienen mantiene mantienen contribuye contribuyen "
    "deduce deducen traduce traducen conduce produce producen reproduce introduce reduce reducen escoge "
    "escogen coge recoja sigue siguen distingue distinguen compone componen dispone disponen expone supone "
    "da dan sabe saben ve ven lee leen crece ofrece ofrecen conoce establece establecen satisface comprueba "
    "prueba enmienda enmiendan colige coligen adquiere adquieren juega juegan"
)
_PARTICIPLES = word_class(
    "hecho hecha escrito escrita escritos escritas puesto puesta visto vista abierto previsto previsto "
    "prevista previstos previstas propuesto propuesta propuestos propuestas provisto provista provistos "
    "provistas descrito descrita descritos descritas impuesto compuesto compuesta expuesto"
)


class _SpanishFrame(FrameWords):
    __slots__ = ()

    closing = late(
        r"(?:(?:es|son|será|serán|se) (?:\S+ ){0,2}?(?:llama|denomina|design|considera|conoc|calific|"
        r"dice)\S* |reciben? el nombre |llevan? el nombre |constituyen? )"
    )
    calling = word_class("en denominado denominada denominados llamado llamada")
    answering = word_class("se trata de porque")
    here = word_class("aquí")
    headings = word_class("definición definiciones expresiones términos")
    names = word_class("ia sia")
    unknown = word_class(
        "un una unos unas todo toda todos todas cualquier cada aquel aquella aquellos aquellas"
    )
    rubrics = word_class("art artículo artículos capítulo título sección anexo párrafo cláusula §")
    means = word_class("significa significan designa designan significará denota denotan")
    equating = word_class("abarca abarcan engloba engloban agrupa agrupan comprende reúne")
    has = word_class("tiene tienen tendrá tendrán")
    meaning = word_class("significado sentido")
    lending = word_class("que se le da dado en el la establecido previsto dispuesto")
    defining_as = word_class(
        "definirse definir concebirse entenderse define definen definido definida definidos definidas "
        "considera consideran considerado considerada "
        "entiendo entendemos concibo concebimos defino definimos considero consideramos "
        "entiende entienden entenderá entenderán entendido entendida entiéndase concibe"
    )
    as_ = frozenset({"como"})
    not_as = word_class("tal tales así")
    refers = word_class(
        "refiere refieren aplica aplican referencia refiera alude aluden equivale equivalen consiste "
        "consisten corresponde corresponden"
    )
    refers_to = word_class("a al en")
    copula = _COPULA | word_class("constituye constituyen")
    not_defined = word_class("también no capaz capaces a menudo")
    behind_passive = word_class("como a de para por y o , . ;")
    term = word_class("término expresión concepto")
    existential = word_class("hay existen")
    not_in_term = word_class("para por con sin")
    introducing = word_class("a para en conforme según al")
    holding = phrases(
        "en el sentido de, en el sentido del, a los efectos de, a los efectos del, a efectos de, a efectos "
        "del, a los fines de, para los fines de, para los efectos de, en el marco de, en el marco del, en "
        "los términos de"
    )
    the_term = phrases("el término, los términos, la expresión, el concepto, la noción")
    before_term = word_class("- : el la los las término términos expresión concepto")
    includes = word_class("comprende comprenden incluye incluyen abarca abarcan")
    articles = word_class("el la un una")
    no_term_first = word_class("un una cualquier todo toda")
    by = frozenset({"por"})
    fronted = phrases(
        "se entiende por, se entenderá por, se entiende como, se entenderá como, se entienden por, deberá "
        "entenderse por, deberán entenderse por, habrá de entenderse por, se comprende por, se entenderán "
        "por, entiéndese por, entiéndase por, entiéndense por, se entenderá que, debe entenderse por, ha de "
        "entenderse por, llamamos, se llama, denomínase, denomínanse, considérase, considéranse, llámase, "
        "defínese, se considera, se considerará, se consideran, se considerarán, se define, se denomina, se "
        "denominará, se denominan, se llama, tendrá la consideración de, tendrán la consideración de, tiene "
        "la consideración de, tienen la consideración de, constituye, constituyen, son, es un, es una, ha "
        "de considerarse, han de considerarse, debe considerarse, deben considerarse, puede considerarse, "
        "se reputa, se reputan, se reputará, se reputarán, se tiene por, se tendrá por, entendemos por, "
        "denominamos, se dice, se conoce como, se conocen como, recibe el nombre de, reciben el nombre de, "
        "entra en la noción de, entra en la definición de"
    ) + passives(
        "es,son,será,serán,está,están,debe ser,deben ser,puede ser,ha de ser,queda,quedan",
        "considerado considerada considerados consideradas tenido tenida tenidos tenidas reputado reputada "
        "reputados reputadas calificado calificada calificados calificadas entendido entendida",
        "como,por,de,",
    )
    parted = phrases(
        "se entiende, se entenderá, se entienden, se entenderán, entiéndase, entiéndese, debe entenderse, "
        "ha de entenderse"
    )
    before_genus = frozenset({"a"})
    contracted = frozenset({"al"})
    apposed = True
    conditional = conditional_frames(
        heads="un|una|todo|toda|el|la|los|las",
        verbs="es|son|se considera|se consideran|se considerará|se reputa|se reputará|constituye|constituyen|"
        "tiene la consideración|tendrá la consideración|será|entra|merece",
        conditions="cuando|si|siempre que",
        pronouns="este|esta|estos|estas",
        relatives="que|quien|cuyo|cuya",
    )
    openings = frame_openings(
        copula="es|son",
        introducing="en|a|para|según",
        determiner="un |una |todo |toda |el |la |los |las |aquel |aquella |cualquier |cada ",
        by="por|con|bajo|bajo (?:el|la) \\S+ de",
        taking="se agrupan?|se reúnen?|agrupa|engloba|se designan?|se alude a|se nombran?|entiende|"
        "entienden|entendemos|designa|designan|alude|comprende|se refiere a|nos referimos a|se habla "
        "de|hablamos de|se trata de",
        open_ended="como |según |conforme |de |por |a |en |del |y |la |el |una |un |con |para ",
        when="cuando|siempre que",
        there="hay|existe|se da",
        speaking="(?:cuando|si) (?:[^ ,]+ ){0,5}?(?:se habla|hablamos|se hable|decimos|se dice|"
        "aludimos a)(?: de)?",
        calling="en llamar|en denominar|llamaremos|llamamos|denominamos|denominaremos",
        used=r"se (?:usa|usan|utiliza|utilizan|emplea|emplean) para "
        r"(?:designar|describir|referirse a|nombrar|denominar)",
        concerned=r"se trata(?= (?:de|del) )",
    )
    naming = naming(
        copula="es|son",
        name="nombre|término|expresión|palabra|denominación|etiqueta|locución|voz|sigla|rótulo",
        given="dad[oa] al?|que (?:se da|se aplica|designa|abarca|agrupa|engloba|cubre|comprende|reúne|alude "
        "a)|(?:aplicad|atribuid)[oa] al?|(?:genéric[oa]|paraguas) para|para (?:designar|referirse "
        "a|nombrar)|con (?:el|la) que se (?:designa|conoce|nombra|alude a)",
    )


class _SpanishFacets(FacetWords):
    __slots__ = ()

    examples = phrases(
        "tales como, tal como, como, por ejemplo, p. ej, incluidos, incluidas, incluido, incluida, "
        "incluyendo, entre otros, entre otras, entre ellos, entre ellas, en particular"
    )
    no_examples = word_class("componente parte base tal consecuencia resultado si un una tales")
    rest = phrases("etc, etcétera, y así sucesivamente")
    further = phrases(
        "o otros, o otras, o otro, o otra, u otros, u otras, u otro, u otra, y otros, y otras, y otro, y "
        "otra, o similares, y similares"
    )
    listing = phrases("a saber, es decir, esto es")
    excluding = word_class(
        "excluye excluyen excluyendo excluido excluida excluidos excluidas exceptúa exceptúan excepto salvo"
    )
    excluding_pairs = frozenset(
        ("no", verb)
        for verb in [
            "incluye",
            "incluyen",
            "incluirá",
            "comprende",
            "comprenden",
            "comprenderá",
            "abarca",
            "abarcan",
            "aplica",
        ]
    )
    leading = word_class("de del tanto bien ya sea")
    quantities = word_class("más menos todos no")
    before_limb = frozenset({"a", "de"})
    asks = frozenset({"como"})
    modals = MappingProxyType(
        {
            **dict.fromkeys(
                word_class("podía podían pudiera pudieran pudiese pudiesen pudo pudieron"), "poder"
            ),
            **dict.fromkeys(word_class("debía debían debiera debieran debiese debiesen"), "deber"),
        }
    )
    modal_like = word_class("pudiendo poder debiendo deber")
    covering = word_class(
        "incluye incluyen incluirá incluirán incluido incluida incluidos incluidas comprende comprenden "
        "comprenderá comprenderán comprendido comprendida comprendidos comprendidas abarca abarcan "
        "abarcará considera consideran considerará considerarán considerado considerada considerados "
        "consideradas constituye constituyen pertenece pertenecen entra entran cubre cubren cubierto "
        "cubierta cubiertos cubiertas cae caen parte aplica aplican aplicará aplicarán consideración"
    )
    standing = word_class("queda quedan está están cae caen quedará quedarán")
    outside = word_class("fuera")
    definition = word_class("definición término concepto noción ámbito alcance expresión")
    excess = word_class("demasiado")
    perhaps = word_class("necesariamente")
    denied = MappingProxyType({"poder": "no poder", "deber": "no deber"})
    denied_behind = MappingProxyType({"poder": "poder no", "deber": "deber no"})
    denying_before = word_class("no nunca jamás tampoco ni nadie nada")
    denying_behind = phrases("no, nunca")
    restricting = MappingProxyType({"sino": 2})
    only = word_class("solo sólo solamente únicamente")
    taking_back = phrases("no, más que, menos que, menos de, dejar de, por menos que, por menos de")


_WORD = r"(?:[^\s,;:.]+ )"
_COVERED = (
    r"(?:exclu|inclu|comprend|asimil|equipar|consider|sujet|exent|sometid|también|asimismo|abarcad)\S* "
)
_FALLING = (
    *subfields(
        whole="ella|la ia|(?:la )?inteligencia artificial|este campo|esta disciplina",
        covers="abarca|engloba|comprende|incluye|agrupa|se divide en|se compone de",
        kinds="subcampo|campo|rama|disciplina|área|subárea|subconjunto|categoría|forma|familia|subdisciplina",
        copula="es|son",
        that="que",
        article="una? |unos |unas |una de las ",
        of_ai="(?:de la |de )(?:ia|inteligencia artificial)",
    ),
    rf"(?:no )?(?:quedan|queda|quedarán|quedará|están|está|son|es|se (?:entienden|consideran|entenderán|"
    rf"considerarán)) {_WORD}{{0,2}}?{_COVERED}",
    r"(?:no )?(?:forman parte|forma parte|pertenecen|pertenece|constituyen|constituye|entran|entra|caen|cae|"
    r"figuran|tienen la consideración|tiene la consideración) ",
    rf"(?:{_WORD}|, ){{1,14}}?no (?:(?:lo|se) )?(?:forman? parte|pertenec|constituy|entra|consider|"
    rf"aplic|reput|"
    r"tendrá|tienen? (?:la|esta|tal))",
    rf"(?:{_WORD}|, ){{1,14}}?no (?:son|es) (?:\S+ )?(?:sistema|un |una |'|considerad|inclu|inteligencia)",
    rf"(?:{_WORD}|, ){{1,14}}?(?:quedan|queda|están|son) (?:\S+ )?(?:exclu|exent|fuera)\S* ",
    r"(?:la|esta|el|tal|dicha|dicho|este) (?:presente )?(?:definición|término|expresión|noción|"
    r"categoría|concepto|"
    rf"denominación) {_WORD}{{0,4}}?(?:se aplic|se extiend|comprend|inclu|abarca|cubre|exclu|no |"
    rf"alcanza|engloba)",
    r"(?:no existe|no hay|no importa|poco importa|lo mismo|por ejemplo|ejemplos :|es indiferente) ",
    rf"(?:la|el|las|los|lo|esta|este) {_WORD}{{1,4}}?(?:no )?(?:se aplica|se aplicará|"
    rf"será de aplicación)\S* ",
    r"(?:se (?:distingu|diferenci)\S* (?:de|del) |no (?:debe|deben|hay que) confundir)",
    rf"(?:el|la|un|una|por|mediante) (?:ministro|ministerio|gobierno|decreto|autoridad|comisión|"
    rf"consejo|reglamento|"
    rf"ley|anexo|lista) {_WORD}{{0,4}}?(?:podrá|puede|establec|actualiz|fija|determin|precis|manten|llevar)",
)


class _SpanishScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "ministro ministra ministerio gobierno comisión parlamento consejo autoridad legislador estados "
        "reglamento"
    )
    contrasting = (("a", "diferencia"), ("al", "contrario"))
    origins = word_class(
        "interno interna internos internas externo externa externos externas propio propia propios "
        "propias gratuito gratuita gratuitos gratuitas público pública públicos públicas privado "
        "privada privados comercial comerciales local locales desarrollado desarrollada "
        "desarrollados adquirido adquirida contratado autónomo autónomos"
    )
    openings = tuple(map(late, _FALLING))
    example = ("ejemplo",)
    varying = word_class("diferencian distinguen varía varían difiere difieren cambia cambian")
    case = word_class("cuando")
    leads = word_class("cuando si")
    conditions = word_class("salvo excepto exceptuando")
    exclusions = frozenset(
        ("no", verb)
        for verb in [
            "incluye",
            "incluyen",
            "incluirá",
            "incluirán",
            "comprende",
            "comprenden",
            "comprenderá",
            "comprenderán",
            "abarca",
            "abarcan",
            "abarcará",
        ]
    )
    can = word_class("puede pueden podrá podrán")
    be = word_class("ser estar consistir")
    used = word_class(
        "programa software utilizado utilizada utilizados utilizadas integrado integrada integrados "
        "integradas incorporado incorporada incorporados incorporadas empleado empleada usado usada "
        "desplegado"
    )
    includes = word_class("incluye incluyen comprende comprenden abarca abarcan")
    neither = frozenset({"ni"})
    ways = ("técnica", "método", "enfoque", "algoritmo", "estrategia")
    denied = phrases(
        "no están incluidos, no están incluidas, no son, no es, no se considera, no se consideran, no se "
        "considerará, no se considerarán, no tendrá, no tendrán, no tienen la consideración, no constituye, "
        "no constituyen, no será, no serán, no se entenderá, no se aplica, no se aplicará"
    )
    excluded = word_class(
        "excluido excluida excluidos excluidas exceptúa exceptúan exceptuados exceptuadas excluye excluyen"
    )


class _Spanish(Romance):
    __slots__ = ()

    lang = "es"
    modals = MappingProxyType(_MODALS)
    modal = frozenset(_MODALS)
    relative = _RELATIVE
    place = frozenset({"donde"})
    subordinator = word_class("pues cuando si salvo excepto aunque siempre sea cualquiera")
    subordinator_pairs = MappingProxyType({"siempre": "que", "sea": "cual", "cualquiera": "que"})
    announcing = word_class("nota entrada observación")
    consecutive = phrases(
        "sin que, de modo que, de manera que, de forma que, de tal modo que, de tal forma que"
    )
    degrees = frozenset({("más", "menos")})
    conjunction = _CONJUNCTION
    joining = phrases("así como")
    connecting = word_class("también además luego bien ya")
    determiner = _DETERMINER
    article = word_class("un una el la los las")
    pronoun = word_class("él ella ellos ellas ello su sus se le les sí este")
    adjunct = _ADJUNCT
    genitive = word_class("de del")
    before_verb = word_class("a de para por sin al")
    manner = phrases(
        "las modalidades de, la vía para, el camino para, los medios para, el procedimiento para, la manera "
        "de, la forma de, el modo de, los modos de, cómo, de qué manera, de qué modo, de qué "
        "forma, qué"
    )
    takes_genitive = word_class(
        "infiere infieren deduce deducen extrae extraen obtiene obtienen aprende aprenden"
    )
    focus = word_class("también además incluso aun aún siempre")
    clitic = word_class("se le les lo la los las no")
    auxiliary = word_class("es son ha han sido ser siendo está están estar no era sea sean")
    before_head = word_class("un una el la los las lo también además bien ya se le no todo toda cualquier")
    able = word_class(
        "logra logran consigue consiguen sabe saben capaz capaces apto apta aptos aptas idóneo idónea "
        "idóneos idóneas"
    )
    postposed = word_class(
        "capaz capaces incapaz incapaces "
        "apto apta aptos aptas idóneo idónea idóneos idóneas comprensivo comprensiva "
        "susceptible susceptibles comparable comparables similar "
        "similares necesario necesaria necesarios necesarias semejante semejantes"
    )
    takes_infinitive = word_class(
        "aprende aprenden busca buscan pretende pretenden limita limitan tiende tienden permite permiten "
        "llega"
    )
    before_infinitive = word_class("manera forma modo capaz capaces capacidad fin")
    about = word_class(
        "relativo relativa relativos relativas relacionado relacionada relacionados relacionadas"
    )
    heads = word_class("capacidad conjunto disciplina rama campo ciencia tecnología facultad área habilidad")
    takes_relative = word_class("tal manera modo forma siempre más menos mientras ya puesto sino medida")
    behind_participle = word_class("de del como empleando utilizando usando aplicando")
    list_openers = phrases(
        "tales como, tal como, como, por ejemplo, incluidos, incluidas, incluido, incluida, incluyendo, "
        "entre otros, entre otras, entre ellos, entre ellas, en particular"
    )
    stand_in = word_class("aquel aquella aquellos aquellas")
    parenthetic = word_class("incluidos incluidas como tales p")
    negation = word_class("no define definen definido definida considera considerado considerada así")
    before_items = word_class(", : de del el la los las un una otros otras ejemplo como")
    analysing = (
        "analiz",
        "proces",
        "trat",
        "examin",
        "interpret",
        "estud",
        "cruz",
        "compar",
        "explor",
        "explot",
        "transform",
        "combin",
        "evalú",
        "evalu",
        "valor",
        "ponder",
    )
    worked_on = (
        "dato",
        "informaci",
        "señal",
        "imagen",
        "imágen",
        "texto",
        "documento",
        "entrada",
        "observaci",
        "medici",
        "contenido",
        "expediente",
        "registro",
        "situaci",
        "petici",
        "solicitud",
        "flujo",
    )
    said_before = word_class("este esta estos estas ese esa esos esas dicho dicha dichos dichas tal tales")
    inferring = word_class(
        "infiere infieren deduce deducen interpreta interpretan calcula calculan compara comparan colige "
        "coligen mapea mapean"
    )
    no_object = word_class("de del es son")
    clause_limb = word_class("a de para se")
    anaphoric = word_class("este esta esto estos estas ello")
    spelling_out = word_class("incluye incluyen comprende comprenden significa")
    closing = word_class("y o u e")
    also = word_class("también además")
    function = (_RELATIVE | _CONJUNCTION | _ADJUNCT) | word_class(
        "un una unos unas el la los las lo de del este esta estos estas se su sus le les es son ha han haya "
        "sido ser sea sean siendo está están estar era será serán si como más"
    )
    before_phrase = word_class("de del es son ser")
    predicate = word_class("a de")
    acting_nouns = word_class("simulación imitación emulación reproducción")
    acting_by = word_class("por en mediante")
    studying = ("estudi", "ocup", "dedic", "busc", "centr", "investig", "encarg")
    reasoning = ("razon",)
    names = frozenset({("inteligencia", "artificial")})
    frame = _SpanishFrame()
    facets = _SpanishFacets()
    scope = _SpanishScope()

    finite = (
        finite_forms(_VERBS, {"ar": ("a", "an", "e", "en"), "er": ("e", "en"), "ir": ("e", "en")})
        | _IRREGULAR
    )
    verbs = frozenset(_VERBS.split())
    infinitive_endings = ("ar", "er", "ir")
    enclitics = ("se", "lo", "la", "los", "las", "le", "les")
    no_infinitive = word_class(
        "partir lugar carácter similar particular particulares militar familiar auxiliar singular escolar "
        "nuclear mujer cualquier primer tercer poder ayer par mar taller ordenador escala"
    )
    gerund_endings = tuple(
        f"{vowel}ndo{enclitic}" for vowel in ("a", "ie", "ye") for enclitic in ("",)
    ) + tuple(
        f"{vowel}ndo{enclitic}"
        for vowel in ("á", "ié", "yé")
        for enclitic in ("se", "lo", "la", "los", "las", "le", "les")
    )
    verb_endings = ("a", "e", "an", "en", "ue")
    before_object = word_class("a al")
    means = word_class("medio vía cauce través de del la el los las mediante")
    no_gerund = word_class("cuando comando")
    participle_endings = (
        "ado",
        "ada",
        "ados",
        "adas",
        "ido",
        "ida",
        "idos",
        "idas",
        "ídos",
        "ído",
        "ída",
        "ídas",
    )
    participles = _PARTICIPLES
    no_participle = word_class(
        "resultado resultados contenido contenidos estado estados grado grados entrada entradas salida "
        "salidas mercado mercados medida medidas vida sentido sentidos significado sonido sonidos lado "
        "partido cuidado empleado empleados jornada"
    )


SPANISH = _Spanish()
