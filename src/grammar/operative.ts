import type { LanguageCode } from '../language/code.ts'

/**
 * What an organ does: the verbs that operative paragraphs begin with, behind the comma of the last recital. In Arabic and
 * Chinese no capital tells such a verb from one inside a recital.
 */
const operativeOpenings: Readonly<Partial<Record<LanguageCode, RegExp>>> = {
  en: /^(?:(?:Also|Further|Strongly|Again|Once again|Hereby|Solemnly) )?(?:accepts?|adopts?|affirms?|agrees?|appeals?|approves?|authorizes?|calls?|commends?|concludes?|condemns?|confirms?|congratulates?|considers?|decides?|declares?|demands?|deplores?|designates?|determines?|directs?|emphasizes?|encourages?|endorses?|establishes|establish|expresses|express|extends?|instructs?|invites?|notes?|proclaims?|reaffirms?|recalls?|recognizes?|recommends?|reiterates?|requests?|resolves?|stresses|stress|supports?|takes? note|takes? into|thanks?|underlines?|underscores?|urges?|welcomes?)\b/i,
  es: /^(?:(?:También|Además|Asimismo|Nuevamente) )?(?:Acoge|Acuerda|Adopta|Afirma|Alienta|Apoya|Aprueba|Autoriza|Celebra|Condena|Confirma|Conviene|Decide|Declara|Deplora|Destaca|Encomia|Exhorta|Expresa|Felicita|Hace suy[ao]|Insta|Invita|Observa|Pide|Pone de relieve|Proclama|Reafirma|Recomienda|Reconoce|Recuerda|Reitera|Resuelve|Solicita|Subraya|Toma nota)\b/,
  fr: /^(?:Accueille|Adopte|Affirme|Appelle|Approuve|Autorise|Charge|Condamne|Confirme|Considère|Convient|Constate|Décide|Déclare|Demande|Déplore|Encourage|Engage|Exhorte|Exige|Exprime|Fait sien|Félicite|Insiste|Invite|Lance|Note|Prend (?:acte|note)|Prie|Proclame|Rappelle|Réaffirme|Recommande|Reconnaît|Regrette|Réitère|Remercie|Rend hommage|Salue|Se (?:déclare|félicite)|Souligne|Souscrit)\b/u,
  ru: /^(?:(?:вновь|также|далее|настоятельно|решительно) )?(?:благодарит|выражает|заявляет|напоминает|настоятельно призывает|одобряет|осуждает|отмечает|поддерживает|подтверждает|подчеркивает|поручает|постановляет|предлагает|признает|призывает|приветствует|принимает (?:к сведению|решение)|провозглашает|просит|рекомендует|с удовлетворением отмечает|требует|утверждает)(?=[ ,:]|$)/iu
}

/** Whether a line begins as an operative paragraph does. */
export function opensOperative(line: string, language: LanguageCode): boolean {
  return operativeOpenings[language]?.test(line) ?? false
}
