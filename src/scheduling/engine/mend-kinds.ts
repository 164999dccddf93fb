// What could be done about a stretch in which people are missing: for somebody, every way of one kind. Whether a way helps and is lawful is tried on the plan.
import type { TroubleCode } from '../contract/plan-shapes.ts'
import type { Ask } from '../contract/schedule-ask.ts'
import type { Mend } from '../contract/schedule-answer.ts'
import { minutesOf } from '../contract/moments.ts'
import { heldIn, type Draft, type Turn } from './draft.ts'
import { slotAt, SLOTS_PER_HOUR } from './grid.ts'
import { endOf, paidOf, type Held, type Piece } from './held.ts'
import type { Option } from './options.ts'
import type { Planned } from './person.ts'
import { FROZEN, type Rota, type Sitting } from './rota.ts'
import type { Stretch } from './why.ts'

export type Way = { turns: readonly Turn[]; hours: number; lunch?: boolean } // paid hours more; whether it is a lunch that moves
export type Kind = {
  code: Mend['code']
  agreed: readonly TroubleCode[] // what the contract does not foresee and a person decides on
  ways: (draft: Draft, person: Planned, stretch: Stretch) => Way[]
  price: (weights: Ask['weights'], way: Way) => number
}

const AN_HOUR = SLOTS_PER_HOUR
const A_PIECE = 0.5 // what a break or a meeting at another time costs each of them
const MOST_OPTIONS = 8

export const kinds: readonly Kind[] = [
  { code: 'move_breaks', agreed: [], ways: pausesElsewhere, price: (_, { turns }) => A_PIECE * turns.length },
  { code: 'move_session', agreed: [], ways: sittingElsewhere, price: (_, { turns }) => A_PIECE * turns.length },
  { code: 'move_shifts', agreed: [], ways: shiftElsewhere, price: ({ change }) => change },
  { code: 'swap_days', agreed: [], ways: dayElsewhere, price: ({ change }) => 2 * change },
  { code: 'overtime', agreed: ['contract_hours_more'], ways: anHourMore, price: ({ overtime }, { hours }) => overtime * hours },
  { code: 'extra_day', agreed: ['contract_hours_more', 'contract_days_more'], ways: aDayMore, price: ({ overtime }, { hours }) => overtime * hours },
] // prettier-ignore

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
const inOrder = (pieces: readonly Piece[]): Piece[] => pieces.toSorted((a, b) => a.from - b.from)
const meet = (a: Piece, b: Piece): boolean => a.from < endOf(b) && b.from < endOf(a)
const isPause = ({ session }: Piece): boolean => session === undefined

// A pause that lies in the stretch, up to an hour beyond its window, half an hour from the edges of the shift and from other pauses at least.
function pausesElsewhere(draft: Draft, person: Planned, { day, from, to }: Stretch): Way[] {
  const held = heldIn(draft, person, day)
  if (!held) return []
  return held.pieces.flatMap((piece, i) => {
    if (piece.length === 0 || !isPause(piece) || piece.from >= to || piece.from + piece.length <= from) return []
    const others = held.pieces.filter((_, o) => o !== i)
    const window = piece.window ?? { from: piece.from, to: piece.from }
    return range(Math.max(held.start + 2, window.from - AN_HOUR), Math.min(held.end - piece.length - 2, window.to + AN_HOUR) + 1)
      .filter((place) => place !== piece.from)
      .map((place): Piece => ({ ...piece, from: place }))
      .filter((moved) => !others.some((other) => meet({ ...moved, from: moved.from - 2, minutes: moved.minutes + 60 }, other)))
      .map((moved) => ({ turns: [{ person, day, after: { ...held, pieces: inOrder([...others, moved]) } }], hours: 0, lunch: piece.kind === 'lunch' }))
  }) // prettier-ignore
}

// A meeting that somebody sits in during the stretch, with everybody who sits in it, at another time that it was asked for.
function sittingElsewhere(draft: Draft, person: Planned, { from, to }: Stretch): Way[] {
  const { rota } = draft
  return rota.sittings
    .filter((own) => own.person.index === person.index && own.from < to && own.to > from)
    .flatMap((own) => {
      const together = rota.sittings.filter((each) => each.session === own.session && each.from === own.from)
      return placesOf(rota, own).flatMap((place): Way[] => {
        const turns = together.map((each) => satElsewhere(draft, each, place))
        return turns.every((turn) => turn !== null) ? [{ turns: turns.flatMap((turn) => turn ?? []), hours: 0 }] : []
      })
    })
}

