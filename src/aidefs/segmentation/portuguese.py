"""The grammar of Portuguese. What each class is for stands in `aidefs.segmentation.grammar`."""

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

__all__ = ["PORTUGUESE"]

_PODER = "pode podem possa possam poderá poderão poderia poderiam"
_DEVER = "deve devem deva devam deverá deverão deveria deveriam"
_MODALS = {form: "poder" for form in _PODER.split()} | {form: "dever" for form in _DEVER.split()}

_RELATIVE = word_class("que quem qual quais cujo cuja cujos cujas onde")
_CONJUNCTION = word_class("e ou mas nem e/ou")
_ADJUNCT = word_class(
    "a à ao às aos ante após até com contra desde durante em no na nos nas neste nesta nestes nestas nesse "
    "nessa num numa nuns numas entre mediante para perante por pelo pela pelos pelas segundo sem sob sobre "
    "conforme através nele nela neles nelas naquele naquela naqueles naquelas nisso nisto àquele "
    "àquela àqueles àquelas consoante dentre noutro noutra"
)
_DETERMINER = word_class(
    "um uma uns umas o a os as este esta estes estas esse essa esses essas aquele aquela aqueles aquelas "
    "todo toda todos todas cada qualquer quaisquer algum alguma alguns algumas nenhum nenhuma outro outra "
    "outros outras tal tais diversos diversas vários várias"
)
_COPULA = word_class("é são")

_VERBS = (
    "abordar acionar aconselhar acrescentar acumular adequar adquirir advertir afinar agregar agrupar "
    "alertar alimentar ampliar anotar antecipar apreender aprimorar apurar armazenar arrolar assentar "
    "assimilar associar assumir atuar avaliar avançar avisar balizar basear buscar calibrar cifrar "
    "codificar cogitar colher colocar comandar compor conceber conduzir confeccionar configurar conferir "
    "confrontar conjeturar conservar consultar contribuir coordenar copiar cotejar cruzar dar deliberar "
    "depreender descartar descobrir desempenhar desencadear desenhar designar despachar dialogar discernir "
    "dispensar dispor dirigir distribuir ditar editar elencar emendar empreender encadear encaminhar "
    "encontrar ensaiar enviar enriquecer esboçar espelhar estruturar estudar etiquetar evidenciar exercer "
    "experimentar exprimir extrapolar fabricar fixar filtrar forjar formar fundamentar generalizar gerir "
    "guardar hierarquizar ilustrar imaginar impor induzir ingerir iniciar inserir inspirar interligar "
    "introduzir inventar investigar invocar julgar lançar ler localizar levar manter memorizar minutar "
    "moldar mostrar mover mudar navegar notificar ordenar organizar orientar originar partir participar "
    "perceber perscrutar pesar pesquisar planificar ponderar prescrever prestar priorizar proceder procurar "
    "proferir programar prognosticar projetar prolongar pronunciar propiciar provocar quantificar rastrear "
    "reagir recalcular redigir reelaborar refinar reformular registar registrar regular rejeitar relatar "
    "remeter reparar repercutir reservar reter retirar retocar reunir rever revisar rotular segmentar "
    "sinalizar sondar sopesar subsidiar supervisionar suprir sustentar tecer terminar testar traçar "
    "transcrever tramitar triar validar variar ver vigiar vislumbrar tornar confundir abranger aceitar "
    "adaptar adotar afetar agir ajudar ajustar alcançar alterar analisar apoiar apontar aprender apresentar "
    "aperfeiçoar aplicar assistir atingir atribuir atualizar automatizar auxiliar calcular captar "
    "classificar coletar combinar comparar compreender comunicar conseguir considerar construir conter "
    "controlar converter corrigir criar cumprir decidir deduzir definir derivar desenvolver descrever "
    "detetar detectar determinar diagnosticar distinguir elaborar emitir empregar emular entender entregar "
    "escolher escrever estabelecer estimar evoluir examinar executar exibir explorar exprimir extrair "
    "facilitar fazer formular fornecer funcionar gerar guiar identificar imitar implementar incidir incluir "
    "indicar inferir influenciar informar integrar interagir interferir interpretar intervir manifestar "
    "manipular medir melhorar modelar modificar mostrar observar obter oferecer operar otimizar ordenar "
    "orientar perceber permitir perseguir planear planejar possuir prever priorizar processar produzir "
    "propor proporcionar prosseguir raciocinar realizar receber recolher recomendar reconhecer reduzir "
    "relacionar replicar representar reproduzir requerer resolver responder resumir revelar selecionar "
    "sentir servir simular sintetizar substituir sugerir ter tomar trabalhar traduzir transformar "
    "transmitir tratar usar utilizar valorizar verificar visar concluir pensar recriar"
)
_IRREGULAR = word_class(
    "é são há tem têm faz fazem deduz deduzem produz produzem reproduz reproduzem traduz traduzem reduz "
    "obtém obtêm contém contêm propõe propõem extrai extraem constrói constroem inclui incluem possui "
    "possuem substitui substituem atribui evolui evoluem conclui concluem infere inferem sugere sugerem "
    "prevê preveem consegue conseguem interfere interferem intervém interage interagem age agem atinge "
    "atingem sente serve servem está estão vai vão abrange abrangem distingue prossegue prosseguem persegue "
    "perseguem mapeia mapeiam lê leem vê veem dá dão põe põem dispõe expõe compõe supõe contrapõe baseia "
    "baseiam sabe sabem cabe diz dizem traz trazem segue seguem adquire adquirem corrige corrigem escolhe "
    "devolve devolvem percebe percebem exige dirige colhe resolve resolvem mantém mantêm detém advém provém"
)
_PARTICIPLES = word_class(
    "feito feita feitos feitas escrito escrita posto posta visto vista aberto aberta previsto prevista "
    "previstos previstas proposto proposta descrito descrita descritos descritas composto composta imposto "
    "dito aceite entregue disposto disposta"
)


