// Who of the made-up centre works when: five days a week each, fewer at the weekend, early or late by turns. Pure.
export type Turn = { who: string; weekday: number; from: string; to: string }

// Days off, by weekday (1 Monday … 7 Sunday).
const off: Readonly<Record<string, readonly [number, number]>> = {
  camille: [6, 7],
  ines: [1, 2],
  thomas: [6, 7],
  yann: [3, 4],
  lea: [6, 7],
  oscar: [5, 6],
  priya: [1, 7],
  sophie: [6, 7],
  karim: [2, 3],
}
export const planned: readonly string[] = Object.keys(off)

// Seven hours of work beside a lunch of three quarters of an hour. The second of each comes at another time, so that not everybody lunches together.
const hours = [
  [{ from: '08:00', to: '15:45' }, { from: '09:30', to: '17:15' }, { from: '12:15', to: '20:00' }],
  [{ from: '08:45', to: '16:30' }, { from: '10:15', to: '18:00' }, { from: '11:30', to: '19:15' }],
] as const // prettier-ignore

/** One week; `week` turns early and late round. */
export function turnsOf(week: number): Turn[] {
  return planned.flatMap((who, place) =>
    [1, 2, 3, 4, 5, 6, 7]
      .filter((weekday) => !off[who]!.includes(weekday)) // one of its keys
      .map((weekday) => ({ who, weekday, ...hours[place % 2]![(place + week) % 3]! })),
  )
}