function placesOf({ problem: { ask, grid } }: Rota, { session, from, to }: Sitting): { day: number; from: number }[] {
  const asked = ask.sessions[session]! // a sitting is of one
  return range(0, grid.days)
    .filter((day) => !asked.days || asked.days.includes(grid.names[day]!))
    .flatMap((day) => {
      const first = slotAt(grid, day, minutesOf(asked.from))
      const last = slotAt(grid, day, minutesOf(asked.to)) - (to - from)
      return range(first, last + 1).filter((at) => at !== from).map((at) => ({ day, from: at })) // prettier-ignore
    })
}

// Only within the same day: on another one two shifts would change for it.
function satElsewhere(draft: Draft, sitting: Sitting, place: { day: number; from: number }): Turn | null {
  const { problem } = draft.rota
  const { day } = place
  if (sitting.from < problem.grid.dayStart[day]! || sitting.from >= problem.grid.dayStart[day + 1]!) return null
  const person = problem.people[sitting.person.index]! // of this problem, also where the sitting was placed in another like it
  const held = heldIn(draft, person, day)
  const piece = held?.pieces.find(({ session, from }) => session === sitting.session && from === sitting.from)
  if (!held || !piece || place.from < held.start || place.from + piece.length > held.end) return null
  const others = held.pieces.filter((each) => each !== piece)
  const moved = { ...piece, from: place.from }
  return others.some((other) => meet(moved, other)) ? null : { person, day, after: { ...held, pieces: inOrder([...others, moved]) } } // prettier-ignore
}

const sits = ({ pieces }: Held): boolean => pieces.some(({ session }) => session !== undefined)
const shifted = (held: Held, by: number): Held => ({
  ...held, start: held.start + by, end: held.end + by, pieces: held.pieces.map((piece) => ({ ...piece, from: piece.from + by })),
}) // prettier-ignore

// The shift half an hour or an hour sooner or later, pauses with it. Who sits together that day is left alone: the others would sit without them.
function shiftElsewhere(draft: Draft, person: Planned, { day }: Stretch): Way[] {
  const held = heldIn(draft, person, day)
  if (!held || sits(held)) return []
  return [-AN_HOUR, -AN_HOUR / 2, AN_HOUR / 2, AN_HOUR]
    .filter((by) => held.start + by >= 0)
    .map((by) => ({ turns: [{ person, day, after: shifted(held, by) }], hours: 0 }))
}

// A day of the same week given up for this one: as many hours, by a pattern of theirs.
function dayElsewhere(draft: Draft, person: Planned, stretch: Stretch): Way[] {
  const { day } = stretch
  if (!isFree(draft, person, day)) return []
  const week = person.weeks.find(({ from, to }) => day >= from && day < to)! // every day is of a week
  return range(week.from, week.to).flatMap((other): Way[] => {
    const held = other === day ? null : heldIn(draft, person, other)
    if (!held || sits(held)) return []
    return optionsIn(person, stretch)
      .filter(({ paid }) => paid === paidOf(held))
      .slice(0, MOST_OPTIONS)
      .map((option) => ({ turns: [{ person, day: other, after: null }, { person, day, after: heldBy(option) }], hours: 0 })) // prettier-ignore
  })
}

// One hour before or after the shift.
function anHourMore(draft: Draft, person: Planned, { day, from, to }: Stretch): Way[] {
  const held = heldIn(draft, person, day)
  if (!held) return []
  return [{ ...held, start: held.start - AN_HOUR }, { ...held, end: held.end + AN_HOUR }]
    .filter((longer) => longer.start >= 0 && longer.start < to && longer.end > from)
    .map((after) => ({ turns: [{ person, day, after }], hours: 1 })) // prettier-ignore
}

// A day off worked, by a pattern of theirs.
function aDayMore(draft: Draft, person: Planned, stretch: Stretch): Way[] {
  const { day } = stretch
  if (!isFree(draft, person, day)) return []
  return optionsIn(person, stretch)
    .slice(0, MOST_OPTIONS)
    .map((option) => ({ turns: [{ person, day, after: heldBy(option) }], hours: option.paid / SLOTS_PER_HOUR }))
}

const isFree = (draft: Draft, person: Planned, day: number): boolean =>
  heldIn(draft, person, day) === null && draft.rota.choice[person.index * draft.rota.days + day] !== FROZEN

// Those that meet the stretch, the shortest first.
const optionsIn = (person: Planned, { day, from, to }: Stretch): Option[] =>
  [...person.allowed[day]!]
    .map((place) => person.catalog.days[day]![place]!)
    .filter(({ start, end }) => start < to && end > from)
    .toSorted((a, b) => a.paid - b.paid)

const heldBy = ({ start, end, pauses, pattern }: Option): Held => ({
  start, end, pattern,
  pieces: inOrder(pauses.map(({ kind, from, to, length, minutes }): Piece => ({ kind, from: start + Math.floor((from + to) / 2), length, minutes }))),
}) // prettier-ignore
