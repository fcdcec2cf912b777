/** Words that no term begins or ends with. */
import { isLanguageCode, type LanguageCode } from '../language/code.ts'
import { foldText } from '../language/fold.ts'
import { functionWords } from '../language/function-word.ts'

/** Words of grammar beside those that tell a language, and what is said of anything: in small letters, folded. */
const more: Readonly<Record<LanguageCode, string>> = {
  ar: 'هو هي هم وهو وهي كان كانت يكون تكون وقد فقد لقد ولا وفي ومن وعلى والى ومع وان بان لان فان منها منه فيها فيه عليها عليه لها له لهم بها به اليها اليه عنها وذلك وكذلك ايضا اي كلا كلتا جميع بعض عدة اخرى اخر الاخرى مثل حول ضد دون حتى منذ لدى نحو لكل ولم ليس ما اذا اذ حين كي لكي هناك هنا تم يتم وتم سوف وما التى جدا فقط مما انه انها بانه بانها وانه وانها ولكن لكن وكما تجاه عبر ضمن وفقا وبالتالي وكان وكانت الاول الاولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة السابع السابعة الثامن الثامنة التاسع التاسعة العاشر العاشرة عشر عشرة يشرفني اتشرف طيه نيتي مليون مليار المائة سنوات',
  en: 'a he she we you they i who whom whose what when where how why there here may might can could shall must do does did done being having had its our your his her them us me both each every either neither some many much more most other others another only own same so too very just still even well if though although because while since until during before after above below up down out off over again further then once about against within without upon per via including regarding concerning following according thereof therein therefore however also thus whether new made make take taken given particular one two three first second last several various certain relevant appropriate important respective among across along toward towards through throughout etc mr mrs ms use used using based related well-known recalling noting welcoming reaffirming stressing emphasizing recognizing expressing requests requested urges urged calls invites invited decides decided encourages welcomes notes noted stated state-of said continue continued continues provide provided provides ensure ensuring need needs needed able set held take took place include includes included particularly especially order view accordance respect regard terms number part basis result results way ways well due see please my third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth four five six seven eight nine ten million millions billion billions thousand hundred cent percent present above-mentioned mentioned aforementioned past previous twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth twenty thirty forty fifty sixty seventy eighty ninety wish wishes honour pleased bearing mind herewith dated ending intention stating undergone constitutes lists paying bringing observed line',
  es: 'ante bajo cabe contra desde durante hacia hasta mediante segun sobre tras e ni si mas menos muy ya tan tanto cual cuales quien quienes cuyo cuya donde cuando como porque pues aunque mientras esta este esto esa ese eso aquel aquella otros otras otro otra todo toda todos todas cada algun alguna algunos algunas ningun ninguna mismo misma varios varias dicho dicha dichos dichas son era eran fue fueron ser sido siendo estar esta estan estaba habia han hay haber tiene tienen puede pueden debe deben nos les le lo me te asi tambien solo ademas incluso particular relacion respecto conformidad virtud parte uno dos tres primera primer nuevo nueva nuevos nuevas sra sr medida manera forma cuenta objeto fin caso mi mis tercer tercera tercero cuarto cuarta quinto quinta sexto sexta septimo septima octavo octava noveno novena decimo decima cuatro cinco seis siete ocho nueve diez millon millones mil cien ciento presente presentes mencionado mencionada pasado pasada anterior vigesimo trigesimo cuadragesimo quincuagesimo sexagesimo septuagesimo veinte treinta cuarenta cincuenta sesenta setenta honor intencion complace adjunto adjunta',
  fr: 'je tu on nous vous me te moi toi eux celui celle ceux celles ceci cela ca tout toute tous toutes chaque quelque quelques aucun aucune autre autres meme memes certain certaine certains certaines plusieurs tel telle tels telles quel quelle quels quelles lequel laquelle lesquels lesquelles auquel si car donc or ni mais puis ainsi aussi alors encore deja toujours jamais tres trop peu moins bien mal sous sans vers chez contre depuis pendant avant apres lors afin parmi selon sauf outre malgre etait etaient etre ete etant fut furent sera seront serait avait avaient avoir ayant eu peut peuvent pourrait doit doivent fait faire faits nouveau nouvelle nouveaux nouvelles un deux trois premier premiere mme m titre egard matiere cadre cours sujet vue fin mesure raison sein moyen part cas lieu voir veuillez j t qu c jusqu lorsqu aujourd hui notamment mon ma mes troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme quatre cinq six sept huit neuf dix million millions milliard milliards mille cent present presente presents susmentionne mentionne passe ecoulee precedent precedente compris dont prenant conformement vingt vingtieme trente trentieme quarante quarantieme cinquante cinquantieme soixante soixantieme honneur intention plaisir ci-joint ci joint',
  ru: 'он она оно они мы вы я ты кто где когда куда откуда почему сколько какой какая какие каких такой такая такие таких весь вся все всех всем всеми сам сама сами самих свой своя свои своих своей своим своего наш наша наши ваш один одна одно два три первый первая другой другие других другим иной иные каждый каждая любой любые некоторые некоторых многие многих ряд ряда был была было были быть будет будут есть является являются может могут должен должны должна необходимо можно также уже еще лишь только даже ли же бы ни нет да если хотя чтобы поскольку потому поэтому затем однако причем через вокруг около против среди ввиду вследствие согласно благодаря соответствии отношении связи рамках целях частности числе ходе течение основе области части пока где данный данные этих этим этот эта эти тех тем те то той новый новые новых г-н г-жа г н жа мой моя мои моего моей третий третья третьей четвертый четвертая четвертой пятый пятая пятой шестой шестая седьмой седьмая восьмой девятый десятый десятая десятой четыре пять шесть семь восемь девять десять миллион миллиона миллионов млн млрд тысяч процент процента процентов настоящий настоящее настоящего настоящем прошлый предыдущий вышеупомянутый двадцать тридцать сорок пятьдесят шестьдесят семьдесят двадцатая тридцатая сороковая пятидесятая шестидесятая семидесятая семидесятой шестидесятой пятидесятой честь имею намерение настоящим',
  zh: '这 那 这些 那些 各 每 某 本 此 等 等等 所 者 之 也 都 又 还 就 才 已 已经 曾 正在 将 会 能 能够 可以 可能 应 应当 应该 必须 需 需要 须 要 使 让 令 给 把 被 由于 因为 因此 所以 如果 但 但是 然而 而且 并且 以及 或者 还是 没有 没 未 很 更 最 非常 进行 开展 作出 做出 加以 予以 给予 有关 关于 对于 至于 按照 根据 依照 通过 随着 为了 以便 以免 其中 其他 其它 另 另外 此外 同时 一 个 一个 一些 两 三 名 位 项 次 种 年 月 日 号 第 段 上 下 中 内 外 前 后 里 间 时 时候 是否 如 如何 什么 谁 我 我们 你 他 她 它 他们 她们 它们 自己 自 向 往 到 至 从 比 较 称 说 表示 指出 认为 强调 注意到 欢迎 请 敦促 呼吁 决定 重申 回顾 有 着 过 得 地 们 先生 女士 并 与 和 及 或 在 继续 包括 方面 情况 以来 之间 之后 之前 以上 以下 一样 一切 所有 全部 任何 许多 多 少 大 小 新 我的 四 五 六 七 八 九 十 百万 万 亿 百分之 第一 第二 第三 第四 第五 第六 第七 第八 第九 第十 本函 上述 过去 谨 荣幸 高兴 感谢 谨随函 按 经 谨此'
}

