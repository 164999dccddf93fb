// Somebody goes home. Nothing is left in silence: what would still break is left with a word, which whoever stands in reads; the rest was decided.
import * as cases from '#cases'
import { isUuid } from '#base/contract'
import * as handovers from '#handovers'
import * as staff from '#staff'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { gatePassed, somethingLeft, type Gate, type Outcome } from '../contract.ts'
import { insertGate, insertItems, type GateItem } from '../store/gate.ts'
import { breaking, type Breaking } from './breaking.ts'
import { leaver, readBack, standInUntil } from './gate.ts'
import { nextPresence } from './next-presence.ts'

type Did = { key: string; outcome: Outcome; what: string; case: CaseId | null; due_at: string | null }
export type Leaving = { back_at: string; left: readonly { key: string; word: string }[]; did: readonly Did[] }

export async function leave(work: Work, { back_at, left, did }: Leaving): Promise<{ id: string; quiet: boolean }> {
  const person = leaver(work)
  const at = readBack(work, back_at)
  const known = await nextPresence(work, person)
  const from = known.at && Temporal.Instant.compare(known.at, at) === 0 && known.from ? known.from : 'said'
  const [{ items }, stand_in] = await Promise.all([breaking({ work, person, before: at }), standInUntil(work, person, known)])
  const words = new Map(left.map(({ key, word }) => [key, word]))
  const given = await givenAway(work, did)
  const undecided = items.filter(({ key }) => !words.has(key) && !given.has(key))
  if (undecided.length > 0) throw refuse(somethingLeft, { items: undecided.map(({ key, what }) => ({ key, what })) })
  const id = newId(work.now)
  const stays = items.filter(({ key }) => words.has(key))
  const kept = [...stays.map((each) => leftItem(each, words.get(each.key)!)), ...(await didItems(work, did, stays))]
  await insertGate(work, { id, person, back_at: at, back_from: from, stand_in: stand_in?.id ?? null })
  if (kept.length > 0) await insertItems(work, id, kept)
  await tellStandIn(work, id, { stand_in, items: stays, words })
  work.publish(gatePassed, { gate_id: id, person, back_at: at.toString(), items: kept.length, left: stays.length })
  return { id, quiet: kept.length === 0 }
}

// What was offered to a colleague is decided, although the giver answers for it until it is accepted: the hand-over has its own clock.
async function givenAway(work: Work, did: readonly Did[]): Promise<Set<string>> {
  const offered = did.filter(({ outcome }) => outcome === 'handed_over')
  if (offered.length === 0) return new Set()
  const { items } = await handovers.listBatons(work, { side: 'given', state: 'waiting', limit: MOST_GIVEN })
  const waiting = new Set(items.map((baton) => baton.case.id))
  return new Set(offered.flatMap(({ key, case: of }) => (of && waiting.has(of) ? [key] : [])))
}
const MOST_GIVEN = 200

const leftItem = (line: Breaking, word: string): GateItem => ({
  kind: line.kind, subject: line.id, case_id: line.case?.id ?? null, what: said(line), due_at: line.at, outcome: 'left', word,
}) // prettier-ignore
const said = ({ what, case: of }: Pick<Breaking, 'what' | 'case'>): string => (what || of?.subject || '').slice(0, 600)

const KEY = /^([a-z_]{1,40}):([0-9a-f-]{36})$/

// As whoever leaves saw and decided it; what would still break after all was refused above.
async function didItems(work: Work, did: readonly Did[], still: readonly Breaking[]): Promise<GateItem[]> {
  const open = new Set(still.map(({ key }) => key))
  const known = await cases.facts(work, did.flatMap((each) => each.case ?? [])) // prettier-ignore
  const items = did.flatMap(({ key, outcome, what, case: of, due_at }): GateItem[] => {
    const [, kind, subject] = KEY.exec(key) ?? []
    if (!kind || !subject || !isUuid(subject) || open.has(key) || outcome === 'left') return []
    return [{ kind, subject, case_id: of && known.has(of) ? of : null, what: what.slice(0, 600), due_at, outcome, word: null }]
  })
  return [...new Map(items.map((each) => [`${each.kind} ${each.subject}`, each])).values()]
}

type Told = { stand_in: Gate['stand_in']; items: readonly Breaking[]; words: ReadonlyMap<string, string> }
async function tellStandIn(work: Work, gate: string, { stand_in, items, words }: Told): Promise<void> {
  if (!stand_in || work.actor.kind !== 'person') return
  const name = (await staff.find(work, [work.actor.id])).get(work.actor.id)?.name ?? ''
  const of = await cases.facts(work, items.flatMap((line) => line.case?.id ?? [])) // prettier-ignore
  for (const line of items) {
    const word = words.get(line.key)!
    await staff.tell(work, {
      to: [stand_in.id], kind: 'gate.left', key: `gate:${gate}:${line.key}`, path: line.path, urgent: line.late, case_id: line.case?.id, brand: line.case ? of.get(line.case.id)?.brand_id : undefined,
      fr: `${name} vous laisse «\u202f${said(line)}\u202f»\u202f: ${word}`, en: `${name} leaves you “${said(line)}”: ${word}`,
    }) // prettier-ignore
  }
}
