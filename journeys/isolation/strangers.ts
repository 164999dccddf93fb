// Every endpoint, tried with ids of another tenant in every place where an id may stand. The answer must be, byte for byte, the one
// given for an id that nobody ever had. Returns one sentence per difference.
import type { Endpoint } from '#base/contract'
import { newId, newToken } from '#base/id'
import { idPlaces, NONCE, sampleOf, schemaOf, withId, withOurs, type Place } from './sample.ts'

export type Asked = { method: string; url: string; body: object | undefined }
export type Answered = { status: number; headers: Record<string, unknown>; body: string }
export type Trial = {
  endpoints: readonly Endpoint<unknown, unknown>[]
  ask(request: Asked): Promise<Answered>
  theirs: Record<string, string> // ids that exist in the other tenant, by the name of what they are: { case: '…', person: '…' }
  ours: Record<string, string> // the same of one's own, for the places that are not in question
  between?: () => Promise<void> // after each request: to open again a door that the request itself may close (signing out)
  now: Temporal.Instant
}
// untried: parts of a path whose shape is not that of an id, so that nothing was tried there
export type Findings = { tried: number; complaints: string[]; untried: string[] }

// Names under which the same thing stands in different contracts. A place whose name says nothing is tried with every id there is.
const PEOPLE = ['person', 'people', 'owner', 'deputy', 'manager', 'to', 'from', 'author', 'duty_person', 'successor']

// What is read is tried before what is written, so that no list shows what we ourselves wrote.
export async function tryAsStranger(trial: Trial): Promise<Findings> {
  const findings: Findings = { tried: 0, complaints: [], untried: trial.endpoints.flatMap(notIds) }
  const [said, unknown] = [new Set<string>(), new Map<string, string>()]
  const ordered = trial.endpoints.toSorted((a, b) => Number(b.method === 'GET') - Number(a.method === 'GET'))
  for (const endpoint of ordered)
    for (const place of idPlaces(schemaOf(endpoint)))
      for (const [name, id] of idsFor(endpoint, place, trial.theirs)) {
        findings.tried++
        if (endpoint.method !== 'GET') said.add(id)
        const complaint = await compare({ trial, said, unknown }, endpoint, { place, id })
        if (complaint)
          findings.complaints.push(
            `${endpoint.method} ${endpoint.path} with a foreign ${name} as ${place.join('.')}: ${complaint}`,
          )
      }
  return findings
}

type At = { place: Place; id: string }
type Course = { trial: Trial; said: ReadonlySet<string>; unknown: Map<string, string> } // unknown: what nobody's id was answered last, by the place it stood in

// An answer that was given for nobody's id at this place tells nothing. Another one is compared with what nobody's id is answered now.
async function compare(
  { trial, said, unknown }: Course,
  endpoint: Endpoint<unknown, unknown>,
  at: At,
): Promise<string | undefined> {
  const foreign = await answer(trial, endpoint, at)
  if (foreign.status >= 500) return `it fails with ${foreign.status}`
  const told = Object.entries(trial.theirs).find(([, id]) => foreign.text.includes(id) && !said.has(id))
  if (told) return `it tells the id of a foreign ${told[0]}`
  const where = `${endpoint.method} ${endpoint.path} ${at.place.join('.')}`
  if (unknown.get(where) === foreign.text) return undefined
  const { text } = await answer(trial, endpoint, { place: at.place, id: newId(trial.now) })
  unknown.set(where, text)
  return foreign.text === text ? undefined : `it is told from an unknown one:\n${difference(foreign.text, text)}`
}

function difference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const start = Math.max(0, at - 40)
  return `  theirs:  …${one.slice(start, at + 200)}\n  unknown: …${other.slice(start, at + 200)}`
}

async function answer(
  trial: Trial,
  endpoint: Endpoint<unknown, unknown>,
  { place, id }: At,
): Promise<{ status: number; text: string }> {
  const nonce = newToken()
  const own = (field: string): string | undefined => trial.ours[nounOf(endpoint, field)]
  const sample = JSON.stringify(withOurs(withId(schemaOf(endpoint), place, id), own)).replaceAll(NONCE, nonce)
  const answered = await trial.ask(requestOf(endpoint, JSON.parse(sample) as Record<string, unknown>)) // an endpoint's input is an object
  await trial.between?.()
  return { status: answered.status, text: plain(answered, { id, nonce, theirs: trial.theirs }) }
}

export function requestOf(endpoint: Endpoint<unknown, unknown>, input: Record<string, unknown>): Asked {
  const rest = { ...input }
  const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name] ?? sampleOf(schemaOf(endpoint).properties?.[name] ?? { type: 'string' }))
    delete rest[name]
    return encodeURIComponent(value)
  })
  if (endpoint.method !== 'GET' && endpoint.method !== 'DELETE') return { method: endpoint.method, url, body: rest }
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString()
  return { method: endpoint.method, url: query ? `${url}?${query}` : url, body: undefined }
}

function idsFor(endpoint: Endpoint<unknown, unknown>, place: Place, theirs: Record<string, string>): [string, string][] {
  const name = nounOf(endpoint, String(place.findLast((step) => typeof step === 'string') ?? ''))
  return name in theirs ? [[name, theirs[name]!]] : Object.entries(theirs)
}

// '/api/v1/cases/:id' is a case; 'owner_id' an owner, that is, a person.
function nounOf({ path }: Endpoint<unknown, unknown>, field: string): string {
  const bare = field.replace(/_ids?$/, '')
  const before = bare === 'id' ? /([a-z-]+)\/:id\b/.exec(path)?.[1] : bare
  const single = (before ?? '').replace(/ies$/, 'y').replace(/s$/, '').replaceAll('-', '_')
  return PEOPLE.includes(single) ? 'person' : single
}

// A number, or a place in a list, counts within what its id says; a set-up is called by a name that is in its file, a queue by a word of the rules: none is anybody's id.
const NAMED = new Set(['GET /api/v1/setups/:id: id', 'PUT /api/v1/plan-runs/:id/mends/:nth: nth'])

function notIds(endpoint: Endpoint<unknown, unknown>): string[] {
  const schema = schemaOf(endpoint)
  const places = new Set(idPlaces(schema).map((place) => place.join('.')))
  return [...endpoint.path.matchAll(/:(\w+)/g)].flatMap(([, name]) => {
    const untried = `${endpoint.method} ${endpoint.path}: ${name}`
    const isNumber = schema.properties?.[name!]?.type === 'integer'
    return places.has(name!) || isNumber || name === 'queue' || NAMED.has(untried) ? [] : [untried]
  })
}

// What is new in every answer, and the id that was asked for, say nothing.
const ALWAYS_NEW = new Set(['date', 'x-request-id', 'x-response-time', 'set-cookie'])
type Known = { id: string; nonce: string; theirs: Record<string, string> }

function plain({ status, headers, body }: Answered, { id, nonce, theirs }: Known): string {
  const kept = Object.entries(headers)
    .filter(([name]) => !ALWAYS_NEW.has(name.toLowerCase()))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const foreign = new Set(Object.values(theirs))
  return JSON.stringify([status, kept, body])
    .replaceAll(id, '<id>')
    .replaceAll(nonce, NONCE)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (other) => (foreign.has(other) ? other : '<new id>'))
    .replaceAll(/[a-z2-7]{26}/g, '<new token>')
}
