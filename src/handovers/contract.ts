// The window of handovers: one case or a whole portfolio passes from one person to another, with what the next one must know.
import { refusal } from '#base/contract'

export * from './contract/brief.ts'
export * from './contract/baton.ts'
export * from './contract/portfolio.ts'

export const batonUnknown = refusal('baton.unknown', 404, {
  fr: 'Cette passation n’existe pas, ou n’est pas à vous de la voir.',
  en: 'There is no such hand-over, or it is not yours to see.',
})
export const batonOver = refusal<{ as: string | null }>('baton.over', 409, {
  fr: 'Cette passation est déjà terminée. Rechargez la page pour voir comment.',
  en: 'This hand-over is already over. Reload the page to see how it ended.',
})
export const reasonNeeded = refusal('baton.reason_needed', 422, {
  fr: 'Dites en un mot pourquoi vous déclinez : la personne qui passe la main le lira.',
  en: 'Say in a word why you decline: the person who hands over will read it.',
})
export const introductionOver = refusal<{ state: string }>('baton.introduction_over', 409, {
  fr: 'Ce mot au client est déjà parti, ou a été écarté. Rechargez la page.',
  en: 'This word to the customer has already left, or was skipped. Reload the page.',
})
export const nobodyToIntroduce = refusal<{ because: string }>('baton.nobody_to_introduce', 422, {
  fr: 'Ce client ne peut pas être prévenu ici. Écartez le mot, ou prévenez-le autrement.',
  en: 'This customer cannot be told here. Skip the word, or tell them another way.',
})
export const answerInThePast = refusal('baton.answer_in_the_past', 422, {
  fr: 'Le moment de répondre doit être à venir. Choisissez-en un plus tard.',
  en: 'The moment to answer by must be still to come. Choose a later one.',
})
export const portfolioEmpty = refusal('portfolio.empty', 422, {
  fr: 'Il n’y a rien à transmettre dans ce choix, ou tout attend déjà la réponse de quelqu’un. Élargissez-le.',
  en: 'There is nothing to hand over in this choice, or all of it already waits for somebody’s answer. Widen it.',
})
export const portfolioUnknown = refusal('portfolio.unknown', 404, {
  fr: 'Ce portefeuille n’existe pas, ou n’est pas à vous de le voir.',
  en: 'There is no such portfolio, or it is not yours to see.',
})
export const portfolioOver = refusal<{ as: string | null }>('portfolio.over', 409, {
  fr: 'Cette offre est déjà terminée. Rechargez la page pour voir comment.',
  en: 'This offer is already over. Reload the page to see how it ended.',
})
export const receiverUnfit = refusal('portfolio.receiver_unfit', 422, {
  fr: 'Choisissez une autre personne, active, que celle qui transmet.',
  en: 'Choose somebody active other than the one who hands over.',
})
