// One way to the server: an endpoint of a contract and its input. What comes back is parsed; what is refused is a `Refused`.
import { config } from 'zod'
import type { Endpoint } from '#base/contract'
import { language, type Language } from './language.ts'

config({ jitless: true }) // zod would otherwise try `new Function`, which our content security policy reports

/** Fields the contract fills in when they are left out (the bound of a list) need not be given. */
export type Given<Input> = Omit<Input, 'limit'> & (Input extends { limit: infer Limit } ? { limit?: Limit } : unknown)
export type How = { key?: string; ifMatch?: number; signal?: AbortSignal }
type Problem = { status: number; code: string; fr: string; en: string; details?: unknown }

/** The server said no, for a reason a person can read. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`)
    this.problem = problem
  }
  get code(): string {
    return this.problem.code
  }
  get status(): number {
    return this.problem.status
  }
  get details(): unknown {
    return this.problem.details
  }
  sentence(spoken: Language = language()): string {
    return this.problem[spoken]
  }
}

/** Nobody answered: no network, or no server. The request may or may not have arrived; the same key may be sent again. */
export class Unreachable extends Error {}

/** The server answered, but not as the contract says. */
export class StrangeAnswer extends Error {}

export async function send<Input, Output>(
  endpoint: Endpoint<Input, Output>,
  input: Given<Input>,
  how: How = {},
): Promise<Output> {
  const { url, body } = place(endpoint, input as Record<string, unknown>) // an input is always an object: contracts are made of z.object
  const response = await knock(url, {
    method: endpoint.method,
    headers: headers(endpoint.method, how, body !== undefined),
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(how.signal ? { signal: how.signal } : {}),
  })
  const answer = await read(response)
  if (!response.ok) throw refused(response.status, answer)
  return understood(endpoint, answer)
}

/** `/cases/:id` takes `id` from the input; the rest goes into the query (GET, DELETE) or the body. */
export function place({ method, path }: Pick<Endpoint<unknown, unknown>, 'method' | 'path'>, input: Record<string, unknown>) {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined))
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    if (value === undefined || value === '') throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(plain(value))
  })
  if (method !== 'GET' && method !== 'DELETE') return { url: filled, body: Object.fromEntries(rest) }
  const query = new URLSearchParams([...rest].flatMap(([name, value]) => [value].flat().map((one) => [name, plain(one)])))
  return { url: query.size > 0 ? `${filled}?${query}` : filled, body: undefined }
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)) // numbers and booleans spell themselves

function headers(method: string, how: How, writes: boolean): Record<string, string> {
  const base = { accept: 'application/json', 'accept-language': language(), 'x-guichet-csrf': '1' }
  if (method === 'GET') return base
  return {
    ...base,
    ...(writes ? { 'content-type': 'application/json' } : {}),
    'idempotency-key': how.key ?? newKey(),
    ...(how.ifMatch === undefined ? {} : { 'if-match': `"${how.ifMatch}"` }),
  }
}

async function knock(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable(url, { cause: error })
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new StrangeAnswer(`${response.status} ${response.url}`, { cause: error })
  }
}

function refused(status: number, answer: unknown): Error {
  const told = answer as Partial<Problem> & { title?: string } // read with suspicion below: a proxy may have answered
  if (typeof told.code !== 'string') return status >= 502 ? new Unreachable(String(status)) : new StrangeAnswer(String(status))
  const otherwise = told.title ?? told.code
  return new Refused({ status, code: told.code, fr: told.fr ?? otherwise, en: told.en ?? otherwise, details: told.details })
}

function understood<Input, Output>(endpoint: Endpoint<Input, Output>, answer: unknown): Output {
  try {
    return endpoint.output.parse(answer)
  } catch (error) {
    throw new StrangeAnswer(`${endpoint.method} ${endpoint.path}`, { cause: error })
  }
}

/** An idempotency key. Not crypto.randomUUID: that one is missing where the desk is served over plain HTTP inside a firm. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
