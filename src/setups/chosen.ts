// Which set-up the house lives in, what was made of it, and what was changed by hand since.
import * as staff from '#staff'
import { allow } from '#access'
import type { Work } from '#base/work'
import { listed, needDocument } from './catalogue.ts'
import type { Chosen, Plan } from './contract.ts'
import { languageOfHouse } from './choose.ts'
import type { Language } from './crafts/craft.ts'
import { drawPlan, placeOf, standingOf } from './draw-plan.ts'
import { sameSaid } from './rules/same-said.ts'
import { allItems, lastChoice } from './store.ts'

export async function chosen(work: Work): Promise<Chosen> {
  allow(work, 'setup.manage', { brand: null })
  const last = await lastChoice(work)
  const rows = (await allItems(work)).filter(({ retired_at }) => retired_at === null)
  const standing = await standingOf(work, rows)
  const by = last?.by_id ? { id: last.by_id, name: (await staff.find(work, [last.by_id])).get(last.by_id)?.name ?? '' } : null
  return {
    setup: last?.setup ? listed(await needDocument(work, last.setup), false) : null,
    asked: last !== undefined,
    language: last?.language ?? null,
    edition: last?.edition ?? null,
    at: last?.at.toString() ?? null,
    by,
    items: rows.map(({ kind, key, name, thing_id, said, adopted }) => {
      const now = standing.get(placeOf(kind, thing_id))
      return {
        kind,
        key,
        name,
        edited: !adopted && now !== undefined && !now.gone && !sameSaid(now.said, said),
        yours: adopted,
        gone: !now || now.gone,
      }
    }),
  }
}

export async function plan(
  work: Work,
  { setup, language }: { setup?: string | undefined; language?: Language | undefined },
): Promise<Plan> {
  allow(work, 'setup.manage', { brand: null })
  const spoken = language ?? (await lastChoice(work))?.language ?? (await languageOfHouse(work))
  const document = setup === undefined ? null : await needDocument(work, setup)
  const { steps, mark } = await drawPlan(work, { document, language: spoken })
  return { setup: setup ?? null, language: spoken, steps, mark }
}
