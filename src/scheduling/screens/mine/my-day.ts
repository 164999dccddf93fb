// For the rail and the seat menu: whether shifts were ever published for me, and what I do next; said in both languages so that the desk need
// not carry the words. Asked once, again when shifts of mine are published or swapped, and told anew when the minute turns to something else.
import { getSession, type WhoAmI } from '#access/contract'
import { send } from '#ui/api'
import { live } from '#ui/live'
import { keyOf, queries } from '#ui/query'
import { speak } from '#ui/words'
import { shiftsPublished, swapChanged } from '../../contract/events.ts'
import { listMyShifts, type MyShifts } from '../../contract/shifts.ts'
import { wallHour } from '../planning/grid/hours.ts'
import { gridWords } from '../planning/grid/words.ts'
import { nearestShift, piecesOf, standingAt } from './day.ts'
import { words } from './words.ts'

type Said = { fr: string; en: string }
export type MyDay = { any: boolean; line: Said | null }

const MINUTE = 60_000
let known: MyShifts | null = null
let told: MyDay | undefined
const listeners = new Set<() => void>()

export function myDayWatch(): { listen: (listener: () => void) => () => void; count: () => MyDay | undefined } {
  live.on([shiftsPublished.name, swapChanged.name], () => void ask())
  setInterval(tell, MINUTE)
  void ask()
  return {
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    count: () => told,
  }
}

async function ask(): Promise<void> {
  if (!queries.getQueryData<WhoAmI>(keyOf(getSession, {}))?.person) return
  known = await send(listMyShifts, { days: 7 }).catch(() => known) // not reached: as before, until the next event
  tell()
}

function tell(): void {
  if (!known) return
  const next: MyDay = { any: known.has_any, line: lineAt(known, Date.now()) }
  if (told?.any === next.any && told.line?.fr === next.line?.fr) return
  told = next
  for (const each of listeners) each()
}

/** Only of a day that has begun or begins within the hour: what lies further is on its page. */
function lineAt({ shifts, zone }: MyShifts, now: number): Said | null {
  const shift = nearestShift(shifts, now)
  if (!shift || Date.parse(shift.starts_at) - now > 60 * MINUTE) return null
  const pieces = piecesOf(shift)
  const { now: current, next, ends } = standingAt(pieces, now)
  const said = (spoken: 'fr' | 'en'): string => {
    if (!current) return speak(words[spoken].before, spoken, { hour: wallHour(Date.parse(shift.starts_at), zone) })
    if (!next) return speak(words[spoken].endsAt, spoken, { hour: wallHour(ends, zone) })
    return speak(words[spoken].next, spoken, {
      what: next.name || gridWords[spoken][next.kind],
      hour: wallHour(next.from, zone),
    })
  }
  return { fr: said('fr'), en: said('en') }
}
