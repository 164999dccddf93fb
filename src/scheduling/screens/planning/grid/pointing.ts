// The pointer in the grid: taking hold of a shift by its middle, an edge, or something in it; choosing; drawing a frame around several.
import { useEffect, useState, type MouseEvent, type PointerEvent as Pointed, type RefObject } from 'react'
import type { Bar } from './bars.ts'
import type { Scene } from './paint.ts'
import { draggedTo, hitIn, type Hit } from './place.ts'
import { barsIn, type Row } from './rows.ts'
import { boxOf } from './paint.ts'
import { stored, type Stored } from './stored.ts'
import { atX, draggedBy } from './timeline.ts'
import type { Lifting } from './use-lift.ts'

export type Frame = { x: number; y: number; width: number; height: number } | null
export type Pointing = {
  body: RefObject<HTMLDivElement | null>
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly Row[]
  scene: Scene
  lifting: Lifting
  edits: boolean
  names: number
  chosen: ReadonlySet<string>
  barOf: (id: string) => Bar | undefined
  onChoose: (ids: ReadonlySet<string>) => void
  onStand: (row: Row, bar: Bar | null, x: number) => void
  onOpen: (row: Row, bar: Bar | null, at: number) => void
  onStuck: () => void // what one would move is locked
}
type Down = { id: number; x: number; y: number; hit: Hit | null; row: number; moved: boolean; more: boolean }

const STILL = 4 // pixels a hand trembles

export function usePointing(pointing: Pointing) {
  const [{ frame, handlers, withThese }] = useState(() => makePointing(pointing))
  useEffect(() => withThese(pointing))
  return { frame, handlers }
}

function makePointing(begun: Pointing) {
  let now = begun
  let down: Down | null = null
  const frame = stored<Frame>(null)
  const letGo = (): void => {
    down = null
    window.removeEventListener('keydown', onEscape, true)
  }
  const leave = (): void => {
    letGo()
    frame.set(null)
    now.lifting.leave()
  }
  // Wherever the focus is: who drags has a hand at the mouse.
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  const onPointerDown = (event: Pointed): void => {
    if (event.button !== 0 || event.pointerType === 'touch') return // a finger scrolls; it opens by tapping
    const at = whereIn(now, event)
    if (at.x < 0 || !at.under) return
    const hit = hitIn(at.under, at.x, laid(now))
    down = { id: event.pointerId, x: at.x, y: at.y, hit, row: at.row, moved: false, more: event.shiftKey || event.ctrlKey || event.metaKey }
    now.onStand(at.under, hit?.bar ?? null, at.x)
  }
  const onPointerMove = (event: Pointed): void => {
    const at = whereIn(now, event)
    if (!down) return point(event.currentTarget, at.x < 0 ? null : hitIn(at.under, at.x, laid(now)))
    if (!down.moved && Math.hypot(at.x - down.x, at.y - down.y) < STILL) return
    if (!down.moved) {
      down.moved = true
      event.currentTarget.setPointerCapture(down.id)
      window.addEventListener('keydown', onEscape, true)
      if (down.hit && now.edits) begin(now, down, down.hit)
    }
    if (down.hit) carry(now, down, at)
    else frame.set({ x: Math.min(at.x, down.x), y: Math.min(at.y, down.y), width: Math.abs(at.x - down.x), height: Math.abs(at.y - down.y) })
    nudge(now.scroller.current, now.names, event)
  }
  const onPointerUp = (): void => {
    const held = down
    letGo()
    if (held?.moved && held.hit) now.lifting.drop()
    else if (held?.moved) enclose(now, frame, held.more)
    else if (held) choose(now, held)
  }
  const onDoubleClick = (event: Where): void => {
    const { x, under } = whereIn(now, event)
    if (under && x >= 0) now.onOpen(under, hitIn(under, x, laid(now))?.bar ?? null, atX(now.scene.timeline, x))
  }
  const onClick = (event: MouseEvent): void => {
    if (event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch') onDoubleClick(event)
  }
  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: leave, onDoubleClick, onClick }
  return { frame, handlers, withThese: (these: Pointing) => void (now = these) }
} // prettier-ignore

type Where = { clientX: number; clientY: number }
type At = { x: number; y: number; row: number; under: Row | undefined }
const laid = ({ scene }: Pointing) => ({ timeline: scene.timeline, row: scene.row })

function whereIn({ body, names, scene, rows }: Pointing, event: Where): At {
  const box = body.current?.getBoundingClientRect()
  const [x, y] = [event.clientX - (box?.left ?? 0) - names, event.clientY - (box?.top ?? 0)]
  const row = Math.floor(y / scene.row)
  return { x, y, row, under: rows[row] }
}

function begin({ chosen, barOf, lifting, onStuck }: Pointing, held: Down, { bar, grip, part }: Hit): void {
  const others = grip === 'move' && chosen.has(bar.id) ? [...chosen].filter((id) => id !== bar.id) : []
  const all = [bar, ...others.flatMap((id) => barOf(id) ?? [])].filter((each) => !each.locked)
  if (all.length === 0) return onStuck()
  const bars = all.map((each) => ({ before: each, after: each }))
  lifting.begin({ grip, part: part?.id ?? null, bars, byKeys: false, row: held.row })
}

/** Along the hours; alone, also to whoever's row it is over. */
function carry({ scene, lifting }: Pointing, held: Down, { x, row, under }: At): void {
  const by = draggedBy(scene.timeline, x - held.x)
  const alone = lifting.lift.get()?.bars.length === 1
  const over = under?.kind === 'person' ? under.key : under?.kind === 'open' ? null : undefined
  const person = row !== held.row && over !== undefined ? over : (held.hit?.bar.person ?? null)
  lifting.carry((bar) => draggedTo(bar, x - held.x, { timeline: scene.timeline, by }), { row, ...(alone ? { person } : {}) })
}

function point(target: Element, hit: Hit | null): void {
  if (target instanceof HTMLElement) target.dataset['grip'] = hit?.grip ?? ''
}

function choose({ chosen, onChoose }: Pointing, { hit, more }: Down): void {
  if (!hit) return onChoose(new Set())
  if (!more) return onChoose(new Set([hit.bar.id]))
  const next = new Set(chosen)
  if (!next.delete(hit.bar.id)) next.add(hit.bar.id)
  onChoose(next)
}

/** Everything that the frame touches is chosen. */
function enclose({ rows, scene, chosen, onChoose }: Pointing, frame: Stored<Frame>, more: boolean): void {
  const drawn = frame.get()
  frame.set(null)
  if (!drawn) return
  const inside = new Set(more ? chosen : [])
  const [first, last] = [Math.max(0, Math.floor(drawn.y / scene.row)), Math.floor((drawn.y + drawn.height) / scene.row)]
  for (const row of rows.slice(first, last + 1))
    for (const bar of barsIn(row)) {
      const { x, width } = boxOf(scene, bar)
      if (x + width >= drawn.x && x <= drawn.x + drawn.width) inside.add(bar.id)
    }
  onChoose(inside)
}

const EDGE = 36 // pixels from the edge at which the grid comes along
const STUCK = 110 // what stands above the rows

function nudge(scroller: HTMLElement | null, names: number, { clientX, clientY }: { clientX: number; clientY: number }): void {
  if (!scroller) return
  const box = scroller.getBoundingClientRect()
  const push = (at: number, least: number, most: number): number => (at < least + EDGE ? -14 : at > most - EDGE ? 14 : 0)
  scroller.scrollBy(push(clientX, box.left + names, box.right), push(clientY, box.top + STUCK, box.bottom))
}
