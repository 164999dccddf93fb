// What we do when cases speak: a hand-over offered without us gets its brief and its clock; one that ended without us ends here too.
import * as cases from '#cases'
import { hear, reader } from '#base/journal'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { handOverEnded, handOverOffered, type CaseId } from '#cases/contract'
import { endings, type BatonId, type Ending } from './contract.ts'
import { write } from './draft.ts'
import { endBaton } from './end.ts'
import { recordBaton } from './record.ts'
import { findBaton } from './store/baton.ts'

type Offered = { case_id: CaseId; hand_over_id: BatonId; from: PersonId; to: PersonId; due_at?: string | null | undefined }

async function keepBaton(work: Work, { case_id, hand_over_id: id, from, to, due_at }: Offered): Promise<void> {
  if (await findBaton(work, id)) return
  const offered = await cases.handOver(work, id)
  if (!offered || offered.ended_at) return // answered before it was heard
  const written = await write(work, { case: case_id, to }, { answer_by: stillAhead(work, due_at) })
  await recordBaton(
    work,
    { id, case_id, from, to, message: offered.message, offered_at: Temporal.Instant.from(offered.offered_at), portfolio: null },
    { written, chosen: {} },
  )
}

const stillAhead = (work: Work, due: string | null | undefined): string | undefined =>
  due && Temporal.Instant.compare(Temporal.Instant.from(due), work.now.add({ minutes: 2 })) > 0 ? due : undefined

async function end(work: Work, { hand_over_id: id, as }: { hand_over_id: BatonId; as: string }): Promise<void> {
  const baton = await findBaton(work, id)
  if (!baton || baton.ended_at || !isEnding(as)) return
  await endBaton(work, id, { as, by: null, answer: (await cases.handOver(work, id))?.answer ?? '' })
}

const isEnding = (as: string): as is Ending => endings.some((each) => each === as)

export const readers = [reader('handovers.batons', [hear(handOverOffered, keepBaton), hear(handOverEnded, end)])]
