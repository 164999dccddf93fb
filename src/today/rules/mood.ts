// How unhappy a customer is: what was noticed, each thing with a weight that fades. Pure.
import type { Mood, SignalKind } from '../contract/unhappy.ts'

/** Weights that do not depend on words. A deadline of ours that passed is felt less than what was said or promised. */
export const WEIGHTS = {
  not_solved: 3, reopened: 2, wrote_again: 3, promise_broken: 3, clock_breached: 1, escalated: 2, solved: -20,
} as const satisfies Partial<Record<SignalKind, number>> // prettier-ignore
export const HALF_LIFE_HOURS = 72
export const UNHAPPY = 2 // above it
export const VERY_UNHAPPY = 5

export type Signal = { kind: SignalKind; at: Temporal.Instant; weight: number }

/** What is left of a weight after so long. */
export const faded = ({ weight, at }: Signal, now: Temporal.Instant): number =>
  weight * 2 ** (-Math.max(0, at.until(now).total('hours')) / HALF_LIFE_HOURS)

/** What still counts: nothing from before the customer said that all is well, or before somebody of ours judged so. */
export function counting<Each extends Signal>(signals: readonly Each[], calmed_at: Temporal.Instant | null): Each[] {
  const ends = [calmed_at, ...signals.flatMap(({ kind, at }) => (kind === 'solved' ? [at] : []))].filter((at) => at !== null)
  const last = ends.toSorted((one, other) => Temporal.Instant.compare(one, other)).at(-1)
  return signals.filter(({ kind, at }) => kind !== 'solved' && (!last || Temporal.Instant.compare(at, last) > 0))
}

/** The sum of what is left, never below nothing. */
export const scoreOf = (signals: readonly Signal[], now: Temporal.Instant): number =>
  Math.max(0, signals.reduce((sum, signal) => sum + faded(signal, now), 0)) // prettier-ignore

export const moodOf = (score: number): Mood => (score > VERY_UNHAPPY ? 'very_unhappy' : score > UNHAPPY ? 'unhappy' : 'calm')

/**
 * When the customer counts as calm again if nothing more happens: the score falls by half every HALF_LIFE_HOURS, so it reaches the threshold after
 * log2(score / threshold) of them. Of two customers the one who gets there later is the unhappier, now and at any moment.
 */
export function coldAt(signals: readonly Signal[]): Temporal.Instant | null {
  const last = signals.map(({ at }) => at).toSorted((one, other) => Temporal.Instant.compare(one, other)).at(-1) // prettier-ignore
  if (!last) return null
  const score = scoreOf(signals, last)
  if (score <= UNHAPPY) return last
  return last.add({ seconds: Math.round(Math.log2(score / UNHAPPY) * HALF_LIFE_HOURS * 3_600) })
}

export const formula = {
  id: 'unhappy.1',
  fr: `Somme des signaux, chacun avec son poids, divisé par deux tous les trois jours. Mots d’un message : 2 (attend encore) à 6 (menace, cris) ; « ce n’est pas résolu », a écrit trois fois sans réponse, promesse manquée : 3 ; rouvert, escalade : 2 ; délai dépassé : 1 ; remerciements : −3. Au-dessus de 2 : mécontent ; au-dessus de 5 : très mécontent. « C’est résolu », dit par le client, ou le jugement d’une personne efface ce qui précède.`,
  en: `The sum of the signals, each with its weight, halved every three days. Words of a message: 2 (still waiting) to 6 (a threat, shouting); “it is not solved”, wrote three times without an answer, a broken promise: 3; reopened, escalated: 2; a deadline passed: 1; thanks: −3. Above 2: unhappy; above 5: very unhappy. “It is solved”, said by the customer, or the judgement of a person wipes out what was before.`,
}
