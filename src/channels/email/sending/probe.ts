// The connection test of the post office page: every hop to the relay, how long it took, and what is wrong in plain words.
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { parseRelayAddress, type RelayAddress } from './relay-address.ts'
import { RelayFailure, sentenceOf, type Sentence } from './relay-failure.ts'
import { greet, hello, secure, signIn, type Extensions } from './session.ts'
import { openWire, phaseLimits, type Limits, type Wire } from './wire.ts'

export type HopName = 'resolve' | 'connect' | 'banner' | 'ehlo' | 'tls' | 'auth' | 'quit'
export type Hop = {
  name: HopName
  state: 'passed' | 'failed' | 'skipped'
  milliseconds: number
  detail: string | null
  sentence: Sentence | null
}
export type Probe = { ok: boolean; relay: string; hops: Hop[] }

const hops: HopName[] = ['resolve', 'connect', 'banner', 'ehlo', 'tls', 'auth', 'quit']

/**
 * Walks to the relay and back without sending a mail. A hop after the one that failed is `skipped`, as is one that does not apply.
 * @throws {RelayAddressInvalid} when the address itself is wrong
 */
export async function probeRelay(where: string | RelayAddress, limits: Partial<Limits> = {}): Promise<Probe> {
  const address = typeof where === 'string' ? parseRelayAddress(where) : where
  const walked: Hop[] = []
  const walk = walkTo(address, { ...PROBE_LIMITS, ...limits })
  for (const name of hops) {
    const failed = walked.some(({ state }) => state === 'failed')
    walked.push(failed ? skipped(name) : await timed(name, walk[name]))
  }
  walk.end()
  return { ok: walked.every(({ state }) => state !== 'failed'), relay: address.shown, hops: walked }
}

// Somebody is waiting in front of the screen.
const PROBE_LIMITS: Limits = { ...phaseLimits, connect: 10_000, greeting: 10_000, hello: 10_000, tls: 10_000, 'sign-in': 10_000 }

type Step = () => Promise<string | null> // what was learned; null: does not apply

function walkTo(address: RelayAddress, limits: Limits): Record<HopName, Step> & { end(): void } {
  let wire: Wire | undefined
  let extensions: Extensions = new Map()
  const there = (): Wire => {
    if (!wire) throw new Error('a hop before connecting')
    return wire
  }
  const introduce = async () => (extensions = await hello(there(), 'probe.guichet.invalid'))
  return {
    resolve: () => resolveHost(address.host, limits.connect),
    connect: async () => ((wire = await openWire(address, limits)), `${address.host}:${address.port}`),
    banner: async () => (await greet(there())).text,
    ehlo: async () => [...(await introduce()).keys()].join(' '),
    async tls() {
      if (there().isSecure()) return 'TLS'
      if (!(await secure(there(), address, extensions))) return null
      await introduce()
      return 'STARTTLS'
    },
    auth: async () => ((await signIn(there(), address, extensions)) ? (address.signIn?.user ?? null) : null),
    quit: async () => (await there().ask('quit', 'QUIT')).text,
    end: () => wire?.destroy(),
  }
}

async function resolveHost(host: string, milliseconds: number): Promise<string> {
  if (isIP(host)) return host
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new RelayFailure('connect', { kind: 'unreachable', code: 'EAI_AGAIN' })), milliseconds)
  try {
    const found = await Promise.race([lookup(host, { all: true }), late])
    return found.map(({ address }) => address).join(' ')
  } catch (error) {
    if (error instanceof RelayFailure) throw error
    throw new RelayFailure('connect', {
      kind: 'unreachable',
      code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown',
    })
  } finally {
    clearTimeout(timer)
  }
}

async function timed(name: HopName, step: Step): Promise<Hop> {
  const start = performance.now()
  const took = () => Math.round((performance.now() - start) * 10) / 10
  try {
    const detail = await step()
    return { name, state: detail === null ? 'skipped' : 'passed', milliseconds: took(), detail, sentence: null }
  } catch (error) {
    if (!(error instanceof RelayFailure)) throw error
    return { name, state: 'failed', milliseconds: took(), detail: null, sentence: sentenceOf(error) }
  }
}

const skipped = (name: HopName): Hop => ({ name, state: 'skipped', milliseconds: 0, detail: null, sentence: null })
