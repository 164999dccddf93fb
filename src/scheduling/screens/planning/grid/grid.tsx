import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useWords } from '#ui/words'
import type { ActivityKind } from '../../../contract/activity.ts'
import { activityKinds } from '../../../contract/activity.ts'
import { BAND, Band } from './band.tsx'
import { lasting, type Bar, type Lasting } from './bars.ts'
import { useCellWords } from './cell-words.ts'
import { CoverageBand, coverageHeight } from './coverage-band.tsx'
import { knownGroups, missing, type Covered } from './coverage.ts'
import { GridHead } from './head.tsx'
import { wallHour } from './hours.ts'
import { pressed, type Deed, type Standing } from './keys.ts'
import { LiftLayer, useLiftWords } from './lift-layer.tsx'
import { boxOf, type Scene } from './paint.ts'
import { cellsOf, type Place } from './place.ts'
import { usePointing, type Frame } from './pointing.ts'
import { barsIn, type Row } from './rows.ts'
import { useStored, type Stored } from './stored.ts'
import type { Timeline } from './timeline.ts'
import { useLifting, type TryLift } from './use-lift.ts'
import { useBands } from './use-bands.ts'
import { usePalette } from './use-palette.ts'
import type { Lift } from './lift.ts'
import { gridWords } from './words.ts'
import './grid.css'

export type Gridding = {
  rows: readonly Row[]
  timeline: Timeline
  rowHeight: number
  names: number // width of the names
  covered: Covered | null
  group: string | undefined // whose coverage stands above; none: of the group that misses most
  flaws: ReadonlyMap<string, number>
  today: string
  edits: boolean
  chosen: ReadonlySet<string>
  barOf: (id: string) => Bar | undefined
  onChoose: (ids: ReadonlySet<string>) => void
  onDeed: (deed: Deed, at: Standing | null) => void
  onOpen: (row: Row, bar: Bar | null, at: number) => void
  onDay: (day: string) => void
  onTurn: (by: -1 | 1) => void
  onTry: TryLift
  onDrop: (lift: Lift) => void
}

/** The plan: a row a person, bars one moves by pointer or keyboard, the need above on the same hours. */
export function Grid(given: Gridding) {
  const say = useWords(gridWords)
  const { rows, timeline, rowHeight, covered, group, flaws, chosen } = given
  const [scroller, body] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const palette = usePalette(scroller)
  const [place, setPlace] = useState<Place | null>(null)
  const lifting = useLifting({ covered, awayOf: awayIn(rows), onTry: given.onTry, onDrop: given.onDrop })
  const letters = useMemo(() => Object.fromEntries(activityKinds.map((kind) => [kind, say(`letter_${kind}`)])) as Record<ActivityKind, string>, [say]) // one for each kind
  const flawed = useMemo(() => new Set(flaws.keys()), [flaws])
  const scene = useMemo<Scene | null>(
    () => palette && { timeline, palette, row: rowHeight, letters, flawed, hour: (at) => wallHour(at, timeline.zone) },
    [timeline, palette, rowHeight, letters, flawed],
  )
  const sayCell = useCellWords(timeline)
  const at = rows.findIndex(({ key }) => key === place?.row)
  const bands = useBands({ scroller, body, count: rows.length, high: rowHeight, also: at })
  const focus = useFocus({ body, scroller, rows, rowHeight, names: given.names, timeline })
  const moveTo = (to: Place): void => {
    setPlace(to)
    focus(to)
  }
  const standing = place && at >= 0 ? place : firstPlace(rows)
  const press = (event: KeyboardEvent): void => {
    if (!scene) return
    const heard = pressed(event, { ...given, scene, place: standing, lifting, page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 4), onPlace: moveTo })
    if (!heard) return
    event.preventDefault()
    event.stopPropagation() // a letter is not a key of the desk here
  }
  return (
    <div ref={scroller} className="scheduling-scroller" style={{ '--names': `${given.names}px`, '--covered': `${covered ? coverageHeight(covered, group) : 0}px` } as React.CSSProperties /* properties of ours */}>
      <div className="scheduling-sheet" style={{ inlineSize: given.names + timeline.width }}>
        {covered && knownGroups(covered).length > 0 && palette && (
          <div className="scheduling-coverage">
            <div className="scheduling-coverage-words">
              <span data-line="need">{say('need')}</span>
              <span data-line="present">{say('present')}</span>
              {covered.groups.some(({ need, present }) => missing(need, present, covered.step) > 0) && <span data-line="missing">{say('missing')}</span>}
              {covered.groups.some(({ surge }) => surge) && <span data-line="surge">{say('surge')}</span>}
            </div>
            <CoverageBand covered={covered} chosen={group} timeline={timeline} palette={palette} trial={lifting.trial} />
          </div>
        )}
        <div role="grid" aria-label={say('grid')} aria-rowcount={rows.length + 1} aria-multiselectable="true" onKeyDown={press}>
          <GridHead timeline={timeline} today={given.today} onDay={given.onDay} />
          {scene && <Body given={given} scene={scene} body={body} scroller={scroller} bands={bands} standing={standing} lifting={lifting} sayCell={sayCell} chosen={chosen} onPlace={setPlace} />}
        </div>
      </div>
      {scene && <Told lift={lifting.lift} scene={scene} />}
    </div>
  )
} // prettier-ignore

