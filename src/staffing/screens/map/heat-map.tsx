// A map of numbers: days or groups down, times across; on a phone turned round. Walked by arrows, one stop for the Tab key. Other rooms draw theirs with
// it, such as planned less needed.
import { memo, useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { useNarrow } from '#forecasting/screens'
import { isDense, mostUnderLabels } from './dense.ts'
import { step, type Spot } from './walk.ts'
import './heat-map.css'

export type HeatCell = {
  text: string // what stands in it
  said: string // the whole of it, for whoever does not see where it stands
  heat: number // 0 … 1; below 0 … −1 it lacks something
  quiet?: boolean // closed: nothing to see
  mark?: boolean // something else is to be known here
  now?: boolean // the present falls into it
}
export type HeatRow = {
  key: string
  label: string
  total?: string
  today?: string // this row is today: how one says so
  cells: readonly (HeatCell | null)[] // null: there is no such time on that day
}
export type HeatMapShown = {
  label: string
  columns: readonly (string | null)[] // a label where one is to be seen, such as each hour
  rows: readonly HeatRow[]
  chosen: Spot | null
  onChoose: (spot: Spot) => void
  describedBy?: string
}

const LONG_NAME = 10

export function HeatMap({ label, columns, rows, chosen, onChoose, describedBy }: HeatMapShown) {
  const body = useRef<HTMLDivElement>(null)
  const [walking, setWalking] = useState(false)
  const narrow = useNarrow()
  const here = chosen ?? firstSpot(rows)
  const dense = isDense(columns) && !narrow
  const under = columns.findIndex((text, column) => column > 0 && text !== null) // how many columns a label stands for
  useEffect(() => {
    if (walking && here) body.current?.querySelector<HTMLElement>(`[data-spot="${here.row}-${here.column}"]`)?.focus()
  }, [walking, here?.row, here?.column]) // oxlint-disable-line react-hooks/exhaustive-deps -- a spot is its two numbers
  const walk = (event: KeyboardEvent) => {
    const next = here && step(event.key, here, { rows, turned: narrow })
    if (!next) return
    event.preventDefault()
    setWalking(true)
    onChoose(next)
  }
  return (
    <div className="staffing-heat" data-turned={narrow || undefined} data-dense={dense || undefined} data-named={rows.some(({ label: name }) => name.length > LONG_NAME) || undefined} style={{ '--columns': columns.length, '--rows': rows.length, '--under': Math.max(1, under) } as CSSProperties}>
      {/* The hours are on every cell's own name; here they are for the eye. */}
      <div className="staffing-heat-columns" aria-hidden="true">
        {columns.map((text, column) => text !== null && <span key={column} style={{ '--at': column } as CSSProperties}>{text}</span>)}
      </div>
      <div ref={body} role="grid" aria-label={label} aria-describedby={describedBy} className="staffing-heat-body" tabIndex={-1} onKeyDown={walk} onBlur={() => setWalking(false)}>
        {rows.map((row, place) => (
          <Row key={row.key} row={row} columns={dense ? columns : null} place={place} chosen={here?.row === place ? here.column : -1} isChosen={chosen?.row === place} onChoose={onChoose} />
        ))}
      </div>
    </div>
  ) // prettier-ignore
}

const firstSpot = (rows: readonly HeatRow[]): Spot | null => {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex((cell) => cell && !cell.quiet)
    if (column >= 0) return { row, column }
  }
  return rows[0]?.cells.length ? { row: 0, column: rows[0].cells.findIndex((cell) => cell !== null) } : null
}

type RowShown = {
  row: HeatRow
  columns: readonly (string | null)[] | null
  place: number
  chosen: number
  isChosen: boolean
  onChoose: (spot: Spot) => void
}

const Row = memo(function Row({ row, columns, place, chosen, isChosen, onChoose }: RowShown) {
  const most =
    columns &&
    mostUnderLabels(
      columns,
      row.cells.map((cell) => cell?.text ?? ''),
    )
  return (
    <div role="row" className="staffing-heat-row" style={{ '--row': place } as CSSProperties}>
      <div role="rowheader" className="staffing-heat-name" data-today={row.today !== undefined || undefined}>
        <span title={row.label}>{row.label}</span>
        {row.today && <span className="unseen">{row.today}</span>}
        {row.total && <small>{row.total}</small>}
      </div>
      {row.cells.map((cell, column) =>
        cell === null ? (
          <div key={column} role="gridcell" className="staffing-heat-none" style={{ '--at': column } as CSSProperties} />
        ) : (
          <div
            key={column}
            role="gridcell"
            data-spot={`${place}-${column}`}
            className="staffing-heat-cell"
            data-quiet={cell.quiet || undefined}
            data-lacks={cell.heat < 0 || undefined}
            data-mark={cell.mark || undefined}
            data-now={cell.now || undefined}
            aria-label={cell.said}
            aria-selected={isChosen && column === chosen}
            tabIndex={column === chosen ? 0 : -1}
            style={{ '--at': column, '--heat': `${Math.round(8 + Math.abs(cell.heat) * 92)}%` } as CSSProperties}
            onClick={() => onChoose({ row: place, column })}
            onFocus={() => column !== chosen && onChoose({ row: place, column })}
          >
            {most ? most[column] && <span>{most[column]}</span> : cell.text}
          </div>
        ),
      )}
    </div>
  ) // prettier-ignore
})

const SWATCHES = [0.08, 0.31, 0.54, 0.77, 1]

/** What the depth of a cell means. */
export function HeatLegend({ few, many, quiet }: { few: string; many: string; quiet: string }) {
  return (
    <p className="staffing-heat-legend" aria-hidden="true">
      <span>{few}</span>
      {SWATCHES.map((heat) => (
        <i key={heat} className="staffing-heat-cell" style={{ '--heat': `${Math.round(8 + heat * 92)}%` } as CSSProperties} />
      ))}
      <span>{many}</span>
      <i className="staffing-heat-cell" data-quiet />
      <span>{quiet}</span>
    </p>
  )
}
