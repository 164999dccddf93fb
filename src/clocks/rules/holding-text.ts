// The words of a holding message: those the house came with, and how they are filled in. Pure. They are kept as data where a house says it its
// own way (store/holding.ts).
import { asFrenchWrites } from '#base/contract'
import type { HoldingWords, Language, Length, Tone } from '../contract.ts'

type Came = { readonly [language in Language]: { readonly [tone in Tone]: { readonly [length in Length]: string } } }

const CAME: Came = {
  fr: {
    formal: {
      mail: 'Bonjour {name},\n\nVotre demande « {subject} » est toujours en cours : nous ne vous avons pas oublié.\nNous attendons encore : {waits}.\nNous revenons vers vous au plus tard {when}.\n\nSi quelque chose a changé de votre côté, répondez simplement à ce message.',
      chat: 'Bonjour {name}, votre demande est toujours en cours, nous ne vous avons pas oublié.\nNous attendons encore : {waits}.\nNous revenons vers vous au plus tard {when}.',
      sms: 'Bonjour, votre demande est toujours en cours. Nous revenons vers vous au plus tard {when}.',
    },
    simple: {
      mail: 'Bonjour {name},\n\nVotre demande « {subject} » avance, nous ne vous oublions pas.\nIl nous manque encore : {waits}.\nVous aurez de nos nouvelles au plus tard {when}.\n\nDu nouveau chez vous ? Répondez à ce message.',
      chat: 'Bonjour {name} ! On ne vous oublie pas : votre demande avance.\nIl nous manque encore : {waits}.\nDes nouvelles au plus tard {when}.',
      sms: 'Votre demande avance. Des nouvelles au plus tard {when}.',
    },
  },
  en: {
    formal: {
      mail: 'Dear {name},\n\nYour request “{subject}” is still in hand: you have not been forgotten.\nWe are still waiting for: {waits}.\nYou will hear from us by {when} at the latest.\n\nIf anything has changed on your side, please reply to this message.',
      chat: 'Hello {name}, your request is still in hand: you have not been forgotten.\nWe are still waiting for: {waits}.\nYou will hear from us by {when} at the latest.',
      sms: 'Your request is still in hand. You will hear from us by {when} at the latest.',
    },
    simple: {
      mail: 'Hello {name},\n\nYour request “{subject}” is moving, we have not forgotten you.\nWe still need: {waits}.\nYou will hear from us by {when}.\n\nAnything new on your side? Just reply to this message.',
      chat: 'Hello {name}! We have not forgotten you: your request is moving.\nWe still need: {waits}.\nNews by {when}.',
      sms: 'Your request is moving. News by {when}.',
    },
  },
}

type Key = Pick<HoldingWords, 'language' | 'tone' | 'length'>
export const wordsCameWith = ({ language, tone, length }: Key): string => CAME[language][tone][length]

export type Values = { name: string; subject: string; waits: string; when: string }

/**
 * Puts what the case says into the words. Nobody is greeted without their name by a gap; a line that would say nothing is left out, and no two
 * empty lines follow each other.
 */
export function fillIn(text: string, values: Values): string {
  const lines = text.split('\n').flatMap((line) => {
    const unsaid = (['subject', 'waits', 'when'] as const).some(
      (name) => line.includes(`{${name}}`) && values[name].trim() === '',
    )
    return unsaid ? [] : [put(line, values)]
  })
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

const put = (line: string, { name, subject, waits, when }: Values): string =>
  line
    .replaceAll(/[\s\u00a0]*\{name\}/g, () => (name.trim() === '' ? '' : ` ${name.trim()}`))
    .replaceAll('{subject}', () => subject)
    .replaceAll('{waits}', () => waits.replace(/[.\s]+$/u, ''))
    .replaceAll('{when}', () => when)

/** The length that fits what a conversation can carry. */
export function lengthFor({ instant, maxLength }: { instant: boolean; maxLength: number | null }): Length {
  if (maxLength !== null && maxLength <= 500) return 'sms'
  return instant ? 'chat' : 'mail'
}

/** "lundi 23 novembre à 18 h", "Monday 23 November, 18:00". */
export function whenWords(at: Temporal.Instant, zone: string, language: Language): string {
  const on = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: zone, ...options }).format(at.epochMilliseconds)
  const [day, hour] = [
    on({ weekday: 'long', day: 'numeric', month: 'long' }),
    on({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  ]
  return language === 'fr' ? asFrenchWrites(`${day} à ${hour}`) : `${day}, ${hour}`
}
