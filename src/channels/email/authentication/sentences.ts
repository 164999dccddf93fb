// The verdict in words for the person who reads the mail, and what each check said for whoever wants to know.
import type { Evidence, Reason } from './verdict.ts'

export type Sentence = { fr: string; en: string }

/** The verdict first, then one sentence for each check that said something. */
export function sentencesFor(reason: Reason, evidence: Evidence): Sentence[] {
  return [
    verdictSentence(reason, evidence),
    ...spfSentence(evidence),
    ...dkimSentences(evidence),
    ...dmarcSentence(evidence),
    ...arcSentence(evidence),
  ]
}

function verdictSentence(reason: Reason, { from, arc }: Evidence): Sentence {
  const who = from ?? '?'
  const words: Record<Reason, Sentence> = {
    'dmarc passes': { fr: `Ce message vient bien de ${who}.`, en: `This message does come from ${who}.` },
    'dkim passes': { fr: `Ce message est signé par ${who}.`, en: `This message is signed by ${who}.` },
    'spf passes': {
      fr: `Ce message vient d’un serveur autorisé par ${who}.`,
      en: `This message comes from a server that ${who} allows.`,
    },
    'forwarder vouches': {
      fr: `Ce message a été transféré par ${arc.sealedBy.join(', ')}, qui a vérifié qu’il venait de ${who}.`,
      en: `This message was forwarded by ${arc.sealedBy.join(', ')}, who checked that it came from ${who}.`,
    },
    'several authors': {
      fr: 'Ce message se donne plusieurs auteurs : on ne peut pas se fier au nom affiché.',
      en: 'This message names several authors: the name shown cannot be relied on.',
    },
    'policy failed': {
      fr: `Ce message se dit de ${who}, qui demande de ne pas croire les messages envoyés ainsi.`,
      en: `This message claims to come from ${who}, who asks not to believe messages sent this way.`,
    },
    'signature broken': {
      fr: `La signature de ${who} ne correspond pas à ce message : il a été modifié ou imité.`,
      en: `The signature of ${who} does not fit this message: it was changed or imitated.`,
    },
    'sender not allowed': {
      fr: `Ce message se dit de ${who}, mais vient d’un serveur que ${who} n’autorise pas.`,
      en: `This message claims to come from ${who} but was sent by a server that ${who} does not allow.`,
    },
    'dns silent': {
      fr: 'L’origine de ce message n’a pas pu être vérifiée : le DNS n’a pas répondu.',
      en: 'Where this message comes from could not be checked: DNS did not answer.',
    },
    'nothing to check': {
      fr: 'Rien ne permet de vérifier l’origine de ce message.',
      en: 'There is nothing by which to check where this message comes from.',
    },
  }
  return words[reason]
}

function spfSentence({ spf: { result, domain } }: Evidence): Sentence[] {
  if (result === 'skipped' || result === 'none') return []
  return [same(`SPF: ${result} (${domain ?? '?'})`)]
}

function dkimSentences({ dkim }: Evidence): Sentence[] {
  const words = {
    pass: { fr: 'valide', en: 'valid' },
    broken: { fr: 'ne correspond pas au message', en: 'does not fit the message' },
    useless: { fr: 'inutilisable', en: 'not usable' },
    temperror: { fr: 'non vérifiée, le DNS n’a pas répondu', en: 'not checked, DNS did not answer' },
  }
  return dkim.slice(0, 5).map(({ domain, result }) => ({
    fr: `DKIM : signature de ${domain} ${words[result].fr}`,
    en: `DKIM: signature of ${domain} ${words[result].en}`,
  }))
}

function dmarcSentence({ dmarc: { result, policy } }: Evidence): Sentence[] {
  if (result === 'skipped' || result === 'none') return []
  return [same(`DMARC: ${result}${policy ? ` (p=${policy})` : ''}`)]
}

function arcSentence({ arc: { result, sealedBy } }: Evidence): Sentence[] {
  return result === 'none' ? [] : [same(`ARC: ${result} (${sealedBy.join(', ') || '?'})`)]
}

const same = (text: string): Sentence => ({ fr: text.replace(':', ' :'), en: text })
