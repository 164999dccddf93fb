// Why we think that somebody is unhappy, in a few words.
import type { Said, SignalKind } from '../contract.ts'

const WHY: Readonly<Record<SignalKind, Said>> = {
  said: { fr: 'L’a dit', en: 'Said so' },
  not_solved: { fr: 'A répondu « ce n’est pas résolu »', en: 'Answered “it is not solved”' },
  reopened: { fr: 'A dû rouvrir sa demande', en: 'Had to reopen the request' },
  wrote_again: { fr: 'A écrit plusieurs fois sans réponse', en: 'Wrote several times without an answer' },
  promise_broken: { fr: 'Une promesse n’a pas été tenue', en: 'A promise was broken' },
  clock_breached: { fr: 'Un délai a été dépassé', en: 'A deadline was missed' },
  escalated: { fr: 'L’affaire est montée d’un cran', en: 'The matter was escalated' },
  thanked: { fr: 'A remercié', en: 'Said thank you' },
  solved: { fr: 'A dit que c’est résolu', en: 'Said that it is solved' },
}

export const whyOf = ({ kind }: { kind: SignalKind }): Said => WHY[kind]
