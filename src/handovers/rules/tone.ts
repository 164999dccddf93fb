// How the customer writes, as signals that can be pointed at: each carries the words it was read from. Nothing is guessed: what no rule
// sees is not said.
import { cut, sentencesOf } from './sentences.ts'
import type { Dossier, Language, SaidMessage } from './dossier.ts'

export type Signal =
  | { kind: 'language'; language: string; message: string }
  | { kind: 'formal' | 'informal'; quote: string; message: string }
  | { kind: 'upset'; word: string; quote: string; message: string; at: Temporal.Instant }
  | { kind: 'capitals'; quote: string; message: string; at: Temporal.Instant }
  | { kind: 'insists'; times: number; message: string } // wrote several times since our last answer
  | { kind: 'contacts'; times: number; days: number } // wrote so often within so many days
  | { kind: 'reopened'; times: number }

// Words with which people say that they are upset. Whole words, as written in both languages; "not happy" and its kin as said.
const UPSET =
  /\b(inadmissible|inacceptable|scandaleux|scandaleuse|honteux|honteuse|furieux|furieuse|en colère|mécontent\w*|très déçue?|déçue?s?|exaspér\w+|ras[- ]le[- ]bol|j[’']en ai assez|se moque(nt)? de|lamentable|catastroph\w+|arnaque|plainte|avocat|mise en demeure|toujours (rien|pas|aucune)|unacceptable|outrageous|furious|angry|disappointed|disgraceful|appalling|ridiculous|fed up|scam|complaint|lawyer|legal action|still (no|not|nothing|waiting))(?![\p{L}])/iu
const TU = /\b(tu|te|toi|ton|ta|tes|t[’'](?=\p{L}))(?![\p{L}-])/iu
const VOUS = /\b(vous|votre|vos)(?![\p{L}])/iu
const DAYS = 7
const MANY = 3

/** The signals of a dossier, the most telling first. Pure. */
export function signalsOf(dossier: Dossier, now: Temporal.Instant): Signal[] {
  const theirs = dossier.messages.filter(({ direction }) => direction === 'in')
  return [
    ...theirs.toReversed().flatMap(upsetIn).slice(0, 3),
    ...insisting(dossier),
    ...contacts(theirs, now),
    ...(dossier.reopened > 0 ? [{ kind: 'reopened' as const, times: dossier.reopened }] : []),
    ...registerOf(theirs),
    ...languageOf(theirs),
  ]
}

function upsetIn({ id, at, words }: SaidMessage): Signal[] {
  for (const sentence of sentencesOf(words)) {
    const word = UPSET.exec(sentence)?.[0]
    if (word) return [{ kind: 'upset', word: word.toLowerCase(), quote: cut(sentence, 160), message: id, at }]
    if (isShouted(sentence)) return [{ kind: 'capitals', quote: cut(sentence, 160), message: id, at }]
  }
  return []
}

// A whole sentence in capitals, not a reference number or an acronym.
const isShouted = (sentence: string): boolean => {
  const letters = sentence.replace(/[^\p{L}]/gu, '')
  return letters.length >= 15 && /\p{L}{4}\s+\p{L}{3}/u.test(sentence) && letters === letters.toUpperCase()
}

function insisting({ messages }: Dossier): Signal[] {
  const lastOurs = messages.findLastIndex(({ direction }) => direction === 'out')
  const since = messages.slice(lastOurs + 1)
  return since.length > 1 ? [{ kind: 'insists', times: since.length, message: since.at(-1)!.id }] : []
}

function contacts(theirs: readonly SaidMessage[], now: Temporal.Instant): Signal[] {
  const since = now.subtract({ hours: 24 * DAYS })
  const times = theirs.filter(({ at }) => Temporal.Instant.compare(at, since) >= 0).length
  return times >= MANY ? [{ kind: 'contacts', times, days: DAYS }] : []
}

// "tu" and "vous" say it in French; in other languages nothing is said of it. The last message that says so counts.
function registerOf(theirs: readonly SaidMessage[]): Signal[] {
  for (const { id, words, language } of theirs.toReversed()) {
    if (language !== null && language !== 'fr') continue
    for (const sentence of sentencesOf(words)) {
      if (VOUS.test(sentence)) return [{ kind: 'formal', quote: cut(sentence, 120), message: id }]
      if (language === 'fr' && TU.test(sentence)) return [{ kind: 'informal', quote: cut(sentence, 120), message: id }]
    }
  }
  return []
}

function languageOf(theirs: readonly SaidMessage[]): Signal[] {
  const last = theirs.findLast(({ language }) => language !== null)
  return last?.language ? [{ kind: 'language', language: last.language, message: last.id }] : []
}

/** A signal as a sentence with its evidence. */
export const signalWords = (signal: Signal, language: Language): string => wordsOf(signal)[language]

function wordsOf(signal: Signal): Record<Language, string> {
  switch (signal.kind) {
    case 'upset':
      return { fr: `Mécontentement : « ${signal.quote} »`, en: `Upset: “${signal.quote}”` }
    case 'capitals':
      return { fr: `Écrit en capitales : « ${signal.quote} »`, en: `Writes in capitals: “${signal.quote}”` }
    case 'insists':
      return {
        fr: `A écrit ${signal.times} fois depuis notre dernière réponse.`,
        en: `Wrote ${signal.times} times since our last answer.`,
      }
    case 'contacts':
      return { fr: `${signal.times} messages en ${signal.days} jours.`, en: `${signal.times} messages in ${signal.days} days.` }
    case 'reopened':
      return {
        fr: `Dossier rouvert ${signal.times} fois.`,
        en: `Case reopened ${signal.times === 1 ? 'once' : `${signal.times} times`}.`,
      }
    case 'formal':
      return { fr: `Vouvoie : « ${signal.quote} »`, en: `Says “vous”: “${signal.quote}”` }
    case 'informal':
      return { fr: `Tutoie : « ${signal.quote} »`, en: `Says “tu”: “${signal.quote}”` }
    case 'language':
      return { fr: `Écrit en ${tongue(signal.language, 'fr')}.`, en: `Writes in ${tongue(signal.language, 'en')}.` }
  }
}

function tongue(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  } catch {
    return code // not a code that anybody knows
  }
}
