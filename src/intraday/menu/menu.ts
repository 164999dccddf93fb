// What could be done about a group: asked for, worked out in a thread, kept for half an hour.
import { allow } from '#access'
import { newId } from '#base/id'
import { later } from '#base/jobs'
import { refuse, type Work } from '#base/work'
import { dayGroupUnknown, menuChanged, type Menu, type MenuId } from '../contract.ts'
import { dayNow } from '../board/day-now.ts'
import { today } from '../day/today.ts'
import { findMenu, insertMenu, latestMenu, type MenuRow } from '../store/menu.ts'
import { thinkJob } from './job.ts'
import { groupsSeen, stepsSeen } from '../whose.ts'

/** While one is being worked out, asking again gives that one. */
export async function askMenu(work: Work, { group }: { group: string }): Promise<Menu> {
  allow(work, 'workforce.read')
  const [now, sees] = [await dayNow(work), await groupsSeen(work)]
  if (!sees(group) || !now.groups.some((each) => each.group.group === group)) throw refuse(dayGroupUnknown, {})
  const begun = await thinkAbout(work, { group, until: now.read.day.to })
  if (begun) return await shownTo(work, (await findMenu(work, begun))!) // just written
  return await shownTo(work, (await latestMenu(work, group, now.read.day.from.subtract({ hours: 24 })))!) // the one that is in the way
}

/** Has a group thought about; null where that is under way already. */
export async function thinkAbout(work: Work, { group, until }: { group: string; until: Temporal.Instant }): Promise<MenuId | null> {
  const id = newId<'day_menu'>(work.now)
  if ((await insertMenu(work, { id, group, until })) === 0) return null
  await later(work, thinkJob, { payload: { menu: id }, line: 'intraday.think' })
  work.publish(menuChanged, { menu: id, group, state: 'asked', progress: 0 })
  return id
} // prettier-ignore

export async function readMenu(work: Work, { group }: { group: string }): Promise<{ menu: Menu | null }> {
  allow(work, 'workforce.read')
  const { from } = await today(work)
  const found = (await groupsSeen(work))(group) ? await latestMenu(work, group, from) : undefined
  return { menu: found ? await shownTo(work, found) : null }
}

async function shownTo(work: Work, row: MenuRow): Promise<Menu> {
  const seen = await stepsSeen(work)
  const menu = showMenu(row)
  return { ...menu, options: menu.options.map((option) => ({ ...option, steps: option.steps.map(seen) })) }
}

export const showMenu = ({ id, group_key: group, state, progress, asked_at, done_at, until_at, body, failed }: MenuRow): Menu => ({
  id, group, state, progress, asked_at: String(asked_at), done_at: done_at && String(done_at), until: String(until_at),
  level_so_far: body?.level_so_far ?? null, level_tonight: body?.level_tonight ?? null, options: body?.options ?? [], failed,
}) // prettier-ignore
