/**
 * Words with a hyphen of their own, by their parts. United Nations usage; small letters. Arabic and Chinese have none.
 */
import type { LanguageCode } from './code.ts'

/** What a language knows of its compounds. */
export interface CompoundParts {
  /** First parts that keep the hyphen before anything but an ending: `non`, `vice`. */
  first: ReadonlySet<string>
  /** First parts of which there are words without a hyphen, too: they keep it before a word that stands by itself. */
  weak: ReadonlySet<string>
  /** Last parts that keep it behind anything: `based`, `là`, `либо`. */
  last: ReadonlySet<string>
  /** Last parts that keep it behind a word, for a word may end so: `community-led`, but `controlled`. */
  tails?: ReadonlySet<string>
  /** Pairs that the other lists do not give, `first last`. */
  pairs: ReadonlySet<string>
  /** Parts of compound numbers, months and days: two of them keep the hyphen. */
  numbers: ReadonlySet<string>
  /** Small words inside of a compound of three: `to` of `up-to-date`. */
  links: ReadonlySet<string>
  /** Endings that a word breaks off before: `high` and `light` are two words, `short` and `age` are not. */
  endings: ReadonlySet<string>
  /** First and last part of compounds by their form; `base` makes the first part a word that must be known. */
  forms?: ReadonlyArray<readonly [first: RegExp, last: RegExp, base?: string]>
  /** Prefixes that end in the vowel that the word begins with, `co-operation`: older texts have the hyphen, and typesetters break there. */
  meeting?: RegExp
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u).filter((word) => word !== ''))
const pairs = (list: string): ReadonlySet<string> =>
  new Set(list.trim().split(/\s+/u).flatMap((entry) => {
    const [first = '', lasts = ''] = entry.split('-')
    return lasts.split('|').map((last) => `${first} ${last}`)
  }))

const english: CompoundParts = {
  first: set(`non self vice quasi cross long short high low large small wide broad far full year mid half third above two
    three four five seven eight nine first twenty thirty forty fifty sixty seventy eighty ninety gender results
    troop market export needs conflict disaster awareness confidence capacity consensus climate labour energy
    policy policymaking donor child age by trade arms drug mine oil land war human ballot girl boy north south east
    west`),
  weak: set(`ill semi well six post anti mini cyber open round man second back cost fact life rule norm standard agenda burden
    power information community country system region tax law know step case face state nationally locally
    internationally old new hard soft fast slow rapid free job`),
  last: set(`based related level owned specific sensitive responsive oriented driven making setting sharing raising keeping
    saving seeking producing exporting contributing income scale range sized looking depth effective efficient cutting
    known founded defined established ended reaching ranging prone affected torn being standing lying called mentioned
    represented friendly resilient intensive relevant armed trained equipped bodied month party member elect designate
    building clearance trafficking enforcement control benefit sided handed generation rapporteur sponsors sponsor chair
    chairs facilitator facilitators up in on around through house`),
  tails: set('led out off down over away back free old year day week hour how kind term wide made born fold ups offs ins outs'),
  pairs: pairs(`ad-hoc ex-officio|combatant|combatants|president|minister|post|ante|gratia|wife co-author|authors|host|hosts|opt|opted|lead|leads|owner|owners|editor|pilot|exist
    in-service|kind|house|depth|country|person|session|situ|line|person on-site|line|going|call|demand off-site|shore|line|limits
    under-five|fives|represented|secretary|resourced|utilized over-exploitation|expenditure|representation part-time so-called mid-term|year|decade
    pre-trial|school|session|sessional|war|existing|conflict|positioned|election post-conflict|war|disaster|trial|election|holocaust
    e-mail|government|learning|commerce x-ray round-table|trip|up two-thirds|fold one-third|sided|off|time|stop|half well-being all-inclusive|round|out|time
    ill-treatment|treated|health|equipped|founded open-ended|source|air|sea semi-annual|arid|autonomous|permanent|skilled|automatic
    inter-agency|ethnic|state|office|religious|cultural|parliamentary|organizational multi-year|stakeholder|donor|country|party|agency|sector|purpose|ethnic
    sub-item|paragraph|programme|regional|office|group anti-personnel|corruption|money|terrorism|poverty|drug|vehicle|discrimination|retroviral|trafficking|tank|dumping|crime
    counter-terrorism|narcotics|proliferation|piracy|measures|productive|offensive|terrorist second-hand|generation|class tax-free|exempt know-how
    trade-off|offs by-product|products|law|laws|election re-entry law-making|enforcement all-time man-made|hours fact-finding state-owned|of
    de-escalation|escalate|mining|facto|jure pre-existing|qualification|session|empt|emptive|eminent|recorded|service|feasibility re-elect|use|issue|issued|source co-sponsored|sponsorship|hosted|chaired|founder|financed|financing|produced|existence|education|implementation
    inter-agency|communal|island|regional|service|war|faith|generational multi-partner|hazard|faceted|ethnic|level|dimensional|user|track|pronged socio-economic|economically|political|cultural|demographic sub-category|commission|unit|prefecture|standard|office|group|fund
    counter-terrorist|piracy|trafficking|extremism|radicalization|attack|claim|insurgency|argument|intelligence|memorial under-reported|reporting|funded|funding|development|served|aged over-reliance|arching|crowding|the off-budget|duty|grid|road|cycle|peak|post on-board|board|job|screen|ground in-patient|flight|session|house|built|charge out-of|patient|migration ex-post|ante|husband|wife all-weather|male|party part-timers|timer one-way|day|year|party|person|stop|dimensional|half|quarter|fifth|tenth so-far ten-year|day|month|point|fold
    trans-boundary|atlantic intra-regional|agency|community|household extra-budgetary|judicial|territorial micro-credit|enterprises|finance up-to face-to to-date geo-strategic geo-political no-confidence no-fly no-take status-quo aide-memoire|mémoire life-cycle|span|threatening charge-backs stand-alone|by work-related load-bearing`),
  numbers: set(`one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth half
    thirds quarters fifths tenths twenty thirty forty fifty sixty seventy eighty ninety hundred`),
  links: set('to by of the and in at a on for up non self de la'),
  endings: set(`ly er ers est ness age ages ary ment ments ty teen th ing ings ish ish ed en ance ence al ally able ible ful less
    ship hood dom light lights land lands way ways ward wards men man fully ring ringly tieth ties tic cally ment`),
  meeting: /^(?:co-o|(?:re|pre|de)-e|anti-i|semi-i|micro-o)/
}

