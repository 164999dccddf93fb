// A real SMTP relay on loopback that does what the test tells it: takes mail and keeps it, or hangs up, refuses, stalls at any phase.
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

export type RelayPhase = 'greeting' | 'hello' | 'sign-in' | 'sender' | 'recipient' | 'data' | 'inside' | 'dot'
export type Fault =
  | { at: RelayPhase; answer: string } // the line to say instead of yes
  | { at: RelayPhase; answer: string; hangUp: true } // says it, then hangs up
  | { at: RelayPhase; drop: true; keep?: boolean } // hangs up without a word; keep: the mail was taken all the same (at 'dot')
  | { at: RelayPhase; silence: true; keep?: boolean } // never answers
  | { at: 'recipient'; answer: string; only: RegExp } // refuses some
export type TakenMail = { from: string; to: string[]; text: string; user: string | null; tls: boolean; parameters: string }
export type RelayOptions = {
  signIn?: { user: string; password: string }
  certificate?: { key: string; cert: string } // offers STARTTLS
  tlsFromTheStart?: boolean
  extensions?: string[] // default PIPELINING, 8BITMIME, SMTPUTF8, SIZE
}
export type FakeRelay = {
  port: number
  mails: TakenMail[]
  commands: string[] // every line said to it, passwords included: it is a fake
  connections: () => number // since it was opened
  open: () => number // now
  next(...faults: Fault[]): void // each is used once, in order, when its phase comes
  always(fault: Fault | null): void
  hangUpAll(): void
  arrived(count: number): Promise<void>
  close(): Promise<void>
}

type Visit = {
  socket: Socket
  from: string | null
  parameters: string
  to: string[]
  body: Buffer[]
  mode: 'commands' | 'body' | 'user' | 'password' | 'deaf'
  user: string | null
  tls: boolean
  rest: Buffer
}
type House = {
  options: RelayOptions
  take(mail: TakenMail): void
  note(line: string): void
  faultAt(phase: RelayPhase, subject?: string): Fault | undefined
}

