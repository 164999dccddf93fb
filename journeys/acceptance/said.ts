// What a stranger who has only the documentation asks of the running program, and hears of it.
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Guichet } from '../world/guichet.ts'

export type Problem = { status: number; code: string; fr: string; en: string; details: Record<string, unknown> }
export type Told = { status: number; type: string; etag: string | null; retryAfter: string | null; body: unknown }
export type Caller = { guichet: Guichet; key: string }
type Ask = { method?: string; body?: unknown; text?: string; headers?: Record<string, string>; key?: string | null }

/** Any request, and whatever comes back: the body as JSON when it is. */
export async function tell(
  { guichet, key }: Caller,
  where: string,
  { method = 'GET', body, text, headers = {}, key: other = key }: Ask = {},
): Promise<Told> {
  const sent = text ?? (body === undefined ? null : JSON.stringify(body))
  const answer = await fetch(`http://127.0.0.1:${guichet.http}${where}`, {
    method, body: sent, signal: AbortSignal.timeout(120_000),
    headers: { ...(other ? { authorization: `Bearer ${other}` } : {}), ...(sent === null ? {} : { 'content-type': 'application/json' }), ...headers },
  }) // prettier-ignore
  const said = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  const told = { status: answer.status, type, etag: answer.headers.get('etag'), retryAfter: answer.headers.get('retry-after') }
  return { ...told, body: /json/.test(type) && said !== '' ? JSON.parse(said) : said }
}

export type Event = { seq: string; name: string; case_id?: string; payload: Record<string, unknown> }

/** Reads the journal as Server-Sent Events from a place on until one is the wanted one. */
export async function heard(
  { guichet, key }: Caller,
  { after = '', wanted }: { after?: string; wanted: (event: Event) => boolean },
): Promise<Event> {
  const answer = await fetch(`http://127.0.0.1:${guichet.http}/api/v1/events?after=${after}`, {
    headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' }, signal: AbortSignal.timeout(120_000),
  }) // prettier-ignore
  let left = ''
  for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
    const lines = (left + piece).split('\n')
    left = lines.pop() ?? ''
    for (const line of lines) {
      if (!line.startsWith('data: ')) continue
      const event = JSON.parse(line.slice(6)) as Event // the documented form
      if (wanted(event)) return event
    }
  }
  throw new Error('the journal ended')
}

/** Hands a mail over by LMTP (RFC 2033) and gives the last answer. */
export async function handOver(port: number, { from, to, raw }: { from: string; to: string; raw: string }): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  const lines = ['LHLO mx.example', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', `${raw}\r\n.`, 'QUIT']
  let last = ''
  socket.on('data', (said: string) => {
    for (const line of said.split('\r\n')) {
      if (!/^\d{3} /.test(line)) continue
      if (!line.startsWith('221')) last = line
      const next = lines.shift()
      if (next) socket.write(`${next}\r\n`)
    }
  })
  await once(socket, 'close')
  return last
}
