// A server that speaks wire.ts and keeps conversations in memory, and a site of somebody else with a strict policy: what the widget meets outside.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Answer, Face, Frame, Message, Reception } from '#channels/contract'

export const KEY = `wd_${'0a'.repeat(16)}_${'a'.repeat(26)}`
export const camille: Face = { name: 'Camille Roux', initials: 'CR', colour: '#2e3f7d', photo: null }
export const open: Reception = {
  brand: { name: 'Boutique Lumen', colour: '#0e6063', language: 'fr' },
  greeting: {
    fr: 'Bonjour ! Une question ? Écrivez-nous, une personne vous répond.',
    en: 'Hello! Any question? Write to us, a person will answer.',
  },
  open: true,
  opens_at: null,
  hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    day,
    spans: day < 6 ? ['09:00–12:30', '14:00–18:00'] : day === 6 ? ['10:00–12:00'] : [],
  })),
  wait_seconds: 110,
  ahead: 1,
  may_call_back: true,
  may_leave: true,
  answering: [camille, { name: 'Idris Benali', initials: 'IB', colour: '#733405', photo: null }],
  privacy: 'https://boutique.example/vie-privee',
  limits: { text: 2_000, file_bytes: 5_000_000, files: 4 },
}

type Talk = {
  thread: Message[]
  sockets: Set<WebSocket>
  said: { name: string; email: string } | null
  readByYou: number
  over: boolean
}
export type FakeGuichet = {
  origin: string
  heard: Frame[]
  reception: Reception
  verified: { name: string; email: string | null } | null // whom the site's token proves
  deaf: boolean // takes what is said and answers nothing, as a dead line does
  refuse: ((frame: Frame) => Answer | null) | null
  talks: Map<string, Talk>
  say: (text: string, more?: Partial<Message>) => void // to everybody
  tell: (answer: Answer) => void
  cut: () => void // every line, without a word
  stop: () => Promise<void>
  start: () => Promise<void>
}

export async function openFakeGuichet(files: (path: string) => Promise<Buffer | null>): Promise<FakeGuichet> {
  let server: Server | undefined
  let port = 0
  const sockets = new WebSocketServer({ noServer: true })
  const kept = new Map<string, { name: string; type: string; bytes: Buffer }>()
  const fake: FakeGuichet = {
    origin: '',
    heard: [],
    reception: open,
    verified: null,
    deaf: false,
    refuse: null,
    talks: new Map(),
    say: (text, more = {}) => {
      for (const talk of fake.talks.values())
        if (talk.thread.length > 0 || talk.sockets.size > 0) append(talk, { from: 'agent', by: camille, text, ...more })
    },
    tell: (answer) => {
      for (const each of sockets.clients) each.send(JSON.stringify(answer))
    },
    cut: () => {
      for (const each of sockets.clients) each.terminate()
    },
    stop: async () => {
      fake.cut()
      server?.closeAllConnections()
      await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
    },
    start: async () => {
      server = createServer(listener({ fake, files, kept }))
      server.on('upgrade', (request, socket, head) =>
        sockets.handleUpgrade(request, socket, head, (line) => converse(fake, line, kept)),
      )
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
      port = (server.address() as AddressInfo).port // listening on TCP
      fake.origin = `http://127.0.0.1:${port}`
    },
  }
  await fake.start()
  return fake
}

type Kept = Map<string, { name: string; type: string; bytes: Buffer }>

