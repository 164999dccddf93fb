// Files understood mails: the same mail once per entry point, in the case it answers or a new one, everything in one transaction.
import * as cases from '#cases'
import { allOf } from '#base/all-of'
import type { TenantId } from '#base/contract'
import { point } from '#base/crash-points'
import { keepFile } from '#base/files'
import { hashToken } from '#base/id'
import { inWork, system, type Open, type Work } from '#base/work'
import type { Arrival, Filed } from '#cases/contract'
import { mailInTray, type ReceiptId } from '../contract.ts'
import { fileForTask, type LetterAnswered } from './file-for-task.ts'
import type { Verdict } from './judge.ts'
import type { ReadMail, Reading } from './reading/shapes.ts'
import { fingerprint, isRepeated } from './rules/fingerprint.ts'
import { toArrival } from './rules/to-arrival.ts'
import { findLetterTokens } from './store/letter.ts'
import { findTokens } from './store/sent.ts'
import { insertHeard } from './store/thread.ts'
import * as store from './store/receipt.ts'
import type { Waiting } from './store/receipt.ts'

export type Understood = { tenant: TenantId; receipt: ReceiptId; raw: string; reading: Reading; verdict: Verdict }
type Readable = { slip: Waiting; mail: ReadMail; verdict: Verdict; print: Buffer }

export async function fileGroup(open: Open, group: readonly Understood[]): Promise<void> {
  await inWork(open, { tenant: group[0]!.tenant, actor: system('channels.email') }, async (work) => {
    const [, held] = await Promise.all([
      store.lockFingerprints(
        work,
        group.flatMap((each) => (each.reading.ok ? [fingerprint(each.reading.mail, each.raw)] : [])),
      ),
      store.lockWaiting(
        work,
        group.map((each) => each.receipt),
      ),
    ])
    const slips = new Map(held.map((slip) => [slip.id, slip]))
    const readable: Readable[] = []
    for (const each of group) {
      const slip = slips.get(each.receipt)
      if (!slip) continue // another filer had it
      const { reading } = each
      if (!reading.ok) await toTray(work, each.receipt, { why: reading.why, detail: reading.detail })
      else readable.push({ slip, mail: reading.mail, verdict: each.verdict, print: fingerprint(reading.mail, each.raw) })
    }
    for (const batch of inBatches(readable)) await fileBatch(work, batch)
    point('filing.before_commit')
  })
}

// Mails that answer nothing and are not each other's copies cannot meet in a case: they are filed side by side, and the database never
// waits for us in between. The others follow one by one.
function inBatches(readable: readonly Readable[]): Readable[][] {
  const seen = new Set<string>()
  const apart: Readable[] = []
  const after: Readable[][] = []
  for (const each of readable) {
    const print = each.print.toString('base64')
    if (wordsOfOurs(each.mail).length === 0 && !seen.has(print)) apart.push(each)
    else after.push([each])
    seen.add(print)
  }
  return apart.length > 0 ? [apart, ...after] : after
}

async function fileBatch(work: Work, batch: readonly Readable[]): Promise<void> {
  const known = await store.findFingerprints(
    work,
    batch.map(({ slip, print }) => ({ entry_point: slip.entry_point_id, hash: print })),
  )
  const copies = batch.flatMap(({ slip, print, mail }) => {
    const before = known.find((each) => each.entry_point_id === slip.entry_point_id && each.hash.equals(print))
    return before && isRepeated(mail, before.at, work.now)
      ? [{ id: slip.id, interaction: before.interaction_id, task: before.task_id, again: true }]
      : []
  })
  const isCopy = new Set(copies.map(({ id }) => id))
  const placed = await allOf(batch.filter(({ slip }) => !isCopy.has(slip.id)).map((each) => placeOne(work, each)))
  const received = placed.filter((each) => 'filed' in each)
  point('filing.before_fingerprint')
  const filed = placed.map((each) => ({ id: each.slip.id, ...whereOf(each), again: 'filed' in each && each.filed.again }))
  await Promise.all([
    placed.length > 0 &&
      store.insertFingerprints(
        work,
        placed.map((each) => ({ entry_point: each.slip.entry_point_id, hash: each.print, ...whereOf(each) })),
      ),
    store.recordFiled(work, [...copies, ...filed]),
    received.length > 0 &&
      insertHeard(
        work,
        received.map((each) => ({
          filed: each.filed,
          message_id: each.mail.message_id,
          sent_to: each.slip.envelope.to[0] ?? null,
        })),
      ),
  ])
  point('filing.after_fingerprint')
  for (const each of received) await tellOfBounce(work, each.mail, { filed: each.filed, interaction: each.bounced })
}

type InCase = Readable & { filed: Filed; bounced: Filed['interaction'] | null }
type InTask = Readable & { task: LetterAnswered['task_id'] }

