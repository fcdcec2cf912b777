/** Sentences that say the same in the six languages, put together from phrases by a fixed sequence of numbers. */
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'

/** What says the same in the six languages. */
export type SameText = Readonly<Record<LanguageCode, string>>

/** A phrase a line, languages in the order of {@link languageCodes}, parted by ` | `. */
function phrases(table: string): SameText[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.trim().split(' | ')
      return Object.fromEntries(languageCodes.map((code, index) => [code, cells[index] ?? ''])) as Record<LanguageCode, string>
    })
}

const subjects = phrases(`
  اللجنة | The Committee | El Comité | Le Comité | Комитет | 委员会
  الأمين العام | The Secretary-General | El Secretario General | Le Secrétaire général | Генеральный секретарь | 秘书长
  الفريق العامل | The Working Group | El Grupo de Trabajo | Le Groupe de travail | Рабочая группа | 工作组
  المجلس | The Council | El Consejo | Le Conseil | Совет | 理事会
  البنك المركزي | The central bank | El banco central | La banque centrale | Центральный банк | 中央银行
  وزير الصحة | The minister of health | El ministro de salud | Le ministre de la santé | Министр здравоохранения | 卫生部长
  المحكمة | The court | El tribunal | Le tribunal | Суд | 法院
  مكتب الإحصاء | The statistics office | La oficina de estadística | Le bureau de statistique | Статистическое бюро | 统计局
  رئيس الوفد | The head of the delegation | El jefe de la delegación | Le chef de la délégation | Глава делегации | 代表团团长
  المقرر الخاص | The Special Rapporteur | El Relator Especial | Le Rapporteur spécial | Специальный докладчик | 特别报告员
  صاحب البلاغ | The author of the communication | El autor de la comunicación | L’auteur de la communication | Автор сообщения | 来文提交人
  رابطة المزارعين | The farmers’ association | La asociación de agricultores | L’association des agriculteurs | Ассоциация фермеров | 农民协会
  مدير الميناء | The harbour master | El capitán del puerto | Le capitaine du port | Начальник порта | 港务长
  الشرطة | The police | La policía | La police | Полиция | 警察
  الجامعة | The university | La universidad | L’université | Университет | 大学
  المستشفى | The hospital | El hospital | L’hôpital | Больница | 医院
  البعثة | The mission | La misión | La mission | Миссия | 特派团
  مراجع الحسابات | The auditor | El auditor | Le commissaire aux comptes | Ревизор | 审计员
`)

const actions = phrases(`
  تعد تقريرا عن التقدم المحرز | prepares a report on the progress made | prepara un informe sobre los progresos realizados | établit un rapport sur les progrès accomplis | готовит доклад о достигнутом прогрессе | 编写一份关于进展情况的报告
  تعرب عن القلق إزاء ارتفاع الأسعار | expresses concern at rising prices | expresa preocupación por el aumento de los precios | exprime sa préoccupation devant la hausse des prix | выражает обеспокоенность ростом цен | 对价格上涨表示关切
  تعتمد الميزانية دون تصويت | adopts the budget without a vote | aprueba el presupuesto sin votación | adopte le budget sans vote | утверждает бюджет без голосования | 未经表决通过预算
  تنشر بيانات عن التعليم | publishes data on education | publica datos sobre la educación | publie des données sur l’éducation | публикует данные об образовании | 公布教育数据
  تطلب مزيدا من المعلومات عن الأطفال | requests further information about the children | solicita más información sobre los niños | demande un complément d’information sur les enfants | запрашивает дополнительную информацию о детях | 要求提供更多关于儿童的资料
  ترحب بالتصديق على الاتفاقية | welcomes the ratification of the convention | acoge con beneplácito la ratificación de la convención | se félicite de la ratification de la convention | приветствует ратификацию конвенции | 欢迎批准该公约
  تنكر وقوع أي تعذيب | denies that any torture took place | niega que haya habido tortura | nie qu’il y ait eu torture | отрицает применение пыток | 否认发生过任何酷刑
  تشتري البذور والأدوات | buys seeds and tools | compra semillas y herramientas | achète des semences et des outils | закупает семена и инструменты | 购买种子和工具
  تحذر من الفيضانات والجفاف | warns of floods and drought | advierte de inundaciones y sequías | met en garde contre les inondations et la sécheresse | предупреждает о наводнениях и засухе | 警告发生洪水和干旱
  تفتح سجل السفن | opens the register of ships | abre el registro de buques | ouvre le registre des navires | открывает реестр судов | 开设船舶登记册
  تدرب الممرضات والأطباء | trains nurses and doctors | forma a enfermeras y médicos | forme des infirmières et des médecins | готовит медсестёр и врачей | 培训护士和医生
  ترفض الطعن لعدم كفاية الأدلة | rejects the appeal for lack of evidence | desestima el recurso por falta de pruebas | rejette le recours faute de preuves | отклоняет жалобу за недостатком доказательств | 因证据不足驳回上诉
  توصي بإلغاء عقوبة الإعدام | recommends abolishing the death penalty | recomienda abolir la pena de muerte | recommande d’abolir la peine de mort | рекомендует отменить смертную казнь | 建议废除死刑
  تقيس جودة المياه والهواء | measures the quality of water and air | mide la calidad del agua y del aire | mesure la qualité de l’eau et de l’air | измеряет качество воды и воздуха | 测量水和空气的质量
  تدعو المانحين إلى زيادة تبرعاتهم | calls upon donors to increase their contributions | exhorta a los donantes a aumentar sus contribuciones | engage les donateurs à accroître leurs contributions | призывает доноров увеличить взносы | 呼吁捐助方增加捐款
  تزيل الألغام على طول الحدود | clears mines along the border | retira minas a lo largo de la frontera | enlève les mines le long de la frontière | обезвреживает мины вдоль границы | 清除边界沿线的地雷
  تستأجر مقرا جديدا | rents new premises | alquila nuevos locales | loue de nouveaux locaux | арендует новое помещение | 租用新办公房地
  تكافح غسل الأموال والفساد | combats money-laundering and corruption | combate el blanqueo de dinero y la corrupción | lutte contre le blanchiment d’argent et la corruption | борется с отмыванием денег и коррупцией | 打击洗钱和腐败
  تمول البحوث في مجال الطاقة الشمسية | funds research on solar energy | financia investigaciones sobre la energía solar | finance la recherche sur l’énergie solaire | финансирует исследования в области солнечной энергии | 资助太阳能研究
  تترجم الوثائق إلى اللغات الست | translates the documents into the six languages | traduce los documentos a los seis idiomas | traduit les documents dans les six langues | переводит документы на шесть языков | 将文件译成六种语文
`)

