// The thread of a chat as it is read: parted by days, and what one person says in one breath under one name. Pure.
import type { Line } from './lines.ts'

export type Breath = { key: string; from: Line['from']; by: Line['by']; at: string; lines: Line[] }
export type ChatDay = { day: string; at: string; breaths: Breath[] }

const BREATH_MILLISECONDS = 5 * 60_000

/** Of lines in order. `dayOf` says on which day an instant falls where the reader is. */
export function chatDays(lines: readonly Line[], dayOf: (at: string) => string): ChatDay[] {
  const days: ChatDay[] = []
  for (const line of lines) {
    const day = dayOf(line.at)
    const today = days.at(-1)?.day === day ? days.at(-1) : undefined
    const breath = today?.breaths.at(-1)
    if (breath && isOneBreath(breath, line)) breath.lines.push(line)
    else if (today) today.breaths.push(breathOf(line))
    else days.push({ day, at: line.at, breaths: [breathOf(line)] })
  }
  return days
}

const breathOf = (line: Line): Breath => ({ key: line.id, from: line.from, by: line.by, at: line.at, lines: [line] })

function isOneBreath({ from, by, lines }: Breath, next: Line): boolean {
  const last = lines.at(-1)
  if (!last || from === 'house' || from !== next.from || by?.id !== next.by?.id) return false
  return Date.parse(next.at) - Date.parse(last.at) < BREATH_MILLISECONDS
}

/** The day where the reader is, as "2026-11-22". */
export function localDay(at: string): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`
}
