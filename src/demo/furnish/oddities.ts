// What makes a post office interesting: an answer that could not leave, one nobody can vouch for, a bounce, an absence note, a newsletter,
// a stranger who claims to answer, a mail that nobody could read, and hand-overs that wait for the visitor.
import { oddMails, type Answered } from './odd-mails.ts'
import { getCase, postHandOver, postLook, putHandOver, type CaseId } from '#cases/contract'
import { inWork } from '#base/work'
import type { PersonId } from '#base/contract'
import { englishStories } from '../texts/stories-others.ts'
import type { Reason } from '../texts/story.ts'
import { typeset } from '../texts/typography.ts'
import { act, as } from './act.ts'
import { promiseForToday } from './promised.ts'
import { answer, headSent, letIn, type Moment, type Story } from './history.ts'
import { GONE, TUNNEL } from './imaginary-relay.ts'
import { forged, proven } from './verdicts.ts'

export const oddities = (story: Story): Moment[] => [...troubledAnswers(story), ...strangePost(story)]

const troubled = [
  { name: 'Gaston Lévêque', address: GONE, hours: 26, subject: 'Ma lampe de chevet ne tient plus droite',
    text: "Bonjour,\n\nMa lampe Séraphine penche. Elle salue, pour ainsi dire, chaque fois que j'entre. C'est aimable mais inquiétant.\n\nGaston Lévêque",
    ours: "Bonjour Monsieur Lévêque,\n\nUne lampe polie, c'est rare, mais nous préférons qu'elle se tienne. Je vous envoie une rondelle de caoutchouc qui la redressera.\n\n{agent}" },
  { name: 'Apolline Verdier', address: TUNNEL, hours: 5, subject: 'Facture à mon nouveau nom',
    text: "Bonjour,\n\nJe me suis mariée samedi (merci). Pouvez-vous refaire la facture ML-31207 au nom de Verdier ?\n\nApolline Verdier",
    ours: "Bonjour Madame Verdier,\n\nToutes nos félicitations ! Voici la facture à votre nouveau nom.\n\n{agent}" },
] as const // prettier-ignore

// They write, the visitor takes it over and answers, and the answer does not arrive.
function troubledAnswers(story: Story): Moment[] {
  const { scene, place } = story
  const helene = place.people.get('helene')!
  return troubled.flatMap(({ name, address, hours, subject, text, ours }, number): Moment[] => {
    const at = scene.now.subtract({ hours })
    let opened: CaseId | undefined
    const arrive = async (): Promise<void> => {
      const letter = {
        from: { name, address },
        to: place.doors.lumen.address,
        subject,
        text: typeset(text, 'fr'),
        at,
        id: `odd-${number}`,
      }
      opened = (await letIn(scene, letter, proven))?.id
    }
    const answered = async (): Promise<void> => {
      if (!opened) return
      await giveTo(story, opened, helene.id)
      await answer(story, { id: opened, owner: helene.id, text: typeset(ours.replace('{agent}', helene.name), 'fr') })
    }
    return [
      { at, happen: arrive },
      { at: at.add({ minutes: 48 }), happen: answered },
    ]
  })
}

function strangePost(story: Story): Moment[] {
  const { scene, place } = story
  return oddMails.map((mail) => {
    const at = scene.now.subtract({ minutes: mail.minutesAgo })
    const happen = async (): Promise<void> => {
      const about = mail.about === undefined ? null : await lastAnswered(story, mail.about)
      if (about === undefined) return
      const { from, to, bytes } = mail.write({ at, door: place.doors.lumen.address, about })
      const illegible = mail.illegible === undefined ? {} : { illegible: mail.illegible }
      await scene.past.receive({ bytes, from, to, verdict: mail.forged ? forged : proven, ...illegible })
    }
    return { at, happen }
  })
}

