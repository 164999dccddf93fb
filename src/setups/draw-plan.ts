// What choosing a set-up would change, worked out from the house as it is.
import type { Work } from '#base/work'
import type { ItemKind, PlanStep, SetupDocument } from './contract.ts'
import { crafts } from './crafts/all.ts'
import type { Entry, Language, Standing } from './crafts/craft.ts'
import { markOf, sameSaid } from './rules/same-said.ts'
import { planSetup, type Held, type Wanted } from './rules/plan.ts'
import { allItems, type ItemRow } from './store.ts'

export type Drawn = {
  steps: PlanStep[]
  mark: string // of the steps: the same plan has the same mark
  entries: Map<string, Entry<unknown>> // by place
  theirs: Map<string, string> // by place, what the house has under that name
  items: Map<string, ItemRow>
}
export const placeOf = (kind: ItemKind, key: string): string => `${kind} ${key}`

type Wish = { document: SetupDocument | null; language: Language }

export async function drawPlan(work: Work, { document, language }: Wish): Promise<Drawn> {
  const rows = await allItems(work)
  const standing = await standingOf(work, rows)
  const held = rows.map((row) => ({ ...heldOf(row, standing.get(placeOf(row.kind, row.thing_id))), thing_id: row.thing_id }))
  const said = document
    ? crafts.flatMap(({ kind, entries }) => entries(document, language).map((entry) => ({ kind, entry })))
    : []
  const wanted = said.map(({ kind, entry: { key, name, item } }): Wanted => ({ kind, key, name, asked: markOf({ name, item }) }))
  const theirs = await theirsAmong(work, said, leavingOf(held, wanted))
  const steps = planSetup(wanted, held, ({ kind, key }) => theirs.has(placeOf(kind, key)))
  return {
    steps,
    mark: markOf([document?.id, document?.edition, language, steps]),
    entries: new Map(said.map(({ kind, entry }) => [placeOf(kind, entry.key), entry])),
    theirs,
    items: new Map(rows.map((row) => [placeOf(row.kind, row.key), row])),
  }
}

// What is about to be retired leaves its name free.
function leavingOf(held: readonly (Held & { thing_id: string })[], wanted: readonly Wanted[]): Set<string> {
  const going = new Set(
    planSetup(wanted, held, () => false).flatMap(({ deed, kind, key }) => (deed === 'retire' ? [placeOf(kind, key)] : [])),
  )
  return new Set(
    held.filter(({ kind, key }) => going.has(placeOf(kind, key))).map(({ kind, thing_id }) => placeOf(kind, thing_id)),
  )
}

type Saying = { kind: ItemKind; entry: Entry<unknown> }
async function theirsAmong(work: Work, said: readonly Saying[], leaving: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { kind, theirs } of crafts) {
    const entries = said.filter((each) => each.kind === kind).map(({ entry }) => entry)
    if (entries.length === 0) continue
    for (const [key, id] of await theirs(work, entries)) if (!leaving.has(placeOf(kind, id))) found.set(placeOf(kind, key), id)
  }
  return found
}

/** How the things of set-ups stand now: by place of their id. Read afresh: a unit of work that just changed them must not be told what it knew. */
export async function standingOf(
  work: Work,
  items: readonly Pick<ItemRow, 'kind' | 'thing_id'>[],
): Promise<Map<string, Standing>> {
  const afresh = { ...work } // another object: what was asked once of the unit of work is asked again
  const found = new Map<string, Standing>()
  for (const { kind, standing } of crafts) {
    const ids = [...new Set(items.filter((row) => row.kind === kind).map(({ thing_id }) => thing_id))]
    if (ids.length === 0) continue
    for (const [id, each] of await standing(afresh, ids)) found.set(placeOf(kind, id), each)
  }
  return found
}

const heldOf = (row: ItemRow, now: Standing | undefined): Held => ({
  kind: row.kind,
  key: row.key,
  name: row.name,
  asked: row.asked,
  adopted: row.adopted,
  gone: !now || now.gone,
  rests: now?.rests ?? false,
  edited: now !== undefined && !sameSaid(now.said, row.said),
  retired: row.retired_at !== null,
})
