// Does what a plan says: what goes, goes first; what is made is remembered as it stood right after.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { ItemKind, PlanStep } from './contract.ts'
import { crafts } from './crafts/all.ts'
import type { Language, Means } from './crafts/craft.ts'
import { placeOf, standingOf, type Drawn } from './draw-plan.ts'
import { markOf } from './rules/same-said.ts'
import { putItem, retireItem } from './store.ts'

type With = { language: Language; person: PersonId | null }
type Made = { kind: ItemKind; key: string; thing_id: string; adopted: boolean }

export async function carryOut(work: Work, plan: Drawn, { language, person }: With): Promise<void> {
  const made: Made[] = []
  const places = new Map(
    [...plan.items].filter(([, row]) => row.retired_at === null).map(([place, row]) => [place, row.thing_id]),
  )
  for (const [place, id] of plan.theirs) places.set(place, id)
  const means: Means = { language, made: (kind, key) => places.get(placeOf(kind, key)), person: person as PersonId } // asked for by teams only, which are left out without one
  for (const step of plan.steps) {
    if (step.kind === 'team' && !person) continue
    const done = await doStep(work, step, { plan, means })
    if (!done) continue
    places.set(placeOf(step.kind, step.key), done.thing_id)
    made.push(done)
  }
  await remember(work, plan, made)
}

async function doStep(
  work: Work,
  { deed, why, kind, key }: PlanStep,
  { plan, means }: { plan: Drawn; means: Means },
): Promise<Made | null> {
  const craft = crafts.find((each) => each.kind === kind)!
  const place = placeOf(kind, key)
  const [entry, row] = [plan.entries.get(place), plan.items.get(place)]
  if (deed === 'retire' && row) {
    await craft.retire(work, row.thing_id)
    await retireItem(work, kind, key)
    return null
  }
  if (!entry) return null
  if (deed === 'add')
    return { kind, key, thing_id: await craft.add(work, entry, { means, before: row?.thing_id }), adopted: false }
  if (deed === 'change' && row)
    return { kind, key, thing_id: await craft.change(work, entry, { means, id: row.thing_id }), adopted: false }
  const theirs = plan.theirs.get(place)
  return why === 'yours' && theirs ? { kind, key, thing_id: theirs, adopted: true } : null
}

// Read back after all of it: what was made early may have been spoken of by what was made late.
async function remember(work: Work, plan: Drawn, made: readonly Made[]): Promise<void> {
  const now = await standingOf(work, made)
  for (const { kind, key, thing_id, adopted } of made) {
    const { name, item } = plan.entries.get(placeOf(kind, key))!
    const said = now.get(placeOf(kind, thing_id))?.said ?? null
    await putItem(work, { kind, key, thing_id, name: name.slice(0, 300), asked: markOf({ name, item }), said, adopted })
  }
}