// The customer whom we answered last, or the one `before` that.
async function lastAnswered(story: Story, before: number): Promise<Answered | undefined> {
  const answered = [...story.open].flatMap(([thread, { last }]) =>
    last ? [{ last, customer: story.threads[thread]!.told.customer }] : [],
  )
  const found = answered.at(-1 - before)
  return found && { ...(await headSent(story, found.last)), customer: found.customer.email }
}

const inEnglish = new Set(englishStories.map(({ key }) => key))
const OTHERWISE = 'On demande la direction, avec le sourire. Je te le passe ?'
const offers: readonly { about: readonly string[]; message: string; minutes: number }[] = [
  {
    about: ['angry', 'late'],
    minutes: 95,
    message: 'Hélène, ici on veut « une personne qui décide ». J’ai préparé la réponse, il te reste à décider.',
  },
  {
    about: ['lobby', 'rooms', 'terrace'],
    minutes: 40,
    message: 'Un gros chantier, et l’architecte est en copie. Je préfère que ce soit toi.',
  },
]

/** Two hand-overs wait for the director and one for Camille; some open cases are the director's already. */
export async function handToTheVisitor(story: Story): Promise<void> {
  const { scene, place } = story
  const visitor = place.people.get('helene')!
  const camille = place.people.get('camille')!
  const others = (await openCases(story)).filter(({ owner }) => owner !== visitor.id)
  for (const { about, message, minutes } of offers) {
    const fitting = others.find(({ key }) => about.includes(key))
    const of = fitting ?? others[0]
    if (of) others.splice(others.indexOf(of), 1)
    await offer(story, { of, to: visitor.id, message: fitting ? message : OTHERWISE, minutes })
  }
  const theirs = others.find(({ owner, key }) => owner !== camille.id && !['lobby', 'customs', 'teapot'].includes(key))
  if (theirs) others.splice(others.indexOf(theirs), 1)
  await offer(story, { of: theirs, to: camille.id, message: 'Tu t’y connais mieux que moi, je te le confie ?', minutes: 65 })
  for (const [at, { id }] of others.slice(0, 6).entries()) {
    scene.clock.set(String(scene.now.subtract({ minutes: 290 - at * 22 })))
    await giveTo(story, id, visitor.id)
    if (at % 3 === 1) await as(story, visitor.id, async (work) => void (await act(work, postLook, { id })))
  }
  const hers = others
    .slice(0, 6)
    .filter(({ key }) => !inEnglish.has(key))
    .map(({ id }) => id) // what is promised below is promised in French
  await promiseForToday(story, visitor.id, hers)
}

export type Standing = { id: CaseId; owner: PersonId; key: string; reason: Reason; thread: number } // which story it is
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
export async function openCases({ scene, open, threads }: Story): Promise<Standing[]> {
  const found: Standing[] = []
  for (const [thread, each] of [...open].toReversed()) {
    const { status, owner, id, last_in_at, last_out_at } = await inWork(scene.open, scene.as, (work) =>
      act(work, getCase, { id: each.case }),
    )
    const waits = last_in_at !== null && (last_out_at === null || last_out_at < last_in_at)
    if (status === 'open' && (waits || found.length % 3 === 2))
      found.push({ id, owner: owner.id, thread, ...storyOf(threads, thread) })
    if (found.length >= 14) break
  }
  return found
}

const storyOf = (threads: Story['threads'], thread: number): Pick<Standing, 'key' | 'reason'> => {
  const { key, reason } = threads[thread]!.told.story
  return { key, reason }
}

async function giveTo(story: Story, id: CaseId, to: PersonId): Promise<void> {
  const { owner } = await inWork(story.scene.open, story.scene.as, (work) => act(work, getCase, { id }))
  if (owner.id === to) return
  const offered = await as(story, owner.id, (work) => act(work, postHandOver, { id, to, message: '' }))
  await as(story, to, async (work) => void (await act(work, putHandOver, { id: offered.id, as: 'accepted' })))
}