class _PortugueseFrame(FrameWords):
    __slots__ = ()

    closing = late(
        r"(?:(?:é|são|será|serão|se) (?:\S+ ){0,2}?(?:chama|denomina|design|considera|conhecid|"
        r"qualifica|dit)\S* |(?:chama|denomina|designa|considera)m?-se |recebem? o nome |constitu(?:i|em) )"
    )
    calling = word_class("doravante adiante denominado denominada designado designada")
    answering = word_class("trata-se de porque")
    here = word_class("aqui basicamente simplesmente essencialmente")
    headings = word_class("definição definições expressões termos")
    names = word_class("ia")
    unknown = word_class("um uma uns umas todo toda todos todas qualquer cada aquele aquela aqueles aquelas")
    rubrics = word_class("art artigo artigos capítulo título seção secção anexo parágrafo cláusula §")
    means = word_class("significa significam designa designam denota denotam")
    equating = word_class("abrange abrangem engloba englobam compreende reúne agrupa")
    has = word_class("tem têm")
    meaning = word_class("significado sentido aceção acepção")
    lending = word_class("que lhe é dado dada atribuído atribuída no na pelo pela o a")
    defining_as = word_class(
        "definir-se definir entender-se define definem definido definida definidos definidas considera "
        "defino definimos entendo entendemos considero consideram considerado considerada considera-se "
        "define-se entende entende-se entendem-se entendido entendida concebe concebemos descrevemos "
        "descrevo descreve-se caracterizamos caracteriza-se encaramos encara-se conceituamos conceitua "
        "conceitua-se qualificamos tratamos tomamos vemos"
    )
    joined = frozenset({("quer", "dizer"), ("querem", "dizer")})
    as_ = frozenset({"como"})
    not_as = word_class("tal tais bem assim")
    refers = word_class(
        "refere-se referem-se refere aplica-se aplicam-se aplica referência reporta-se alude aludem remete "
        "equivale equivalem consiste consistem corresponde correspondem"
    )
    refers_to = word_class("a ao aos à às em")
    copula = _COPULA | word_class("constitui constituem")
    not_defined = word_class("também não capaz capazes")
    behind_passive = word_class("como a de para por e ou , . ;")
    term = word_class("termo expressão conceito")
    existential = word_class("há existem")
    not_in_term = word_class("para por com sem")
    introducing = word_class("para nos na no em nas ao aos")
    holding = phrases(
        "na aceção de, na aceção da, na aceção do, na acepção de, na acepção da, na acepção do, para os fins "
        "de, para os fins da, para os fins do, para fins de, para fins da, para efeitos de, para efeitos da, "
        "para efeitos do, para os efeitos de, para os efeitos da, para os efeitos do, no sentido da, no "
        "sentido do, no sentido de, nos termos de, nos termos da, nos termos do"
    )
    the_term = phrases("o termo, os termos, a expressão, o conceito, a noção")
    before_term = word_class("- : o a os as termo termos expressão conceito")
    includes = word_class("compreende compreendem inclui incluem abrange abrangem")
    articles = word_class("o a um uma")
    no_term_first = word_class("um uma qualquer todo toda")
    by = word_class("por")
    fronted = phrases(
        "entende-se por, entendem-se por, se entende por, entender-se-á por, deve entender-se por, deve ser "
        "entendido por, considera-se, consideram-se, se considera, se consideram, define-se, definem-se, "
        "denomina-se, denominam-se, designa-se por, é considerado, é considerada, são considerados, são "
        "consideradas, constitui, constituem, são, é um, é uma, entendemos por, denominamos, chamamos, "
        "chama-se, chamam-se, dá-se o nome de, tem-se por, têm-se por, reputa-se, é havido por, é havida "
        "por, é tido por, é tida por, são tidos por, é tido como, deve considerar-se, devem considerar-se, "
        "deve ser considerado, há de entender-se por, cabe na noção de, integra a noção de, recebe o nome "
        "de, designam-se por, designa-se, designam-se, designa-se como, chama-se de"
    ) + passives(
        "é,são,será,serão,fica,ficam,deve ser,devem ser,pode ser,podem ser,há de ser,",
        "considerado considerada considerados consideradas tido tida tidos tidas havido havida havidos "
        "havidas qualificado qualificada qualificados reputado reputada entendido entendida classificado "
        "classificada",
        "como,por,",
    )
    parted = phrases("entende-se, entendem-se, se entende, entender-se-á, deve entender-se")
    before_genus = frozenset({"a"})
    contracted = word_class("ao à aos às")
    apposed = True
    conditional = conditional_frames(
        heads="um|uma|todo|toda|qualquer|o|a|os|as",
        verbs="é|são|considera-se|consideram-se|constitui|constituem|reputa-se|será|cabe|integra",
        conditions="quando|se|desde que|sempre que|caso",
        pronouns="este|esta|ele|ela",
        relatives="que|quem|cujo|cuja",
    )
    openings = frame_openings(
        copula="é|são",
        introducing="em|no|na|nos|nas|para|ao|aos",
        determiner="um |uma |todo |toda |o |a |os |as |aquele |aquela |qualquer |cada ",
        by="por|com|sob|sob (?:o|a) \\S+ de",
        taking="reúnem-se|reúne-se|agrupam-se|agrupa-se|abrangem-se|alude-se a|referimo-nos a|designam-se|"
        "entende|entendem|entende-se|entendemos|designa|designam|alude|queremos dizer|refere-se "
        "a|fala-se de|falamos de|fala-se em|trata-se de|"
        "estamos a falar de|estamos falando de|pensamos em|temos em mente",
        open_ended="como |segundo |conforme |para |no |na |de |por |a |em |do |da |e |o |uma |um |com |para ",
        when="quando|sempre que",
        there="há|existe|verifica-se",
        speaking="(?:quando|se|sempre que|onde) (?:[^ ,]+ ){0,5}?"
        "(?:falamos|se fala|se fale|se falar|falarmos|dizemos|se diz|se diga|escrevemos|mencionamos|"
        "se mencione)(?: de| em)?",
        calling="em chamar|em denominar|em designar por|chamamos|chamaremos|denominamos",
        used=r"(?:é|são) (?:\S+ )?(?:usad|utilizad|empregad)[oa]s? para "
        r"(?:designar|descrever|(?:se )?referir(?:-se)? a|nomear)",
        concerned=r"trata-se(?= d)",
    )
    naming = naming(
        copula="é|são",
        name="nome|termo|expressão|palavra|denominação|etiqueta|locução|designação|rótulo|sigla",
        given="dad[oa] (?:ao?s?|às?)|que (?:se dá ao?s?|se aplica ao?s?|designa|abrange|cobre|agrupa|"
        "engloba|reúne|compreende)|(?:aplicad|atribuíd)[oa] (?:ao?s?|às?)|(?:genéric[oa]|guarda-chuva) "
        "para|para (?:designar|nomear|referir)|com (?:o|a) qual se (?:designa|nomeia)|com que se "
        "(?:designa|nomeia)",
    )