const french: CompoundParts = {
  first: set(`vice demi semi arrière franco anglo sino russo israélo serbo afro euro gréco indo hispano luso latino socio politico
    médico technico judéo psycho quasi peut ci quelques celui celle ceux celles eux elles lui soi lance brise sans sage
    sages nouveau nouveaux premier mort trop aide procès plate mot libre hommes femmes accord accords convention
    document situation coûts mieux vingt trente quarante cinquante soixante quatre dix petite rendez laissez savoir
    cessez nord sud ouest ibéro sierra mi non avant après italo américano`),
  weak: set(`grand grande petit est porte garde chef loi homme date pays ville coût rapport cyber sol ouvre essuie tire avant
    après`),
  last: set(`ci là il ils elle elles on ce je tu nous vous moi toi lui même mêmes t delà dessus dessous devant deçà après joint
    vous papiers abri emploi type types cadre butoir limite hôte hôtes major passer général généraux verbal verbaux
    rendu rendus mémoire parole forme formes puissant puissants côtes frontière frontières roquettes missiles guerre`),
  pairs: pairs(`ad-hoc haut-commissariat|commissaire|représentant|représentante|fonctionnaire|fonctionnaires|parleur grand-chose|mère|père|messe|public petit-déjeuner|fils|fille
    mi-parcours|temps|avril|mai|juin|journée|année|course sous-comité|comités|commission|commissions|région|régions|régional|régionale|régionaux|groupe|secrétaire|total|développement|développé|jacent|jacente|jacents|jacentes|programme|programmes|section|alinéa|représentation|représentées|représenté|utilisation|traitance|officier|sol|marin|estimer|estimée
    contre-mesures|mesure|terrorisme|indication|productif|espionnage|attaque|amiral|valeur|pied|courant|interrogatoire|exemple|expertise|proposition main-forte|d
    auto-évaluation|assistance|défense|détermination|emploi|suffisance co-auteur|auteurs|président|présidents|rapporteur|facilitateur|facilitateurs|parrainage|développement
    télé-enseignement|médecine hydro-électrique électro-technique radio-télévision|actif audio-visuel micro-entreprise|entreprises|crédit macro-économique|économie
    au-dessus|dessous|delà|devant|dedans par-delà|dessus|dessous|devant|ci là-bas|dessus|dedans|haut face-à tête-à vis-à c’est-à
    est-ce|à pied-noir|noirs chou-fleur main-d chef-d hors-d mot-d corps-d garde-à cerf-volant arc-en rez-de clin-d terre-air|plein|neuve air-sol|air|mer|terre sol-sol|air gagne-pain passe-partout|temps|droit
    anti-inflammatoire|inflation|infectieux intra-africain|régional extra-atmosphérique|budgétaire|budgétaires ultra-marin supra-national infra-rouge|rouges pré-accord
    plus-value|values moins-value|values bien-être|fondé|aimé mal-être|nutrition tout-puissant|petits|venant court-circuit|métrage long-courrier|métrage compte-rendu|rendus|gouttes
    ouest-africain|africaine est-asiatique|africain|allemand|européen ouvre-boîte essuie-glace tire-fond|bouchon ex-combattants|combattant|président|république|yougoslavie|femme|mari
    nouveau-né|nés nouveaux-nés premier-né mort-né|nés mot-clef|clé point-clef|clé mots-clefs|clés laissez-passer|faire savoir-faire|vivre ouï-dire peut-être bien-être bien-fondé c’est-à est-à cessez-le-feu le-feu
    mal-être|logés|logé plus-que moins-disant|disante tout-petits|terrain court-circuiter|circuité long-métrage haut-parleur|plateau|lieu|commandement bas-fonds|relief passe-droit|temps sud-sud|est|ouest nord-sud|est|ouest est-ouest micro-crédit|finance|organisme géo-stratégique éco-tourisme inter-africain|américain|américaine|institutions|organisations|arabe post-conflit|électoral
    pied-à pieds-noirs clin-d mégawatts-heure watt-heure kilowatt-heure homme-mois hommes-mois personnes-mois hyper-sexualisation cyber-attaque|attaques|sécurité|criminalité|espace statu-quo bas-côté pré-accord non-lieu rez-de`),
  numbers: set(`un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente
    quarante cinquante soixante cent unième deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième
    onzième douzième treizième quatorzième quinzième seizième vingtième et
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche`),
  links: set('à de en et t du la le est sur sous ci d l y'),
  endings: set(`ment ments tion tions té tés elle eur eurs euse aire aires age ages ance ances ence able ables ible ir er ant ante ants
    antes ée ées és dien dienne ier ière iers ières ise ises ait ent isse esse nant tant tants tante tenir tien teur trice courir
    dire venir venant venants bution balancer faire trer trée`),
  meeting: /^(?:co-o|(?:ré|pré)-é|anti-i|micro-o)/
}