function converse(fake: FakeGuichet, line: WebSocket, kept: Kept): void {
  let talk: Talk | undefined
  const answer = (said: Answer): void => line.send(JSON.stringify(said))
  line.on('close', () => talk?.sockets.delete(line))
  line.on('message', (raw) => {
    const frame = JSON.parse((raw as Buffer).toString()) as Frame // our own widget's
    fake.heard.push(frame)
    if (fake.deaf) return
    if ('hello' in frame) {
      talk = fake.talks.get(frame.hello.visit) ?? { thread: [], sockets: new Set(), said: null, readByYou: 0, over: false }
      fake.talks.set(frame.hello.visit, talk)
      talk.sockets.add(line)
      return answer(welcome(fake, talk, frame.hello.seen))
    }
    const refused = fake.refuse?.(frame)
    if (refused) return answer(refused)
    if (!talk) return
    if ('who' in frame) talk.said = frame.who
    if ('read' in frame) talk.readByYou = Math.max(talk.readByYou, frame.read.seq)
    if ('leave' in frame) {
      talk.over = true
      answer({ over: { seq: talk.thread.length } })
    }
    if ('follow' in frame) answer({ page: { path: '/r/cp_x' } })
    if ('call_back' in frame)
      answer({ called_back: { id: frame.call_back.id, promised: frame.call_back.at, number: '2026-00042' } })
    if ('say' in frame) answer(take(talk, frame.say, kept))
  })
}

function take(talk: Talk, { id, text, files }: { id: string; text: string; files: string[] }, kept: Kept): Answer {
  const known = talk.thread.find((each) => each.id === id)
  if (known) return { took: { id, seq: known.seq, at: known.at } }
  const notes = files.map((file) => ({
    id: file,
    name: kept.get(file)?.name ?? '?',
    type: kept.get(file)?.type ?? '',
    size: kept.get(file)?.bytes.length ?? 0,
  }))
  const message = append(talk, { id, from: 'visitor', text, files: notes })
  talk.over = false
  return { took: { id, seq: message.seq, at: message.at } }
}

function append(talk: Talk, news: Partial<Message> & Pick<Message, 'from' | 'text'>): Message {
  const message: Message = {
    seq: talk.thread.length + 1,
    id: null,
    by: null,
    at: new Date().toISOString(),
    files: [],
    by_mail: false,
    ...news,
  }
  talk.thread.push(message)
  for (const each of talk.sockets) each.send(JSON.stringify({ message }))
  return message
}

function welcome({ reception, verified }: FakeGuichet, { thread, said, readByYou, over }: Talk, seen: number): Answer {
  const served = thread.findLast(({ from }) => from === 'agent')?.by ?? null
  return {
    welcome: {
      visit: thread.length > 0, verified, distrusted: null, reception, served_by: served, thread: thread.slice(seen), more: false, read_by_us: 0,
      read_by_you: readByYou, said, over,
    },
  } // prettier-ignore
}

type Behind = { fake: FakeGuichet; files: (path: string) => Promise<Buffer | null>; kept: Kept }

const listener =
  ({ fake, files, kept }: Behind): RequestListener =>
  (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://guichet')
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', 'x-guichet-visit')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    if (pathname === `/api/widget/${KEY}`) return json(response, fake.reception)
    if (request.method === 'POST') return void receive(request, response, kept)
    const file = kept.get(pathname.split('/').at(-1) ?? '')
    if (file) return void response.writeHead(200, { 'content-type': file.type }).end(file.bytes)
    void files(pathname).then((bytes) =>
      bytes ? response.writeHead(200, { 'content-type': 'text/javascript' }).end(bytes) : response.writeHead(404).end(),
    )
  }

async function receive(request: IncomingMessage, response: ServerResponse, kept: Kept): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  const form = await new Response(Buffer.concat(chunks), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData()
  const file = form.get('file')
  if (!(file instanceof File)) return void response.writeHead(422).end()
  const id = randomUUID()
  kept.set(id, { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) })
  json(response, { id, name: file.name, type: file.type, size: file.size })
}

const json = (response: ServerResponse, value: unknown): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))

/** Somebody's site: nothing is allowed but what docs/operate/chat.md asks for. */
export async function openSite(
  tag: (page: string) => { origin: string; attributes: string },
): Promise<{ origin: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const { origin, attributes } = tag(request.url ?? '/')
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'self'; script-src ${origin}; connect-src ${origin} ${origin.replace('http', 'ws')}; img-src blob:`,
    })
    response.end(
      `<!doctype html><html lang="fr"><meta name="viewport" content="width=device-width"><title>Boutique</title><main><h1>Boutique</h1><p>Une page d’un site.</p></main><script async src="${origin}/widget.js" ${attributes}></script>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = (): void => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, stop } // listening on TCP; localhost is another origin than 127.0.0.1
}
