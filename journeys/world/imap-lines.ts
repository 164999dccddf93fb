// Reads what a client sends, line by line, with its literals (RFC 3501 §4.3, and LITERAL+ of RFC 7888).
import type { Socket } from 'node:net'

export type CommandLine = { text: string; literals: string[] }
export type LineReader = { line(): Promise<string | null>; command(): Promise<CommandLine | null>; release(): void }

export function lineReader(socket: Socket): LineReader {
  let held = Buffer.alloc(0)
  let ended = false
  let wake = () => {}
  const hear = (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    wake()
  }
  socket.on('data', hear)
  socket.on('close', () => {
    ended = true
    wake()
  })
  const more = () => new Promise<void>((resolve) => (wake = resolve))

  async function take(length: () => number): Promise<Buffer | null> {
    for (;;) {
      const ready = length()
      if (ready >= 0 && held.length >= ready) {
        const taken = held.subarray(0, ready)
        held = held.subarray(ready)
        return taken
      }
      if (ended) return null
      await more()
    }
  }
  async function line(): Promise<string | null> {
    const bytes = await take(() => (held.includes('\r\n') ? held.indexOf('\r\n') + 2 : -1))
    return bytes?.toString('latin1').slice(0, -2) ?? null
  }
  async function command(): Promise<CommandLine | null> {
    const literals: string[] = []
    let text = await line()
    for (;;) {
      const announced = text === null ? null : /\{(\d+)(\+?)\}$/.exec(text)
      if (text === null || !announced) return text === null ? null : { text, literals }
      if (!announced[2]) socket.write('+ go on\r\n')
      const literal = await take(() => Number(announced[1]))
      const rest = await line()
      if (literal === null || rest === null) return null
      literals.push(literal.toString('latin1'))
      text += rest
    }
  }
  return { line, command, release: () => void socket.off('data', hear) }
}