class _PortugueseFacets(FacetWords):
    __slots__ = ()

    examples = phrases(
        "tais como, tal como, como, por exemplo, incluindo, incluídos, incluídas, nomeadamente, "
        "designadamente, entre outros, entre outras, entre os quais, entre as quais, em particular, inclusive"
    )
    no_examples = word_class("componente parte base tal consequência resultado se um uma")
    rest = phrases("etc, e assim por diante, e afins")
    further = phrases("ou outros, ou outras, ou outro, ou outra, e outros, e outras, e outro, e outra")
    listing = phrases("a saber, isto é, ou seja, quer dizer")
    excluding = word_class(
        "exclui excluem excluem-se exclui-se excluindo excluído excluída excluídos excluídas exceto "
        "excetuam-se salvo"
    )
    excluding_pairs = frozenset(
        ("não", verb)
        for verb in [
            "inclui",
            "incluem",
            "abrange",
            "abrangem",
            "compreende",
            "compreendem",
            "engloba",
            "englobam",
        ]
    )
    leading = word_class("de do da quer tanto")
    quantities = word_class("mais menos todos não")
    before_limb = frozenset({"a", "de"})
    asks = frozenset({"como"})
    modals = MappingProxyType(
        {
            **dict.fromkeys(word_class("podia podiam pôde puderam pudesse pudessem puder puderem"), "poder"),
            **dict.fromkeys(word_class("devia deviam devesse devessem"), "dever"),
        }
    )
    modal_like = word_class("podendo poder devendo dever")
    covering = word_class(
        "inclui incluem incluirá inclui-se incluem-se incluído incluída incluídos incluídas abrange "
        "abrangem abrangido abrangida abrangidos abrangidas compreende compreendem compreendido "
        "compreendida compreendidos compreendidas engloba englobam considera consideram considera-se "
        "consideram-se considerado considerada considerados consideradas constitui constituem enquadra "
        "enquadram enquadra-se enquadram-se parte cabe cabem coberto coberta cobertos cobertas "
        "aplica aplicam aplica-se aplicam-se aplicará aplicarão"
    )
    standing = word_class("fica ficam está estão")
    outside = word_class("fora")
    definition = word_class("definição termo conceito noção âmbito expressão alcance")
    excess = word_class("demasiado demais")
    perhaps = word_class("necessariamente")
    denied = MappingProxyType({"poder": "não poder", "dever": "não dever"})
    denied_behind = MappingProxyType({"poder": "poder não", "dever": "dever não"})
    denying_before = word_class("não nunca jamais tampouco nem ninguém nada")
    denying_behind = phrases("não, nunca")
    restricting = MappingProxyType({"senão": 2})
    only = word_class("só somente apenas unicamente")
    taking_back = phrases("não, mais que, mais do que, deixar de")


