// A made-up correspondence in French and English, as large as one likes: Zipf's law for words (G. K. Zipf, 1949), a long tail of names
// and product words, letters about one subject at a time, with references, telephones and addresses in them. Same seed, same letters.
import { chance, type Chance } from './corpus/chance.ts'
import { closings, firstNames, general, glue, openings, subjects, syllables } from './corpus/words.ts'

export type Letter = {
  number: string // of the dossier: G-2026-000123
  title: string
  text: string
  name: string // who wrote it
  email: string
  phone: string
  language: 'fr' | 'en'
  age_seconds: number // before the end of the corpus; the last letter has 0
}

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean)
const languages = ['fr', 'en'] as const
const words = {
  fr: { glue: split(glue.fr), general: split(general.fr), subjects: subjects.map((s) => split(s.fr)) },
  en: { glue: split(glue.en), general: split(general.en), subjects: subjects.map((s) => split(s.en)) },
}

export function* letters({ count, seed = 1 }: { count: number; seed?: number }): Generator<Letter> {
  for (let i = 0; i < count; i++) yield letter(chance(seed * 1_000_003 + i), { i, count })
}

// One letter of a corpus can be made without the others.
export function letter(luck: Chance, { i, count }: { i: number; count: number }): Letter {
  const language = luck.next() < 0.8 ? languages[0] : languages[1]
  const subject = zipf(luck, subjects.length, 0.6)
  const name = `${luck.one(firstNames)} ${surname(luck)}`
  const email = addressOf(luck, name)
  const phone = `0${6 + luck.below(2)}${Array.from({ length: 4 }, () => ` ${10 + luck.below(90)}`).join('')}`
  const say = (count: number): string => Array.from({ length: count }, () => word(luck, language, subject)).join(' ')
  const title = capital(say(2 + luck.below(6)))
  const sentences = Array.from({ length: 2 + Math.floor(luck.next() ** 2 * 14) }, () => `${capital(say(5 + luck.below(14)))}.`)
  const parts = [luck.one(openings[language]), ...sentences]
  if (luck.next() < 0.4) parts.push(`CMD-${2024 + luck.below(3)}-${String(luck.below(1_000_000)).padStart(6, '0')}`)
  if (luck.next() < 0.3) parts.push(phone)
  parts.push(luck.one(closings[language]), name)
  const number = `G-2026-${String(i + 1).padStart(6, '0')}`
  return { number, title, text: parts.join(' '), name, email, phone, language, age_seconds: (count - 1 - i) * 30 }
}

function word(luck: Chance, language: 'fr' | 'en', subject: number): string {
  const from = words[language]
  const kind = luck.next()
  if (kind < 0.45) return from.glue[zipf(luck, from.glue.length, 1)]!
  if (kind < 0.67) return from.general[zipf(luck, from.general.length, 0.8)]!
  if (kind < 0.94) return from.subjects[subject]![zipf(luck, from.subjects[subject]!.length, 0.7)]!
  if (kind < 0.965) return luck.one(firstNames)
  if (kind < 0.99) return surname(luck)
  return String(1 + Math.floor(luck.next() ** 3 * 3_000))
}

// Rank 0 … n-1, the rank r about 1/(r+2)^s as often as the first: by inverting the integral, which is near enough and needs no table.
function zipf(luck: Chance, n: number, s: number): number {
  const u = luck.next()
  const rank =
    s === 1 ? 2 * ((n + 2) / 2) ** u - 2 : (2 ** (1 - s) + u * ((n + 2) ** (1 - s) - 2 ** (1 - s))) ** (1 / (1 - s)) - 2
  return Math.min(n - 1, Math.floor(rank))
}

// About 60,000 surnames, some of them very common.
function surname(luck: Chance): string {
  const { start, middle, end } = syllables
  const many = (from: readonly string[]): string => from[zipf(luck, from.length, 0.5)]!
  return many(start) + (luck.next() < 0.6 ? many(middle) : '') + many(end)
}

function addressOf(luck: Chance, name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(' ')
  return `${plain.join('.')}${luck.below(1_000)}@example.${luck.one(['fr', 'com', 'org'])}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
