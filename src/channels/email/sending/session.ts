// From a connection to a session that takes mail: greeting, EHLO, STARTTLS, signing in. Each step stands alone, because the
// connection test walks them one by one.
import type { RelayAddress } from './relay-address.ts'
import { RelayFailure, type Phase } from './relay-failure.ts'
import type { Reply } from './reply.ts'
import { openWire, type Limits, type Wire } from './wire.ts'

export type Session = { wire: Wire; extensions: Extensions; mails: number } // mails handed over so far
export type Extensions = ReadonlyMap<string, string> // keyword in capitals → its parameters (RFC 5321 §4.1.1.1)
export type Introduction = { address: RelayAddress; limits: Limits; name: string } // name: what we call ourselves in EHLO

/** @throws {RelayFailure} saying at which step */
export async function openSession(introduction: Introduction): Promise<Session> {
  const wire = await openWire(introduction.address, introduction.limits)
  try {
    await greet(wire)
    let extensions = await hello(wire, introduction.name)
    if (await secure(wire, introduction.address, extensions)) extensions = await hello(wire, introduction.name)
    await signIn(wire, introduction.address, extensions)
    return { wire, extensions, mails: 0 }
  } catch (error) {
    wire.destroy()
    throw error
  }
}

export async function greet(wire: Wire): Promise<Reply> {
  return expect('greeting', 2, await wire.hear('greeting'))
}

// A server that knows no EHLO is spoken to in plain SMTP (RFC 5321 §3.2).
export async function hello(wire: Wire, name: string): Promise<Extensions> {
  const reply = await wire.ask('hello', `EHLO ${name}`)
  if (reply.code >= 500 && reply.code < 550) {
    expect('hello', 2, await wire.ask('hello', `HELO ${name}`))
    return new Map()
  }
  const [, ...lines] = expect('hello', 2, reply).lines
  return new Map(lines.map((line) => [line.split(/[ =]/, 1)[0]!.toUpperCase(), line.replace(/^[^ =]*[ =]?/, '')]))
}

/** Upgrades to TLS when the relay offers it; true when it did, and then EHLO must be said again (RFC 3207 §4.2). */
export async function secure(wire: Wire, { tls }: RelayAddress, extensions: Extensions): Promise<boolean> {
  if (wire.isSecure()) return false
  if (!extensions.has('STARTTLS')) {
    if (tls === 'required') throw new RelayFailure('tls', { kind: 'unprotected' })
    return false
  }
  expect('tls', 2, await wire.ask('tls', 'STARTTLS'))
  await wire.secure()
  return true
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

/** RFC 4954 with PLAIN (RFC 4616) or, for older servers, LOGIN; a certain password is sent only where the address allows it. */
export async function signIn(wire: Wire, { signIn: who }: RelayAddress, extensions: Extensions): Promise<boolean> {
  if (!who) return false
  const offered = (extensions.get('AUTH') ?? '').toUpperCase().split(/\s+/)
  if (offered.includes('PLAIN')) {
    expect('sign-in', 2, await wire.ask('sign-in', `AUTH PLAIN ${base64(`\0${who.user}\0${who.password()}`)}`))
    return true
  }
  if (!offered.includes('LOGIN')) throw new RelayFailure('sign-in', { kind: 'no sign-in' })
  expect('sign-in', 3, await wire.ask('sign-in', 'AUTH LOGIN'))
  expect('sign-in', 3, await wire.ask('sign-in', base64(who.user)))
  expect('sign-in', 2, await wire.ask('sign-in', base64(who.password())))
  return true
}

/** Says goodbye; the mail is safe whatever comes back. */
export async function quit({ wire }: { wire: Wire }): Promise<void> {
  try {
    if (wire.isOpen()) await wire.ask('quit', 'QUIT')
  } catch (error) {
    if (!(error instanceof RelayFailure)) throw error
  } finally {
    wire.destroy()
  }
}

export function expect(phase: Phase, kind: 2 | 3, reply: Reply): Reply {
  if (Math.floor(reply.code / 100) !== kind) throw new RelayFailure(phase, { kind: 'refused', reply })
  return reply
}