_WORD = r"(?:[^\s,;:.]+ )"
_COVERED = (
    r"(?:exclu|inclu|compreend|abrangid|assimil|equipar|consider|sujeit|isent|também|igualmente|ainda)\S* "
)
_FALLING = (
    *subfields(
        whole="ela|a ia|(?:a )?inteligência artificial|este campo|esta área",
        covers="abrange|engloba|compreende|inclui|reúne|divide-se em|se divide em",
        kinds="subcampo|campo|ramo|disciplina|área|subárea|subconjunto|categoria|forma|família",
        copula="é|são",
        that="que",
        article="um |uma |uns |umas |uma das ",
        of_ai="(?:da |de )(?:ia|inteligência artificial)",
    ),
    rf"(?:não )?(?:ficam|fica|estão|está|são|é|encontram-se|consideram-se|entendem-se|"
    rf"se) {_WORD}{{0,2}}?{_COVERED}",
    r"(?:não )?(?:se )?(?:fazem parte|faz parte|integram|integra|constituem|constitui|enquadram-se|"
    r"enquadra-se|enquadram|enquadra|inserem-se|inclui-se|incluem-se|cabem|cabe|figuram) ",
    rf"(?:{_WORD}|, ){{1,14}}?não (?:(?:o|se) )?(?:fazem parte|faz parte|integra|constitu|enquadra|"
    rf"considera|aplic|"
    r"insere|cabem|cabe)\S* ",
    rf"(?:{_WORD}|, ){{1,14}}?não (?:são|é) (?:\S+ )?(?:sistema|um |uma |'|considerad|abrangid|inclu|"
    rf"inteligência)",
    rf"(?:{_WORD}|, ){{1,14}}?(?:ficam|fica|estão|são) (?:\S+ )?(?:exclu|isent|fora)\S* ",
    rf"(?:(?:para {_WORD}{{1,3}})?, )?(?:a|esta|o|tal|este|essa|esse) (?:presente )?(?:definição|termo|"
    rf"expressão|noção|categoria|conceito|designação) {_WORD}{{0,4}}?(?:aplica|se aplica|estende|compreend|"
    rf"inclu|abrang|cobre|"
    r"exclu|não |alcança|engloba)",
    r"(?:não existe|não há|não importa|pouco importa|o mesmo vale|por exemplo|exemplos :|é indiferente) ",
    rf"(?:a|o|as|os|esta|este|essa|esse) {_WORD}{{1,4}}?(?:não )?(?:se aplica|aplica-se|aplicam-se|"
    rf"se aplicam) ",
    r"(?:(?:distingue|distinguem|diferencia)-se (?:de|do|da|dos|das) |não (?:se deve|deve|"
    r"devem) \S* ?confundi)",
    rf"(?:o|a|um|por) (?:ministro|ministério|governo|decreto|autoridade|comissão|conselho|regulamento|lei|"
    rf"anexo|lista|portaria) {_WORD}{{0,4}}?(?:poderá|pode|estabelec|atualiz|fixa|determin|defin|precis|"
    rf"mant)",
)


