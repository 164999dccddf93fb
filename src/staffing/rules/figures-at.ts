// What the need reaches, interval by interval, and what one more or one fewer would. Pure.
import type { FiguresAt, Reached, StreamLoad } from '../contract.ts'
import { loadOf, reachedBy } from './by-formula.ts'
import type { ToAssemble } from './assemble.ts'

/** By formula where there is one stream of people who wait; else as it was simulated with the need of those who wait; null until then. */
export function figuresAt(given: ToAssemble, need: readonly number[]): FiguresAt {
  const waiting = given.loads.filter(({ aim }) => !aim.deferred)
  return waiting.length === 1 ? byFormula(given, waiting[0]!, need) : simulated(given)
}

function byFormula({ span, interval_min, opens, days }: ToAssemble, load: StreamLoad, need: readonly number[]): FiguresAt {
  const at = (place: number, of: 'mean' | 'p90', people: number): Reached | null => {
    const i = span.first + place
    const contacts_per_hour = (load[of][i]! * 60) / interval_min
    if (contacts_per_hour === 0 || !(opens.get(load.queue)?.[i] ?? true)) return null
    const { aim, handling_s, patience_s } = load
    const decides = reasonAt(days, i)
    return reachedBy(loadOf({ contacts_per_hour, handling_s: handling_s[i]!, patience_s }, aim), people, {
      targets: aim.targets,
      decides,
    })
  }
  return {
    reached: need.map((people, place) => at(place, 'mean', people)),
    one_less: need.map((people, place) => at(place, 'mean', people - 1)),
    one_more: need.map((people, place) => at(place, 'mean', people + 1)),
    at_p90: need.map((people, place) => at(place, 'p90', people)),
  }
}

function reasonAt(days: ToAssemble['days'], i: number): string {
  const day = days.find(({ first, count }) => i >= first && i < first + count)
  return day?.need.reasons[day.need.decided_by[i - day.first] ?? 0]?.formula ?? ''
}

function simulated({ days, span }: ToAssemble): FiguresAt {
  const cut = (of: keyof FiguresAt): (Reached | null)[] =>
    days
      .flatMap(({ count, need }) => Array.from({ length: count }, (_, place) => need.figures?.[of][place] ?? null))
      .slice(span.first, span.first + span.count)
  return { reached: cut('reached'), one_less: cut('one_less'), one_more: cut('one_more'), at_p90: cut('at_p90') }
}
