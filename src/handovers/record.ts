// A hand-over was offered: its terms, its brief and the planned word to the customer are kept beside it, and its clock begins. Twice changes nothing.
import { actorId, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { CaseId } from '#cases/contract'
import type { BatonId, Brief, PortfolioId, WishedWord } from './contract.ts'
import { startClock } from './clock.ts'
import type { Written } from './draft.ts'
import { silences } from './rules/introduce.ts'
import { insertBaton } from './store/baton.ts'
import { insertBrief } from './store/brief.ts'
import { insertIntroduction } from './store/introduction.ts'
import { tellOffered } from './tell.ts'

export type Offering = {
  id: BatonId
  case_id: CaseId
  from: PersonId
  to: PersonId
  message: string
  offered_at: Temporal.Instant
  portfolio: { id: PortfolioId; answer_by: Temporal.Instant } | null
}

type Chosen = { brief?: Brief | undefined; introduction?: WishedWord | undefined }

export async function recordBaton(
  work: Work,
  offering: Offering,
  { written, chosen }: { written: Written; chosen: Chosen },
): Promise<void> {
  const { id, case_id, from, to, message, offered_at, portfolio } = offering
  const [remind_at, answer_by] = portfolio ? [null, portfolio.answer_by] : [written.remind_at, written.by]
  const made = await insertBaton(work, {
    id, case_id, from_id: from, to_id: to, portfolio_id: portfolio?.id ?? null, message, offered_at, remind_at, answer_by,
  }) // prettier-ignore
  if (made === 0) return
  await insertBrief(work, {
    baton: id,
    number: 1,
    brief: chosen.brief ?? written.brief,
    by: chosen.brief ? writtenBy(work) : null,
  })
  await planWord(work, offering, { written, wish: chosen.introduction })
  if (portfolio) return
  await startClock(work, id, remind_at!)
  await tellOffered(work, offering)
}

const writtenBy = (work: Work): PersonId | null => (work.actor.kind === 'person' ? work.actor.id : null)

// Where nobody can be told, nothing is planned; where somebody could but need not be, it is kept as skipped, and may still be written.
async function planWord(
  work: Work,
  { id, case_id }: Offering,
  { written, wish }: { written: Written; wish: WishedWord | undefined },
): Promise<void> {
  const { introduction, silence, silent } = written
  if (!introduction.channel || silence?.final) return
  const skipped =
    wish && 'skip' in wish
      ? { by: actorId(work.actor), because: wish.skip }
      : silent && !wish
        ? { by: 'handovers', because: silences[silent][introduction.language] }
        : null
  await insertIntroduction(work, {
    baton: id, case_id, text: wish && 'text' in wish ? wish.text : introduction.text, language: introduction.language, channel: introduction.channel, skipped,
  }) // prettier-ignore
}
