/**
 * Words that carry a full stop without ending a sentence, and the small words that sentences begin with.
 *
 * Sources: UN editorial usage (the abbreviations seen in UN documents) and general knowledge of the languages.
 * Every entry is lower case and without its last full stop; inner full stops stay, inner spaces are left out
 * (`т. е.` is `т.е`, `p. ej.` is `p.ej`).
 */
import type { LanguageCode } from './code.ts'

/** The kinds of abbreviation, by what may follow them. */
export const abbreviationKinds = ['doubtful', 'era', 'final', 'number', 'prefix', 'unit'] as const

export type AbbreviationKind = (typeof abbreviationKinds)[number]

/** What a language knows of full stops; all lists hold lower-case words. */
export interface Abbreviations extends Record<AbbreviationKind, readonly string[]> {
  /** Never at the end of a sentence: titles, `cf`, `e.g`. */
  prefix: readonly string[]
  /** Stand before a number, a Roman numeral or a letter, and go on only then: `para`, `No`, `art`. */
  number: readonly string[]
  /** End the sentence where a capital follows: `etc`, `ff`. */
  final: readonly string[]
  /** End the sentence only where a word of `starters` follows: `U.S`, `Inc`. */
  doubtful: readonly string[]
  /** Units after a figure: no end before a figure or an acronym (`долл. США`). */
  unit: readonly string[]
  /** Follow a figure (`2019 г`, `10 a.m`): end unless only words of `adverbials` came before; else as `prefix`. */
  era: readonly string[]
  /** Words that begin sentences, hardly ever names. */
  starters: readonly string[]
  /** Words before a letter that is no initial: `Annex A`. */
  designators: readonly string[]
  /** Words of a phrase of time at the head of a sentence: `В начале мая 2019 г. Комитет …`. */
  adverbials: readonly string[]
  /**
   * What goes on with a sentence after a quotation that ends in `?` or `!`, where no small letter shows it: whole words
   * in Arabic, first characters in Chinese.
   */
  carriers: readonly string[]
  /** Words before several numbers with titles: `sections 2.1. Data and 2.2. Analysis`. */
  plurals: readonly string[]
  /** Words between two of those. */
  conjunctions: readonly string[]
}

/** An abbreviation that a user adds to those of a language. */
export interface AddedAbbreviation {
  /** `*` for all six. */
  language: LanguageCode | '*'
  /** As the lists below have it: lower case, without its last full stop. */
  word: string
  kind: AbbreviationKind
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/u)

/** Written in Latin letters in documents of any language: symbols, sales numbers, names of firms and people. */
export const latinAbbreviations: Pick<Abbreviations, AbbreviationKind | 'starters'> = {
  prefix: words('mr mrs ms dr prof st e.g i.e cf vs v ed eds gen col'),
  number: words('no nos n° nº add corr rev amend suppl vol vols p pp para paras art arts conf misc ser sect sects chap'),
  final: words('etc ff seq ibid id al cit'),
  doubtful: words('inc ltd co corp jr sr s.a u.s u.k u.n'),
  unit: [],
  era: [],
  starters: words('the a an in it this these that he she they we there on at for as if see no')
}

