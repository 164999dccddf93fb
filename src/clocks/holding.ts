// A holding message: written for the case in the right style, read over by a person, and sent like any answer. The customer has heard from us,
// so the silence ends; they were not answered, so no answer clock does.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as customers from '#customers'
import { refuse, type Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { CaseId, ChannelTraits, ConversationId, InteractionId } from '#cases/contract'
import type { PromiseId } from '#commitments/contract'
import { isNameless, type CustomerId } from '#customers/contract'
import { holdingSent, languages, nobodyToHold, type HoldingDraft, type Language, type Length, type Tone } from './contract.ts'
import { holdingText } from './holding-words.ts'
import { hoursOf, type CaseHours } from './hours-of.ts'
import { fillIn, lengthFor, whenWords } from './rules/holding-text.ts'
import { recordHolding } from './store/moment.ts'

type Asked = { case: CaseId; tone?: Tone | undefined; language?: Language | undefined; next_at?: string | undefined }

export async function draftHolding(work: Work, asked: Asked): Promise<HoldingDraft> {
  const found = await cases.needCase(work, asked.case, 'case.reply')
  const [thread] = await cases.threads(work, found)
  if (!thread || (thread.conversation.traits.addressed && thread.to.length === 0)) throw refuse(nobodyToHold, {})
  const [customer, brand, hours, waits_for] = await Promise.all([
    customerOf(work, found.customer_id),
    brands.brand(work, found.brand_id as BrandId), // a foreign key says so
    hoursOf(work, null, found.entry_point_id),
    waitsFor(work, found.id),
  ])
  const { traits, channel, id: conversation } = thread.conversation
  const style = styleOf(asked, { traits, languages: [customer?.language, brand?.language] })
  const next_at = asked.next_at ? Temporal.Instant.from(asked.next_at) : endOfNextWorkingDay(hours, work.now)
  const when = whenWords(next_at, hours.zone, style.language)
  const name = customer && !isNameless(customer.name) && !customer.name.includes('@') ? customer.name : '' // an address is no name to greet by
  const text = fillIn(await holdingText(work, style), { name, subject: found.subject, waits: waits_for.join(', '), when })
  const to = thread.to.map(({ name: called, address }) => called || address).join(', ') || name
  return {
    conversation,
    channel,
    to,
    ...style,
    limit: traits.maxLength,
    text,
    waits_for,
    next_at: next_at.toString(),
    zone: hours.zone,
  }
}

const customerOf = async (work: Work, id: CustomerId | null) => (id ? (await customers.find(work, [id])).get(id) : undefined)

type Around = { traits: ChannelTraits; languages: readonly (string | null | undefined)[] }
function styleOf(asked: Asked, { traits, languages: known }: Around): { language: Language; tone: Tone; length: Length } {
  return {
    language: asked.language ?? firstOf(known) ?? 'fr',
    tone: asked.tone ?? (traits.instant ? 'simple' : 'formal'),
    length: lengthFor(traits),
  }
}

const firstOf = (known: readonly (string | null | undefined)[]): Language | undefined =>
  known.flatMap((each) => languages.find((language) => language === each) ?? [])[0]

// What keeps the case open, in the words it was asked for; whom we ask is ours to know.
const MOST_NAMED = 3
async function waitsFor(work: Work, id: CaseId): Promise<string[]> {
  return (await cases.blockersOf(work, [id])).slice(0, MOST_NAMED).map(({ what }) => what)
}

const MOST_OPENINGS = 30
/** The last closing of the next day on which the door opens after today; a day from now where it never does. */
function endOfNextWorkingDay({ zone, hours }: CaseHours, now: Temporal.Instant): Temporal.Instant {
  const midnightAfter = (at: Temporal.Instant): Temporal.Instant =>
    at.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: zone }).toInstant()
  let found: Temporal.Instant | null = null
  let at = midnightAfter(now)
  for (let left = MOST_OPENINGS; hours && left > 0; left--) {
    const opening = calendars.nextOpening(hours, at)
    if (!('at' in opening) || (found && Temporal.Instant.compare(opening.at, midnightAfter(found)) >= 0)) break
    const closing = calendars.nextClosing(hours, opening.at)
    if (!('at' in closing)) break
    found = closing.at
    at = closing.at
  }
  return found ?? now.add({ hours: 24 })
}

type Holding = {
  case: CaseId
  conversation?: ConversationId | undefined
  text: string
  undo_seconds: number
  promise: { what: string; at: string } | null
}
type Held = { id: InteractionId; case_id: CaseId; leaves_at: string; promise: PromiseId | null }

export async function hold(work: Work, given: Holding): Promise<Held> {
  const sent = await cases.reply(work, {
    id: given.case, conversation: given.conversation, text: given.text, cc: [], uploads: [], undo_seconds: given.undo_seconds, close: false,
  }) // prettier-ignore
  const by = work.actor.kind === 'person' ? work.actor.id : null
  await recordHolding(work, { interaction: sent.id, case_id: sent.case_id, by })
  const promise =
    given.promise &&
    (await commitments.promise(work, { case: given.case, what: given.promise.what, due: { at: given.promise.at } }))
  work.publish(holdingSent, { case_id: sent.case_id, interaction_id: sent.id }, { case_id: sent.case_id })
  return { id: sent.id, case_id: sent.case_id, leaves_at: sent.leaves_at, promise: promise?.id ?? null }
}
