// What whoever hands over reads first, and may change: the brief, and the word to the customer.
import * as staff from '#staff'
import { refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { CaseId } from '#cases/contract'
import { answerInThePast, type Brief, type Draft } from './contract.ts'
import { gather, type Gathered } from './gather.ts'
import { hoursOf } from './door-hours.ts'
import { deadlineOf, HOURS_TO_ANSWER, type Deadline } from './answer-by.ts'
import type { Language } from './rules/dossier.ts'
import { introductionOf, silences, whySilent, type Silence } from './rules/introduce.ts'
import { writeBrief } from './rules/write-brief.ts'

type Wanted = { case: CaseId; to?: PersonId | undefined; language?: Language | undefined }
export type Written = Draft & { silent: Silence | null; remind_at: Temporal.Instant; by: Temporal.Instant }

export async function draft(work: Work, wanted: Wanted): Promise<Draft> {
  const { silent: _, remind_at: __, by: ___, ...shown } = await write(work, wanted, {})
  return shown
}

export async function write(work: Work, wanted: Wanted, { answer_by }: { answer_by?: string | undefined }): Promise<Written> {
  const gathered = await gather(work, wanted.case, wanted.to ?? null)
  const silent = whySilent(gathered.audience, work.now)
  const { remind_at, answer_by: by } = await termOf(work, gathered.entry_point, { wished: answer_by })
  return {
    brief: briefOf(work, gathered, wanted.language),
    introduction: {
      text: gathered.thread ? await wordsTo(work, gathered, wanted.to ?? null) : '',
      language: gathered.customer_language,
      channel: gathered.thread?.channel ?? null,
      most: gathered.thread?.maxLength ?? null,
    },
    silence: silent && { code: silent, ...silences[silent], final: !mayStillBeTold(silent) },
    answer_by: by.toString(),
    silent,
    remind_at,
    by,
  }
}

export const briefOf = (work: Work, gathered: Gathered, language?: Language): Brief =>
  writeBrief(gathered.dossier, { language: language ?? gathered.house_language, zone: gathered.zone, now: work.now })

// Where somebody is there to read it, the giver may want to write all the same.
const mayStillBeTold = (silence: Silence): boolean => silence === 'quiet' || silence === 'closed' || silence === 'public'

async function wordsTo(work: Work, gathered: Gathered, to: PersonId | null): Promise<string> {
  const { dossier, thread, customer_language, brand, number, owner } = gathered
  const receiver = to ? ((await staff.find(work, [to])).get(to)?.name ?? '…') : '…'
  return introductionOf({
    language: customer_language, customer: dossier.customer, from: owner, to: receiver, brand, subject: dossier.subject, number,
    instant: thread?.instant ?? false, maxLength: thread?.maxLength ?? null,
  }) // prettier-ignore
}

type Term = { wished?: string | undefined; working_hours?: number }
export async function termOf(
  work: Work,
  entry_point: string | null,
  { wished, working_hours = HOURS_TO_ANSWER }: Term,
): Promise<Deadline> {
  const at = wished === undefined ? undefined : Temporal.Instant.from(wished).round('millisecond')
  if (at && Temporal.Instant.compare(at, work.now.add({ minutes: 1 })) < 0) throw refuse(answerInThePast, {})
  const { hours } = await hoursOf(work, entry_point)
  return deadlineOf(hours, work.now, { working_hours, wished: at })
}
