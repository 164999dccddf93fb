import { memo, useLayoutEffect, useRef } from 'react'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { SayCell } from './cell-words.ts'
import { lengthOf } from './hours.ts'
import { paintRows, type Scene } from './paint.ts'
import { cellsOf, type Place } from './place.ts'
import { agreedOf, plannedOf, type PersonRow, type Row } from './rows.ts'
import { gridWords } from './words.ts'

export const BAND = 8 // rows painted together: few enough that one that comes into sight costs no frame

export type Banding = {
  rows: readonly Row[] // those of this band
  first: number // its first row among all
  scene: Scene
  place: Place | null // where one stands, if in this band
  flaws: ReadonlyMap<string, number>
  sayCell: SayCell
}

/** Some rows of the grid: names one can read, bars one can see, cells one can walk and hear. */
export const Band = memo(function Band({ rows, first, scene, place, flaws, sayCell }: Banding) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { timeline, row: high } = scene
  useLayoutEffect(() => {
    const [node, dots] = [canvas.current, Math.min(2, devicePixelRatio || 1)]
    const pen = node?.getContext('2d')
    if (!node || !pen) return
    node.width = timeline.width * dots
    node.height = rows.length * high * dots
    pen.scale(dots, dots)
    paintRows(pen, rows, scene)
  }, [rows, scene, timeline, high])
  return (
    <div className="scheduling-band" role="presentation" style={{ top: first * high }}>
      <canvas ref={canvas} aria-hidden="true" style={{ inlineSize: timeline.width, blockSize: rows.length * high }} />
      {rows.map((row, at) => (
        <div key={row.key} role="row" aria-rowindex={first + at + 2} className="scheduling-row" data-kind={row.kind} style={{ top: at * high, blockSize: high }}>
          <Head row={row} />
          {row.kind === 'group' ? null : cellsOf(row, timeline).map((cell, index) => {
            const stands = place?.row === row.key && place.cell === index
            return (
              <div
                key={index}
                role="gridcell"
                aria-colindex={index + 2}
                tabIndex={stands ? 0 : -1}
                data-cell={`${row.key}:${index}`}
                className="scheduling-cell"
                style={{ left: cell.x, inlineSize: cell.width }}
              >
                <span className="unseen">{sayCell(cell, row, cell.bar ? (flaws.get(cell.bar.id) ?? 0) : 0)}</span>
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}, isSame) // prettier-ignore

function isSame(before: Banding, after: Banding): boolean {
  return (
    before.scene === after.scene &&
    before.first === after.first &&
    before.place === after.place &&
    before.flaws === after.flaws &&
    before.sayCell === after.sayCell &&
    before.rows.length === after.rows.length &&
    before.rows.every((row, at) => row === after.rows[at])
  )
}

function Head({ row }: { row: Row }) {
  const say = useWords(gridWords)
  if (row.kind === 'person') return <Somebody row={row} />
  const [name, detail] =
    row.kind === 'open'
      ? [say('nobody'), say('nobodyText', { count: row.bars.length })]
      : [row.label || say('elsewhere'), say('people', { count: row.count })]
  return (
    <div role="rowheader" className="scheduling-name">
      <strong>{name}</strong>
      <small>{detail}</small>
    </div>
  )
}

/** Who, and how much of their contract is planned. */
function Somebody({ row: { person } }: { row: PersonRow }) {
  const say = useWords(gridWords)
  const spoken = useLanguage()
  const [planned, agreed] = [plannedOf(person), agreedOf(person)]
  const told = { planned: lengthOf(planned, spoken), agreed: lengthOf(agreed, spoken) }
  const over = planned > agreed
  return (
    <div role="rowheader" className="scheduling-name" data-over={over || undefined}>
      <strong>{person.name}</strong>
      <small>{say('hours', told)}</small>
      <i aria-hidden="true" style={{ inlineSize: `${agreed > 0 ? Math.min(100, (planned / agreed) * 100) : 0}%` }} />
    </div>
  )
}
