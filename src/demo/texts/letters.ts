// Letters by seed. Pure: a story, a customer and a number in, words out. Also what `bench` may write thousands of mails with.
import { castOf, type CustomerCast } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { furniture, lamps, lampsInEnglish } from './names.ts'
import { furnitureStories } from './stories-furniture.ts'
import { lampStories } from './stories-lamps.ts'
import { englishStories, professionalStories } from './stories-others.ts'
import type { Enclosure, Story } from './story.ts'
import { fill, typeset } from './typography.ts'

export const allStories: readonly Story[] = [...lampStories, ...furnitureStories, ...professionalStories, ...englishStories]
export const languageOf = (story: Story): 'fr' | 'en' => (story.door === 'english' ? 'en' : 'fr')

export type Told = { story: Story; customer: CustomerCast; values: Readonly<Record<string, string>>; subject: string }

/** A story told by one customer: which lamp, which order, which town. `agent` is filled in when somebody answers. */
export function tell(story: Story, customer: CustomerCast, chance: Chance): Told {
  const values = {
    moi: customer.name,
    civil: `${customer.gender === 'f' ? 'Madame' : 'Monsieur'} ${customer.last}`,
    societe: customer.company?.name ?? '',
    lampe: chance.one(lamps),
    lamp: chance.one(lampsInEnglish),
    meuble: chance.one(furniture),
    commande: `${chance.one(['ML', 'MC'])}-${chance.between(10_400, 48_900)}`,
    prix: `${chance.between(59, 389)} €`,
    nombre: String(chance.between(2, 9) * 6),
    ville: customer.city,
  }
  return { story, customer, values, subject: say(story.subject, values, languageOf(story)) }
}

/** The words of one turn. `agent` is who answers, named in full. */
export function turnText({ story, values }: Told, turn: number, agent: string): string {
  const [, , text] = story.turns[turn]!
  return say(text, { ...values, agent, prenomAgent: agent.split(' ')[0] ?? agent }, languageOf(story))
}

const say = (text: string, values: Readonly<Record<string, string>>, language: 'fr' | 'en'): string =>
  typeset(fill(text, values), language)

/** Which stories this customer could tell: companies ask for quotes, English speakers write to the English door. */
export const storiesFor = (customer: CustomerCast): readonly Story[] => {
  if (customer.company)
    return customer.language === 'en' ? englishStories.slice(1) : [...professionalStories, ...furnitureStories]
  return customer.language === 'en' ? englishStories.slice(0, -1) : [...lampStories, ...furnitureStories]
}

export type Letter = {
  from: { name: string; address: string }
  door: Story['door']
  language: 'fr' | 'en'
  subject: string
  text: string
  enclosed: Enclosure | null
}

/** A first letter out of the blue. The same seed and number give the same letter. */
export function letterOf(seed: number, number: number): Letter {
  const chance = chanceOf(seed * 7_919 + number)
  const customer = chance.one(cast(seed))
  const told = tell(chance.one(storiesFor(customer)), customer, chance)
  return opening(told)
}

export const opening = (told: Told): Letter => ({
  from: { name: told.customer.name, address: told.customer.email },
  door: told.story.door,
  language: languageOf(told.story),
  subject: told.subject,
  text: turnText(told, 0, ''),
  enclosed: told.story.turns[0]?.[3] ?? null,
})

const casts = new Map<number, CustomerCast[]>()
function cast(seed: number): CustomerCast[] {
  const known = casts.get(seed) ?? castOf(seed)
  if (casts.size < 10) casts.set(seed, known)
  return known
}
