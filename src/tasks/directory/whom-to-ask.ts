// Whom one might ask: the directory's answer to the words of a case and of what is being asked; and whom next, where they do not know.
import * as cases from '#cases'
import { refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import {
  MOST_TOPICS,
  nobodyNext,
  SUGGESTED,
  usualFormula,
  type Suggestion,
  type TaskId,
  type TopicId,
  type WholeTask,
} from '../contract.ts'
import { needAnswersForCase, needTask } from '../need.ts'
import { redirect } from '../redirect.ts'
import type { TaskRow } from '../store/row.ts'
import { findWords } from '../store/task.ts'
import { recognise, type Recognised } from './rules/suggest.ts'
import { idOfWhom, showWhom, type Whom } from './show-whom.ts'
import { allTopics, topicsWith, whomOf, type TopicRow, type WhomRow } from './store/topic.ts'

const MOST_RECOGNISED = 4 // subjects

export async function whomToAsk(work: Work, { case: id, text }: { case: CaseId; text: string }) {
  await cases.needCase(work, id, 'case.reply')
  const facts = (await cases.facts(work, [id])).get(id)
  const topics = await allTopics(work, MOST_TOPICS)
  const reason = facts?.reason_id ? (await cases.reasonsById(work, [facts.reason_id]))[0]?.name : undefined
  const said = [text, facts?.subject ?? '', reason ?? ''].join('\n')
  const sure = recognise(topics, text).slice(0, MOST_RECOGNISED) // what is being asked says more than what the case is about
  const also = recognise(topics, said).filter((each) => !sure.some((other) => other.id === each.id))
  return { items: await firstOfEach(work, topics, [...sure, ...also].slice(0, MOST_RECOGNISED)), formula: usualFormula }
}

// Everybody of the surest subject, in its order, then of the next.
async function firstOfEach(work: Work, topics: readonly TopicRow[], recognised: readonly Recognised[]): Promise<Suggestion[]> {
  const listed = await whomOf(
    work,
    recognised.map(({ id }) => id as TopicId),
  ) // they are ids of these topics
  const inOrder = recognised.flatMap((of) => listed.filter(({ topic_id }) => topic_id === of.id).map((row) => ({ row, of })))
  const once = [...new Map(inOrder.toReversed().map((each) => [idOfWhom(each.row), each])).values()].toReversed()
  const shown = await showWhom(work, once.map(({ row }) => row)) // prettier-ignore
  return once
    .map(({ row, of }, at) => suggestion(topics, { topic: row.topic_id, because: of.because }, shown[at]!)) // one for each, in its order
    .filter(({ gone }) => !gone)
    .slice(0, SUGGESTED)
}

const suggestion = (
  topics: readonly TopicRow[],
  { topic, because }: { topic: TopicId; because: string },
  whom: Omit<Suggestion, 'topic' | 'because'>,
): Suggestion => ({ ...whom, topic: { id: topic, name: topics.find(({ id }) => id === topic)?.name ?? '' }, because })

export async function nextWhom(work: Work, { id }: { id: TaskId }): Promise<{ next: Suggestion | null }> {
  const { task } = await needTask(work, id)
  return { next: await nextFor(work, task) }
}

export async function askNext(
  work: Work,
  { id, version, because }: { id: TaskId; version?: number | undefined; because: string },
): Promise<WholeTask> {
  const held = await needTask(work, id)
  needAnswersForCase(work, held)
  const next = await nextFor(work, held.task)
  if (!next) throw refuse(nobodyNext, {})
  return await redirect(work, { id, version, asked: next.asked, because, knowingly: true })
}

// Whoever stands behind the one it is asked of now, in the list of the subject the task is most about. Never back to the front: who was passed
// over did not know.
async function nextFor(work: Work, task: TaskRow): Promise<Suggestion | null> {
  const asked = idOfWhom(task)
  const lists = (await topicsWith(work, asked)).map(({ topic_id }) => topic_id)
  if (lists.length === 0) return null
  const [topics, { text }] = await Promise.all([allTopics(work, MOST_TOPICS), findWords(work, task.id)])
  const about = recognise(topics, `${task.title}\n${text}`).map((each) => each.id)
  const order = lists.toSorted((a, b) => placeIn(about, a) - placeIn(about, b))
  const listed = await whomOf(work, lists)
  for (const topic of order) {
    const found = await firstFit(work, behind(listed, topic, asked))
    if (found) return suggestion(topics, { topic, because: '' }, found)
  }
  return null
}

const placeIn = (about: readonly string[], topic: string): number => (about.includes(topic) ? about.indexOf(topic) : about.length)

function behind(listed: readonly WhomRow[], topic: TopicId, asked: string): Whom[] {
  const list = listed.filter(({ topic_id }) => topic_id === topic)
  return list.slice(list.findIndex((row) => idOfWhom(row) === asked) + 1)
}

async function firstFit(work: Work, whom: readonly Whom[]) {
  return (await showWhom(work, whom)).find(({ gone }) => !gone)
}