export const abbreviations: Readonly<Record<LanguageCode, Abbreviations>> = {
  ar: {
    prefix: words('د أ أ.د م ص.ب أ.م.د ج.م.ع ت ف ه هـ ب ج س ش'),
    number: words('ص ص.ص ق ف رقم ع مج ط ج م'),
    final: words('إلخ الخ ا.هـ اهـ'),
    doubtful: [],
    unit: words('كم كلم كغ كجم سم مم'),
    era: words('م هـ ه ق.م ب.م'),
    starters: words('كما إن إنّ أن لا لم لن ليس لقد قد هذا هذه ذلك تلك هو هي هم ثم أما لكن غير انظر بيد كذلك إذا'),
    designators: words('المرفق مرفق الجزء الفرع القائمة الفئة اللجنة المجموعة القرار التذييل'),
    adverbials: words('في عام سنة وفي منذ حتى'),
    carriers: words('في من على إلى عن مع بين أمام قال قالت سأل سألت'),
    plurals: words('الفرعين الفروع القسمين الأقسام الفصلين الفصول الفقرتين الفقرات البندين البنود الجزأين الأجزاء'),
    conjunctions: words('و أو')
  },
  en: {
    prefix: words(`mr mrs ms messrs mses dr drs prof rev hon st ste gen lt maj col capt cmdr cdr adm brig sgt sen rep
      gov pres amb fr sr.m e.g i.e cf vs v viz approx ca incl ed eds trans mt ft messrs h.e h.r.h rt esp dept
      univ assoc asst atty supt eng r.adm distr transl introd illus`),
    number: words(`no nos n° nº para paras subpara subparas sect sects sec secs art arts chap chaps ch vol vols p pp fig
      figs cl add corr amend suppl supp app apps res dec ser doc docs conf misc pt pts fn nn ref refs tel ext
      reg regs crp inf inf jan feb mar apr jun jul aug sept sep oct nov cal`),
    final: words('etc ff seq et.seq al et.al id ibid cit op.cit loc.cit sic'),
    doubtful: words(`inc ltd co corp bros jr sr esq llc plc u.s u.s.a u.k u.n e.u u.a.e d.c ph.d m.d b.a m.a ll.m
      ll.b d.phil i.v st ave blvd rd fed sav assn bldg natl intl f.2d f.3d s.ct l.ed s.d.n.y cal`),
    unit: words('hrs hr min mins km kg cm mm ha lb lbs oz ft yd sq cu mn bn'),
    era: words('a.m p.m am pm a.d b.c b.c.e c.e'),
    starters: words(`the a an in it its this these that those he she they we i you his her their our my your there
      here on at for from with by as if when while where after before since during under however moreover
      furthermore therefore thus nevertheless accordingly although because but and or nor so yet to of what who how
      why which no not all any each every both some many most several such another other one two three see
      according having is are was were did do does`),
    designators: words(`annex annexes appendix part section schedule list group option category committee chapter table
      figure box article attachment paragraph phase type class grade vitamin hepatitis plan item variant
      alternative enclosure resolution exhibit form version zone area articles paragraphs`),
    adverbials: words(`at by from until on till before after around about to between and since today tomorrow yesterday
      monday tuesday wednesday thursday friday saturday sunday`),
    carriers: [],
    plurals: words('sections subsections chapters paragraphs parts items tables figures'),
    conjunctions: words('and or to')
  },
  es: {
    prefix: words(`sr sra srta sres sras srtas dr dra dres dras d dña prof profa ing lic arq gral cnel cap tte mons
      excmo excma excmos excmas ilmo ilma hno fr st sta sto s.e s.m p.ej v.gr v.g cf cfr vs p.o ee e.e av avda
      vid aprox ej ed eds coord dir trad st distr introd`),
    number: words(`no nos n° núm núms num nums art arts párr párrs párrf parr parrs pág págs pag pags p pp cap caps vol
      vols t tt secc sec apdo apart inc fig figs cuadro doc docs res dec add corr rev amend supl tel ext lám
      n nro nros nº ene feb mar abr jun jul ago sept sep set oct nov dic lun mié jue vie sáb dom conf`),
    final: words('etc ss y.ss sgtes sig sigs uu ee.uu ee.uu.a rr uds vds ibíd ibid íd id cit op.cit loc.cit al et.al'),
    doubtful: words('s.a s.l s.r.l ltda cía inc ltd co corp jr ud vd d.c a.c j.c d.f u.s u.k'),
    unit: words('km kg cm mm ha min seg h hs mill dls dól'),
    era: words('a.m p.m m'),
    starters: words(`el la los las lo un una unos unas en de del al a por para con sin sobre según entre desde hasta
      durante tras ante este esta esto estos estas ese esa esos esas su sus se no si sí cuando como donde
      aunque además asimismo también sin embargo así pero y o e u que quien cada todo toda todos todas otro otra
      otros otras véase hay es son fue está`),
    designators: words(`anexo anexos apéndice parte sección lista grupo opción categoría comisión comité capítulo
      cuadro gráfico artículo párrafo fase tipo clase vitamina hepatitis plan tema variante alternativa
      resolución versión zona artículos párrafos`),
    adverbials: words('a las la desde hasta el de en y entre hoy mañana ayer'),
    carriers: [],
    plurals: words('secciones subsecciones capítulos párrafos partes apartados puntos cuadros'),
    conjunctions: words('y e o u a')
  },
  fr: {
    prefix: words(`m mm mgr me mes dr pr prof st ste sts ch cf cfr p.ex c.-à-d c-à-d cad s.e s.exc s.m vs v éd env
      gén col cap cdt lt al.p trad dir coord m.p rév d.-à-d distr introd trad illus av apr`),
    number: words(`no nos n° nº n art arts par pars p pp al chap vol vols t fig figs sect sec add corr rev amend suppl supp
      doc docs rés res déc ann tabl réf réfs ref tél liv ch janv févr avr juil sept oct nov conf`),
    final: words('etc ff suiv et.suiv s et.s ibid ibidem id cit op.cit loc.cit al et.al j.-c sq sqq coll et.coll'),
    doubtful: words('inc ltd co corp s.a s.a.r.l jr u.s u.k r.-u é.-u e.-u s.d'),
    unit: words('km kg cm mm ha min h sec mio mrd'),
    era: words('a.m p.m'),
    starters: words(`le la les l un une des du de d en à au aux il elle ils elles on ce cet cette ces c son sa ses leur
      leurs nous vous je que qui quand comme dans sur sous par pour avec sans selon entre depuis lors pendant
      après avant si s toutefois cependant néanmoins par ailleurs ainsi aussi outre enfin tout toute tous toutes
      chaque plusieurs certains certaines aucun aucune et ou mais or donc car voir y`),
    designators: words(`annexe annexes appendice partie section liste groupe option catégorie commission comité
      chapitre tableau figure encadré article paragraphe phase type classe vitamine hépatite plan point variante
      alternative résolution version zone additif articles paragraphes`),
    adverbials: words('à de jusqu dès vers le'),
    carriers: [],
    plurals: words('sections sous-sections chapitres paragraphes parties points tableaux'),
    conjunctions: words('et ou à')
  },
  ru: {
    prefix: words(`г-н г-жа г-да г‑н г‑жа г‑да гн гжа проф акад ген полк кап лейт майор адм д-р инж доц канд чл чл.-корр
      им см ср т.е т.н т.к т.ч в.т.ч напр например св преп архиеп еп митр ул пл просп пр-т пер наб обл пос пгт
      дер ст-ца р-н респ е.п и.о врио зам пом ред сост отв в.с ок прибл т.наз мин-во ж-л соотв прибл примеч предисл исправл дополн перераб подгот расп`),
    number: words(`ст стст п пп пунк подп подпункт ч чч гл разд разд табл рис стр с сс т тт вып кн № н док прил абз
      вкл черт илл ил ном пар кв д стр-ние тел доб прим янв февр апр авг сент окт нояб дек`),
    final: words('т.д т.п др пр сл след и.др и.пр и.т.д и.т.п там.же а.л'),
    doubtful: words('оао ооо зао изд ред ко лтд инк корп'),
    unit: words('тыс млн млрд трлн долл дол руб коп евро км кг см мм га л м чел экз ед час мин сек шт куб.м кв.м проц у.е'),
    era: words('г гг в вв н.э до.н.э'),
    starters: words(`в во на с со к ко о об от до по за из у при для без под над между через после перед это этот эта
      эти тот та те то он она оно они мы вы я его ее её их наш свой что кто как когда где если хотя однако также
      кроме поэтому таким так но а и или не ни все всё каждый многие некоторые другие другой один одна в
      соответствии согласно настоящий настоящая настоящее там тем`),
    designators: words(`приложение приложения добавление часть раздел список группа вариант категория комиссия комитет
      глава таблица диаграмма вставка статья пункт этап тип класс витамин гепатит план альтернатива резолюция
      форма версия зона перечень приложении части разделе списке группе варианте категории группы части раздела
      приложения статьи статье статью пункта пункте главы главе таблицы таблице резолюции добавления добавлении`),
    adverbials: words(`в во к с со до после на по за от начале конце середине течение период весной летом осенью зимой и
      января февраля марта апреля мая июня июля августа сентября октября ноября декабря январе феврале марте
      апреле мае июне июле августе сентябре октябре ноябре декабре январю февралю марту апрелю маю июню июлю
      августу сентябрю октябрю ноябрю декабрю году годах только уже еще`),
    carriers: [],
    plurals: words('разделы разделах разделов разделами подразделах подразделы главы главах глав пункты пунктах пунктов части частях таблицы таблицах'),
    conjunctions: words('и или а')
  },
  zh: {
    prefix: [],
    number: [],
    final: [],
    doubtful: [],
    unit: [],
    era: [],
    starters: [],
    designators: [],
    adverbials: [],
    carriers: words('的 之 等 与 和 及 或'),
    plurals: [],
    conjunctions: []
  }
}
