// What happened in somebody's cases within a time: computed from what was said, promised and handed over, each time it is read.
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId, Listed } from '#cases/contract'
import type { Meanwhile } from '../contract.ts'
import { inOrder } from '../rules/order-meanwhile.ts'
import { changesOfHands, type Handed } from './changes-of-hands.ts'

const MOST_CASES = 200
const AT_ONCE = 100
const MOST_SAID = 40
const MOST_COUNTED = 100_000
type Span = { since: Temporal.Instant; until: Temporal.Instant }
export type Happened = { cases: Meanwhile[]; more: boolean; waiting: number; unchanged: number }

export async function meanwhile(work: Work, person: PersonId, span: Span): Promise<Happened> {
  const [own, promised, handed, open] = await Promise.all([
    movedSince(work, person, span.since),
    promisedIn(work, person, span),
    changesOfHands(work, person, span),
    cases.countListed(work, { owner: person, status: 'open', limit: MOST_COUNTED }),
  ])
  const ids = new Set([...promised, ...handed.map(({ case_id }) => case_id)]).difference(new Set(own.items.map(({ id }) => id)))
  const others =
    ids.size === 0 ? [] : (await cases.list(work, { status: 'all', ids: [...ids].slice(0, MOST_CASES), limit: MOST_CASES })).items
  const moved = [...own.items, ...others].slice(0, MOST_CASES)
  const told = await tellAll(work, moved, { person, span, handed })
  return {
    cases: inOrder(told),
    more: own.more,
    waiting: told.filter(({ waits }) => waits !== 'none').length,
    unchanged: Math.max(0, open - moved.filter(({ status, owner }) => status === 'open' && owner.id === person).length),
  }
}

// The latest first, until one that has not moved since.
async function movedSince(work: Work, owner: PersonId, since: Temporal.Instant): Promise<{ items: Listed[]; more: boolean }> {
  const items: Listed[] = []
  let cursor: string | undefined
  for (let left = MOST_CASES / AT_ONCE; left > 0; left--) {
    const page = await cases.list(work, { owner, status: 'all', limit: AT_ONCE, cursor })
    const moved = page.items.filter((each) => isSince(each.last_at, since) || isSince(each.closed_at, since))
    items.push(...moved)
    if (!page.next || moved.length < page.items.length) return { items, more: false }
    cursor = page.next
  }
  return { items, more: true }
}

// A promise moves no case by itself: what was promised in their name, and what should have been kept by now, counts as well.
async function promisedIn(work: Work, person: PersonId, { since }: Span): Promise<CaseId[]> {
  const { items } = await commitments.list(work, { owner: person, state: 'owed', limit: MOST_CASES })
  return items.filter((each) => isSince(each.made_at, since) || !isSince(each.due_at, work.now)).map((each) => each.case.id)
}

const isSince = (at: string | null, since: Temporal.Instant): boolean =>
  at !== null && Temporal.Instant.compare(Temporal.Instant.from(at), since) >= 0

type About = { person: PersonId; span: Span; handed: readonly Handed[] }
async function tellAll(work: Work, moved: readonly Listed[], { person, span, handed }: About): Promise<Meanwhile[]> {
  const promised = Map.groupBy(await commitments.promisesOf(work, moved.map(({ id }) => id)), ({ case_id }) => case_id) // prettier-ignore
  const told: Meanwhile[] = []
  for (const each of moved) {
    const said = (await cases.saidIn(work, each.id, { most: MOST_SAID })).filter(
      ({ at }) => Temporal.Instant.compare(at, span.since) >= 0,
    )
    const passed = handed.filter(({ case_id }) => case_id === each.id)
    told.push(await tellOne(work, each, { person, span, said, promises: promised.get(each.id) ?? [], handed: passed }))
  }
  return told
}

type Said = Awaited<ReturnType<typeof cases.saidIn>>
type Promises = Awaited<ReturnType<typeof commitments.promisesOf>>
type Facts = { person: PersonId; span: Span; said: Said; promises: Promises; handed: readonly Handed[] }

async function tellOne(work: Work, of: Listed, { person, span, said, promises, handed }: Facts): Promise<Meanwhile> {
  const ours = said.filter(({ direction, kind }) => direction === 'out' && kind === 'message')
  const theirs = said.filter(({ direction }) => direction === 'in')
  const made = promises.filter(({ made_at, made_by_id }) => Temporal.Instant.compare(made_at, span.since) >= 0 && Temporal.Instant.compare(made_at, span.until) < 0 && made_by_id !== person) // prettier-ignore
  const people = await staff.find(work, [...ours, ...made].flatMap((each) => ('author_id' in each ? (each.author_id ?? []) : (each.made_by_id ?? [])))) // prettier-ignore
  const named = (id: PersonId | null) => id && { id, name: people.get(id)?.name ?? '' }
  const mine = of.owner.id === person
  return {
    case: { id: of.id, number: of.number, subject: of.subject, closed: of.status === 'closed' },
    customer: of.customer,
    ...(mine ? waitsFor(work, of, promises) : { waits: 'none' as const, waits_since: null }),
    came: theirs.length,
    answered: [...Map.groupBy(ours, ({ author_id }) => author_id)].map(([id, all]) => ({ person: named(id), times: all.length })),
    last: said[0]
      ? { at: said[0].at.toString(), ours: said[0].direction === 'out', words: short(said[0].visible_text || said[0].text) }
      : null,
    promises: made.map(({ id, what, due_at, made_by_id, state }) => ({
      id,
      what,
      due_at: due_at.toString(),
      made_by: named(made_by_id),
      state,
    })),
    hand_overs: handed.map(({ from, to, as, at }) => ({ from, to, as, at })),
    now_with: mine ? null : of.owner,
  }
}

function waitsFor(work: Work, of: Listed, promises: Promises): Pick<Meanwhile, 'waits' | 'waits_since'> {
  const owed = promises
    .filter(({ state }) => state === 'open' || state === 'broken')
    .toSorted((a, b) => Temporal.Instant.compare(a.due_at, b.due_at))
  const broken = owed.find(({ state, due_at }) => state === 'broken' || Temporal.Instant.compare(due_at, work.now) < 0)
  if (broken) return { waits: 'broken_promise', waits_since: broken.due_at.toString() }
  if (of.status === 'open' && (of.stands === 'waiting_for_us' || of.stands === 'new'))
    return { waits: 'answer', waits_since: of.last_in_at ?? of.opened_at }
  return owed[0] ? { waits: 'promise', waits_since: owed[0].due_at.toString() } : { waits: 'none', waits_since: null }
}

const LONGEST = 200
function short(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim()
  return flat.length <= LONGEST ? flat : `${flat.slice(0, LONGEST - 1).toWellFormed()}…`
}
