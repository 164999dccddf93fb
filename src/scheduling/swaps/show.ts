// Swaps as they are shown, to those they concern.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { Refused } from '#base/refusal'
import type { Work } from '#base/work'
import { waitsForPublishing, type Swap, type SwapState, type TroubleSaid } from '../contract.ts'
import { isOwnOvertime } from '../rules/overtime.ts'
import { findShown } from '../store/in-force.ts'
import type { SwapRow } from '../store/swap.ts'
import { mayForPerson } from '../terms/allow-for.ts'
import { changesOfSwap, troublesOfSwap } from './swap-changes.ts'

export const stateOf = ({ ended_as, taken_at }: SwapRow): SwapState => ended_as ?? (taken_at ? 'taken' : 'offered')

export async function showSwaps(work: Work, rows: readonly SwapRow[]): Promise<Swap[]> {
  const shifts = new Map((await findShown(work, rows.flatMap(({ shift_id, wants_id }) => [shift_id, ...(wants_id ? [wants_id] : [])]))).map((each) => [each.id, each])) // prettier-ignore
  const ids = rows.flatMap((row) => [row.person_id, row.to_id, row.taken_by, row.answered_by].filter((id) => id !== null))
  const people = await staff.find(work, [...ids, ...[...shifts.values()].map(({ person }) => person)])
  const named = (id: PersonId) => ({ id, name: people.get(id)?.name ?? '' })
  const shown = (id: SwapRow['shift_id'] | null): Swap['wants'] => {
    const found = id && shifts.get(id)
    return found
      ? {
          ...found,
          person: named(found.person),
          day: found.day.toString(),
          starts_at: found.starts_at.toString(),
          ends_at: found.ends_at.toString(),
        }
      : null
  }
  const swaps: Swap[] = []
  for (const row of rows) {
    const may = await mayOf(work, row)
    const troubles = await troublesFor(work, row, may)
    swaps.push({
      id: row.id,
      state: stateOf(row),
      gives: { ...shown(row.shift_id)!, person: named(row.person_id) }, // a shift that was ever published stays; once granted it is another’s, but it was offered by them
      wants: wantedOf(row, shown(row.wants_id), named),
      to: row.to_id && named(row.to_id),
      taken_by: row.taken_by && named(row.taken_by),
      offered_at: row.offered_at.toString(),
      taken_at: row.taken_at?.toString() ?? null,
      ended_at: row.ended_at?.toString() ?? null,
      answered_by: row.answered_by && named(row.answered_by),
      because: row.because,
      note: row.note,
      troubles,
      may: troubles.some(({ hard }) => hard) ? may.filter((each) => each !== 'take') : may,
    })
  }
  return swaps
}

/** Whose the shift in return was when it was asked for, whoever has it by now. */
function wantedOf(
  { to_id, taken_by }: SwapRow,
  wants: Swap['wants'],
  named: (id: PersonId) => NonNullable<Swap['to']>,
): Swap['wants'] {
  const owner = taken_by ?? to_id
  return wants && owner ? { ...wants, person: named(owner) } : wants
}

async function mayOf(work: Work, row: SwapRow): Promise<Swap['may']> {
  const me = work.actor.kind === 'person' ? work.actor.id : null
  if (row.ended_at) return []
  const concerns = me === row.person_id || me === row.taken_by
  const mayAnswer = row.taken_at !== null && !concerns && (await mayForPerson(work, row.person_id, 'workforce.approve'))
  return [
    ...(concerns || me === null ? [] : asked(row, me)),
    ...(concerns ? (['withdraw'] as const) : []),
    ...(mayAnswer ? (['answer'] as const) : []),
  ]
}

const asked = ({ to_id, taken_at }: SwapRow, me: PersonId): Swap['may'] => {
  if (taken_at || (to_id !== null && to_id !== me)) return []
  return to_id === me ? ['take', 'refuse'] : ['take']
}

/** Of granting it as it is; and, for whoever could take it, were they to. */
async function troublesFor(work: Work, row: SwapRow, may: Swap['may']): Promise<TroubleSaid[]> {
  if (may.includes('answer')) return await troublesNow(work, row)
  if (!may.includes('take') || work.actor.kind !== 'person') return []
  const me = work.actor.id
  return (await troublesNow(work, { ...row, taken_by: me })).filter((each) => each.hard || isOwnOvertime(each, me)) // a colleague’s contract is nobody’s business
}

// What a planner should do is nothing to tell a colleague who would take it.
const beingChanged = {
  code: 'being_changed',
  fr: 'Cette vacation est en train d’être modifiée. Attendez que le planning soit publié.',
  en: 'This shift is being changed. Wait until the plan is published.',
}

// What was overtaken says so: neither who answers nor who would take it should find out by a refusal.
async function troublesNow(work: Work, row: SwapRow): Promise<TroubleSaid[]> {
  try {
    return await troublesOfSwap(work, await changesOfSwap(work, row))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, fr, en } =
      error.refusal.code === waitsForPublishing.code && row.taken_at === null ? beingChanged : error.refusal
    return [{ code, hard: true, person: null, day: null, shift: row.shift_id, fr, en }]
  }
}
