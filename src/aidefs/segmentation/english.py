"""The grammar of English: its closed word classes and the forms of its verbs.

What each class is for stands in `aidefs.segmentation.grammar`.
"""

from __future__ import annotations

from types import MappingProxyType

from aidefs.patterns import late
from aidefs.segmentation.frames import naming
from aidefs.segmentation.grammar import FacetWords, FrameWords, Grammar, ScopeWords, phrases, word_class

__all__ = ["ENGLISH", "English"]

_MODAL = frozenset({"may", "can", "must", "shall"})
_RELATIVE = frozenset({"that", "which", "who", "whose", "whereby"})
_CONJUNCTION = frozenset({"and", "or", "but", "nor", "and/or"})
_ADJUNCT = word_class(
    "for from by with without through via in into on onto upon under over among across between within "
    "against towards toward after before during at as than beyond per like"
)
_NOT_INCLUDE = frozenset(("not", verb) for verb in ("include", "mean", "apply", "cover", "extend"))

_OTHER_NAMES = frozenset({("machine", "learning"), ("deep", "learning"), ("language", "processing")})

# Verbs of statutory definitions, in the base form. The class need not be complete: a verb matters only
# where a comma or a conjunction, and no relative pronoun, stands before it.
_VERBS = word_class(
    "abstract accept achieve acquire act adapt adjust affect aid alter analyse analyze answer appear "
    "apply approximate arrive articulate assess assign assist attain attempt augment autocomplete "
    "automate balance become behave build calculate carry categorise categorize change choose classify "
    "collect combine communicate compare compile complete compose comprehend comprise compute conclude "
    "conduct connect consist contain contribute control converse convert cooperate coordinate create "
    "decide deduce define deliver demonstrate depend depict deploy derive design detect determine "
    "develop diagnose differ discern discover display disseminate distinguish draw drive elaborate embed "
    "employ emulate enable engage enhance ensure estimate evaluate evolve examine exceed exclude execute "
    "exhibit expand exploit express extract facilitate find form formulate fulfil fulfill function gather "
    "generate get give grow guide help hold identify imitate impact impersonate implement improve "
    "include incorporate induce infer influence inform ingest initiate inject integrate interact "
    "interpret involve isolate issue iterate lead learn maintain make manipulate match maximise maximize "
    "meet mimic mine minimise minimize mirror modify navigate notify observe obtain offer operate "
    "optimise optimize outperform output overcome perceive perform personalise personalize portray "
    "possess predict prescribe present prioritise prioritize process produce propose provide publish "
    "pursue rank reach reason receive recognise recognize recommend reconstruct reduce refine regulate "
    "relate rely remove render replace replicate represent reproduce require resemble respond restrict "
    "retain retrieve return reveal rewrite score seek select self-learn sense serve show simulate solve "
    "sort speak store strive substitute suggest summarise summarize supplant supplement support surpass "
    "sustain synthesise synthesize tailor take think train transcribe transform translate transmit "
    "trigger understand undertake update use utilise utilize validate vary verify work write yield"
)
# Past participles without the ending -ed that open a reduced relative clause.
_STRONG_PARTICIPLES = word_class(
    "begun bought bound brought built chosen dealt done drawn driven fed forbidden found given grown held "
    "hidden kept known laid led lent made meant overridden overseen paid put rebuilt run seen sent set shown "
    "sold taken taught thought understood withdrawn written"
)
# Words in -ing and -ed that are no participles of a clause.
_NO_PARTICIPLE = word_class(
    "anything computing engineering everything exceed feed following including indeed need nothing proceed "
    "seed something speed thing"
)


_INTRODUCED = r"(?:(?:for|in|throughout|under|within) (?:[^\s,;:.]+ ){1,6}?, )?"
_QUOTED = r"(?:' (?:[^\s']+ ){1,8}?' (?:\( (?:[^\s()]+ ){1,5}\) )?)"
_MAY_BE_USED = (
    r"(?:(?:can|could|may|might|shall|will) )?(?:\S+ly |also |likewise |here )?(?:is|are|be|been|was|were) "
    r"(?:\S+ly |also |here )?(?:used|employed|applied|reserved|taken) (?:\S+ly |here )?"
    r"(?:(?:in|on|by|throughout|within|below) (?:[^\s,;:.]+ ){1,5}?)?"
)
_TO_DENOTE = (
    r"to (?:mean|describe|denote|designate|refer to|signify|indicate)|"
    r"as (?:an? |the )?(?:\S+ ){0,2}?(?:shorthand|name|term|label|abbreviation|byword) for"
)


