// One hand-over with its brief in its latest words, the word to the customer, and what the reader may do.
import * as cases from '#cases'
import * as staff from '#staff'
import { can } from '#access'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { BatonId, FullBaton, Introduction } from './contract.ts'
import { isMe, needBaton } from './need.ts'
import { show } from './show.ts'
import { batonOfCase, type BatonRow } from './store/baton.ts'
import { latestBriefs, versionsOf } from './store/brief.ts'
import { findIntroduction, type IntroductionRow } from './store/introduction.ts'

export async function showFull(work: Work, id: BatonId): Promise<FullBaton> {
  return await fullOf(work, await needBaton(work, id))
}

export async function ofCase(work: Work, { case: id }: { case: CaseId }): Promise<{ baton: FullBaton | null }> {
  await cases.needCase(work, id, 'case.read')
  const row = await batonOfCase(work, id)
  return { baton: row ? await fullOf(work, row) : null }
}

async function fullOf(work: Work, row: BatonRow): Promise<FullBaton> {
  const [[shown], [latest], versions, word, brand] = await Promise.all([
    show(work, [row]),
    latestBriefs(work, [row.id]),
    versionsOf(work, row.id),
    findIntroduction(work, row.id),
    cases.brandOf(work, row.case_id),
  ])
  const people = await staff.find(work, versions.flatMap(({ written_by }) => written_by ?? [])) // prettier-ignore
  const person = (id: PersonId | null) => id && { id, name: people.get(id)?.name ?? '' }
  return {
    ...shown!,
    brief: latest!.brief,
    brief_version: latest!.number,
    brief_by: person(latest!.written_by),
    versions: versions.map(({ number, written_at, written_by }) => ({
      version: number,
      at: written_at.toString(),
      by: person(written_by),
    })),
    introduction: word ? shownWord(word, row) : null,
    put_away_at: row.put_away_at?.toString() ?? null,
    may: mayDo(work, row, { assign: can(work.actor, 'case.assign', { brand }), word: word ?? null }),
  }
}

const shownWord = (word: IntroductionRow, { ended_as }: BatonRow): Introduction => ({
  text: word.text,
  language: word.language,
  channel: word.channel,
  state: word.sent_at ? 'sent' : word.skipped_at ? 'skipped' : word.failed_at ? 'failed' : ended_as === 'accepted' && word.leaves_at ? 'leaving' : 'planned',
  because: word.because,
  leaves_at: word.leaves_at?.toString() ?? null,
  sent_at: word.sent_at?.toString() ?? null,
  interaction_id: word.interaction_id,
  version: word.version,
}) // prettier-ignore

type Standing = { assign: boolean; word: IntroductionRow | null }
function mayDo(work: Work, row: BatonRow, standing: Standing): FullBaton['may'] {
  const deeds = row.ended_at === null ? whileItWaits(work, row, standing) : onceAccepted(work, row)
  return mayIntroduce(work, row, standing) ? [...deeds, 'introduce'] : deeds
}

function whileItWaits(work: Work, row: BatonRow, { assign }: Standing): FullBaton['may'] {
  const gives = isMe(work, row.from_id)
  const deeds: [FullBaton['may'][number], boolean][] = [
    ['answer', isMe(work, row.to_id)],
    ['withdraw', gives || assign],
    ['edit', gives],
    ['settle', assign && row.escalated_at !== null],
  ]
  return deeds.filter(([, may]) => may).map(([deed]) => deed)
}

const onceAccepted = (work: Work, row: BatonRow): FullBaton['may'] =>
  isMe(work, row.to_id) && row.ended_as === 'accepted' && row.put_away_at === null ? ['put_away'] : []

function mayIntroduce(work: Work, row: BatonRow, { assign, word }: Standing): boolean {
  if (!word || word.sent_at || (row.ended_at && row.ended_as !== 'accepted')) return false
  return assign || isMe(work, row.from_id) || isMe(work, row.to_id)
}
