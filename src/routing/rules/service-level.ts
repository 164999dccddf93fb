// The service level of routed work, by the four formulas the field argues about. They differ only in what becomes of those who hung up, so a
// figure is worth nothing without the name of its formula. Source: the variants in G. Koole, Call Center Optimization (2013), on service levels
// with abandonment; what is still waiting past its time is counted as missed here, so that a starved queue does not look well.
//
// In time: instant work (a call, a chat) was taken within the queue's seconds; deferred work (mail, a letter) was done before it was due.

/** Contacts of one span, each in exactly one of five: all of them are whole numbers of contacts. */
export type Tally = {
  in_time: number
  late: number // taken, or done, after its time
  gone_early: number // hung up within the time we gave ourselves
  gone_late: number
  overdue: number // still waiting, past its time
}

type Said = { fr: string; en: string }
type Named = { kept: (tally: Tally) => number; of: (tally: Tally) => number } & Said

export const formulas = {
  'service_level.offered.1': {
    kept: ({ in_time }) => in_time,
    of: (t) => t.in_time + t.late + t.gone_early + t.gone_late + t.overdue,
    fr: 'Pris dans le délai, sur tous les contacts arrivés\u202f: ceux qui ont raccroché et ceux qui attendent au-delà du délai comptent comme manqués.',
    en: 'Taken in time, of all that arrived: those who hung up and those who wait past the time count as missed.',
  },
  'service_level.patient.1': {
    kept: ({ in_time }) => in_time,
    of: (t) => t.in_time + t.late + t.gone_late + t.overdue,
    fr: 'Pris dans le délai, sur tous les contacts arrivés sauf ceux qui ont raccroché avant la fin du délai.',
    en: 'Taken in time, of all that arrived except those who hung up before the time was over.',
  },
  'service_level.lenient.1': {
    kept: (t) => t.in_time + t.gone_early,
    of: (t) => t.in_time + t.late + t.gone_early + t.gone_late + t.overdue,
    fr: 'Pris dans le délai, ou raccroché avant sa fin, sur tous les contacts arrivés.',
    en: 'Taken in time, or hung up before the time was over, of all that arrived.',
  },
  'service_level.answered.1': {
    kept: ({ in_time }) => in_time,
    of: (t) => t.in_time + t.late,
    fr: 'Pris dans le délai, sur les seuls contacts pris\u202f: ceux qui ont raccroché ne comptent pas.',
    en: 'Taken in time, of those that were taken only: those who hung up do not count.',
  },
} as const satisfies Record<string, Named>

export type FormulaId = keyof typeof formulas
export const formulaIds = Object.keys(formulas) as [FormulaId, ...FormulaId[]] // the keys of a literal are its names

export const emptyTally: Tally = { in_time: 0, late: 0, gone_early: 0, gone_late: 0, overdue: 0 }

export const addTallies = (one: Tally, other: Tally): Tally => ({
  in_time: one.in_time + other.in_time,
  late: one.late + other.late,
  gone_early: one.gone_early + other.gone_early,
  gone_late: one.gone_late + other.gone_late,
  overdue: one.overdue + other.overdue,
})

/** How many were kept, of how many counted. The share is kept ÷ of, and nothing at all when nobody counted. */
export function countBy(formula: FormulaId, tally: Tally): { kept: number; of: number } {
  const { kept, of }: Named = formulas[formula]
  return { kept: kept(tally), of: of(tally) }
}

export function serviceLevel(formula: FormulaId, tally: Tally): number | null {
  const { kept, of } = countBy(formula, tally)
  return of === 0 ? null : kept / of
}
