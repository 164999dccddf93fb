// What makes a post office interesting: an answer that could not leave, one nobody can vouch for, a bounce, an absence note, a newsletter,
// a stranger who claims to answer, a mail that nobody could read, and hand-overs that wait for the visitor.
import { oddMails } from './odd-mails.ts'
import { getCase, postHandOver, postLook, putHandOver, type CaseId } from '#cases/contract'
import { inWork } from '#base/work'
import type { PersonId } from '#base/contract'
import { typeset } from '../texts/typography.ts'
import { act } from './act.ts'
import { answer, as, letIn, type Open, type Story } from './history.ts'
import { GONE, TUNNEL } from './imaginary-relay.ts'
import { forged, proven } from './verdicts.ts'

export async function addOddities(story: Story): Promise<void> {
  await troubledAnswers(story)
  await strangePost(story)
  await handToTheVisitor(story)
}

async function troubledAnswers(story: Story): Promise<void> {
  const people = [
    { name: 'Gaston Lévêque', address: GONE, back: 26, subject: 'Ma lampe de chevet ne tient plus droite',
      text: "Bonjour,\n\nMa lampe Séraphine penche. Elle salue, pour ainsi dire, chaque fois que j'entre. C'est aimable mais inquiétant.\n\nGaston Lévêque",
      ours: "Bonjour Monsieur Lévêque,\n\nUne lampe polie, c'est rare, mais nous préférons qu'elle se tienne. Je vous envoie une rondelle de caoutchouc qui la redressera.\n\n{agent}" },
    { name: 'Apolline Verdier', address: TUNNEL, back: 5, subject: 'Facture à mon nouveau nom',
      text: "Bonjour,\n\nJe me suis mariée samedi (merci). Pouvez-vous refaire la facture ML-31207 au nom de Verdier ?\n\nApolline Verdier",
      ours: "Bonjour Madame Verdier,\n\nToutes nos félicitations ! Voici la facture à votre nouveau nom.\n\n{agent}" },
  ] // prettier-ignore
  for (const [at, { name, address, back, subject, text, ours }] of people.entries()) {
    story.scene.clock.set(String(story.scene.now.subtract({ hours: back })))
    const letter = {
      from: { name, address },
      to: story.place.doors.lumen.address,
      subject,
      text: typeset(text, 'fr'),
      at: story.scene.clock.now(),
      id: `odd-${at}`,
    }
    const found = await letIn(story.scene, letter, proven)
    if (!found) continue
    story.scene.clock.advance({ minutes: 48 })
    const helene = story.place.people.get('helene')!
    await giveTo(story, found.id, helene.id)
    await answer(story, { id: found.id, owner: helene.id, text: typeset(ours.replace('{agent}', helene.name), 'fr') })
  }
}

async function strangePost(story: Story): Promise<void> {
  const { scene, place } = story
  const answered = [...story.open.values()].filter(
    (open): open is Open & { last: NonNullable<Open['last']> } => open.last !== null,
  )
  const [lost, claimed, away] = [answered.at(-3), answered.at(-6), answered.at(-9)]
  for (const mail of oddMails({
    now: scene.now,
    door: place.doors.lumen.address,
    lost: lost?.last,
    claimed: claimed?.last,
    away: away?.last,
  })) {
    scene.clock.set(String(scene.now.subtract({ minutes: mail.minutesAgo })))
    await scene.past.receive({
      bytes: mail.bytes,
      from: mail.from,
      to: mail.to,
      verdict: mail.forged ? forged : proven,
      ...(mail.illegible ? { illegible: mail.illegible } : {}),
    })
  }
}

const offers = [
  ['Hélène, ce client veut « une personne qui décide ». J’ai préparé la réponse, il te reste à décider.', 95],
  ['Deuxième demande de remise en un mois, et cette fois l’architecte est en copie. Je préfère que ce soit toi.', 40],
] as const

// Some open cases are the director's already, two more are offered and wait for her answer, one for Camille.
async function handToTheVisitor(story: Story): Promise<void> {
  const { scene, place } = story
  const visitor = place.people.get('helene')!
  const camille = place.people.get('camille')!
  const standing = await openCases(story)
  const others = standing.filter(({ owner }) => owner !== visitor.id)
  for (const [at, { id }] of others.slice(0, 7).entries()) {
    scene.clock.set(String(scene.now.subtract({ minutes: 290 - at * 22 })))
    await giveTo(story, id, visitor.id)
    if (at % 3 === 1) await as(story, visitor.id, async (work) => void (await act(work, postLook, { id })))
  }
  for (const [at, [message, minutes]] of offers.entries())
    await offer(story, { of: others[7 + at], to: visitor.id, message, minutes })
  await offer(story, {
    of: others.slice(9).find(({ owner }) => owner !== camille.id),
    to: camille.id,
    message: 'Tu connais la Séraphine par cœur, je te le confie ?',
    minutes: 65,
  })
}

type Standing = { id: CaseId; owner: PersonId }
type Offer = { of: Standing | undefined; to: PersonId; message: string; minutes: number }

async function offer(story: Story, { of, to, message, minutes }: Offer): Promise<void> {
  if (!of || of.owner === to) return
  story.scene.clock.set(String(story.scene.now.subtract({ minutes })))
  await as(
    story,
    of.owner,
    async (work) => void (await act(work, postHandOver, { id: of.id, to, message: typeset(message, 'fr') })),
  )
}

// The latest that are still open, as they stand now.
async function openCases({ scene, open }: Story): Promise<Standing[]> {
  const found: Standing[] = []
  for (const each of [...open.values()].toReversed()) {
    const { status, owner, id, last_in_at, last_out_at } = await inWork(scene.open, scene.as, (work) =>
      act(work, getCase, { id: each.case }),
    )
    const waits = last_in_at !== null && (last_out_at === null || last_out_at < last_in_at)
    if (status === 'open' && (waits || found.length % 3 === 2)) found.push({ id, owner: owner.id })
    if (found.length >= 14) break
  }
  return found
}

async function giveTo(story: Story, id: CaseId, to: PersonId): Promise<void> {
  const { owner } = await inWork(story.scene.open, story.scene.as, (work) => act(work, getCase, { id }))
  if (owner.id === to) return
  const offered = await as(story, owner.id, (work) => act(work, postHandOver, { id, to, message: '' }))
  await as(story, to, async (work) => void (await act(work, putHandOver, { id: offered.id, as: 'accepted' })))
}
