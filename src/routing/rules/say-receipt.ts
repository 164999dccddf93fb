// A receipt of the engine in words: why this person, who else could have had it, who was not asked and why not, what the runner-up would have
// meant. Pure. Codes that are not known here (of a newer engine) are said as "the rules of the queue": a receipt is never silent.
import type { ReceiptShown } from '../contract/items.ts'
import { listed, said, type Said } from './said.ts'
import { sayLength } from './say-length.ts'
import { sayAbility, sayWhyNot } from './say-why-not.ts'

export type SaidReceipt = {
  why: Said // to whoever it was offered to
  rule: Said // to anybody else, with their name
  candidates: { person: { id: string; name: string }; chosen: boolean; compared: Said; bar: number | null }[] // bar: 0 to 1, by the measure that decided
  more: Said | null // how many more could have
  others: { count: number; why: Said }[] // the most first
  runner_up: Said | null
}

export function sayReceipt(receipt: ReceiptShown): SaidReceipt {
  const able = receipt.candidates.length + Math.max(0, number(receipt.facts['more_candidates']))
  const more = able - receipt.candidates.length
  const chosen = listed(receipt.chosen.map(({ name }) => said(name, name)))
  return {
    why: sayWhy(receipt, chosen, able),
    rule: sayRule(receipt, chosen, able),
    candidates: measured(receipt),
    more: more > 0 ? said(`et ${more} de plus`, `and ${more} more`) : null,
    others: receipt.others.toSorted((a, b) => b.count - a.count).map(({ count, ...of }) => ({ count, why: sayWhyNot(of) })),
    runner_up: sayRunnerUp(receipt, chosen),
  }
}

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** Of whom the chosen was the first, with what was asked of all of them: "4 personnes capables (anglais)". */
function amongWhom({ others }: ReceiptShown, able: number): Said {
  const asked = listed(others.flatMap(({ skill }) => sayAbility(skill) ?? []).slice(0, 2))
  const of = (names: string): string => (names === '' ? '' : ` (${names})`)
  return said(`parmi ${able} personnes capables${of(asked.fr)}`, `among ${able} who can${of(asked.en)}`)
}

type Told = { qui: string; who: string; among: Said; able: number; free: Said }
type Sentences = Readonly<Record<string, (told: Told) => Said>>

function told(receipt: ReceiptShown, { fr: qui, en: who }: Said, able: number): Told {
  return { qui, who, able, among: amongWhom(receipt, able), free: sayLength(partOf(receipt, 0, 'free_for_s')) }
}

const TO_THEM: Sentences = {
  owner: () => said('Vous répondez de ce dossier.', 'You answer for this case.'),
  contact: () => said('Ce client a son interlocuteur\u202f: vous.', 'You are this customer’s point of contact.'),
  deputy: () => said('Vous suppléez la personne qui répond de ce dossier.', 'You stand in for whoever answers for this case.'),
  only_one: () => said('Personne d’autre ne peut le prendre en ce moment.', 'Nobody else can take it at this moment.'),
  should: ({ among }) => said(`Vous réunissez le mieux ce qui est souhaité, ${among.fr}.`, `You have the most of what is wished for, ${among.en}.`),
  preference: ({ among }) => said(`Cette file est d’abord la vôtre, ${among.fr}.`, `This queue is yours before theirs, ${among.en}.`),
  skill: ({ among }) => said(`Vous êtes la personne la plus qualifiée ${among.fr}.`, `You are the most skilled ${among.en}.`),
  order: ({ among }) => said(`Vous passez en premier dans cette file, ${among.fr}.`, `You come first in this queue, ${among.en}.`),
  in_hand: ({ among }) => said(`Vous avez le moins de travail en main, ${among.fr}.`, `You have the least in hand, ${among.en}.`),
  handled: ({ among }) => said(`Vous en avez pris le moins aujourd’hui, ${among.fr}.`, `You took the fewest today, ${among.en}.`),
  idle: ({ among, free }) => said(`Vous êtes libre depuis le plus longtemps (${free.fr}) ${among.fr}.`, `You have been free the longest (${free.en}) ${among.en}.`),
  turn: ({ among }) => said(`C’est votre tour, ${among.fr}.`, `It is your turn, ${among.en}.`),
  all: ({ able }) => said(`Proposé à ${able} personnes à la fois\u202f: la première qui accepte l’a.`, `Offered to ${able} at once: the first to accept has it.`),
  number: ({ among }) => said(`Rien ne vous départageait, ${among.fr}.`, `Nothing set you apart, ${among.en}.`),
} // prettier-ignore
const PERSONAL: ReadonlySet<string> = new Set(['owner', 'contact', 'deputy'])