class _PortugueseScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "ministro ministra ministério governo comissão parlamento conselho autoridade legislador estados "
        "decreto portaria"
    )
    contrasting = (("ao", "contrário"), ("diferentemente",))
    origins = word_class(
        "interno interna internos internas externo externa externos externas próprio própria "
        "próprios próprias gratuito gratuita gratuitos gratuitas pago público pública públicos "
        "privado privada comercial comerciais local locais desenvolvido desenvolvida desenvolvidos "
        "adquirido adquirida contratado contratada autónomo autônomo"
    )
    openings = tuple(map(late, _FALLING))
    example = ("exemplo",)
    varying = word_class("distinguem varia variam difere diferem muda mudam")
    case = word_class("quando")
    leads = word_class("quando se")
    conditions = word_class("salvo exceto excetuando")
    exclusions = frozenset(
        ("não", verb)
        for verb in [
            "inclui",
            "incluem",
            "incluirá",
            "abrange",
            "abrangem",
            "compreende",
            "compreendem",
            "engloba",
            "englobam",
        ]
    )
    can = word_class("pode podem poderá poderão podendo")
    be = word_class("ser estar consistir")
    used = word_class(
        "confinados confinadas utilizado utilizada utilizados utilizadas integrado integrada integrados "
        "integradas incorporado incorporada incorporados incorporadas empregado empregada usado usada "
        "implantado"
    )
    includes = word_class("inclui incluem compreende compreendem abrange abrangem engloba")
    neither = frozenset({"nem"})
    ways = ("técnica", "método", "abordage", "algoritmo")
    denied = phrases(
        "não estão incluídos, não estão incluídas, não são, não é, não se considera, não se consideram, não "
        "constitui, não constituem, não se aplica, não se incluem, não se inclui, não será, não serão"
    )
    excluded = word_class(
        "excluem-se exclui-se excluído excluída excluídos excluídas excetuam-se excetua-se exclui excluem"
    )