class _EnglishFrame(FrameWords):
    __slots__ = ()

    names = word_class("ai ais gai genai llm llms ml")
    other_names = _OTHER_NAMES
    openings = (
        # "By AI the Tribunal understands a program …"
        late(r"(?:by|under) (?:[^\s,;:.]+ ){1,8}?(?:mean|means|understand|understands) (?!by |that |of )"),
        # "In this Part, a reference to AI is a reference to …"
        late(
            r"(?:[^\s,;:.]+ ){0,8}(?:, )?(?:a|any|every) reference (?:[^\s,;:.']+ |' ){1,9}?"
            r"(?:is|is to be (?:read|construed) as|shall be (?:read|construed) as) (?:a )?reference to "
        ),
        # "More simply, you can think of AI as …"
        late(
            r"(?:(?:[^\s,;:.]+ ){1,5}, )?(?:we|you|one|people|i) (?:[^\s,;:.]+ ){0,2}?(?:think|conceive) of "
            r"(?:[^\s,;:.]+ ){1,6}?as "
        ),
        # "The term AI is used here for …"
        late(
            r"the (?:term|word|phrase|expression) (?:[^\s,;:.]+ ){1,8}?(?:is|are) (?:[^\s,;:.]+ ){0,2}?used "
            r"(?:[^\s,;:.]+ ){0,2}?(?:for|of|to (?:mean|describe|denote|designate|refer to)) "
        ),
        # "AI is | not a single technology but a set of …"
        late(
            r"(?:(?!that |which |who )[^\s,;:.]+ ){1,6}?(?:is|are) "
            r"(?=not (?:an? |one |just |simply |merely |only )(?:[^\s;:.]+ ){1,8}?but )"
        ),
        # "There are many definitions, but most agree that AI is …"
        late(
            r"(?:(?:there (?:is|are)|while|although|though) (?:[^\s;:.]+ ){1,14}?, (?:but |yet )?)?"
            r"(?:one|we|i|you|people|experts|many|most|some) (?:could |can |may |might |would )?"
            r"(?:say|agree|argue|believe|hold|propose|suggest|think) that "
            r"(?:(?!that |which |who )[^\s,;:.]+ ){1,5}?(?:is|are|means|refers to) "
        ),
        # "The expression AI is applied in medicine to …", "“AI” is used here as a collective name for"
        late(
            rf"{_INTRODUCED}(?:(?:the|this) (?:\S+ )?(?:term|word|phrase|expression|name|label|noun) "
            rf"(?:[^\s,;:.]+ ){{0,6}}?|{_QUOTED}){_MAY_BE_USED}(?:{_TO_DENOTE}|for|of|to) (?!use )"
        ),
        # "AI can be used to refer to …", "AI is shorthand for …"
        late(
            rf"{_INTRODUCED}(?:(?!that |which |who )[^\s,;:.]+ ){{1,6}}?(?:{_MAY_BE_USED}(?:{_TO_DENOTE})|"
            rf"(?:is|are) (?:simply |just |our |a |an )?(?:shorthand|short|abbreviation) for) "
        ),
        # "By artificial general intelligence is meant …"
        late(rf"by {_QUOTED}?(?:[^\s,;:.]+ ){{0,7}}?(?:is|are) (?:here )?(?:meant|understood) "),
        # "Artificial intelligence is nothing else but …"
        late(
            r"(?:thus , )?(?:(?!that |which |who )[^\s,;:.]+ ){1,6}?(?:is|are) (?:simply )?(?:nothing|none) "
            r"(?:else |other |more )?(?:but|than) "
        ),
        # "The Minister may by order provide that “AI” means …", "The Court held that AI is …"
        late(
            r"(?:the |each |an? )?(?:\S+ )?(?:ministers?|secretary|commission|council|board|agency|"
            r"parliament|court|tribunal|government|authority|commissioner|parties|assembly) "
            r"(?:[^\s;:.]+ ){0,8}?"
            r"(?:provide|determine|specify|order|declare|prescribe|hold|held|decide|rule|find|found|state|"
            r"agree|consider)(?:s|d|ed)? that "
            r"(?:(?!that |which |who )[^\s,;:.]+ ){1,8}?"
            r"(?:shall mean|means?|refers? to|(?:is|are)(?= (?:an?|any|the) )) "
        ),
        late(r"< (?:[^\s,;:.<>]+ ){1,5}> "),  # the field of a dictionary entry
    )
    naming = naming(
        copula="is|are",
        name="name|term|label|expression|shorthand|phrase|byword|catch-all|catchall|concept",
        given="for|given to|used for|used to (?:describe|denote|designate|refer to|mean)|applied to|"
        "describing|denoting|covering|referring to|that (?:describes|denotes|covers|refers to)",
    )
    closing = late(
        r"(?:(?:is|are|shall be|will be) (?:\S+ ){0,2}?(?:called|named|termed|known as|"
        r"referred to (?:\S+ ){0,4}?as|deemed|regarded as|treated as|considered|described as|said to be|"
        r"what (?:we|people|one|many) call) |(?:counts?|qualif(?:y|ies)|ranks?) as |"
        r"constitutes? |(?:goes|go) by the name of |"
        r"(?:bears?|has|have|takes?) the name |(?:we|people|many) (?:\S+ )?call )"
    )
    answering = word_class("it this that they because")
    here = word_class("here")
    headings = word_class("definition definitions interpretation terms expressions")
    means = frozenset({"means"})
    mean = frozenset({"mean"})
    understand = word_class("understand understands")
    joined = frozenset(
        {
            *(("stands", "for"), ("stand", "for"), ("deals", "with"), ("deal", "with")),
            *(
                ("consists", "of"),
                ("consist", "of"),
                ("concerns", "itself"),
                ("focuses", "on"),
                ("focus", "on"),
            ),
        }
    )
    we = word_class("we i")
    no_noun_after = word_class("of by to through")
    means_as_noun = word_class("by through via a other such")
    stems = word_class("mean include includes describe")
    before_stem = word_class("will to")
    denotes = word_class("denotes designates signifies")
    equating = word_class("comprises constitutes covers describes encompasses involves")
    not_equating = frozenset({"as"})
    has = word_class("has have")
    meaning = frozenset({"meaning"})
    lending = word_class(
        "as ascribed assigned given provided same set forth specified the that such term it to"
    )
    defining_as = word_class(
        "approach approaches characterise characterised characterises characterize characterized "
        "characterizes cite cited cites conceive conceived conceives consider considered considers construe "
        "construed deemed define defined defines describe described describes refer referred refers regard "
        "regarded regards seen taken thought treat treats understand understands understood view viewed views"
    )
    as_ = frozenset({"as"})
    as_being = frozenset({"being"})
    not_as = frozenset({"such"})
    to_be = (("to", "be"), ("to", "mean"))
    passive = word_class("is are be commonly generally often typically usually")
    refers = word_class("refers refer referring alludes allude pertains amounts")
    refers_to = frozenset({"to"})
    copula = word_class("is are")
    demonstrative = frozenset({"that"})
    not_defined = word_class(
        "not to also best often commonly sometimes typically only capable able based referring"
    )
    behind_passive = word_class("to as and or , . ;")
    term = frozenset({"term"})
    term_for = word_class("for describing covering")
    term_verbs = word_class("describe describes mean means to covers")
    existential = frozenset({"there"})
    not_in_term = word_class("to by with")
    introducing = word_class("for in under as within")
    holding = phrases(
        "within the meaning of, for the purposes of, for the purpose of, under this, under the, in the sense "
        "of, as used in, as referred to in"
    )
    leading_in = word_class(
        "according although broadly essentially generally more put simply though to while"
    )
    the_term = (("the", "term"),)
    pronoun = frozenset({"it"})
    making = word_class(
        "build construct create design develop devise engineer enable investigate make model program "
        "reproduce study understand"
    )
    dealing = phrases("concerned with, about")
    calling = word_class("henceforth hereafter hereinafter herein together collectively")
    before_term = word_class("- : the term terms expression word words")
    includes = word_class("includes include")
    following = (
        ("any", "of", "the", "following"),
        ("all", "of", "the", "following"),
        ("the", "following"),
    )
    articles = word_class("a an the")
    no_term_first = word_class("a an any")
    subject_alone = True
    labelled = True
    no_genus_first = word_class("case example instance matter question")


