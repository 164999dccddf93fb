// The keyboard in the grid. Standing: arrows walk, Enter opens, M takes hold. Holding: arrows move by an interval, Shift lengthens, Enter puts down.
import type { KeyboardEvent } from 'react'
import { partMoved, retimed, type Bar } from './bars.ts'
import { cellsOf, type Cell, type Place } from './place.ts'
import type { Scene } from './paint.ts'
import { LEAST, type Lift } from './lift.ts'
import type { Row } from './rows.ts'
import type { Lifting } from './use-lift.ts'

export const deeds = ['open', 'new', 'lock', 'remove', 'undo', 'redo', 'copy', 'paste', 'choose', 'stuck'] as const
export type Deed = (typeof deeds)[number]
export type Standing = { row: Row; cell: Cell }
export type Keying = {
  rows: readonly Row[]
  scene: Scene
  place: Place | null
  edits: boolean
  lifting: Lifting
  page: number // rows one sees at once
  chosen: ReadonlySet<string>
  barOf: (id: string) => Bar | undefined
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

const withMod: Record<string, Deed> = { z: 'undo', y: 'redo', c: 'copy', v: 'paste' }

function stand(event: KeyboardEvent, keying: Keying): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const mod = event.ctrlKey || event.metaKey
  if (event.altKey) return false
  if (key === 'Home' || key === 'End') return done(edge(keying, key === 'End', mod))
  if (mod) return deed(keying, key === 'z' && event.shiftKey ? 'redo' : withMod[key])
  const [rows, cells] = stepOf(key, keying)
  if (rows !== 0 || cells !== 0) return done(walk(keying, rows, cells))
  return key === 'm' ? take(keying) : deed(keying, single[key])
}

function stepOf(key: string, { page }: Keying): readonly [rows: number, cells: number] {
  if (key === 'PageDown') return [page, 0]
  if (key === 'PageUp') return [-page, 0]
  return steps[key] ?? [0, 0]
}

function deed(keying: Keying, wanted: Deed | undefined): boolean {
  if (!wanted) return false
  keying.onDeed(wanted, standing(keying))
  return true
}

/** Takes hold of the shift one stands on, or of the thing in it; of all that are chosen, where it is one of several. */
function take(keying: Keying): boolean {
  const bar = standing(keying)?.cell.bar
  if (!keying.edits || !bar) return false
  if (bar.locked) return deed(keying, 'stuck')
  const part = standing(keying)?.cell.part
  const held = part && !part.fixed ? part.id : null
  keying.lifting.begin({ grip: held ? 'part' : 'move', part: held, bars: (held ? [bar] : together(keying, bar)).map((each) => ({ before: each, after: each })), byKeys: true, row: indexOf(keying) })
  return true
} // prettier-ignore

const together = ({ chosen, barOf }: Keying, bar: Bar): Bar[] =>
  chosen.has(bar.id)
    ? [bar, ...[...chosen].flatMap((id) => (id === bar.id ? [] : (barOf(id) ?? [])))].filter(({ locked }) => !locked)
    : [bar]

const done = (_done: void): true => true

function standing({ rows, place, scene }: Keying): Standing | null {
  const row = rows.find(({ key }) => key === place?.row)
  const cell = row && place ? cellsOf(row, scene.timeline)[place.cell] : undefined
  return row && cell ? { row, cell } : null
}

const indexOf = ({ rows, place }: Keying): number => rows.findIndex(({ key }) => key === place?.row)

function walk(keying: Keying, down: number, across: number): void {
  const { rows, scene, place, onPlace, onTurn } = keying
  const row = rows[besideGroups(rows, indexOf(keying) + down, Math.sign(down))]
  if (!row || row.kind === 'group') return
  const cells = cellsOf(row, scene.timeline)
  const wanted = (place?.cell ?? 0) + across
  if (across !== 0 && (wanted < 0 || wanted >= cells.length)) return onTurn(wanted < 0 ? -1 : 1)
  onPlace({ row: row.key, cell: Math.min(Math.max(0, wanted), cells.length - 1) })
}

/** The nearest row that is no heading, further on in that direction. */
function besideGroups(rows: readonly Row[], wanted: number, by: number): number {
  let at = Math.min(Math.max(0, wanted), rows.length - 1)
  while (rows[at]?.kind === 'group' && rows[at + by]) at += by || 1
  return at
}

function edge(keying: Keying, last: boolean, whole: boolean): void {
  const rows = keying.rows.filter(({ kind }) => kind !== 'group')
  const row = whole ? rows.at(last ? -1 : 0) : rows.find(({ key }) => key === keying.place?.row)
  if (row) keying.onPlace({ row: row.key, cell: last ? cellsOf(row, keying.scene.timeline).length - 1 : 0 })
}

function hold(event: KeyboardEvent, keying: Keying): boolean {
  const { lifting } = keying
  const held = lifting.lift.get()
  if (!held) return false
  if (event.key === 'Escape') return done(lifting.leave())
  if (event.key === 'Enter') return done(lifting.drop())
  const [down, across] = steps[event.key] ?? [0, 0]
  if (down !== 0) return held.grip === 'move' ? done(toOther(keying, held, down)) : true
  if (across !== 0) return done(event.shiftKey ? lengthen(keying, held, across) : along(keying, held, across))
  return event.key.length === 1 // nothing else happens meanwhile
}

type Change = (bar: Bar, before: Bar) => Bar
const changedBy = (lifting: Lifting, held: Lift, change: Change): void =>
  lifting.put({ ...held, tried: null, felt: null, bars: held.bars.map(({ before, after }) => ({ before, after: change(after, before) })) }) // prettier-ignore

// Always from what it was: a lunch that found no place on the way has its place again.
const rehoured = (before: Bar, { person }: Bar, hours: { from: number; to: number }): Bar => ({
  ...retimed(before, hours),
  person,
})

/** To the person above or below, at the same hours. */
function toOther({ lifting, rows }: Keying, held: Lift, by: number): void {
  if (held.bars.length > 1) return // several belong to several
  const to = besideGroups(rows, held.row + by, by)
  const row = rows[to]
  if (!row || row.kind === 'group') return
  const person = row.kind === 'person' ? row.key : null
  changedBy(lifting, { ...held, row: to }, (bar) => ({ ...bar, person }))
}

/** Earlier or later by an interval: the shift, or the thing in it. */
function along({ lifting, scene }: Keying, held: Lift, across: number): void {
  const by = across * scene.timeline.step
  const { part } = held
  changedBy(lifting, held, (bar, before) =>
    part === null ? rehoured(before, bar, { from: bar.from + by, to: bar.to + by }) : partMoved(bar, part, by),
  )
}

/** Its end alone. */
function lengthen({ lifting, scene }: Keying, held: Lift, across: number): void {
  if (held.part !== null) return
  const by = across * scene.timeline.step
  changedBy(lifting, held, (bar, before) =>
    rehoured(before, bar, { from: bar.from, to: Math.max(bar.from + LEAST, bar.to + by) }),
  )
}