class _Portuguese(Romance):
    __slots__ = ()

    lang = "pt"
    modals = MappingProxyType(_MODALS)
    modal = frozenset(_MODALS)
    relative = _RELATIVE
    place = frozenset({"onde"})
    subordinator = word_class(
        "quando se salvo exceto embora desde caso seja qualquer porque enquanto conquanto"
    )
    subordinator_pairs = MappingProxyType({"desde": "que", "seja": "qual", "qualquer": "que"})
    announcing = word_class("nota entrada observação")
    consecutive = phrases(
        "sem que, de modo que, de forma que, de maneira que, de modo a, de forma a, mesmo que, mesmo "
        "quando, ainda que, posto que, já que, uma vez que, à medida que, ao passo que, ao mesmo tempo "
        "que, sempre que, a menos que, a não ser que, visto que, dado que, para que, a fim de que, "
        "independentemente de, do que resulta"
    )
    degrees = frozenset({("mais", "menos")})
    conjunction = _CONJUNCTION
    joining = phrases("bem como, assim como")
    connecting = word_class("também ainda além quer")
    determiner = _DETERMINER
    article = word_class("um uma o a os as")
    pronoun = word_class("ele ela eles elas seu sua seus suas se lhe lhes si")
    adjunct = _ADJUNCT
    genitive = word_class("de do da dos das d' dum duma deste desta destes destas dele deles")
    before_verb = word_class("a de para por sem ao em")
    manner = phrases(
        "as modalidades de, a via para, o caminho para, os meios para, o procedimento para, a forma de, o "
        "modo de, a maneira de, como, de que modo, de que forma, de que maneira, o modo como, a forma como, "
        "a maneira como"
    )
    takes_genitive = word_class("infere inferem deduz deduzem extrai extraem obtém obtêm aprende aprendem")
    focus = word_class("também ainda inclusive mesmo sempre")
    clitic = word_class("se lhe lhes o a os as não")
    auxiliary = word_class("é são há sido ser sendo está estão estar foi foram não seja sejam era")
    before_head = word_class("um uma o a os as também ainda se lhe não todo toda qualquer quer deles dele")
    able = word_class(
        "logra logram consegue conseguem sabe sabem capaz capazes apto apta aptos aptas idôneo idônea "
        "idôneos idôneas"
    )
    postposed = word_class(
        "capaz capazes incapaz incapazes apto apta aptos aptas idôneo idônea idôneos idôneas suscetível "
        "suscetíveis comparável comparáveis semelhante semelhantes necessário necessária necessários "
        "necessárias similar similares"
    )
    takes_infinitive = word_class(
        "aprende aprendem busca buscam visa visam procura procuram tende tendem permite permitem destina-se "
        "limita-se"
    )
    before_infinitive = word_class("modo forma maneira capaz capazes capacidade fim vista")
    about = word_class(
        "relativo relativa relativos relativas relacionado relacionada relacionados relacionadas"
    )
    heads = word_class(
        "capacidade conjunto disciplina ramo campo ciência tecnologia faculdade área habilidade"
    )
    takes_relative = word_class("modo forma maneira tal mais menos desde sempre de medida")
    behind_participle = word_class("de do da como utilizando usando empregando aplicando")
    list_openers = phrases(
        "tais como, tal como, como, por exemplo, incluindo, incluídos, incluídas, nomeadamente, "
        "designadamente, entre outros, entre outras, em particular, inclusive"
    )
    stand_in = word_class("aquele aquela aqueles aquelas")
    parenthetic = word_class("incluindo nomeadamente por como tais")
    negation = word_class(
        "não define definem definido definida considera considerado considerada modo forma bem"
    )
    before_items = word_class(", : de do da o a os as um uma exemplo outros outras")
    analysing = (
        "analis",
        "process",
        "trat",
        "examin",
        "interpret",
        "estud",
        "cruz",
        "compar",
        "explor",
        "transform",
        "combin",
        "vasculh",
        "avali",
        "ponder",
    )
    worked_on = (
        "dados",
        "informaç",
        "sinal",
        "sinais",
        "imagem",
        "imagens",
        "texto",
        "documento",
        "entrada",
        "observaç",
        "medi",
        "peça",
        "conteúdo",
        "autos",
        "registo",
        "registro",
        "situaç",
        "pedido",
        "processo",
        "fluxo",
    )
    said_before = word_class("este esta estes estas esse essa esses essas tal tais aquele aqueles os seus")
    inferring = word_class(
        "infere inferem deduz deduzem interpreta interpretam calcula calculam compara comparam mapeia mapeiam"
    )
    no_object = word_class("de do da é são")
    clause_limb = word_class("a de para se")
    anaphoric = word_class("este esta isto estes estas isso")
    spelling_out = word_class("inclui incluem compreende abrange significa")
    closing = word_class("e ou")
    also = word_class("também ainda")
    function = (_RELATIVE | _CONJUNCTION | _ADJUNCT) | word_class(
        "um uma uns umas o a os as de do da dos das dum duma este esta estes estas deste desta destes "
        "destas se seu sua seus suas lhe é são há sido ser seja sejam sendo está estão estar foi foram era "
        "será serão mais"
    )
    before_phrase = word_class("de do da dos das é são ser")
    predicate = word_class("a de")
    acting_nouns = word_class("simulação imitação emulação reprodução")
    acting_by = word_class("por em pelas pelos pela pelo nas nos")
    studying = ("estud", "ocup", "dedic", "busc", "dedicad", "concentr", "preocup")
    reasoning = ("raciocín", "raciocin")
    names = frozenset({("inteligência", "artificial")})
    frame = _PortugueseFrame()
    facets = _PortugueseFacets()
    scope = _PortugueseScope()

    finite = (
        finite_forms(_VERBS, {"ar": ("a", "am", "e", "em"), "er": ("e", "em"), "ir": ("e", "em")})
        | _IRREGULAR
    )
    verbs = frozenset(_VERBS.split())
    infinitive_endings = ("ar", "er", "ir", "por", "pôr")
    enclitics = ("-se", "-lo", "-la", "-los", "-las", "-lhe", "-lhes")
    no_infinitive = word_class(
        "partir lugar caráter particular militar familiar auxiliar singular similar mulher qualquer poder "
        "par mar por escolar"
    )
    gerund_endings = tuple(
        f"{vowel}ndo{enclitic}"
        for vowel in "aei"
        for enclitic in ("", "-se", "-o", "-a", "-os", "-as", "-lhe", "-lhes")
    )
    verb_endings = ("a", "e", "am", "em", "ui", "ói")
    before_object = word_class("a ao aos à às")
    means = word_class("meio via intermédio através de do da dos das o a os as")
    no_gerund = word_class("quando comando")
    participle_endings = (
        "ado",
        "ada",
        "ados",
        "adas",
        "ido",
        "ida",
        "idos",
        "idas",
        "ído",
        "ída",
        "ídos",
        "ídas",
    )
    participles = _PARTICIPLES
    no_participle = word_class(
        "dado dados resultado resultados estado estados entrada entradas saída saídas mercado mercados "
        "medida medidas vida sentido sentidos significado lado lados pedido pedidos aprendizado grado "
        "jornada"
    )


PORTUGUESE = _Portuguese()
