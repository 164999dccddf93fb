// The past, step by step: customers write, owners look, answer, note and close, each at the hour of the plan.
import * as cases from '#cases'
import { interactionOfMail } from '#channels'
import { inWork } from '#base/work'
import { patchCase, postLook, postNote, postReply, putClosure, type Case, type CaseId, type InteractionId } from '#cases/contract'
import type { PersonId } from '#base/contract'
import type { PromiseId } from '#commitments/contract'
import type { Verdict } from './verdicts.ts'
import { turnText } from '../texts/letters.ts'
import { asHtml, typeset } from '../texts/typography.ts'
import { act, as } from './act.ts'
import { headOf, mailOf, type Head, type Written } from './mailed.ts'
import { inOrder, type Step, type Thread } from './plan.ts'
import type { Place } from './place.ts'
import { keepThem, promisesIn } from './promised.ts'
import type { Scene } from './scene.ts'
import { verdictOf } from './verdicts.ts'

type Sent = { interaction: InteractionId; text: string }
export type Open = { case: CaseId; last: Sent | null; owner: PersonId; promised: PromiseId[] }
export type Story = { scene: Scene; place: Place; threads: readonly Thread[]; open: Map<number, Open> }

export type Moment = { at: Temporal.Instant; happen: () => Promise<void> }

/** Everything in the order in which it happened: the steps of the stories, and what else came to pass. */
export async function writeHistory(
  story: Story,
  others: readonly Moment[],
  told: (done: number, all: number) => void,
): Promise<void> {
  const steps = inOrder(story.threads).map((step): Moment => ({ at: step.at, happen: () => take(story, step) }))
  const moments = [...steps, ...others].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  for (const [index, { at, happen }] of moments.entries()) {
    story.scene.clock.set(String(at))
    await happen()
    if (index % 10 === 0) told(index, moments.length)
  }
}

async function take(story: Story, step: Step): Promise<void> {
  if (step.kind === 'customer') return await customerWrites(story, step)
  const open = story.open.get(step.thread)
  if (!open) return
  switch (step.kind) {
    case 'us':
      return await weAnswer(story, step, open)
    case 'look':
      return await as(story, open.owner, async (work) => void (await act(work, postLook, { id: open.case })))
    case 'note':
      return await somebodyNotes(story, step, open)
    case 'close':
      await keepThem(story, open.owner, open.promised.splice(0))
      return await as(story, open.owner, async (work) => {
        const { status } = await cases.view(work, { id: open.case })
        if (status === 'open') await act(work, putClosure, { id: open.case })
      })
  }
}

async function customerWrites(story: Story, { thread, turn }: Step): Promise<void> {
  const { scene, place, threads } = story
  const { told, dressed } = threads[thread]!
  const before = story.open.get(thread)
  const head = before?.last ? await headSent(story, before.last) : null
  const letter: Written = {
    from: { name: told.customer.name, address: told.customer.email }, to: head?.answerTo ?? place.doors[told.story.door].address,
    subject: head ? `Re: ${told.subject}` : told.subject, text: turnText(told, turn, ownerName(story, before)), at: scene.clock.now(), id: `t${scene.seed}-${thread}-${turn}`,
    enclosed: told.story.turns[turn]?.[3] ?? null, answers: head, dressed: dressed && turn === 0,
  } // prettier-ignore
  const found = await letIn(scene, letter, verdictOf(told.customer))
  if (turn === 0 && found) {
    story.open.set(thread, { case: found.id, last: null, owner: found.owner.id, promised: [] })
    await giveReason(story, found, thread)
  }
}

/** A letter comes in by the door it is written to; answers with the case it was filed in. */
export async function letIn({ past, open, as: who }: Scene, letter: Written, verdict: Verdict): Promise<Case | null> {
  await past.receive({ bytes: await mailOf(letter), from: letter.from.address, to: letter.to, verdict })
  return await inWork(open, who, async (work) => {
    const mail = await interactionOfMail(work, `${letter.id}@${letter.from.address.split('@')[1]}`)
    const brief = mail && (await cases.briefs(work, [mail.interaction_id])).get(mail.interaction_id)
    return brief ? await cases.view(work, { id: brief.case_id }) : null
  })
}

const giveReason = async (story: Story, { id, version, owner }: Case, thread: number): Promise<void> =>
  await as(
    story,
    owner.id,
    async (work) =>
      void (await act(work, patchCase, {
        id,
        version,
        reason_id: story.place.reasons[story.threads[thread]!.told.story.reason],
      })),
  )

async function weAnswer(story: Story, { thread, turn }: Step, open: Open): Promise<void> {
  const { told } = story.threads[thread]!
  const text = turnText(told, turn, ownerName(story, open))
  const isKept = told.story.ends === 'closed' || told.story.turns.slice(turn + 1).some(([by]) => by === 'us')
  await keepThem(story, open.owner, open.promised.splice(0))
  open.last = await answer(story, { id: open.case, owner: open.owner, text })
  open.promised.push(...(await promisesIn(story, { ...open, isKept }, text)))
}

/** An answer of ours, carried to the imaginary relay at once. */
export async function answer(
  story: Pick<Story, 'scene' | 'place'>,
  { id, owner, text }: { id: CaseId; owner: PersonId; text: string },
): Promise<Sent> {
  const sent = await as(story, owner, async (work) => {
    await act(work, postLook, { id })
    return await act(work, postReply, { id, text, html: asHtml(text) })
  })
  await story.scene.past.carry(sent.id)
  return { interaction: sent.id, text }
}

/** What the customer has before their eyes when they answer. */
export const headSent = (story: Pick<Story, 'scene'>, { interaction, text }: Sent): Promise<Head> =>
  inWork(story.scene.open, story.scene.as, (work) => headOf(work, interaction, text))

const notes = [
  [
    'Vu avec l’atelier : il en reste en stock, on peut promettre vendredi.',
    'Bernard confirme pour vendredi. Merci de ne pas promettre jeudi.',
  ],
  ['Déjà un incident en mars, dossier clos en deux jours. On soigne.', 'Client fidèle depuis 2016, faites au mieux.'],
  [
    '@{mention} tu connais ce modèle mieux que moi, un avis avant que je réponde ?',
    '@{mention} même symptôme que la semaine dernière, non ?',
  ],
  ['Le transporteur rappelle demain matin. Ne rien promettre avant.', 'Photo transmise à la qualité.'],
] as const

async function somebodyNotes(story: Story, { thread }: Step, open: Open): Promise<void> {
  const colleagues = [...story.place.people.values()].filter(
    ({ id, role }) => id !== open.owner && role !== 'it' && role !== 'back_office',
  )
  const mentioned = colleagues[thread % colleagues.length]!
  const text = notes[thread % notes.length]![thread % 2]!.replace('{mention}', mentioned.name)
  const mentions = text.startsWith('@') ? [mentioned.id] : []
  await as(
    story,
    open.owner,
    async (work) => void (await act(work, postNote, { id: open.case, text: typeset(text, 'fr'), mentions })),
  )
}

const ownerName = ({ place }: Story, open: Open | undefined): string => (open ? (place.byId.get(open.owner)?.name ?? '') : '')
