// Who writes to the made-up centre: the same people for the same seed.
import { chanceOf, type Chance } from './chance.ts'
import { cities, companies, firstNames, lastNames, mailHosts, type CompanyCast, type Who } from './names.ts'

export type CustomerCast = Who & { name: string; email: string; language: 'fr' | 'en'; city: string; company: CompanyCast | null }

const PRIVATE_FRENCH = 52
const PRIVATE_ENGLISH = 12

/** Some eighty customers: private ones in both languages, and one or two for each company. */
export function castOf(seed: number): CustomerCast[] {
  const chance = chanceOf(seed)
  const taken = new Set<string>()
  const several = (count: number, language: 'fr' | 'en') =>
    Array.from({ length: count }, () => oneOf(chance, { language, company: null, taken }))
  return [
    ...several(PRIVATE_FRENCH, 'fr'),
    ...several(PRIVATE_ENGLISH, 'en'),
    ...companies.flatMap((company, at) =>
      Array.from({ length: at % 3 === 0 ? 2 : 1 }, () => oneOf(chance, { language: company.language, company, taken })),
    ),
  ]
}

type Wish = { language: 'fr' | 'en'; company: CompanyCast | null; taken: Set<string> }

function oneOf(chance: Chance, { language, company, taken }: Wish): CustomerCast {
  for (;;) {
    const gender = chance.happens(0.55) ? 'f' : 'm'
    const [first, last] = [chance.one(firstNames[language][gender]), chance.one(lastNames[language])]
    if (taken.has(`${first} ${last}`)) continue
    taken.add(`${first} ${last}`)
    const email = `${slug(first)}.${slug(last)}@${company?.domain ?? chance.one(mailHosts)}`
    return { first, last, gender, name: `${first} ${last}`, email, language, city: chance.one(cities), company }
  }
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
