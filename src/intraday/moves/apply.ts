// A move of a menu is applied: by the verbs of the rooms it belongs to, as whoever applies it. What cannot be done any more is said step by step; where
// nothing could be, nothing is written.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  dayMoveChanged, menuNotDone, menuStale, moveDone, nothingApplied, optionUnknown, type DayMove, type MenuId, type Option, type Step,
} from '../contract.ts' // prettier-ignore
import { forget, freshDay } from '../board/day-now.ts'
import { thinkAbout } from '../menu/menu.ts'
import { findMenu, type MenuRow } from '../store/menu.ts'
import { insertMove, insertStep, oneAtATime, recordStep } from '../store/move.ts'
import { showMove } from './show.ts'
import { doStep, type At, type Deeds } from './steps/do.ts'

const OLDEST_MINUTES = 30

export async function applyMove(work: Work, { menu: id, option: chosen }: { menu: MenuId; option: string }): Promise<DayMove> {
  allow(work, 'workforce.manage', { team: null, brand: null }) // it touches whoever serves the group, of whatever team
  await oneAtATime(work) // two managers: the second finds things as the first left them
  const menu = await findMenu(work, id)
  if (!menu) throw refuse(notFound, {})
  const option = optionOf(work, menu, chosen)
  const now = await freshDay(work)
  const group = now.groups.find((each) => each.group.group === menu.group_key)
  const move = newId<'day_move'>(work.now)
  const made = await insertMove(work, {
    id: move, menu_id: id, option: chosen, group_key: menu.group_key, label: group?.group.label ?? menu.group_key, kind: option.kind,
    predicted: { level_now: option.level_now, level_after: option.level_after, difference: option.difference, until: String(menu.until_at) },
    counted: group?.day.so_far ?? { kept: 0, of: 0 },
  }) // prettier-ignore
  if (made === 0) throw refuse(moveDone, {})
  const deeds: Deeds[] = []
  for (const [place, step] of option.steps.entries()) deeds.push(await writtenDown(work, step, { move, place }))
  if (deeds.every(({ as }) => as === 'refused')) throw refuse(nothingApplied, { why: deeds[0]?.why ?? null })
  await audit(work, 'intraday.move_applied', { about: move, details: { kind: option.kind, group: menu.group_key } })
  work.publish(dayMoveChanged, { move, group: menu.group_key, how: 'applied' })
  forget(work)
  await thinkAbout(work, { group: menu.group_key, until: now.read.day.to }) // what is left to do is another question now
  return await showMove(work, move)
} // prettier-ignore

async function writtenDown(work: Work, step: Step, at: At): Promise<Deeds> {
  const row = { move_id: at.move, place: at.place, step }
  if (step.does === 'ask') await insertStep(work, { ...row, state: 'asked', before: null, why: null }) // what is asked belongs to it
  const deed = await doStep(work, step, at)
  if (step.does !== 'ask') await insertStep(work, { ...row, state: deed.as, before: deed.before, why: deed.why })
  else if (deed.as !== 'asked') await recordStep(work, { ...row, state: deed.as, why: deed.why })
  return deed
}

function optionOf(work: Work, menu: MenuRow, chosen: string): Option {
  if (menu.state !== 'done' || !menu.done_at || !menu.body) throw refuse(menuNotDone, {})
  if (work.now.since(menu.done_at).total('minutes') > OLDEST_MINUTES) throw refuse(menuStale, {})
  const option = menu.body.options.find(({ id }) => id === chosen)
  if (!option) throw refuse(optionUnknown, {})
  return option
}