const spanish: CompoundParts = {
  first: set('franco anglo hispano sino ruso greco indo afro israelo árabe euro luso ibero italo germano'),
  weak: set('ex socio agro bio ciber coche decreto acuerdo palabra fecha hombre mujer costo coste calidad espacio norte sur este oeste tierra aire mar ciudad país buque'),
  last: set('ley clave límite marco bomba piloto modelo tipo'),
  pairs: pairs('ad-hoc norte-sur sur-sur|norte tierra-aire|tierra aire-tierra|aire|mar mar-mar|aire costo-beneficio|eficacia coste-beneficio|eficacia hombre-mujer ex-combatientes|combatiente|presidente|presidenta|ministro|yugoslava|soviética espacio-tiempo calidad-precio enseñanza-aprendizaje este-oeste aide-mémoire laissez-passer ex-combatiente|militares|militar|ministro|cónyuge|marido bio-psicosocial económico-social|financiero cívico-militar|policial|social crítico-constructivo industrial-urbano urbano-rural rural-urbano público-privada|privado|privadas|privados obrero-patronal militar-policial fiscal-presupuestario'),
  numbers: set('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo'),
  links: set('a de y en por para'),
  endings: set('mente ción ciones dad dades miento mientos tivo tiva'),
  // `político-militar`: the first of two adjectives ends in o. `teórico-práctico`: one word has one accent.
  forms: [[/[áéíóú]/, /[áéíóú]/], [/(?<=\p{L}{3})(?:ic|iv|ari|cial|gic)o$/u, /\p{L}{3}(?:[ivnrsdt][oa]s?|(?:al|ar|il|ional|ense)(?:es)?)$/u]]
}

