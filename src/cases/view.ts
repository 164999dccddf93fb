// One case, as one reads it: who answers, the whole timeline, what may be done here.
import { can } from '#access'
import type { Permission } from '#access/contract'
import { isUuid, type PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { MOST_INTERACTIONS, MOST_SHOWN_BYTES, type Case, type CaseId, type Interaction, type Ownership } from './contract.ts'
import { customerNamed, named, namesFor, personNamed, type Names } from './names.ts'
import { needCase } from './need.ts'
import { showProject } from './project.ts'
import { showHandOver } from './show-hand-over.ts'
import { coverOf } from './cover.ts'
import { showHandlers } from './handle.ts'
import { blockersOf } from './block.ts'
import { showClosure, showMerged } from './show-standing.ts'
import { findCase, type CaseRow } from './store/case.ts'
import { closuresOf } from './store/closure.ts'
import { handlersOf } from './store/handler.ts'
import { mergedOf } from './store/merge.ts'
import { ownershipsOf } from './store/ownership.ts'
import { conversationsOf } from './store/conversation.ts'
import { waitingHandOvers } from './store/hand-over.ts'
import { attachmentsOf, countInteractions, interactionsOf, type PageOfInteractions } from './store/interaction.ts'
import { findReasons } from './store/reason.ts'
import { notesOf } from './store/note.ts'

export async function view(work: Work, { id }: { id: CaseId }): Promise<Case> {
  const found = await needCase(work, id, 'case.read')
  const parts = await load(work, found)
  const names = await namesFor(work, namedIn(found, parts))
  const current = parts.owners.find((o) => o.until === null)!
  const away = [...names.people.values()].filter((person) => person.absent_until).map((person) => person.id)
  const cover = (await coverOf(work, [{ id, owner_id: current.person_id, ...current }], new Set(away))).get(id)
  const { claims, main } = parts
  return {
    ...standing(found),
    owner: personNamed(names.people, current.person_id),
    deputy: current.deputy_id && personNamed(names.people, current.deputy_id),
    covered_by: cover?.covered_by ?? null,
    away_until: cover?.away_until ?? null,
    chosen_by: current.chosen_by,
    handlers: showHandlers(parts.handlers, names.people),
    merged_into: main ? { id: main.id, number: main.number, subject: main.subject } : null,
    reason: parts.reasons[0] ?? null,
    project: parts.project,
    customer: customerNamed(names, found.customer_id),
    brand: named(names.brands, found.brand_id),
    entry_point: named(names.entry_points, found.entry_point_id),
    claims:
      claims && can(work.actor, 'case.read', { brand: claims.brand_id })
        ? { id: claims.id, number: claims.number, subject: claims.subject }
        : null,
    merged: parts.merged.map((each) => showMerged(each, names)),
    blockers: parts.blockers,
    closures: parts.closures.map((each) => showClosure(each, names)),
    conversations: conversations(parts, names),
    notes: parts.notes.map((n) => ({
      id: n.id,
      author: n.author_id && personNamed(names.people, n.author_id),
      text: n.text,
      mentions: n.mentions,
      at: n.at.toString(),
    })),
    owners: parts.owners.map((o) => showOwnership(o, names.people)),
    hand_over: parts.handOver ? await showHandOver(work, parts.handOver) : null,
    older_interactions: parts.older,
    may: mayHere(work, found),
  }
}

type Parts = Awaited<ReturnType<typeof load>>

const namedIn = (found: CaseRow, parts: Parts): Parameters<typeof namesFor>[1] => ({
  people: [
    ...parts.owners.flatMap((o) => [o.person_id, o.deputy_id]),
    ...parts.notes.map((n) => n.author_id),
    ...parts.interactions.map((i) => i.author_id),
    ...parts.handlers.map((h) => h.person_id),
    ...[...parts.closures, ...parts.merged].map(({ by }) => (isUuid(by) ? (by as PersonId) : null)), // or the name of a part of the house
  ],
  customers: [found.customer_id, ...parts.merged.map((m) => m.customer_id)],
  brands: [found.brand_id],
  entry_points: [found.entry_point_id, ...parts.conversations.map((c) => c.entry_point_id)],
})

// Nearly always nothing is part of the case, and one look at it is enough.
async function load(work: Work, found: CaseRow) {
  const { id, claims_case_id, main_id, reason_id } = found
  const [said, merged, owners, [handOver], reasons, claims, main, blockers, closures, project] = await Promise.all([
    loadSaid(work, [id]),
    mergedOf(work, id),
    ownershipsOf(work, id),
    waitingHandOvers(work, [id]),
    reason_id ? findReasons(work, [reason_id]) : [],
    claims_case_id ? findCase(work, claims_case_id) : undefined,
    main_id ? findCase(work, main_id) : undefined,
    blockersOf(work, [id]),
    closuresOf(work, id),
    showProject(work, found.project_id),
  ])
  const all = merged.length > 0 ? await loadSaid(work, [id, ...merged.map((each) => each.id)]) : said
  return { ...all, merged, owners: owners.toReversed(), handOver, reasons, claims, main, blockers, closures, project }
}

async function loadSaid(work: Work, cases: readonly CaseId[]) {
  const [threads, [interactions, attachments], notes, { n: all }, handlers] = await Promise.all([
    conversationsOf(work, cases),
    withAttachments(work, cases, { most: MOST_INTERACTIONS, bytes: MOST_SHOWN_BYTES }),
    notesOf(work, cases),
    countInteractions(work, cases),
    handlersOf(work, cases),
  ])
  const older = all - interactions.length
  return { conversations: threads, interactions: interactions.toReversed(), attachments, notes, handlers, older }
}

export async function withAttachments(work: Work, cases: readonly CaseId[], page: PageOfInteractions): Promise<[Told[], Kept[]]> {
  const interactions = await interactionsOf(work, cases, page)
  return [
    interactions,
    await attachmentsOf(
      work,
      cases,
      interactions.map((each) => each.id),
    ),
  ]
}
type Told = Awaited<ReturnType<typeof interactionsOf>>[number]
type Kept = Awaited<ReturnType<typeof attachmentsOf>>[number]

const standing = (c: CaseRow) => ({
  id: c.id, number: c.number, subject: c.subject, status: c.closed_at ? ('closed' as const) : ('open' as const), opened_at: c.opened_at.toString(),
  closed_at: c.closed_at?.toString() ?? null, last_at: c.last_at.toString(), last_in_at: c.last_in_at?.toString() ?? null,
  last_out_at: c.last_out_at?.toString() ?? null, failed_at: c.failed_at?.toString() ?? null, suspected_at: c.suspected_at?.toString() ?? null, priority: c.priority,
  version: c.version,
}) // prettier-ignore

function conversations(parts: Parts, names: Names): Case['conversations'] {
  const files = Map.groupBy(parts.attachments, (a) => a.interaction_id)
  const shown = parts.interactions.map((i) => ({
    conversation: i.conversation_id,
    interaction: showInteraction(i, files.get(i.id) ?? [], names),
  }))
  const byThread = Map.groupBy(shown, (each) => each.conversation)
  return parts.conversations.map((c) => ({
    id: c.id,
    channel: c.channel,
    traits: c.traits,
    entry_point: named(names.entry_points, c.entry_point_id),
    opened_at: c.opened_at.toString(),
    interactions: (byThread.get(c.id) ?? []).map((each) => each.interaction),
  }))
}

export function showInteraction(i: Told, files: Kept[], names: Pick<Names, 'people'>): Interaction {
  return {
    id: i.id, direction: i.direction, kind: i.kind, at: i.at.toString(), sent_at: i.sent_at?.toString() ?? null,
    author: i.author_id && personNamed(names.people, i.author_id), from: { name: i.from_name, address: i.from_address }, to: i.recipients.to, cc: i.recipients.cc, answer_to: i.recipients.answer_to ?? [],
    more_recipients: i.recipients.more, subject: i.subject, text: i.text, visible_text: i.visible_text, html: i.html, language: i.language,
    has_original: i.original_file_id !== null, attachments: files.map(({ id, name, type, size, inline, content_id }) => ({ id, name, type, size, inline, content_id })),
    marks: i.marks, state: i.state, state_at: i.state_at.toString(), state_detail: i.state_detail, leaves_at: i.leaves_at?.toString() ?? null, travels_by: i.travels_by,
  } // prettier-ignore
}

export function showOwnership(o: Awaited<ReturnType<typeof ownershipsOf>>[number], people: Names['people']): Ownership {
  return {
    owner: personNamed(people, o.person_id), deputy: o.deputy_id && personNamed(people, o.deputy_id), chosen_by: o.chosen_by, since: o.since.toString(),
    until: o.until?.toString() ?? null, by: people.get(o.by as PersonId)?.name ?? o.by,
  } // prettier-ignore
}

const DEEDS: readonly Permission[] = [
  'case.reply',
  'case.note',
  'case.edit',
  'case.take',
  'case.hand_over',
  'case.assign',
  'case.close',
  'case.reopen',
  'customer.read',
  'customer.edit',
]
const mayHere = (work: Work, found: CaseRow): string[] => DEEDS.filter((deed) => can(work.actor, deed, { brand: found.brand_id }))
