// Patterns of shifts: when they may begin, how long they are, where lunch and breaks fall.
import { allow } from '#access'
import { isConflict } from '#base/database'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { overtaken } from '#base/overtaken'
import { refuse, type Work } from '#base/work'
import { patternTaken, planningRulesChanged, patternShape, type KeptPattern, type Pattern, type PatternId } from '../contract.ts'
import * as store from '../store/terms.ts'
import { everywhere } from '../whose.ts'

const MOST = 200
/** Where nobody wrote one: seven hours and a lunch, beginning between 8 and 12. */
export const usualPattern: Pattern = patternShape.parse({ name: 'day' })

export const patternsNow = async (work: Work): Promise<{ id: PatternId; terms: Pattern }[]> =>
  await store.listPatterns(work, { retired: false, after: undefined, most: MOST })

type Asked = { cursor?: string | undefined; limit: number; retired: boolean }
export async function listPatterns(
  work: Work,
  { cursor, limit, retired }: Asked,
): Promise<{ items: KeptPattern[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows = await store.listPatterns(work, { retired, after: cursor && isId(cursor) ? cursor : undefined, most: limit + 1 })
  const items = rows.slice(0, limit).map(shown)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)

export async function addPattern(work: Work, { terms }: { terms: Pattern }): Promise<KeptPattern> {
  allow(work, 'workforce.manage', everywhere)
  const id = newId<'shift_pattern'>(work.now)
  await store.insertPattern(work, id, terms).catch(refusedByName)
  return await told(work, id)
}

export async function editPattern(
  work: Work,
  { id, version, terms }: { id: PatternId; version: number; terms: Pattern },
): Promise<KeptPattern> {
  allow(work, 'workforce.manage', everywhere)
  if ((await store.updatePattern(work, { id, version, terms }).catch(refusedByName)) === 0) {
    const current = await store.findPattern(work, id)
    throw overtaken(current && current.retired_at === null ? shown(current) : undefined, version)
  }
  return await told(work, id)
}

export async function retirePattern(work: Work, { id }: { id: PatternId }): Promise<object> {
  allow(work, 'workforce.manage', everywhere)
  if (!(await store.findPattern(work, id))) throw refuse(notFound, {})
  if ((await store.retirePattern(work, id)) > 0) work.publish(planningRulesChanged, { what: 'patterns' })
  return {}
}

async function told(work: Work, id: PatternId): Promise<KeptPattern> {
  work.publish(planningRulesChanged, { what: 'patterns' })
  return shown((await store.findPattern(work, id))!)
}

const shown = ({ id, terms, version, retired_at }: store.PatternRow): KeptPattern => ({ id, terms, version, retired_at: retired_at?.toString() ?? null }) // prettier-ignore

function refusedByName(error: unknown): never {
  throw isConflict(error, 'pattern_named') ? refuse(patternTaken, {}) : error
}
