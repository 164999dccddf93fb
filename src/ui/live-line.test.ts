import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backOff, LiveLine, type JournalEvent, type Socket } from './live-line.ts'

// The world outside, scripted: sockets opened so far, and waits that end when we say so.
function world() {
  const sockets: (Socket & { said: string[] })[] = []
  const waits: { run: () => void; milliseconds: number }[] = []
  const open = () => {
    const said: string[] = []
    const socket = {
      said,
      send: (text: string) => void said.push(text),
      close: () => {},
      onopen: null,
      onmessage: null,
      onclose: null,
      readyState: 1,
    }
    sockets.push(socket as unknown as Socket & { said: string[] }) // of a WebSocket, only what the line uses
    return socket as unknown as Socket
  }
  const line = new LiveLine({ open, later: (run, milliseconds) => waits.push({ run, milliseconds }), chance: () => 0.5 })
  const last = () => {
    const socket = sockets.at(-1)
    assert.ok(socket)
    return socket
  }
  return {
    line, sockets, waits, last,
    arrive: () => last().onopen?.call(last() as never, {} as Event),
    tell: (message: object) => last().onmessage?.call(last() as never, { data: JSON.stringify(message) } as MessageEvent),
    cut: () => last().onclose?.call(last() as never, {} as CloseEvent),
  } // prettier-ignore
}

test('the line resumes after the last event it heard', () => {
  const { line, last, waits, arrive, tell, cut } = world()
  line.start(10)
  arrive()
  assert.deepEqual(last().said, ['{"after":10}'])
  tell({ seq: 11, name: 'case.opened', at: '2026-11-21T10:00:00Z' })
  tell({ seq: 12, name: 'case.closed', at: '2026-11-21T10:00:01Z' })
  cut()
  assert.equal(line.state, 'healing')
  waits[0]?.run()
  arrive()
  assert.deepEqual(last().said, ['{"after":12}'])
  assert.equal(line.state, 'open')
})

test('what is told in passing reaches who listens for it, and moves nothing forward', () => {
  const { line, last, arrive, tell, cut, waits } = world()
  const heard: unknown[] = []
  line.start(3)
  arrive()
  const leave = line.onPassing('chats', (told) => heard.push(told))
  tell({ chats: { one: { online: true, typing: false } } })
  tell({ presence: {} })
  leave()
  tell({ chats: {} })
  assert.deepEqual(heard, [{ one: { online: true, typing: false } }])
  cut()
  waits[0]?.run()
  arrive()
  assert.deepEqual(last().said, ['{"after":3}'])
})

test('a listener hears the events it named and no other, until it leaves', () => {
  const { line, arrive, tell } = world()
  const heard: JournalEvent[] = []
  line.start()
  arrive()
  const leave = line.on(['case.opened'], (event) => heard.push(event))
  tell({ seq: 1, name: 'case.opened', at: '', case_id: 'a' })
  tell({ seq: 2, name: 'case.closed', at: '' })
  leave()
  tell({ seq: 3, name: 'case.opened', at: '' })
  assert.deepEqual(heard.map(({ seq }) => seq), [1]) // prettier-ignore
})

test('a gap that cannot be told is filled by reading everything again', () => {
  const { line, arrive, tell } = world()
  let filled = 0
  line.onGap(() => filled++)
  line.start(5)
  arrive()
  tell({ gap: true, seq: 900 })
  assert.equal(filled, 1)
})

test('who is looking is passed on, and does not move the place of the reader', () => {
  const { line, last, waits, arrive, tell, cut } = world()
  line.start(5)
  arrive()
  tell({ presence: { a: ['case-1'] } })
  assert.deepEqual(line.presence, { a: ['case-1'] })
  cut()
  waits[0]?.run()
  arrive()
  assert.deepEqual(last().said, ['{"after":5}'])
})

test('each try waits longer, up to half a minute, and never all desks at once', () => {
  assert.deepEqual([0, 1, 2, 9].map((tries) => backOff(tries, 1)), [1000, 2000, 4000, 30_000]) // prettier-ignore
  assert.deepEqual([backOff(2, 0), backOff(2, 0.5)], [2000, 3000])
})

test('when the network comes back nobody waits for the next try, and one line is enough', () => {
  const { line, sockets, waits, arrive, cut } = world()
  line.start()
  arrive()
  cut()
  line.hurry()
  line.hurry()
  waits[0]?.run()
  assert.equal(sockets.length, 2)
})

test('a line that was stopped stays down', () => {
  const { line, sockets, waits, arrive, cut } = world()
  line.start()
  arrive()
  line.stop()
  cut()
  assert.deepEqual([line.state, sockets.length, waits.length], ['closed', 1, 0])
})
