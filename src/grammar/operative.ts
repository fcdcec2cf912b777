import type { LanguageCode } from '../language/code.ts'

/** What an organ does: the verbs that operative paragraphs begin with, behind the comma of the last recital. */
const operativeOpenings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:[تي](?:حيط علما|رحب|شيد|ثني|شكر|عرب عن|عيد تأكيد|ؤكد|شدد|شجع|حث|دعو|هيب|ناشد|طلب|قرر|وصي|عتمد|وافق|دين|شجب|لاحظ|كرر|علن|أذن|جدد)) /,
  en: /^(?:(?:Also|Further|Strongly|Again|Once again|Hereby|Solemnly) )?(?:accepts?|adopts?|affirms?|agrees?|appeals?|approves?|authorizes?|calls?|commends?|concludes?|condemns?|confirms?|congratulates?|considers?|decides?|declares?|demands?|deplores?|designates?|determines?|directs?|emphasizes?|encourages?|endorses?|establishes|establish|expresses|express|extends?|instructs?|invites?|notes?|proclaims?|reaffirms?|recalls?|recognizes?|recommends?|reiterates?|requests?|resolves?|stresses|stress|supports?|takes? note|takes? into|thanks?|underlines?|underscores?|urges?|welcomes?)\b/i,
  es: /^(?:(?:También|Además|Asimismo|Nuevamente) )?(?:Acoge|Acuerda|Adopta|Afirma|Alienta|Apoya|Aprueba|Autoriza|Celebra|Condena|Confirma|Conviene|Decide|Declara|Deplora|Destaca|Encomia|Exhorta|Expresa|Felicita|Hace suy[ao]|Insta|Invita|Observa|Pide|Pone de relieve|Proclama|Reafirma|Recomienda|Reconoce|Recuerda|Reitera|Resuelve|Solicita|Subraya|Toma nota)\b/,
  fr: /^(?:Accueille|Adopte|Affirme|Appelle|Approuve|Autorise|Charge|Condamne|Confirme|Considère|Convient|Constate|Décide|Déclare|Demande|Déplore|Encourage|Engage|Exhorte|Exige|Exprime|Fait sien|Félicite|Insiste|Invite|Lance|Note|Prend (?:acte|note)|Prie|Proclame|Rappelle|Réaffirme|Recommande|Reconnaît|Regrette|Réitère|Remercie|Rend hommage|Salue|Se (?:déclare|félicite)|Souligne|Souscrit)\b/u,
  ru: /^(?:(?:вновь|также|далее|настоятельно|решительно) )?(?:благодарит|выражает|заявляет|напоминает|настоятельно призывает|одобряет|осуждает|отмечает|поддерживает|подтверждает|подчеркивает|поручает|постановляет|предлагает|признает|призывает|приветствует|принимает (?:к сведению|решение)|провозглашает|просит|рекомендует|с удовлетворением отмечает|требует|утверждает)(?=[ ,:]|$)/iu,
  zh: /^(?:(?:又|还|再次|强烈|郑重|紧急|严正)?(?:决定|吁请|敦促|促请|呼吁|邀请|请(?!求)|谴责|宣布|建议|授权|感谢|赞扬|表示感谢|核准|核可|鼓励|责成))/
}

/** Whether a line begins as an operative paragraph does. */
export function opensOperative(line: string, language: LanguageCode): boolean {
  return operativeOpenings[language].test(line)
}
