// What no shape can see in an ask: names that nobody has, rows that are empty, more than can be planned. Each trouble says where it is and what to write.
import { minutesOf } from '../contract/moments.ts'
import type { Ask } from '../contract/schedule-ask.ts'
import { servedBy } from './problem.ts'
import { termTroubles } from './read-terms.ts'
import { timeTroubles } from './read-times.ts'

export type AskTrouble = { path: string; message: string }

export const MOST_PEOPLE = 2_000
const MOST_WORK = 25_000 // people × days

/** What is wrong in an ask that has its shape; nothing: it can be planned. */
export function askTroubles(ask: Ask): AskTrouble[] {
  const amiss = [...sizes(ask), ...names(ask), ...contracts(ask), ...needs(ask), ...patterns(ask), ...shifts(ask)]
  const all = amiss.length > 0 ? amiss : [...timeTroubles(ask), ...termTroubles(ask)] // names first: the rest relies on them
  return all.slice(0, 50)
}

function sizes({ people, days }: Ask): AskTrouble[] {
  const count = people.reduce((sum, each) => sum + each.count, 0)
  if (count > MOST_PEOPLE) return [{ path: 'people', message: `there are ${count} people: write at most ${MOST_PEOPLE}` }]
  return count * days > MOST_WORK ? [{ path: 'days', message: `${count} people for ${days} days is too much at once: write at most ${Math.floor(MOST_WORK / count)} days` }] : [] // prettier-ignore
}

function names({ people, needs: asked, contracts: known, patterns: shapes }: Ask): AskTrouble[] {
  return [
    ...repeated(people.map(({ name }) => name), 'people'),
    ...sameAsNumbered(people),
    ...repeated(asked.map(({ name }) => name), 'needs'),
    ...repeated(known.map(({ name }) => name), 'contracts'),
    ...repeated(shapes.map(({ name }) => name), 'patterns'),
  ] // prettier-ignore
}

// Somebody may be called as one of a group will be: "agent 2".
function sameAsNumbered(people: Ask['people']): AskTrouble[] {
  const group = (name: string) => people.find((each) => each.count > 1 && numberIn(name, each.name) >= 1 && numberIn(name, each.name) <= each.count) // prettier-ignore
  return people.flatMap(({ name, count }, i) => {
    const own = count === 1 ? group(name) : undefined
    return own ? [{ path: `people.${i}.name`, message: `one of the ${own.count} “${own.name}” is called “${name}” too: write another name` }] : [] // prettier-ignore
  })
}

const numberIn = (name: string, group: string): number =>
  name.startsWith(`${group} `) ? Number(name.slice(group.length + 1)) : Number.NaN

const repeated = (list: readonly string[], path: string): AskTrouble[] =>
  list.flatMap((name, i) =>
    list.indexOf(name) < i ? [{ path: `${path}.${i}.name`, message: `two are called “${name}”: write another name` }] : [],
  )

function contracts({ people, contracts: known, patterns: shapes }: Ask): AskTrouble[] {
  const contractNames = known.map(({ name }) => name)
  const patternNames = shapes.map(({ name }) => name)
  return [
    ...people.flatMap(({ contract }, i) => (contract === undefined || contractNames.includes(contract) ? [] : [{ path: `people.${i}.contract`, message: unknown('contract', contract, contractNames) }])),
    ...known.flatMap((contract, i) => (contract.patterns ?? []).flatMap((name, j) => (patternNames.includes(name) ? [] : [{ path: `contracts.${i}.patterns.${j}`, message: unknown('pattern', name, patternNames) }]))),
    ...known.flatMap(({ hours_day_least: least, hours_day_most: most }, i) => (least > most ? [{ path: `contracts.${i}.hours_day_least`, message: `write at most the ${most} of hours_day_most` }] : [])),
  ] // prettier-ignore
}

const unknown = (what: string, name: string, known: readonly string[]): string => `there is no ${what} “${name}”: write ${known.map((each) => `“${each}”`).join(' or ')}` // prettier-ignore

function needs({ needs: asked, people }: Ask): AskTrouble[] {
  const skills = new Set(people.flatMap((person) => person.skills))
  return asked.flatMap((need, i) => [
    ...(need.rows || need.need ? [] : [{ path: `needs.${i}.rows`, message: 'write rows of times of day, or a list "need"' }]),
    ...(need.rows && need.need ? [{ path: `needs.${i}.need`, message: 'write rows or a list, not both' }] : []),
    ...need.skills.filter((skill) => !skills.has(skill)).map((skill) => ({ path: `needs.${i}.skills`, message: `nobody has the skill “${skill}”: give it to somebody under people` })),
    ...(need.skills.every((skill) => skills.has(skill)) && !people.some((person) => servedBy(person, { needs: [need] }).length > 0) ? [{ path: `needs.${i}`, message: `nobody has all of its skills${need.site === undefined ? '' : ` at “${need.site}”`}: give them to one person under people` }] : []),
  ]) // prettier-ignore
}

function patterns({ patterns: shapes }: Ask): AskTrouble[] {
  return shapes.flatMap(({ start, hours, name }, i) => [
    ...(minutesOf(start.to) < minutesOf(start.from) ? [{ path: `patterns.${i}.start.to`, message: `the latest beginning of “${name}” is before the earliest` }] : []),
    ...(hours.to < hours.from ? [{ path: `patterns.${i}.hours.to`, message: `the longest of “${name}” is shorter than the shortest` }] : []),
    ...((hours.from * 60) % 15 !== 0 ? [{ path: `patterns.${i}.hours.from`, message: 'write quarters of an hour, such as 7.25' }] : []),
    ...(minutesOf(start.from) % 15 !== 0 ? [{ path: `patterns.${i}.start.from`, message: 'write a time on a quarter of an hour, such as "08:15"' }] : []),
  ]) // prettier-ignore
}

function shifts({ people, fixed, previous }: Ask): AskTrouble[] {
  const known = new Set(
    people.flatMap(({ name, count }) => (count === 1 ? [name] : Array.from({ length: count }, (_, i) => `${name} ${i + 1}`))),
  )
  const amiss = (list: Ask['fixed'], path: string): AskTrouble[] =>
    list.flatMap(({ person, starts_at, ends_at }, i) => [
      ...(known.has(person) ? [] : [{ path: `${path}.${i}.person`, message: `there is no person “${person}”` }]),
      ...(Date.parse(ends_at) > Date.parse(starts_at)
        ? []
        : [{ path: `${path}.${i}.ends_at`, message: 'the shift ends before it begins' }]),
    ])
  return [...amiss(fixed, 'fixed'), ...amiss(previous, 'previous')]
}
