import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import './table.css'

type Listing<Row> = {
  label: string
  rows: readonly Row[]
  idOf: (row: Row) => string
  render: (row: Row) => ReactNode
  rowHeight?: number // pixels, all rows alike
  chosen?: string | null
  onOpen: (row: Row) => void
  onEnd?: () => void // the last rows are near: fetch the next page
}

/** A list of any length of which only the rows in sight exist. Arrows or j/k walk, Home/End jump, Enter opens. */
export function List<Row>({ label, rows, idOf, render, rowHeight = 64, chosen, onOpen, onEnd }: Listing<Row>) {
  const room = useRef<HTMLDivElement>(null)
  const prefix = useId()
  const [active, setActive] = useState(0)
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used here; its advice does not apply
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => room.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const seen = virtual.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 8) onEnd?.()
  }, [last, rows.length, onEnd])
  const go = (to: number) => {
    setActive(to)
    virtual.scrollToIndex(to)
  }
  const press = (event: KeyboardEvent) => {
    const to = step(event.key, active, rows.length)
    const row = rows[active]
    if (event.key === 'Enter' && row) onOpen(row)
    if (to === null) return
    event.preventDefault()
    go(to)
  }
  const shown = seen.some((item) => item.index === active) ? `${prefix}${active}` : undefined
  return (
    <div
      ref={room}
      className="ui-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={shown}
      onKeyDown={press}
    >
      <div className="ui-list-all" role="presentation" style={{ blockSize: virtual.getTotalSize() }}>
        {seen.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <div
              key={idOf(row)}
              id={`${prefix}${item.index}`}
              role="option"
              aria-selected={idOf(row) === chosen}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              data-active={item.index === active || undefined}
              className="ui-list-row"
              style={{ blockSize: item.size, translate: `0 ${item.start}px` }}
              onClick={() => {
                setActive(item.index)
                onOpen(row)
              }}
            >
              {render(row)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function step(key: string, from: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: from + 1,
    j: from + 1,
    ArrowUp: from - 1,
    k: from - 1,
    PageDown: from + 10,
    PageUp: from - 10,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to))
}
