import { type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { words } from './floor-words.ts'
import { useWords } from './words.ts'
import './table.css'

export type Column<Row> = {
  id: string
  title: string
  cell: (row: Row) => ReactNode
  width?: 'narrow' | 'wide'
  align?: 'end'
  quiet?: boolean // dropped first when there is little room
  sortable?: boolean
}
export type Order = { by: string; descending: boolean }
type Tabling<Row> = {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  idOf: (row: Row) => string
  onOpen?: (row: Row) => void // Enter or a click
  chosen?: string | null
  order?: Order
  onOrder?: (order: Order) => void
  empty?: ReactNode
}

/** A table one walks with the arrows (Home, End too) and opens with Enter. For thousands of rows use `List`. */
export function Table<Row>({ label, columns, rows, idOf, onOpen, chosen, order, onOrder, empty }: Tabling<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  const entry = rows.some((row) => idOf(row) === chosen) ? chosen : rows[0] && idOf(rows[0])
  return (
    <div className="ui-table-room">
      <table className="ui-table" aria-label={label} onKeyDown={walk}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} {...(order ? { order } : {})} {...(onOrder ? { onOrder } : {})} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={idOf(row)}
              tabIndex={onOpen ? (idOf(row) === entry ? 0 : -1) : undefined}
              aria-current={idOf(row) === chosen || undefined}
              data-opens={onOpen ? '' : undefined}
              onClick={onOpen && ((event) => !meantForOther(event.target) && onOpen(row))}
              onKeyDown={onOpen && ((event) => event.key === 'Enter' && event.target === event.currentTarget && onOpen(row))}
            >
              {columns.map((column) => (
                <td key={column.id} data-width={column.width} data-align={column.align} data-quiet={column.quiet || undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head<Row>({ column, order, onOrder }: { column: Column<Row>; order?: Order; onOrder?: (order: Order) => void }) {
  const say = useWords(words)
  const sorted = order?.by === column.id ? order : null
  const direction = sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined
  const turn = () => onOrder?.({ by: column.id, descending: sorted ? !sorted.descending : false })
  return (
    <th
      scope="col"
      aria-sort={direction}
      data-width={column.width}
      data-align={column.align}
      data-quiet={column.quiet || undefined}
    >
      {column.sortable && onOrder ? (
        <button type="button" className="ui-table-sort" onClick={turn}>
          {column.title}
          {sorted && <Icon name={sorted.descending ? 'down' : 'up'} size={14} />}
          {sorted && <span className="unseen">{say(sorted.descending ? 'sortedDown' : 'sortedUp')}</span>}
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

const meantForOther = (target: EventTarget) => target instanceof Element && target.closest('a, button, input, label') !== null

function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const row = event.target
  if (!(row instanceof HTMLTableRowElement)) return
  const siblings = [...(row.parentElement?.children ?? [])]
  const steps: Record<string, Element | null | undefined> = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    j: row.nextElementSibling,
    k: row.previousElementSibling,
    Home: siblings[0],
    End: siblings.at(-1),
  }
  const to = steps[event.key]
  if (!(to instanceof HTMLElement)) return
  event.preventDefault()
  to.focus()
}