class _EnglishFacets(FacetWords):
    __slots__ = ()

    examples = (
        ("such", "as"),
        ("including",),
        ("e.g",),
        ("e.g.",),
        ("for", "example"),
        ("for", "instance"),
        ("in", "particular"),
        ("among", "others"),
        ("notably",),
        ("especially",),
        ("particularly",),
    )
    rest = phrases(
        "etc, et cetera, and so on, and so forth, and the like, or the like, and more, among others, "
        "amongst others, among other things, among other outputs, and suchlike"
    )
    further = phrases(
        "or other, or similar, or comparable, and other, and similar, and comparable, and/or other, "
        "and/or similar, and/or comparable"
    )
    listing = phrases(
        "namely, that is to say, that is +, i.e., viz, be they, be it, which include, which includes, "
        "which comprise, whether, in other words, as follows"
    )
    excluding = word_class("excluding excludes exclude except")
    excluded = word_class("excluded exempt exempted")
    excluding_pairs = _NOT_INCLUDE | {("other", "than")}
    no_examples = word_class("when where if because")
    leading = word_class(
        "but not limited to without limitation either both also as only merely the following"
    )
    before_negation = word_class("does do did")
    particles = word_class("back out up off away forth")
    quantities = word_class("more no none less all not other")
    before_limb = frozenset({"to"})
    modals = MappingProxyType(
        {
            **dict.fromkeys(word_class("cannot can't could couldn't"), "can"),
            **dict.fromkeys(word_class("might"), "may"),
            "shan't": "shall",
            **dict.fromkeys(word_class("should shouldn't"), "should"),
            **dict.fromkeys(word_class("mustn't"), "must"),
            **dict.fromkeys(word_class("will won't would wouldn't"), "will"),
        }
    )
    modal_like = word_class("ought")
    modal_nouns = word_class("can may might must will")
    before_nouns = word_class("a an the its their free own early late mid")
    subject_first = True
    opens_subject = _RELATIVE | word_class(
        "as than what whatever whichever whoever whenever wherever however how where when if unless until "
        "while because although though whereas"
    )
    subjects = word_class(
        "a an the each any every no some all most it they he she we you one people humans persons users "
        "operators individuals anyone everyone someone nobody its their this these those"
    )
    covering = word_class(
        "include includes included including cover covers covered capture captures captured caught fall "
        "falls qualify qualifies count counts constitute constitutes encompass encompasses encompassed "
        "comprise comprises considered regarded treated deemed classed classified within scope"
    )
    standing = word_class("fall falls falling fell lie lies remain remains stay stays are is")
    outside = word_class("outside beyond")
    definition = word_class("definition term scope meaning concept notion expression ambit")
    excess = word_class("too")
    perhaps = word_class("necessarily")
    denied = MappingProxyType(
        {
            "can": "cannot",
            "may": "may not",
            "must": "must not",
            "shall": "shall not",
            "should": "should not",
            "will": "will not",
        }
    )
    denying_before = word_class("nor neither never")
    denying_behind = phrases(
        "not, never, neither, no longer, no more, no way, no circumstances, no case, no event"
    )
    denying_forms = word_class("cannot can't couldn't shan't shouldn't mustn't won't wouldn't needn't")
    only_denied = MappingProxyType({"need": "need not", "needn't": "need not"})
    between = word_class(
        "in under any event case at all by itself themselves however therefore always be have been"
    )
    only = word_class("only just merely solely limited least")
    taking_back = phrases("but, help but, not, than")


