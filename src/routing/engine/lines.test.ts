// What waits in a line, and what becomes due, comes out in its order whatever was put in and taken out between.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newHolds } from './holds.ts'
import { newItems, newSlot } from './items.ts'
import { precedes, putInLine, takeFromLine, type Lines } from './lines.ts'
import { clearTimer, newTimers, setTimer, timerOfItem } from './timers.ts'

const moves = fc.array(fc.record({ puts: fc.constantFrom(true, true, false), key: fc.nat(50), which: fc.nat(1_000) }), {
  maxLength: 120,
  size: 'max',
})

test('the first of a line is always the one that goes before all others', () => {
  fc.assert(
    fc.property(moves, (list) => {
      const items = newItems(4)
      const lines = { size: [0], heap: [new Int32Array(2)] } as unknown as Lines // these functions look at nothing else
      const inside: number[] = []
      for (const { puts, key, which } of list) {
        if (puts || inside.length === 0) {
          const item = newSlot(items)
          items.key[item] = key
          items.line[item] = 0
          inside.push(item)
          putInLine({ lines, items }, item)
        } else takeFromLine({ lines, items }, inside.splice(which % inside.length, 1)[0]!)
        const first = inside.toSorted((a, b) => (precedes(items, a, b) ? -1 : 1))[0]
        assert.equal(lines.size[0] === 0 ? undefined : lines.heap[0]![0], first)
      }
    }),
  )
})

test('what is due first comes first, also after timers were moved and taken away', () => {
  fc.assert(
    fc.property(moves, (list) => {
      const timed = { timers: newTimers(2), items: newItems(32), holds: newHolds(2) }
      for (let slot = 0; slot < 32; slot++) newSlot(timed.items)
      const due = new Map<number, number>()
      for (const { puts, key, which } of list) {
        const timer = timerOfItem(which % 32)
        if (puts) due.set(timer, key)
        else due.delete(timer)
        if (puts) setTimer(timed, timer, key)
        else clearTimer(timed, timer)
        const first = [...due].toSorted((a, b) => a[1] - b[1] || a[0] - b[0])[0]?.[0]
        assert.equal(timed.timers.count === 0 ? undefined : timed.timers.heap[0], first)
        assert.equal(timed.timers.count, due.size)
      }
    }),
  )
})