/** When somebody is away; of the people shown. */
const awayIn =
  (rows: readonly Row[]) =>
  (person: string): readonly Lasting[] => {
    const row = rows.find(({ key }) => key === person)
    return row?.kind === 'person' ? row.person.away.map(lasting) : []
  }

const firstPlace = (rows: readonly Row[]): Place | null => {
  const row = rows.find(({ kind }) => kind !== 'group')
  return row ? { row: row.key, cell: 0 } : null
}

type Bodying = {
  given: Gridding
  scene: Scene
  body: React.RefObject<HTMLDivElement | null>
  scroller: React.RefObject<HTMLDivElement | null>
  bands: readonly number[]
  standing: Place | null
  lifting: ReturnType<typeof useLifting>
  sayCell: ReturnType<typeof useCellWords>
  chosen: ReadonlySet<string>
  onPlace: (place: Place) => void
}

function Body({ given, scene, body, scroller, bands, standing, lifting, sayCell, chosen, onPlace }: Bodying) {
  const { rows, edits, onChoose, onOpen, barOf } = given
  const onStand = (row: Row, bar: Bar | null, x: number): void => {
    const cells = cellsOf(row, scene.timeline)
    const cell = cells.findIndex((each) => (bar ? each.bar?.id === bar.id : x >= each.x && x < each.x + each.width))
    const place = { row: row.key, cell: Math.max(0, cell) }
    onPlace(place)
    cellNode(body.current, place)?.focus({ preventScroll: true })
  }
  const { frame, handlers } = usePointing({ body, scroller, rows, scene, lifting, edits, chosen, barOf, onChoose, onStand, onOpen, onStuck: () => given.onDeed('stuck', null), names: given.names })
  const focused = (event: React.FocusEvent): void => {
    const [row, cell] = splitCell(event.target.getAttribute('data-cell'))
    if (row !== undefined && (row !== standing?.row || cell !== standing.cell)) onPlace({ row, cell })
  }
  const standsAt = rows.findIndex(({ key }) => key === standing?.row)
  return (
    <div ref={body} role="rowgroup" className="scheduling-body" style={{ blockSize: rows.length * scene.row }} onFocus={focused}
      onMouseDown={(event) => event.preventDefault()} /* the cell keeps the focus it was given */ {...handlers}>
      {bands.map((band) => (
        <Band key={band} rows={rows.slice(band * BAND, (band + 1) * BAND)} first={band * BAND} scene={scene} place={standing && Math.floor(standsAt / BAND) === band ? standing : null} flaws={given.flaws} sayCell={sayCell} />
      ))}
      <div className="scheduling-over" role="presentation">
        <Chosen rows={rows} scene={scene} chosen={chosen} bands={bands} />
        <LiftLayer lift={lifting.lift} rows={rows} scene={scene} />
        <Frame frame={frame} />
      </div>
    </div>
  )
} // prettier-ignore