/** `#` is a figure, `%` the number of a file, hardly ever seen twice, `@` the name of a country. */
const circumstances = phrases(`
  في # من الحالات | in # of the cases | en # de los casos | dans # des cas | в # из случаев | 在#个案件中
  منذ عام # | since the year # | desde el año # | depuis l’année # | начиная с # года | 自#年以来
  في الدولة التالية: @ | in the following State: @ | en el siguiente Estado: @ | dans l’État suivant : @ | в следующем государстве: @ | 在下列国家：@
  وفقا للمادة # | in accordance with article # | de conformidad con el artículo # | conformément à l’article # | в соответствии со статьёй # | 依照第#条
  بالتعاون مع السلطات المحلية | in cooperation with the local authorities | en cooperación con las autoridades locales | en coopération avec les autorités locales | в сотрудничестве с местными властями | 与地方当局合作
  خلال الفترة المشمولة بالتقرير | during the reporting period | durante el período que se examina | pendant la période considérée | в отчётный период | 在报告所述期间
  بتكلفة # دولار | at a cost of # dollars | con un costo de # dólares | pour un coût de # dollars | стоимостью # долларов | 费用为#美元
  نيابة عن الحكومة التالية: @ | on behalf of the following Government: @ | en nombre del siguiente Gobierno: @ | au nom du gouvernement suivant : @ | от имени следующего правительства: @ | 代表下列政府：@
  قبل نهاية الدورة | before the end of the session | antes del fin del período de sesiones | avant la fin de la session | до конца сессии | 在会议结束前
  في المناطق الريفية | in rural areas | en las zonas rurales | dans les zones rurales | в сельских районах | 在农村地区
  على النحو المبين في المرفق # | as shown in annex # | como se indica en el anexo # | comme indiqué à l’annexe # | как указано в приложении # | 如附件#所示
  استنادا إلى الملف رقم % | on the basis of file No. % | sobre la base del expediente núm. % | sur la base du dossier no % | на основании дела № % | 根据第%号卷宗
  للمرة الأولى | for the first time | por primera vez | pour la première fois | впервые | 首次
`)

const countries = ['FR', 'EG', 'CN', 'PE', 'KE', 'SE', 'JP', 'BR', 'IN', 'CA', 'NG', 'IT', 'CL', 'TR', 'NO', 'GH', 'VN', 'PL', 'MX', 'IR', 'FI', 'DZ', 'CU', 'NP', 'PT', 'SN', 'TH', 'GR', 'UA', 'QA']
const namesOf = new Map(
  languageCodes.map((code) => {
    const names = new Intl.DisplayNames(code, { type: 'region' })
    return [code, new Map(countries.map((country) => [country, names.of(country) ?? country]))]
  })
)

/** Numbers from 0 to below 1 from a seed (mulberry32): they do not come round again within any text. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** So many sentences, short and long ones mixed, in the six languages; no two alike but by chance. */
export function madeSentences(count: number, seed: number): SameText[] {
  const next = numbersFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  return Array.from({ length: count }, () => {
    const subject = pick(subjects)
    const clauses = Array.from({ length: next() < 0.35 ? 2 : 1 }, () => ({
      action: pick(actions), circumstance: pick(circumstances),
      figure: String(1 + Math.floor(next() ** 3 * 3000)), file: String(10_000 + Math.floor(next() * 80_000)), country: pick(countries)
    }))
    return Object.fromEntries(languageCodes.map((code) => {
      const parts = clauses.map(({ action, circumstance, figure, file, country }) => {
        const where = circumstance[code].replace('#', figure).replace('%', file).replace('@', namesOf.get(code)?.get(country) ?? country)
        return code === 'zh' ? `${where}${action[code]}` : `${action[code]} ${where}`
      })
      return [code, code === 'zh' ? `${subject[code]}${parts.join('，并')}。` : `${subject[code]} ${parts.join(code === 'ar' ? '، و' : `, ${and[code]} `)}.`]
    })) as Record<LanguageCode, string>
  })
}

const and: Readonly<Record<LanguageCode, string>> = { ar: 'و', en: 'and', es: 'y', fr: 'et', ru: 'и', zh: '并' }
