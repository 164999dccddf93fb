import { refuse, type Work } from '#base/work'
import { identityInvalid, type Recognised, type Sighting } from './contract.ts'
import { meet, recognise } from './recognise.ts'
import { normalise } from './rules/normalise.ts'
import * as store from './store/customer.ts'

const MOST = 1_000

// One look for the whole list; answers come in its order. Newcomers are met in the order of their addresses, so that two lists
// which name the same people wait for each other in one direction only.
export async function recogniseMany(work: Work, sightings: readonly Sighting[]): Promise<Recognised[]> {
  if (sightings.length > MOST) throw new RangeError(`at most ${MOST} sightings at once`)
  const asked = sightings.map((sighting) => ({ sighting, normalised: read(sighting) }))
  const known = await lookUp(work, asked)
  const strangers = asked.filter((each) => !known.has(keyOf(each))).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  for (const stranger of strangers) {
    const key = keyOf(stranger)
    if (known.has(key)) continue
    known.set(key, (await meet(work, stranger.sighting, stranger.normalised)) ?? (await recognise(work, stranger.sighting)))
  }
  return answers(asked, known)
}

type Asked = { sighting: Sighting; normalised: string }
const keyOf = ({ sighting, normalised }: Asked): string => `${sighting.kind} ${normalised}`

function read(sighting: Sighting): string {
  const normalised = normalise(sighting.kind, sighting.value)
  if (normalised === null) throw refuse(identityInvalid, { kind: sighting.kind })
  return normalised
}

async function lookUp(work: Work, asked: readonly Asked[]): Promise<Map<string, Recognised>> {
  const rows = await store.findByIdentities(work, {
    kinds: asked.map((a) => a.sighting.kind),
    normalised: asked.map((a) => a.normalised),
  })
  return new Map(
    rows.map((row) => [`${row.kind} ${row.normalised}`, { customer: row.customer_id, company: row.company_id, created: false }]),
  )
}

// Somebody named twice in one list was created once.
function answers(asked: readonly Asked[], known: ReadonlyMap<string, Recognised>): Recognised[] {
  const told = new Set<string>()
  return asked.map((each) => {
    const key = keyOf(each)
    const found = known.get(key)!
    const first = !told.has(key)
    told.add(key)
    return { ...found, created: found.created && first }
  })
}
