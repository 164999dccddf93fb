// The keyboard in the grid. Standing: arrows walk, Enter opens, M takes hold. Holding: arrows move by an interval, Shift lengthens, Enter puts down.
import type { KeyboardEvent } from 'react'
import type { Bar } from './bars.ts'
import { cellsOf, type Cell, type Place } from './place.ts'
import type { Scene } from './paint.ts'
import { barsIn, type Row } from './rows.ts'
import type { Lifting } from './use-lift.ts'

export const deeds = ['open', 'new', 'lock', 'remove', 'undo', 'redo', 'copy', 'paste', 'choose'] as const
export type Deed = (typeof deeds)[number]
export type Standing = { row: Row; cell: Cell }
export type Keying = {
  rows: readonly Row[]
  scene: Scene
  place: Place | null
  edits: boolean
  lifting: Lifting
  page: number // rows one sees at once
  onPlace: (place: Place) => void
  onDeed: (deed: Deed, at: Standing | null) => void
  onTurn: (by: -1 | 1) => void // to the day, week or month beside
}

export function pressed(event: KeyboardEvent, keying: Keying): boolean {
  return keying.lifting.lift.get()?.byKeys ? hold(event, keying) : stand(event, keying)
}

const steps: Record<string, [rows: number, cells: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}
const single: Record<string, Deed> = { Enter: 'open', n: 'new', l: 'lock', Delete: 'remove', Backspace: 'remove', u: 'undo', c: 'copy', v: 'paste', ' ': 'choose' } // prettier-ignore

function stand(event: KeyboardEvent, keying: Keying): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const mod = event.ctrlKey || event.metaKey
  const at = standing(keying)
  if (mod && key === 'z') return done(keying.onDeed(event.shiftKey ? 'redo' : 'undo', at))
  if (mod && key === 'y') return done(keying.onDeed('redo', at))
  if (mod && (key === 'c' || key === 'v')) return done(keying.onDeed(key === 'c' ? 'copy' : 'paste', at))
  if (event.altKey || (mod && key !== 'Home' && key !== 'End')) return false
  const [rows, cells] = steps[key] ?? []
  if (rows !== undefined && cells !== undefined) return done(walk(keying, rows, cells))
  if (key === 'PageDown' || key === 'PageUp') return done(walk(keying, key === 'PageDown' ? keying.page : -keying.page, 0))
  if (key === 'Home' || key === 'End') return done(edge(keying, key === 'End', mod))
  const deed = single[key]
  if (deed) return done(keying.onDeed(deed, at))
  if (key !== 'm' || !keying.edits || !at?.cell.bar || at.cell.bar.locked) return false
  const { bar, part } = at.cell
  const held = part && !part.fixed ? part.id : null
  keying.lifting.begin({ grip: held ? 'part' : 'move', part: held, bars: [{ before: bar, after: bar }], byKeys: true, row: indexOf(keying) })
  return true
} // prettier-ignore

const done = (_: void): true => true

function standing({ rows, place, scene }: Keying): Standing | null {
  const row = rows.find(({ key }) => key === place?.row)
  const cell = row && place ? cellsOf(row, scene.timeline)[place.cell] : undefined
  return row && cell ? { row, cell } : null
}

const indexOf = ({ rows, place }: Keying): number => rows.findIndex(({ key }) => key === place?.row)

function walk(keying: Keying, down: number, across: number): void {
  const { rows, scene, place, onPlace, onTurn } = keying
  const from = indexOf(keying)
  let to = Math.min(Math.max(0, (from < 0 ? 0 : from) + down), rows.length - 1)
  while (rows[to]?.kind === 'group' && to + Math.sign(down || 1) >= 0 && to + Math.sign(down || 1) < rows.length) to += Math.sign(down || 1)
  const row = rows[to]
  if (!row || row.kind === 'group') return
  const cells = cellsOf(row, scene.timeline)
  const wanted = (place?.cell ?? 0) + across
  if (across !== 0 && (wanted < 0 || wanted >= cells.length)) return onTurn(wanted < 0 ? -1 : 1)
  onPlace({ row: row.key, cell: Math.min(Math.max(0, wanted), cells.length - 1) })
} // prettier-ignore

function edge(keying: Keying, last: boolean, whole: boolean): void {
  const rows = keying.rows.filter(({ kind }) => kind !== 'group')
  const row = whole ? rows.at(last ? -1 : 0) : rows.find(({ key }) => key === keying.place?.row)
  if (row) keying.onPlace({ row: row.key, cell: last ? cellsOf(row, keying.scene.timeline).length - 1 : 0 })
}

function hold(event: KeyboardEvent, keying: Keying): boolean {
  const { lifting, rows, scene } = keying
  const held = lifting.lift.get()
  const first = held?.bars[0]
  if (!held || !first) return false
  if (event.key === 'Escape') return done(lifting.leave())
  if (event.key === 'Enter') return done(lifting.drop())
  const [down, across] = steps[event.key] ?? []
  if (down === undefined || across === undefined) return event.key.length === 1 // nothing else happens meanwhile
  if (down !== 0 && held.grip === 'move') {
    const to = nextPerson(rows, held.row, down)
    const row = rows[to]
    if (row) lifting.carry((bar) => sameBy(first.after, bar), { row: to, person: row.kind === 'person' ? row.key : null })
    return true
  }
  if (event.shiftKey && held.grip === 'move') return done(lengthen(keying, first.after, across))
  const by = (thing: { from: number }, was: { from: number }): number => thing.from - was.from + across * scene.timeline.step
  const was = held.part === null ? first.before : first.before.parts.find(({ id }) => id === held.part)
  const now = held.part === null ? first.after : first.after.parts.find(({ id }) => id === held.part)
  if (was && now) lifting.carry(() => (held.grip === 'end' ? first.after.to - first.before.to + across * scene.timeline.step : by(now, was)), { person: first.after.person })
  return true
} // prettier-ignore

const sameBy = (after: Bar, before: Bar): number => after.from - before.from

// Its end moves from here on: what was shifted until now stays shifted.
function lengthen({ lifting, scene }: Keying, now: Bar, across: number): void {
  const held = lifting.lift.get()
  if (!held) return
  const by = now.to - (held.bars[0]?.before.to ?? now.to) + across * scene.timeline.step
  lifting.lift.set({ ...held, grip: 'end' })
  lifting.carry(() => by, {})
}

function nextPerson(rows: readonly Row[], from: number, by: number): number {
  let at = from + by
  while (rows[at]?.kind === 'group') at += by
  return rows[at] && (barsIn(rows[at]) || true) ? at : from
}