const stops = new Map<LanguageCode, ReadonlySet<string>>()

/** Whether a word carries grammar, or says nothing of what a text is about; of languages beyond the six, whether it is very short. */
export function isStopWord(word: string, language: string): boolean {
  const folded = foldText(word)
  if (!isLanguageCode(language)) return folded.length < 3
  let known = stops.get(language)
  if (!known) stops.set(language, (known = new Set([...functionWords[language], ...more[language].split(' ')].map(foldText))))
  // One letter is a clitic, a label or an initial; one Chinese character is hardly a term.
  return known.has(folded) || (language !== 'zh' && folded.length < 2)
}

/** Words of grammar that link the nouns of a term: any other one begins a clause. */
const links: Readonly<Record<LanguageCode, string>> = {
  ar: 'في من على الى عن ل ب و او مع بين ضد غير ذات ذو لدى بشان',
  en: 'of s the and for on in to with against from by at or a an under between among without',
  es: 'de del la el las los y e o u en a al por para con contra sobre entre sin un una',
  fr: 'de du des d la le les l egard et ou en au aux a par pour avec contre sur entre sans dans un une sous',
  ru: 'и в во на с со по о об для из от к или против без между не за под при у',
  zh: '的 和 与 及 或 对 在 之 非 间 内 外 上 下 中'
}

/** Verbs of tasks, and adverbs: no term begins with them. */
const noFirst: Readonly<Record<LanguageCode, string>> = {
  ar: 'زيادة تعزيز ضمان كفالة تحقيق منع',
  en: 'end combat reduce increase prevent improve improving enhance enhancing strengthen promote achieve substantially significantly fully safely internationally increasing demonstrate facilitate adopt adopted draw taking pursuant account listed appointed entered operationalize',
  es: 'poner reducir aumentar prevenir mejorar fortalecer promover lograr garantizar combatir sustancialmente considerablemente plenamente internacionalmente',
  fr: 'eliminer lutter reduire accroitre augmenter augmentant prevenir ameliorer renforcer promouvoir parvenir garantir nettement sensiblement pleinement appeler appele cree nomme citee',
  ru: 'увеличить сократить уменьшить предотвращать предупреждать улучшить укрепить укреплять поощрять обеспечить обеспечивать существенно значительно полностью',
  zh: '减少 增加 防止 改善 加强 促进 实现 确保 消除 大幅 大大 充分 采取'
}

/** Participles, which belong to what comes behind them. */
const noLast: Readonly<Record<LanguageCode, string>> = {
  ar: 'المقدم المقدمة الصادر الصادرة المنشاة المعنية',
  en: 'established pursuant received submitted aged living elected attributed agreed oriented mentioned entitled contained held caused',
  es: 'establecido establecida recibido recibida presentado presentada titulado titulada',
  fr: 'cree creee recu recus recues presente presentee etabli etablie intitule intitulee vivant ages elu axees attribuable directement',
  ru: 'учрежденный учрежденного полученный полученных представленный представленная представленного озаглавленный',
  zh: '所 设 提交 收到'
}

const sets = new Map<string, ReadonlySet<string>>()

function has(words: Readonly<Record<LanguageCode, string>>, name: string, word: string, language: LanguageCode): boolean {
  let known = sets.get(`${name} ${language}`)
  if (!known) sets.set(`${name} ${language}`, (known = new Set(words[language].split(' ').map(foldText))))
  return known.has(foldText(word))
}

/** Whether a word of grammar may stand inside of a term. */
export function isLinkWord(word: string, language: string): boolean {
  return !isLanguageCode(language) || has(links, 'link', word, language)
}

/** Whether no term begins with a word, or ends with it. */
export function edgesOf(word: string, language: string): { isNoFirst: boolean; isNoLast: boolean } {
  if (!isLanguageCode(language)) return { isNoFirst: false, isNoLast: false }
  return { isNoFirst: has(noFirst, 'first', word, language), isNoLast: has(noLast, 'last', word, language) }
}