_WORD = r"(?:[^\s,;:.]+ )"
_FALLING = (
    r"(?:also |not |specifically |expressly )?(?:included|covered|excluded|exempt|exempted|"
    r"captured) (?:are|is) ",
    r"(?:(?:this|the|that) (?:term|definition|expression|concept|phrase)|it|they|these|this) (?:may |"
    r"can |also |"
    r"would |could ){0,2}(?:include|includes|cover|covers|encompass|encompasses|extend|extends|"
    r"comprise|comprises|"
    r"apply|applies|exclude|excludes|catch|catches|captures) (?:but |to |both |all |any |also |, )?",
    rf"(?:{_WORD}|, ){{1,14}}?(?:does|do|shall|will) not (?:\S+ )?(?:fall|qualify|count|constitute|"
    rf"apply|cover|"
    r"extend|include) ",
    rf"(?:{_WORD}|, ){{1,14}}?(?:is|are) (?:not|never) (?:\S+ )?(?:an? (?:ai|artificial|aies|such)|such|ai|"
    r"artificial|covered|included|considered|regarded|treated|within|subject|in scope|caught) ",
    rf"(?:{_WORD}|, ){{1,14}}?(?:is|are|remain|remains|falls?) (?:\S+ )?(?:out of scope|outside|"
    rf"excluded|exempt|"
    r"exempted|within the scope) ",
    rf"(?:(?:the |an |a |our )?(?:ai|artificial intelligence|such) {_WORD}{{0,3}}?(?:exclude|excludes|"
    rf"include|"
    r"includes|cover|covers|encompass|encompasses) )",
    r"(?:(?:common|typical|popular|other|some|well-known) )?(?:examples|applications|uses) "
    rf"(?:of {_WORD}{{1,4}}?)?(?:are|include|range) ",
    r"(?:used (?:for|in|by|as|widely|,) |(?:also|sometimes|often|commonly) (?:called|known|referred|termed) |"
    r"see also |synonyms? )",
    r"(?:for (?:example|instance) ,|there is no|no single|it does not matter|"
    r"it is immaterial|it is "
    r"irrelevant) ",
)


