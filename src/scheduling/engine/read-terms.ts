// Contracts, patterns and the law against each other: what can never be planned is said before anything is planned.
import { laws, type Law } from '../contract/law.ts'
import type { Pattern } from '../contract/pattern.ts'
import type { Ask } from '../contract/schedule-ask.ts'
import type { WorkContract } from '../contract/work-contract.ts'
import { gridOf, weekdayName } from './grid.ts'
import { optionsOf } from './options.ts'
import type { AskTrouble } from './read-ask.ts'

/** Contracts beyond the law, patterns no shift of which is allowed, contracts for which there is no shift at all. */
export function termTroubles(ask: Ask): AskTrouble[] {
  if (ask.patterns.length === 0 || ask.contracts.length === 0) return emptied(ask)
  const law = typeof ask.law === 'string' ? laws[ask.law] : ask.law
  const tooLong = ask.contracts.flatMap(({ hours_week, hours_less }, i) =>
    hours_week - hours_less > law.week_most_h
      ? [{ path: `contracts.${i}.hours_week`, message: `write ${law.week_most_h} or less: the law “${law.name}” allows no more in a week` }]
      : [],
  ) // prettier-ignore
  return [...tooLong, ...neverWorked(ask, law)]
}

const emptied = ({ patterns, contracts }: Ask): AskTrouble[] => [
  ...(contracts.length === 0 ? [{ path: 'contracts', message: 'write at least one, or leave it out for 35 hours' }] : []),
  ...(patterns.length === 0
    ? [{ path: 'patterns', message: 'write at least one, or leave it out for a day of seven hours' }]
    : []),
]

function neverWorked(ask: Ask, law: Law): AskTrouble[] {
  const grid = gridOf(ask.zone, ask.first_day, Math.min(ask.days, 7))
  const weekdays = new Set(grid.names.map((_, day) => weekdayName(grid, day)))
  const begins = ({ days }: Pattern): boolean => !days || days.some((day) => weekdays.has(day))
  const works: Works = (pattern, contract, { breaks = law.break_after_h } = {}) =>
    optionsOf(
      grid,
      { contract: { ...contract, patterns: undefined }, law: { ...law, break_after_h: breaks }, minor: false },
      { ...ask, patterns: [pattern] },
    ).some((options) => options.length > 0)
  const ofWhom = (contract: WorkContract): Pattern[] =>
    ask.patterns.filter(({ name }) => !contract.patterns || contract.patterns.includes(name))
  const alike = ask.patterns.flatMap((pattern, i) => {
    const by = ask.contracts.filter((contract) => ofWhom(contract).includes(pattern))
    if (by.length === 0 || !begins(pattern) || by.some((contract) => works(pattern, contract))) return []
    return [{ path: `patterns.${i}${whyNever(pattern, by, works)[0]}`, message: whyNever(pattern, by, works)[1] }]
  })
  const contracts = ask.contracts.flatMap((contract, i) =>
    alike.length === 0 && ofWhom(contract).some(begins) && !ofWhom(contract).some((pattern) => works(pattern, contract))
      ? [{ path: `contracts.${i}`, message: `no pattern has a shift of ${contract.hours_day_least} to ${contract.hours_day_most} hours that the law allows: write such a pattern, or other hours_day_least and hours_day_most` }]
      : [],
  ) // prettier-ignore
  return [...alike, ...contracts]
}

type Works = (pattern: Pattern, contract: WorkContract, without?: { breaks?: number }) => boolean

// Which field stands in the way: the first without which there would be a shift.
function whyNever(pattern: Pattern, by: readonly WorkContract[], works: Works): [field: string, mend: string] {
  const would = (other: Partial<Pattern>): boolean =>
    by.some((contract) => works({ ...pattern, ...other }, contract, { breaks: Infinity }))
  const whole = `no shift of “${pattern.name}” can be worked`
  if (would({})) return ['.lunch', `${whole}: too long in one piece without the break that the law wants. Give it a lunch, or breaks long enough`]
  if (pattern.lunch !== 'none' && would({ lunch: 'none' })) return ['.lunch', `${whole}: there is no room for its lunch from ${pattern.lunch.from} to ${pattern.lunch.to}. Write other times, or "none"`]
  if (pattern.ends_by !== undefined && would({ ends_by: undefined, lunch: 'none' })) return ['.ends_by', `${whole}: none ends by ${pattern.ends_by}. Write a later time`]
  return ['.hours', `${whole}: its lengths are not within the hours of a day that contracts and law allow`]
} // prettier-ignore
