// Days of calls for the forecasting bench: from the file of a bank's five-minute counts where it is at hand, otherwise made up.
import { readFileSync } from 'node:fs'
import { chance, poisson } from '../../src/forecasting/engine/made-up.ts'

/** One working day: its date and what came in each quarter of an hour from seven on. */
export type CallDay = { date: string; counts: number[] }

export const FIRST_SLOT = 28
const SLOTS = 56
const FIVE_MINUTES_A_DAY = 169

/**
 * The file of five-minute counts of the R package fpp2 ("calls"): 169 rows a working day from 07:00 on, the label telling day, month and year. Three rows make a
 * quarter of an hour; the last five minutes make none and are left out.
 */
export function callDaysOf(file: string): CallDay[] {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1)
  const days: CallDay[] = []
  for (let at = 0; at + FIVE_MINUTES_A_DAY <= rows.length; at += FIVE_MINUTES_A_DAY) {
    const [, day = '', month = ''] = /X(\d{1,2})\.(\d{1,2})\.2003/.exec(rows[at] ?? '') ?? []
    const fives = rows.slice(at, at + FIVE_MINUTES_A_DAY).map((row) => Number(row.split(',')[2]))
    const counts = Array.from({ length: SLOTS }, (_, slot) =>
      fives.slice(3 * slot, 3 * slot + 3).reduce((sum, count) => sum + count, 0),
    )
    days.push({ date: `2003-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, counts })
  }
  return days
}

/** As such a bank might have it: weekdays, a turn of the month, days that stray by four per cent, mornings and evenings. */
export function madeUpDays(count = 165): CallDay[] {
  const draw = chance(2003)
  const days: CallDay[] = []
  for (let date = Temporal.PlainDate.from('2003-03-03'); days.length < count; date = date.add({ days: 1 })) {
    if (date.dayOfWeek > 5) continue
    const weekday = [1.15, 1, 0.95, 0.95, 0.98][date.dayOfWeek - 1] ?? 1
    const turn = date.day <= 3 ? 1.08 : 1
    const strays = 1 + 0.07 * (draw() + draw() + draw() - 1.5)
    const counts = Array.from({ length: SLOTS }, (_, slot) => {
      const shape = 0.25 + Math.sin((Math.PI * (slot + 6)) / (SLOTS + 10)) ** 1.5
      return poisson(32_000 * weekday * turn * strays * (shape / 53) * (1 + 0.04 * (draw() - 0.5)), draw)
    })
    days.push({ date: date.toString(), counts })
  }
  return days
}

/** The same days as if nobody had ever been away: five a week without holes, as a series without dates has them. */
export function closedUp(days: readonly CallDay[]): CallDay[] {
  const monday = Temporal.PlainDate.from('2003-03-03')
  return days.map(({ counts }, i) => ({ date: monday.add({ days: Math.floor(i / 5) * 7 + (i % 5) }).toString(), counts }))
}
