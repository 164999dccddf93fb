// Hours of a week in a line: "du lundi au vendredi, de 9 h à 12 h et de 14 h à 18 h ; samedi, de 9 h à 12 h". Pure.
import type { QueueHours } from '../../contract/rulebook.ts'
import { listed, said, type Said } from '../said.ts'

type Ranges = Extract<QueueHours, { kind: 'weekly' }>['ranges']
const NB = '\u00a0'
const DAYS = [
  said('lundi', 'Monday'), said('mardi', 'Tuesday'), said('mercredi', 'Wednesday'), said('jeudi', 'Thursday'), said('vendredi', 'Friday'),
  said('samedi', 'Saturday'), said('dimanche', 'Sunday'),
] as const // prettier-ignore

export function weekWords(ranges: Ranges): Said {
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    open: dayWords(ranges.filter((range) => range.weekday === weekday)),
  }))
  const runs: { from: number; to: number; open: Said }[] = []
  for (const { weekday, open } of days) {
    if (open.fr === '') continue
    const last = runs.at(-1)
    if (last && last.to === weekday - 1 && last.open.fr === open.fr) last.to = weekday
    else runs.push({ from: weekday, to: weekday, open })
  }
  const said_ = runs.map(({ from, to, open }) => together(daysWords(from, to), open))
  return said(said_.map(({ fr }) => fr).join('\u202f; '), said_.map(({ en }) => en).join('; '))
}

const together = (days: Said, open: Said): Said => said(`${days.fr}, ${open.fr}`, `${days.en}, ${open.en}`)

function daysWords(from: number, to: number): Said {
  const [first, last] = [DAYS[from - 1]!, DAYS[to - 1]!]
  if (from === to) return said(`le ${first.fr}`, `on ${first.en}`)
  return said(`du ${first.fr} au ${last.fr}`, `${first.en} to ${last.en}`)
}

const dayWords = (ranges: Ranges): Said =>
  listed(
    ranges
      .toSorted((a, b) => a.opens_minute - b.opens_minute)
      .map(({ opens_minute, closes_minute }) => {
        const [opens, closes] = [hour(opens_minute), hour(closes_minute)]
        return said(`de ${opens.fr} à ${closes.fr}`, `${opens.en}–${closes.en}`)
      }),
  )

function hour(minute: number): Said {
  const [hours, rest] = [Math.floor(minute / 60) % 24, minute % 60]
  const two = (of: number): string => String(of).padStart(2, '0')
  return said(`${hours}${NB}h${rest === 0 ? '' : `${NB}${two(rest)}`}`, `${two(hours)}:${two(rest)}`)
}