class _EnglishScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "minister ministers secretary commission council authority board agency governor president "
        "parliament congress legislature government regulator director administrator commissioner "
        "department ministry court states regulations"
    )
    origins = word_class(
        "internal external proprietary in-house free paid public private commercial local own "
        "licensed purchased"
    )
    openings = tuple(map(late, _FALLING))
    contrasting = (("unlike",), ("in", "contrast", "to"), ("in", "contrast", "with"))

    case = frozenset({"where"})
    leads = word_class("when if")
    conditions = word_class("whether unless except excluding provided regardless irrespective")
    concessions = word_class("whether regardless irrespective")
    exclusions = _NOT_INCLUDE
    can = word_class("can may")
    be = frozenset({"be"})
    used = word_class("applied deployed embedded embodied found implemented incorporated integrated used")
    used_ending = ("-based",)
    includes = frozenset({"includes"})
    include = frozenset({"include"})
    shall = frozenset({"shall"})
    denied = (("is", "not"), ("are", "not"))
    example = ("example",)
    ways = ("approach", "technique", "method", "algorithm")


class English(Grammar):
    """The grammar of English."""

    __slots__ = ()

    lang = "en"
    modal = _MODAL
    relative = _RELATIVE
    subordinator = word_class(
        "whether where when if unless except excluding provided regardless irrespective"
    )
    subordinator_pairs = MappingProxyType({"provided": "that"})
    consecutive = (("such", "that"), ("so", "that"))
    degrees = frozenset({("more", "less")})
    conjunction = _CONJUNCTION
    joining = (("as", "well", "as"),)
    connecting = word_class("also then either both")
    determiner = word_class("a an any the one some each all such those these")
    article = word_class("a an the")
    pronoun = word_class("it its they their them this itself")
    adjunct = _ADJUNCT
    genitive = frozenset({"of"})
    infinitive = frozenset({"to"})
    purpose = (("in", "order"),)
    purpose_adjunct = (("so", "as"),)
    question = frozenset({"how"})
    auxiliary = word_class("is are be been being was were has have not")
    before_head = word_class("also then either otherwise a an the any")
    postposed = word_class(
        "able apt capable comparable devoid equivalent incapable unable necessary similar superior "
        "responsible intended"
    )
    predicative = word_class(
        "accessible available aware clever eligible fit free good likely open present prone ready suitable "
        "unlikely useful willing"
    )
    govern_to = word_class(
        "according access addition answer answers comparable equal equivalent identical limited pertaining "
        "barrier barriers harm related relating relative reply replies respect response responses risk risks "
        "similar subject superior threat threats"
    )
    takes_infinitive = word_class(
        "aim aims are attempt attempts continue help helps is learn learns need seek seeks serve serves "
        "strive strives tend tends"
    )
    before_infinitive = word_class("how order as able")
    about = word_class("related relating pertaining concerning regarding")
    heads = word_class(
        "ability branch capability capacity collection discipline field set study technology use"
    )
    takes_relative = word_class("way manner such so")
    gerund_clauses = word_class("consisting comprising thinking")
    instrument = frozenset({"using"})
    behind_participle = word_class("to as using")
    list_openers = (
        ("such", "as"),
        ("including",),
        ("include",),
        ("includes",),
        ("e.g",),
        ("e.g.",),
        ("for", "example"),
        ("for", "instance"),
        ("namely",),
    )
    list_verbs = word_class("include includes")
    list_participle = frozenset({"including"})
    by = word_class("by through")
    stand_in = word_class("one ones those any")
    parenthetic = word_class("including excluding")
    negation = frozenset({"not"})
    not_limited = (("but", "limited"),)
    before_items = word_class(", : example instance not limited to as")
    no_object = word_class("of is are")
    as_ = frozenset({"as"})
    clause_limb = word_class("to does")
    anaphoric = word_class("this these such examples")
    spelling_out = word_class("include includes means")
    closing = word_class("and or")
    also = frozenset({"also"})
    function = (_RELATIVE | _CONJUNCTION | _ADJUNCT) | word_class(
        "a an the of to is are be been being was were has have had having do does did will would could "
        "should might"
    )
    compounding = word_class(
        "data decision deep information language learning machine problem reinforcement self"
    )
    compound_ends = word_class("based driven enabled like")
    compounds = MappingProxyType(
        {("decision", "making"): "decision-making", ("decisions", "making"): "decision-making"}
    )
    focus = word_class("chiefly especially mainly notably particularly primarily sometimes specifically")
    given = frozenset({"given"})
    provision = word_class(
        "annex article chapter clause item items paragraph paragraphs part point section sections "
        "subparagraph subparagraphs subsection subsections title"
    )
    announcing = word_class("following either more note entry")
    kinds = word_class(
        "class category collection combination family form group kind range series set sort subset suite "
        "type variety"
    )
    acting_nouns = word_class(
        "automation emulation expansion extension imitation mimicry recreation replication reproduction "
        "simulation study"
    )
    acting_by = word_class("by in")
    studying = (
        "stud",
        "deal",
        "concern",
        "focus",
        "devot",
        "seek",
        "aim",
        "develop",
        "design",
        "build",
        "tri",
    )
    reasoning = ("reason",)
    inferring = word_class("deduce deduces infer infers inferring")
    names = frozenset({("artificial", "intelligence"), *_OTHER_NAMES})
    before_phrase = word_class("of to is are be")
    predicate = frozenset({"to"})
    frame = _EnglishFrame()
    facets = _EnglishFacets()
    scope = _EnglishScope()

    def is_present_participle(self, word: str) -> bool:
        """Whether a word has the form of a present participle."""
        return len(word) > 4 and word.endswith("ing") and word not in _NO_PARTICIPLE

    def is_past_participle(self, word: str) -> bool:
        """Whether a word has the form of a past participle."""
        regular = len(word) > 3 and word.endswith("ed") and word not in _NO_PARTICIPLE
        return regular or word in _STRONG_PARTICIPLES

    def is_verb(self, word: str) -> bool:
        """Whether a word is a form, base or third person, of a verb on the list."""
        if word in _VERBS or word in {"is", "are"}:
            return True
        if not word.endswith("s"):
            return False
        if word.endswith("es") and word[:-2] in _VERBS:
            return True
        return word[:-1] in _VERBS or word[:-3] + "y" in _VERBS

    def is_third_person(self, word: str) -> bool:
        return word.endswith("s")

    def is_plural(self, word: str) -> bool:
        return word.endswith("s")

    def is_adverb(self, word: str) -> bool:
        return word.endswith("ly")


ENGLISH = English()
