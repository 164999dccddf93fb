import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useCommands } from '#ui/keys'
import { useWords } from '#ui/words'
import type { Listed } from '../../contract.ts'
import { words } from '../words.ts'
import { Line } from './line.tsx'

const LINE_PIXELS = 64

type Listing = { label: string; rows: readonly Listed[]; hasMore: boolean; onEnd: () => void }

/** Any number of cases, of which only the lines in sight exist. Lines are links; j and k walk through all of them. */
export function LongList({ label, rows, hasMore, onEnd }: Listing) {
  const room = useRef<HTMLDivElement>(null)
  const active = useRef(-1)
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used here; its advice does not apply
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => room.current,
    estimateSize: () => LINE_PIXELS,
    overscan: 8,
  })
  const seen = virtual.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    if (hasMore && last >= rows.length - 8) end()
  }, [last, rows.length, hasMore])
  useWalking((by) => {
    active.current = Math.max(0, Math.min(rows.length - 1, active.current + by))
    virtual.scrollToIndex(active.current)
    const focus = (): void =>
      room.current?.querySelector<HTMLElement>(`[data-index="${active.current}"] a`)?.focus({ preventScroll: true })
    requestAnimationFrame(() => requestAnimationFrame(focus)) // the line exists once the list has scrolled to it
  })
  return (
    <div ref={room} className="cases-long" onFocus={(event) => (active.current = indexOf(event.target, active.current))}>
      <ul aria-label={label} className="cases-long-all" style={{ blockSize: virtual.getTotalSize() }}>
        {seen.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <li
              key={row.id}
              data-index={item.index}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={item.index + 1}
              ref={virtual.measureElement} // lines are higher on a phone
              style={{ translate: `0 ${item.start}px` }}
            >
              <Line row={row} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function indexOf(target: EventTarget, otherwise: number): number {
  const line = target instanceof Element ? target.closest('[data-index]') : null
  return line instanceof HTMLElement ? Number(line.dataset['index']) : otherwise
}

function useWalking(step: (by: 1 | -1) => void): void {
  const say = useWords(words)
  useCommands([
    { id: 'cases.next', label: say('next'), group: say('list'), keys: 'j', icon: 'down', run: () => step(1) },
    { id: 'cases.previous', label: say('previous'), group: say('list'), keys: 'k', icon: 'up', run: () => step(-1) },
  ])
}
