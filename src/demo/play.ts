// Play the customer: read what they received from us, write as them through the real mail door, and see where it was filed.
import * as brands from '#brands'
import * as cases from '#cases'
import * as customers from '#customers'
import { interactionOfMail } from '#channels'
import { newToken } from '#base/id'
import { notFound } from '#base/refusal'
import { inWork, refuse, type Open, type Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import { listCases, type CaseId, type Interaction, type InteractionId } from '#cases/contract'
import { act } from './furnish/act.ts'
import { headOf, type Head, type Written } from './furnish/mailed.ts'
import { mailDoorShut, notADemonstration, type ReceivedLetter } from './contract.ts'
import { messageIdOf, post } from './live/post.ts'
import { findHouse } from './store.ts'

const MOST_CASES = 6
const PATIENCE_MILLISECONDS = 6_000

export async function needDemonstration(work: Work): Promise<void> {
  if (!(await findHouse(work))) throw refuse(notADemonstration, {})
}

export async function readLetters(work: Work, { customer }: { customer: CustomerId }): Promise<{ items: ReceivedLetter[] }> {
  await needDemonstration(work)
  return { items: (await lettersOf(work, customer)).map(({ shown }) => shown).slice(0, 30) }
}

type Received = { shown: ReceivedLetter; interaction: Interaction }

async function lettersOf(work: Work, customer: CustomerId): Promise<Received[]> {
  const { items } = await act(work, listCases, { customer, limit: MOST_CASES })
  const found: Received[] = []
  for (const { id, number } of items) {
    const about = await cases.view(work, { id })
    const all = about.conversations.flatMap(({ interactions }) => interactions)
    for (const each of all) {
      if (each.direction !== 'out' || (each.state !== 'kept' && each.state !== 'handed_over') || !each.has_original) continue
      found.push({
        interaction: each,
        shown: shownOf(each, { id, number, answered: all.some(({ direction, at }) => direction === 'in' && at > each.at) }),
      })
    }
  }
  return found.toSorted((a, b) => b.shown.at.localeCompare(a.shown.at))
}

const shownOf = (each: Interaction, of: { id: CaseId; number: number; answered: boolean }): ReceivedLetter => ({
  id: each.id, case_id: of.id, case_number: of.number, at: each.at, from: each.from.name || each.from.address, subject: each.subject, text: each.visible_text, answered: of.answered,
}) // prettier-ignore

type Wish = {
  customer: CustomerId
  subject: string
  text: string
  answers?: InteractionId | undefined
  entry_point?: string | undefined
}
type Posted = { filed: boolean; case_id: CaseId | null; opened: boolean }

export const writeLetter =
  ({ open, smtpPort }: { open: Open; smtpPort: number }) =>
  async (work: Work, wish: Wish): Promise<Posted> => {
    await needDemonstration(work)
    const letter = await letterFor(work, wish)
    if (smtpPort === 0 || !(await post(smtpPort, letter))) throw refuse(mailDoorShut, {})
    const interaction = await filed(open, work, messageIdOf(letter))
    const brief = interaction && (await cases.briefs(work, [interaction])).get(interaction)
    if (!brief) return { filed: false, case_id: null, opened: false }
    const { conversations } = await cases.view(work, { id: brief.case_id })
    // A colleague may have answered already: what opened the case is what came first.
    const [first] = conversations
      .flatMap(({ interactions }) => interactions)
      .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    return { filed: true, case_id: brief.case_id, opened: first?.id === interaction }
  }

async function letterFor(work: Work, { customer, subject, text, answers, entry_point }: Wish): Promise<Written> {
  const writer = (await customers.find(work, [customer])).get(customer)
  if (!writer?.email) throw refuse(notFound, {})
  const answered = answers ? (await lettersOf(work, customer)).find(({ interaction }) => interaction.id === answers) : undefined
  if (answers && !answered) throw refuse(notFound, {})
  const head = answered ? await headOf(work, answered.interaction.id, answered.interaction.visible_text) : null
  return {
    from: { name: writer.name, address: writer.email }, to: await addressFor(work, head, entry_point), text, at: work.now, id: newToken(), answers: head,
    subject: answered ? `Re: ${answered.shown.subject.replace(/^re ?: /i, '')}` : subject || '(sans objet)',
  } // prettier-ignore
}

async function addressFor(work: Work, head: Head | null, wanted: string | undefined): Promise<string> {
  if (head) return head.answerTo
  const { items } = await brands.listEntryPoints(work, { limit: 50 })
  const door = items.find(({ id }) => id === wanted) ?? items.find(({ address }) => address !== null)
  if (!door?.address) throw refuse(notFound, {})
  return door.address
}

async function filed(open: Open, { tenant, actor }: Work, messageId: string): Promise<InteractionId | null> {
  for (const deadline = performance.now() + PATIENCE_MILLISECONDS; performance.now() < deadline;) {
    const found = await inWork(open, { tenant, actor }, (work) => interactionOfMail(work, messageId))
    if (found) return found.interaction_id
    await new Promise((resolve) => setTimeout(resolve, 80))
  }
  return null
}
