// The pointer in the grid: taking hold of a shift by its middle, an edge, or something in it; choosing; drawing a frame around several.
import { useEffect, useRef, type MouseEvent, type PointerEvent as Pointed, type RefObject } from 'react'
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
}
type Down = { id: number; x: number; y: number; hit: Hit | null; row: number; moved: boolean; more: boolean }

const STILL = 4 // pixels a hand trembles

export function usePointing(pointing: Pointing) {
  const now = useRef(pointing)
  useEffect(() => void (now.current = pointing))
  const down = useRef<Down | null>(null)
  const frame = useRef<Stored<Frame>>(stored<Frame>(null)).current
  const whereIs = (event: { clientX: number; clientY: number }) => {
    const box = now.current.body.current?.getBoundingClientRect()
    const [x, y] = [event.clientX - (box?.left ?? 0) - now.current.names, event.clientY - (box?.top ?? 0)]
    const row = Math.floor(y / now.current.scene.row)
    return { x, y, row, under: now.current.rows[row] }
  }
  const onPointerDown = (event: Pointed): void => {
    if (event.button !== 0 || event.pointerType === 'touch') return // a finger scrolls; it opens by tapping
    const { x, y, row, under } = whereIs(event)
    if (x < 0 || !under) return
    const hit = hitIn(under, x, { timeline: now.current.scene.timeline, row: now.current.scene.row })
    down.current = { id: event.pointerId, x, y, hit, row, moved: false, more: event.shiftKey || event.ctrlKey || event.metaKey }
    now.current.onStand(under, hit?.bar ?? null, x)
  }
  const onPointerMove = (event: Pointed): void => {
    const held = down.current
    const { x, y, row, under } = whereIs(event)
    if (!held) return point(event.currentTarget, x < 0 ? null : hitIn(under, x, { timeline: now.current.scene.timeline, row: now.current.scene.row }))
    if (!held.moved && Math.hypot(x - held.x, y - held.y) < STILL) return
    if (!held.moved) {
      held.moved = true
      event.currentTarget.setPointerCapture(held.id)
      if (held.hit && now.current.edits) begin(held, held.hit)
    }
    if (held.hit) carry(held, { x, row, under })
    else frame.set({ x: Math.min(x, held.x), y: Math.min(y, held.y), width: Math.abs(x - held.x), height: Math.abs(y - held.y) })
    nudge(now.current.scroller.current, now.current.names, event)
  } // prettier-ignore
  const begin = (held: Down, { bar, grip, part }: Hit): void => {
    const { chosen, barOf, lifting } = now.current
    const others = grip === 'move' && chosen.has(bar.id) ? [...chosen].filter((id) => id !== bar.id) : []
    const all = [bar, ...others.flatMap((id) => barOf(id) ?? [])].filter((each) => !each.locked)
    if (all.length === 0) return
    lifting.begin({ grip, part: part?.id ?? null, bars: all.map((each) => ({ before: each, after: each })), byKeys: false, row: held.row })
  } // prettier-ignore
  const carry = (held: Down, { x, row, under }: { x: number; row: number; under: Row | undefined }): void => {
    const { scene, lifting } = now.current
    const by = draggedBy(scene.timeline, x - held.x)
    const person = under?.kind === 'person' ? under.key : under?.kind === 'open' ? null : undefined
    const alone = lifting.lift.get()?.bars.length === 1
    lifting.carry((bar) => draggedTo(bar, x - held.x, { timeline: scene.timeline, by }), {
      row,
      ...(alone && person !== undefined && row !== held.row ? { person } : alone ? { person: held.hit?.bar.person ?? null } : {}),
    })
  }
  const onPointerUp = (): void => {
    const held = down.current
    down.current = null
    if (!held) return
    if (held.moved && held.hit) return now.current.lifting.drop()
    if (held.moved) return enclose(now.current, frame, held.more)
    choose(now.current, held)
  }
  const onPointerCancel = (): void => {
    down.current = null
    frame.set(null)
    now.current.lifting.leave()
  }
  const onDoubleClick = (event: { clientX: number; clientY: number }): void => {
    const { x, under } = whereIs(event)
    if (!under || x < 0) return
    const hit = hitIn(under, x, { timeline: now.current.scene.timeline, row: now.current.scene.row })
    now.current.onOpen(under, hit?.bar ?? null, atX(now.current.scene.timeline, x))
  }
  const onClick = (event: MouseEvent): void => {
    const { nativeEvent } = event
    if (nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch') onDoubleClick(event)
  }
  return { frame, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onDoubleClick, onClick } }
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