function sayWhy(receipt: ReceiptShown, chosen: Said, able: number): Said {
  if (receipt.facts['occasion'] === 'asked' && !PERSONAL.has(receipt.rule)) return said('Vous avez demandé la suivante.', 'You asked for the next.')
  const sentence = TO_THEM[receipt.rule] ?? (() => said('Les règles de la file vous l’attribuent.', 'The rules of the queue give it to you.'))
  return sentence(told(receipt, chosen, able))
} // prettier-ignore

const OF_THEM: Sentences = {
  owner: ({ qui, who }) => said(`${qui} répond de ce dossier.`, `${who} answers for this case.`),
  contact: ({ qui, who }) => said(`${qui}\u202f: interlocuteur attitré de ce client.`, `${who} is this customer’s point of contact.`),
  deputy: ({ qui, who }) => said(`${qui} supplée la personne qui répond de ce dossier.`, `${who} stands in for whoever answers for this case.`),
  only_one: ({ qui, who }) => said(`Seul choix possible à ce moment\u202f: ${qui}.`, `Nobody but ${who} could take it at that moment.`),
  should: ({ qui, who, among }) => said(`${qui} réunissait le mieux ce qui était souhaité, ${among.fr}.`, `${who} had the most of what was wished for, ${among.en}.`),
  preference: ({ qui, who, among }) => said(`Cette file est d’abord celle de ${qui}, ${among.fr}.`, `This queue is ${who}’s before theirs, ${among.en}.`),
  skill: ({ qui, who, among }) => said(`${qui} avait le plus haut niveau, ${among.fr}.`, `${who} had the highest level, ${among.en}.`),
  order: ({ qui, who, among }) => said(`${qui} passe en premier dans cette file, ${among.fr}.`, `${who} comes first in this queue, ${among.en}.`),
  in_hand: ({ qui, who, among }) => said(`${qui} avait le moins de travail en main, ${among.fr}.`, `${who} had the least in hand, ${among.en}.`),
  handled: ({ qui, who, among }) => said(`${qui} en avait pris le moins ce jour-là, ${among.fr}.`, `${who} had taken the fewest that day, ${among.en}.`),
  idle: ({ qui, who, among, free }) => said(`${qui} attendait depuis le plus longtemps (${free.fr}) ${among.fr}.`, `${who} had been free the longest (${free.en}) ${among.en}.`),
  turn: ({ qui, who, among }) => said(`C’était le tour de ${qui}, ${among.fr}.`, `It was ${who}’s turn, ${among.en}.`),
  all: ({ qui, who }) => said(`Proposé à la fois à ${qui}.`, `Offered at once to ${who}.`),
  number: ({ qui, who, among }) => said(`Rien ne départageait\u202f: ${qui}, ${among.fr}.`, `Nothing set them apart: ${who}, ${among.en}.`),
} // prettier-ignore

function sayRule(receipt: ReceiptShown, chosen: Said, able: number): Said {
  const sentence = OF_THEM[receipt.rule] ?? (({ qui, who }: Told) => said(`Les règles de la file l’ont attribué à ${qui}.`, `The rules of the queue gave it to ${who}.`))
  return sentence(told(receipt, chosen, able))
} // prettier-ignore

