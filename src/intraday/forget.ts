// For housekeeping: what people did is known for six months, no longer (CNIL, guide on following activity at work: six months for its data). Menus nobody
// chose from go after a week.
import type { Work } from '#base/work'
import { forgetMarks } from './store/mark.ts'
import { forgetMenus } from './store/menu.ts'

const MARKS_DAYS = 183
const MENUS_DAYS = 7

/** How many went; at most about `most`. */
export async function forgetOldDays(work: Work, most: number): Promise<number> {
  const menus = await forgetMenus(work, work.now.subtract({ hours: 24 * MENUS_DAYS }), most)
  return Math.max(menus, await forgetMarks(work, work.now.subtract({ hours: 24 * MARKS_DAYS }), most))
}
