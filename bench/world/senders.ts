// Sends mails over real sockets as a mail server does: one connection a sender, the envelope pipelined (RFC 2920), the next mail when the
// last was answered 250. `per_second` paces all senders together.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { answerWith } from './apart.ts'
import { mail } from './mail.ts'

export type Sending = { port: number; senders: number; from: number; count: number; per_second?: number }
export type Sent = { began: number; ended: number } // epoch milliseconds

answerWith(async ({ port, senders, from, count, per_second }: Sending): Promise<Sent> => {
  const mails = Array.from({ length: count }, (_, i) => mail(from + i))
  const lines = await Promise.all(Array.from({ length: senders }, () => open(port)))
  const began = now()
  let next = 0
  await Promise.all(
    lines.map(async (line) => {
      for (let i = next++; i < count; i = next++) {
        if (per_second) await until(began + (i / per_second) * 1_000)
        await send(line, mails[i]!)
      }
    }),
  )
  const ended = now()
  for (const { socket } of lines) socket.end('QUIT\r\n')
  return { began, ended }
})

const now = (): number => performance.timeOrigin + performance.now()
const until = async (at: number): Promise<void> => {
  const wait = at - now()
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}

type Line = { socket: Socket; hear: () => Promise<string> }

async function open(port: number): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  const heard: string[] = []
  let wake = (): void => {}
  let rest = ''
  socket.on('data', (chunk: Buffer) => {
    const lines = (rest + String(chunk)).split('\r\n')
    rest = lines.pop() ?? ''
    heard.push(...lines.filter((line) => line[3] !== '-'))
    wake()
  })
  socket.on('close', () => {
    heard.push('000 the line was cut')
    wake()
  })
  const hear = async (): Promise<string> => {
    while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    return heard.shift()!
  }
  const line = { socket, hear }
  expect('220', await hear())
  socket.write('EHLO client.example\r\n')
  expect('250', await hear())
  return line
}

async function send({ socket, hear }: Line, { from, text }: { from: string; text: string }): Promise<void> {
  socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<contact@atelier.example>\r\nDATA\r\n`)
  expect('250', await hear())
  expect('250', await hear())
  expect('354', await hear())
  socket.write(`${text}\r\n.\r\n`)
  expect('250', await hear())
}

function expect(code: string, said: string): void {
  if (!said.startsWith(code)) throw new Error(`expected ${code}, heard: ${said}`)
}