export async function openRelayWorld(options: RelayOptions = {}): Promise<FakeRelay> {
  const queued: Fault[] = []
  const mails: TakenMail[] = []
  const commands: string[] = []
  const sockets = new Set<Socket>()
  const listeners = new Set<() => void>()
  let permanent: Fault | null = null
  let visits = 0

  const house: House = {
    options,
    take: (mail) => (mails.push(mail), listeners.forEach((tell) => tell())),
    note: (line) => void commands.push(line),
    faultAt(phase, subject = '') {
      const meant = (fault: Fault | null | undefined) => fault?.at === phase && (!('only' in fault) || fault.only.test(subject))
      const at = queued.findIndex(meant)
      if (at >= 0) return queued.splice(at, 1)[0]
      return permanent && meant(permanent) ? permanent : undefined
    },
  }
  const server = createServer({ noDelay: true }, (socket) => {
    visits++
    sockets.add(socket)
    socket.on('error', () => {}) // tests hang up in every way
    socket.on('close', () => sockets.delete(socket))
    receive(house, socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port, // TCP, so never a path
    mails,
    commands,
    connections: () => visits,
    open: () => sockets.size,
    next: (...faults) => void queued.push(...faults),
    always: (fault) => void (permanent = fault),
    hangUpAll: () => sockets.forEach((socket) => socket.destroy()),
    async arrived(count) {
      while (mails.length < count) await new Promise<void>((resolve) => listeners.add(resolve))
    },
    async close() {
      server.close()
      sockets.forEach((socket) => socket.destroy())
      await once(server, 'close')
    },
  }
}

function receive(house: House, socket: Socket): void {
  const { options } = house
  const visit: Visit = {
    socket,
    from: null,
    parameters: '',
    to: [],
    body: [],
    mode: 'commands',
    user: null,
    tls: false,
    rest: Buffer.alloc(0),
  }
  if (options.tlsFromTheStart) encrypt(house, visit)
  else listen(house, visit)
  answer(house, visit, { phase: 'greeting', yes: '220 relay.example ESMTP' })
}

function listen(house: House, visit: Visit): void {
  visit.socket.on('data', (chunk: Buffer) => {
    visit.rest = Buffer.concat([visit.rest, chunk])
    while (visit.mode !== 'deaf' && (visit.mode === 'body' ? takeBody(house, visit) : takeLine(house, visit)));
  })
}

function encrypt(house: House, visit: Visit): void {
  visit.socket.removeAllListeners('data')
  const socket = new TLSSocket(visit.socket, { isServer: true, ...house.options.certificate })
  socket.on('error', () => {})
  Object.assign(visit, { socket, tls: true, rest: Buffer.alloc(0) })
  listen(house, visit)
}

function takeLine(house: House, visit: Visit): boolean {
  const end = visit.rest.indexOf('\r\n')
  if (end < 0) return false
  const line = visit.rest.subarray(0, end).toString()
  visit.rest = visit.rest.subarray(end + 2)
  house.note(line)
  obey(house, visit, line)
  return true
}

function obey(house: House, visit: Visit, line: string): void {
  if (visit.mode === 'user' || visit.mode === 'password') return signInStep(house, visit, line)
  const verb = line.split(/[ :]/, 1)[0]!.toUpperCase()
  if (verb === 'EHLO' || verb === 'HELO') return answer(house, visit, { phase: 'hello', yes: greeting(house, visit, verb) })
  if (verb === 'STARTTLS') return (say(visit, '220 go'), encrypt(house, visit))
  if (verb === 'AUTH') return signIn(house, visit, line)
  if (verb === 'MAIL') return mail(house, visit, line)
  if (verb === 'RCPT') return recipient(house, visit, line)
  if (verb === 'DATA') return data(house, visit)
  if (verb === 'RSET') return (reset(visit), say(visit, '250 2.0.0 forgotten'))
  if (verb === 'QUIT') return void visit.socket.end('221 2.0.0 bye\r\n')
  say(visit, '500 5.5.2 what?')
}

function greeting({ options }: House, visit: Visit, verb: string): string {
  if (verb === 'HELO') return '250 relay.example'
  const extensions = [...(options.extensions ?? ['PIPELINING', '8BITMIME', 'SMTPUTF8', 'SIZE 100000000'])]
  if (options.certificate && !visit.tls) extensions.push('STARTTLS')
  if (options.signIn && !extensions.some((keyword) => keyword.startsWith('AUTH'))) extensions.push('AUTH PLAIN LOGIN')
  return ['relay.example', ...extensions].map((text, n, all) => `250${n === all.length - 1 ? ' ' : '-'}${text}`).join('\r\n')
}

function signIn(house: House, visit: Visit, line: string): void {
  const [, method, credentials = ''] = line.split(' ')
  if (method === 'LOGIN') return ((visit.mode = 'user'), say(visit, '334 VXNlcm5hbWU6'))
  const [, user = '', password = ''] = Buffer.from(credentials, 'base64').toString().split('\0')
  judgeSignIn(house, visit, { user, password })
}

function signInStep(house: House, visit: Visit, line: string): void {
  const text = Buffer.from(line, 'base64').toString()
  if (visit.mode === 'user') {
    Object.assign(visit, { mode: 'password', user: text })
    return say(visit, '334 UGFzc3dvcmQ6')
  }
  visit.mode = 'commands'
  judgeSignIn(house, visit, { user: visit.user ?? '', password: text })
}

function judgeSignIn(house: House, visit: Visit, given: { user: string; password: string }): void {
  const wanted = house.options.signIn
  const right = wanted?.user === given.user && wanted.password === given.password
  visit.user = right ? given.user : null
  answer(house, visit, { phase: 'sign-in', yes: right ? '235 2.7.0 welcome' : '535 5.7.8 wrong user or password' })
}

function mail(house: House, visit: Visit, line: string): void {
  if (house.options.signIn && !visit.user) return say(visit, '530 5.7.0 sign in first')
  const [, from = '', parameters = ''] = /^MAIL FROM:<([^>]*)> ?(.*)$/i.exec(line) ?? []
  answer(house, visit, { phase: 'sender', yes: '250 2.1.0 ok', does: () => Object.assign(visit, { from, parameters, to: [] }) })
}

function recipient(house: House, visit: Visit, line: string): void {
  if (visit.from === null) return say(visit, '503 5.5.1 who sends it?')
  const [, address = ''] = /^RCPT TO:<([^>]*)>/i.exec(line) ?? []
  answer(house, visit, { phase: 'recipient', subject: address, yes: '250 2.1.5 ok', does: () => visit.to.push(address) })
}

function data(house: House, visit: Visit): void {
  if (visit.to.length === 0) return say(visit, '503 5.5.1 nobody to send it to')
  answer(house, visit, { phase: 'data', yes: '354 go on', does: () => Object.assign(visit, { mode: 'body', body: [CRLF] }) })
}

const CRLF = Buffer.from('\r\n') // the one that ended DATA may be the one before the dot of an empty message
const END = Buffer.from('\r\n.\r\n')

function takeBody(house: House, visit: Visit): boolean {
  const inside = visit.rest.length > 0 ? house.faultAt('inside') : undefined
  if (inside) return (misbehave(visit, inside), false)
  // The end may lie across pieces, so the last bytes of what came before are looked at again, and only those.
  const held = Buffer.concat([visit.body.pop() ?? CRLF, visit.rest])
  const end = held.indexOf(END)
  if (end < 0) {
    const kept = Math.max(0, held.length - END.length + 1)
    visit.body.push(held.subarray(0, kept), held.subarray(kept))
    visit.rest = Buffer.alloc(0)
    return false
  }
  const whole = Buffer.concat([...visit.body, held.subarray(0, end + CRLF.length)])
  visit.rest = held.subarray(end + END.length)
  visit.mode = 'commands'
  finish(house, visit, whole.subarray(CRLF.length).toString('latin1').replace(/^\.\./gm, '.'))
  return true
}

function finish(house: House, visit: Visit, text: string): void {
  const { from, to, user, tls, parameters } = visit
  const take = () => house.take({ from: from ?? '', to, text, user, tls, parameters })
  const fault = house.faultAt('dot')
  if (fault && 'keep' in fault && fault.keep) take()
  reset(visit)
  if (fault) return misbehave(visit, fault)
  take()
  say(visit, `250 2.0.0 taken as M${Date.now().toString(36)}`)
}

type Step = { phase: RelayPhase; yes: string; subject?: string; does?: () => unknown }

function answer(house: House, visit: Visit, { phase, yes, subject, does }: Step): void {
  const fault = house.faultAt(phase, subject)
  if (fault) return misbehave(visit, fault)
  does?.()
  say(visit, yes)
}

function misbehave(visit: Visit, fault: Fault): void {
  const isOver = !('answer' in fault) || 'hangUp' in fault
  if (isOver) visit.mode = 'deaf' // hears everything, says nothing
  if ('answer' in fault) say(visit, fault.answer)
  if ('hangUp' in fault) visit.socket.end()
  if ('drop' in fault) visit.socket.destroy()
}

const say = (visit: Visit, line: string) => void visit.socket.write(`${line}\r\n`)
const reset = (visit: Visit) => Object.assign(visit, { from: null, parameters: '', to: [], body: [] })