const whereOf = (each: InCase | InTask) =>
  'filed' in each ? { interaction: each.filed.interaction, task: null } : { interaction: null, task: each.task }

async function placeOne(work: Work, each: Readable): Promise<InCase | InTask> {
  const { slip, mail, verdict } = each
  const [thread, attachments] = await Promise.all([threadOf(work, mail), keepAttachments(work, mail)])
  if (thread.letter) {
    await fileForTask(work, { slip, mail, verdict, letter: thread.letter, attachments, returned: thread.returned })
    return { ...each, task: thread.letter.task_id }
  }
  const arrival = toArrival({
    slip,
    mail,
    verdict,
    answers: thread.conversation,
    bounced: thread.interaction,
    attachments,
    returned: thread.returned,
  })
  return { ...each, filed: await cases.receive(work, arrival), bounced: thread.interaction }
}

async function toTray(work: Work, receipt: ReceiptId, reason: { why: string; detail: string }): Promise<void> {
  await store.putInTray(work, { id: receipt, ...reason })
  work.publish(mailInTray, { receipt_id: receipt, why: reason.why })
}

type Thread = {
  conversation: Arrival['answers']
  interaction: Filed['interaction'] | null
  returned: boolean
  letter: LetterAnswered | null // it answers a letter about a task
}

// A mail of ours that was sent on to us calls itself by a word only we make.
const isOurs = ({ message_id }: ReadMail): boolean => message_id !== null && /^[a-z2-7]{26}@/i.test(message_id)

// Ours are the only words that join a mail to a case or to a task: what an answer quotes of our Message-IDs and reply addresses. The first that
// is known counts.
async function threadOf(work: Work, mail: ReadMail): Promise<Thread> {
  const words = wordsOfOurs(mail)
  if (words.length === 0) return { conversation: null, interaction: null, returned: false, letter: null }
  const hashes = words.map((word) => hashToken(word.toLowerCase()))
  const [found, letters] = await Promise.all([findTokens(work, hashes), findLetterTokens(work, hashes)])
  const is = (hash: Buffer) => (token: { hash: Buffer }) => token.hash.equals(hash)
  const known = hashes.find((hash) => found.some(is(hash)) || letters.some(is(hash)))
  const first = known && found.find(is(known))
  const letter = known && !first ? letters.find(is(known)) : undefined
  const interaction = found.find((token) => token.interaction_id !== null)?.interaction_id ?? null
  const own = isOurs(mail) ? hashToken(mail.message_id!.toLowerCase()) : null
  return {
    conversation: first?.conversation_id ?? null,
    interaction: mail.bounce ? interaction : null,
    returned: own !== null && [...found, ...letters].some(is(own)),
    letter: letter && isAboutTask(letter) ? letter : null,
  }
}

const isAboutTask = (letter: { task_id: string | null }): letter is LetterAnswered => letter.task_id !== null

function wordsOfOurs(mail: ReadMail): string[] {
  const quoted = mail.bounce ? [mail.bounce.original_message_id, ...mail.bounce.original_tags] : []
  const own = isOurs(mail) ? [mail.message_id] : []
  return [...own, ...mail.tags, ...mail.references.toReversed(), ...quoted].filter((word) => word !== null).slice(0, 200)
}

async function keepAttachments(work: Work, mail: ReadMail): Promise<Arrival['attachments']> {
  const kept: Arrival['attachments'] = []
  for (const { name, type, size, inline, content_id, bytes } of mail.attachments)
    kept.push({
      name: name ?? '',
      type,
      size,
      inline,
      content_id: content_id?.slice(0, 500) ?? null,
      file: (await keepFile(work, bytes)).id,
    })
  return kept
}

type Bounced = { filed: Filed; interaction: Filed['interaction'] | null }

async function tellOfBounce(work: Work, mail: ReadMail, { filed, interaction }: Bounced): Promise<void> {
  const lost = mail.bounce?.recipients.filter((recipient) => recipient.permanent) ?? []
  if (filed.again || !interaction || lost.length === 0) return
  await cases.bounced(work, interaction, lost.map(({ address, status, reason }) => `${address}: ${status ?? reason}`).join('; '))
}

export async function giveUp(
  open: Open,
  { tenant, receipt }: Pick<Understood, 'tenant' | 'receipt'>,
  limit: { most: number; detail: string },
): Promise<void> {
  await inWork(open, { tenant, actor: system('channels.email') }, async (work) => {
    const [slip] = await store.lockWaiting(work, [receipt])
    if (!slip) return
    await store.countAttempt(work, receipt)
    if (slip.attempts + 1 >= limit.most) await toTray(work, receipt, { why: 'not_filed', detail: limit.detail })
  })
}