const russian: CompoundParts = {
  first: set(`вице экс обер пресс веб интернет бизнес медиа сельско штаб премьер северо юго южно западно восточно центрально северно
    социально научно военно торгово финансово учебно нормативно организационно административно национально
    культурно материально политико информационно консультативно контрольно уголовно международно общественно
    государственно инженерно промышленно жилищно профессионально медико физико химико историко экономико технико
    российско арабо палестино израильско франко англо афро латино африкано греко сербо азиатско гражданско
    программно проектно кредитно денежно налогово бюджетно правоохранительно разведывательно методически природно
    лечебно санитарно продовольственно производственно аналитически планово экспертно гамма кило тонно человеко
    киловатт норд зюйд чуть еле давным точь экспорт`),
  weak: set(`кибер дизель контр блок член генерал капитан мало план закон город государств стран эксперт два три пять во из кое человек школа ракета
    онлайн альфа бета мини макси спутник инженер крест государство государства государствам государствами страна страны странам странах организация организации эксперты женщина ученый купля купли`),
  last: set('то либо нибудь таки ка за под председатель министр министра министром министру майор лейтенант участник участники участника участников участнику членов члены член членам членами доноров доноры партнеров партнеры исполнители организатор тихоокеанского тихоокеанский тихоокеанском квартира квартиры квартире квартиру сайт сайте сайта платформа релиз конференция дней дня месяцев часов'),
  pairs: pairs('ad-hoc во-первых|вторых|третьих в-третьих|четвертых|пятых из-за|под кое-что|где|как|кто|какие|какой еле-еле чуть-чуть давным-давно точь-в крест-накрест мало-помалу|мальски два-три три-четыре пять-шесть блок-схема|схемы план-график член-корреспондент генерал-майор|лейтенант|губернатор|полковник капитан-лейтенант контр-адмирал закон-образец город-герой школа-интернат ракета-носитель мини-проект инженер-электрик спутник-ретранслятор эксперт-консультант статус-кво де-юре|факто ноу-хау'),
  numbers: set(`январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь понедельник вторник среда четверг
    пятница суббота воскресенье один два три четыре пять шесть семь восемь девять десять январе феврале марте апреле мае
    июне июле августе сентябре октябре ноябре декабре января февраля марта апреля мая июня июля августа сентября октября
    ноября декабря полутора двух трех трёх четырех четырёх пяти шести семи восьми девяти десяти двенадцати пятнадцати двадцати
    тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста двухсот трехсот пятисот двенадцать пятнадцать
    двадцать тридцать сорок сто двести триста`),
  links: set('в о и на по до бок тет порт эль аль де ду'),
  endings: set('го му ник ники ников ство ства тель телей ный ная ное ные ского ский ских ность ности ние ния ной ных ном тие тия'),
  // `по-прежнему`; `центрально-африканский`, of an adjective, `центральный`.
  forms: [[/^по$/, /(?:ому|ему|ски|цки)$/], [/(?<=\p{L}{4}(?:н|ск))о$/u, /\p{L}{4}(?:[ыиоа]й|[аоя]я|[оеы]е|[оеи]го|[оеы]му?|[ыи]х|[ыи]ми?|[ую]ю)$/u, 'ый'], [/(?<=\p{L}{3}ск)о$/u, /\p{L}{4}(?:[ыиоа]й|[ао]е|ая|ие|[оеи]го|ому?|[ыи]х|[ыи]ми?|ую)$/u]]
}

const nothing: CompoundParts = { first: set(''), weak: set(''), last: set(''), pairs: set(''), numbers: set(''), links: set(''), endings: set('') }

export const compounds: Readonly<Record<LanguageCode, CompoundParts>> = { ar: nothing, en: english, es: spanish, fr: french, ru: russian, zh: nothing }
