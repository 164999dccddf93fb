// A sending mail server as the world has them (RFC 5321 §4.5.4.1): it keeps a mail until somebody says 250, and tries again after anything
// else but a 5xx. It cannot know whether a mail was taken when the line dies before the answer, and sends it again then.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type Letter = { from: string; to: string[]; raw: string | Buffer }
export type Attempt = { code: number; said: string } // code 0: the line died
export type Mta = { attempts: number; repeats: number; taken: number; answers: Map<number, number> }
type Patience = { port: number; senders: number; wait?: number }

/** Sends every letter until it is taken; several at a time, each over a line of its own. */
export async function sendAll(
  letters: readonly Letter[],
  { port, senders, wait = 100 }: Patience,
  mta: Mta = newMta(),
): Promise<Mta> {
  const waiting = [...letters]
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (let letter = waiting.shift(); letter; letter = waiting.shift()) await sendUntilTaken(letter, { port, wait }, mta)
    }),
  )
  return mta
}

const LONGEST_PATIENCE = 300_000

export const newMta = (): Mta => ({ attempts: 0, repeats: 0, taken: 0, answers: new Map() })

async function sendUntilTaken(letter: Letter, { port, wait }: { port: number; wait: number }, mta: Mta): Promise<void> {
  const deadline = performance.now() + LONGEST_PATIENCE
  for (let again = 0; ; again++) {
    const { code, said } = await send(port, letter)
    mta.attempts++
    mta.repeats += again > 0 ? 1 : 0
    mta.answers.set(code, (mta.answers.get(code) ?? 0) + 1)
    if (code === 250) return void mta.taken++
    if (performance.now() > deadline)
      throw new Error(`a mail was not taken for ${LONGEST_PATIENCE / 1_000} s; last: ${code} ${said}`)
    if (code >= 500) throw new Error(`a mail was refused for good: ${said}`)
    await pause(wait)
  }
}

/** One attempt, one connection; never throws. */
export async function send(port: number, { from, to, raw }: Letter): Promise<Attempt> {
  const line = openLine(port)
  try {
    const body = (typeof raw === 'string' ? raw : raw.toString('latin1')).replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..')
    const talk: [number, string][] = [
      [220, 'EHLO sender.example'], [250, `MAIL FROM:<${from}>`], ...to.map((address): [number, string] => [250, `RCPT TO:<${address}>`]), [250, 'DATA'],
      [354, `${body}${body.endsWith('\r\n') ? '' : '\r\n'}.`],
    ] // prettier-ignore
    for (const [expected, words] of talk) {
      const heard = await line.hear()
      if (heard.code !== expected) return heard
      line.socket.write(`${words}\r\n`, 'latin1')
    }
    return await line.hear()
  } finally {
    line.socket.destroy()
  }
}

type Line = { socket: Socket; hear(): Promise<Attempt> }

export function openLine(port: number): Line {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const heard: Attempt[] = []
  let wake = (): void => {}
  let rest = ''
  const tell = (attempt: Attempt): void => {
    heard.push(attempt)
    wake()
  }
  socket.on('error', () => {}) // told by 'close'
  socket.on('close', () => tell({ code: 0, said: 'the line died' }))
  socket.on('data', (chunk: Buffer) => {
    const lines = (rest + String(chunk)).split('\r\n')
    rest = lines.pop() ?? ''
    for (const said of lines) if (said[3] !== '-') tell({ code: Number(said.slice(0, 3)), said })
  })
  return {
    socket,
    hear: async () => {
      while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      return heard.length > 1 || heard[0]!.code !== 0 ? heard.shift()! : heard[0]!
    },
  }
}

export const hungUp = async (socket: Socket): Promise<void> => void (socket.destroyed || (await once(socket, 'close')))