function partOf({ candidates }: ReceiptShown, place: number, code: string): number {
  return candidates[place]?.parts.find((part) => part.code === code)?.points ?? 0
}

// By which of the numbers the rule compared. Where it compared nothing, how long somebody had been free is still what people ask about first.
const MEASURES: Readonly<Record<string, string>> = {
  should: 'should',
  preference: 'preference',
  skill: 'skill',
  in_hand: 'in_hand',
  handled: 'handled',
  idle: 'free_for_s',
}

function measured(receipt: ReceiptShown): SaidReceipt['candidates'] {
  const code = MEASURES[receipt.rule] ?? 'free_for_s'
  const values = receipt.candidates.map((_, place) => partOf(receipt, place, code))
  const most = Math.max(...values, 0)
  const chosen = new Set(receipt.chosen.map(({ id }) => id))
  return receipt.candidates.map(({ person }, place) => ({
    person,
    chosen: chosen.has(person.id),
    compared: sayMeasure(code, values[place] ?? 0),
    bar: receipt.rule in MEASURES ? Math.max(0, values[place] ?? 0) / Math.max(most, 1e-9) : null,
  }))
}

function sayMeasure(code: string, value: number): Said {
  const free = sayLength(value)
  switch (code) {
    case 'should':
      return said(`${value} des souhaits`, `${value} of the wishes`)
    case 'preference':
      return said(`préférence ${value}`, `preference ${value}`)
    case 'skill':
      return said(`niveau ${value}`, `level ${value}`)
    case 'in_hand':
      return said(`${value} en main`, `${value} in hand`)
    case 'handled':
      return said(`${value} ce jour-là`, `${value} that day`)
    default:
      return said(`libre depuis ${free.fr}`, `free for ${free.en}`)
  }
}

// Their numbers minus the chosen's: what choosing them instead would have changed, the plainest first.
function sayRunnerUp({ runner_up, meant, rule }: ReceiptShown, chosen: Said): Said | null {
  if (!runner_up || rule === 'all') return null
  const by = (code: string): number => number(meant?.[code])
  const parts = [
    sayDifference(by('should'), ['souhait rempli', 'souhaits remplis'], ['wish met', 'wishes met']),
    sayDifference(by('skill'), ['niveau', 'niveaux'], ['level', 'levels']),
    sayDifference(by('in_hand'), ['travail en main', 'travaux en main'], ['in hand', 'in hand']),
    sayDifference(by('handled'), ['demande prise', 'demandes prises'], ['taken that day', 'taken that day']),
    sayFree(by('free_for_s')),
  ].flatMap((part) => part ?? [])
  const [name, instead] = [runner_up.name, chosen]
  if (parts.length === 0) return said(`Sans ${instead.fr}, ${name}\u202f: aucune différence.`, `Without ${instead.en}, ${name}: no other difference.`)
  const meaning = listed(parts)
  return said(`Sans ${instead.fr}, ${name}\u202f: ${meaning.fr}.`, `Without ${instead.en}, ${name}: ${meaning.en}.`)
} // prettier-ignore

type OneAndMore = readonly [one: string, more: string]
function sayDifference(by: number, fr: OneAndMore, en: OneAndMore): Said | null {
  const size = Math.abs(by)
  if (size < 1) return null
  const more = by > 0
  return said(`${size} ${fr[size >= 2 ? 1 : 0]} de ${more ? 'plus' : 'moins'}`, `${size} ${more ? 'more' : 'fewer'} ${en[size === 1 ? 0 : 1]}`)
} // prettier-ignore

function sayFree(by: number): Said | null {
  if (Math.abs(by) < 1) return null
  const length = sayLength(Math.abs(by))
  return by < 0
    ? said(`libre depuis ${length.fr} de moins`, `free for ${length.en} less`)
    : said(`libre depuis ${length.fr} de plus`, `free for ${length.en} more`)
}
