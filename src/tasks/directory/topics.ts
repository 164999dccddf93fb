// The subjects of the directory. There are few of them (five hundred at most), so they are looked through as they are.
import { allow, audit } from '#access'
import { stale } from '#base/refusal'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import {
  askedUnfit, MOST_TOPICS, tooManyTopics, topicNameTaken, topicUnknown, usualFormula, type NewTopic, type Topic, type TopicId,
} from '../contract.ts' // prettier-ignore
import { stems } from './rules/suggest.ts'
import { showWhom } from './show-whom.ts'
import * as store from './store/topic.ts'

type Asked = { q?: string | undefined; cursor?: string | undefined; limit: number }

export async function listTopics(work: Work, { q = '', cursor, limit }: Asked) {
  allow(work, 'task.read')
  const all = await shown(work, await store.allTopics(work, MOST_TOPICS))
  const wanted = stems(q)
  const plain = q.trim().toLowerCase()
  const found = plain === '' ? all : all.filter((topic) => matches(topic, { wanted, plain }))
  const from = cursor ? found.findIndex(({ id }) => id === cursor) + 1 : 0
  const items = found.slice(from, from + limit)
  return { items, next: found.length > from + limit ? items.at(-1)!.id : null, formula: usualFormula }
}

function matches({ name, about, words, whom }: Topic, { wanted, plain }: { wanted: readonly string[]; plain: string }): boolean {
  const said = [name, about, ...words, ...whom.flatMap((each) => [each.name, each.note])].join(' ')
  if (said.toLowerCase().includes(plain)) return true
  const has = new Set(stems(said))
  return wanted.length > 0 && wanted.every((stem) => has.has(stem))
}

async function shown(work: Work, rows: readonly store.TopicRow[]): Promise<Topic[]> {
  const listed = await store.whomOf(
    work,
    rows.map(({ id }) => id),
  )
  const whom = await showWhom(work, listed)
  const of = Map.groupBy(
    listed.map(({ topic_id }, at) => ({ topic_id, whom: whom[at]! })), // one for each, in its order
    ({ topic_id }) => topic_id,
  )
  return rows.map((row) => ({ ...row, whom: (of.get(row.id) ?? []).map((each) => each.whom) }))
}

export async function addTopic(work: Work, given: NewTopic): Promise<Topic> {
  allow(work, 'task.manage')
  if ((await store.countTopics(work)).n >= MOST_TOPICS) throw refuse(tooManyTopics, { most: MOST_TOPICS })
  await needFreeName(work, given.name, null)
  const id = newId<'topic'>(work.now)
  const listed = await needKnown(work, given)
  await store.insertTopic(work, { ...given, id })
  await store.replaceWhom(work, id, listed)
  await audit(work, 'directory.topic_added', { about: id, details: { name: given.name } })
  return await need(work, id)
}

export async function editTopic(
  work: Work,
  { id, version, ...given }: NewTopic & { id: TopicId; version?: number | undefined },
): Promise<Topic> {
  allow(work, 'task.manage')
  const before = await need(work, id)
  await needFreeName(work, given.name, id)
  const listed = await needKnown(work, given)
  const from = version ?? before.version
  if ((await store.updateTopic(work, { ...given, id, version: from })) === 0)
    throw refuse(stale, { current: before, given_version: from, current_version: before.version })
  await store.replaceWhom(work, id, listed)
  await audit(work, 'directory.topic_changed', { about: id, details: { name: given.name } })
  return await need(work, id)
}

export async function strikeTopic(work: Work, { id }: { id: TopicId }): Promise<object> {
  allow(work, 'task.manage')
  if ((await store.strikeTopic(work, id)) === 0) throw refuse(topicUnknown, {})
  await audit(work, 'directory.topic_struck', { about: id })
  return {}
}

async function need(work: Work, id: TopicId): Promise<Topic> {
  const row = await store.findTopic(work, id)
  if (!row) throw refuse(topicUnknown, {})
  return (await shown(work, [row]))[0]! // one in, one out
}

async function needFreeName(work: Work, name: string, but: TopicId | null): Promise<void> {
  if (await store.isNameTaken(work, name, but)) throw refuse(topicNameTaken, {})
}

// Whoever has left since they were listed may stay in the list; whoever was never here is nobody's to name.
async function needKnown(work: Work, given: NewTopic) {
  const listed = listedOf(given)
  const whom = listed.map(({ team, person, party, note }) => ({ team_id: team, person_id: person, party_id: party, note }))
  if ((await showWhom(work, whom)).some(({ name }) => name === '')) throw refuse(askedUnfit, { name: '' })
  return listed
}

// Whoever is named twice stands where they were named first.
function listedOf({ whom }: NewTopic) {
  const seen = new Set<string>()
  return whom.flatMap(({ asked, note }) => {
    const listed = { team: null, person: null, party: null, ...asked, note }
    const key = (listed.team ?? listed.person ?? listed.party)! // one of three, by its shape
    return seen.has(key) ? [] : (seen.add(key), [listed])
  })
}