const splitCell = (text: string | null): [string | undefined, number] => {
  const at = text?.lastIndexOf(':') ?? -1
  return text === null || at < 0 ? [undefined, 0] : [text.slice(0, at), Number(text.slice(at + 1))]
}

const cellNode = (body: HTMLElement | null, { row, cell }: Place): HTMLElement | null =>
  body?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(row)}:${cell}"]`) ?? null

/** Rings around what is chosen, of the rows that exist. */
function Chosen({
  rows,
  scene,
  chosen,
  bands,
}: {
  rows: readonly Row[]
  scene: Scene
  chosen: ReadonlySet<string>
  bands: readonly number[]
}) {
  if (chosen.size === 0) return null
  return bands.flatMap((band) =>
    rows.slice(band * BAND, (band + 1) * BAND).flatMap((row, at) =>
      barsIn(row)
        .filter(({ id }) => chosen.has(id))
        .map((bar) => {
          const { x, y, width, height } = boxOf(scene, bar)
          return (
            <span
              key={bar.id}
              className="scheduling-ring"
              style={{
                inlineSize: width + 4,
                blockSize: height + 4,
                translate: `${x - 2}px ${(band * BAND + at) * scene.row + y - 2}px`,
              }}
            />
          )
        }),
    ),
  )
}

function Frame({ frame }: { frame: Stored<Frame> }) {
  const drawn = useStored(frame)
  if (!drawn) return null
  return (
    <span
      className="scheduling-frame"
      style={{ inlineSize: drawn.width, blockSize: drawn.height, translate: `${drawn.x}px ${drawn.y}px` }}
    />
  )
}

/** For whoever listens: what one holds, where it is, and what stands against it. */
function Told({ lift, scene }: { lift: Stored<Lift | null>; scene: Scene }) {
  const say = useWords(gridWords)
  const held = useStored(lift)
  const words = useLiftWords(scene)
  const begun = held?.byKeys && held.bars.every(({ before, after }) => before === after)
  return (
    <p className="unseen" role="status">
      {held &&
        [begun ? say('moveHint', { step: String(scene.timeline.step / 60_000) }) : '', ...words(held)].filter(Boolean).join('. ')}
    </p>
  )
}

type Focusing = {
  body: React.RefObject<HTMLDivElement | null>
  scroller: React.RefObject<HTMLDivElement | null>
  rows: readonly Row[]
  rowHeight: number
  names: number
  timeline: Timeline
}

/** Brings a cell into sight, then gives it the focus as soon as it exists. */
function useFocus(focusing: Focusing): (place: Place) => void {
  const wanted = useRef<Place | null>(null)
  const land = useEffectEvent(() => {
    const node = wanted.current && cellNode(focusing.body.current, wanted.current)
    if (!node) return
    node.focus({ preventScroll: true })
    wanted.current = null
  })
  useLayoutEffect(() => land())
  useEffect(() => land())
  return (place) => {
    wanted.current = place
    intoSight(focusing, place)
  }
}

function intoSight({ scroller, body, rows, rowHeight, names, timeline }: Focusing, { row, cell }: Place): void {
  const [node, sheet] = [scroller.current, body.current]
  const at = rows.findIndex(({ key }) => key === row)
  const found = rows[at]
  if (!node || !sheet || !found) return
  const above = sheet.offsetTop // what is stuck above the rows
  const top = above + at * rowHeight
  if (top < node.scrollTop + above) node.scrollTop = top - above
  else if (top + rowHeight > node.scrollTop + node.clientHeight) node.scrollTop = top + rowHeight - node.clientHeight
  const target = cellsOf(found, timeline)[cell]
  if (!target) return
  if (target.x < node.scrollLeft) node.scrollLeft = Math.max(0, target.x - 24)
  else if (names + target.x + target.width > node.scrollLeft + node.clientWidth) node.scrollLeft = names + target.x + target.width - node.clientWidth + 24
} // prettier-ignore
