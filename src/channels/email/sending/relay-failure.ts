// What can go wrong between us and a relay, in a form that says how far we had come.
import type { Reply } from './reply.ts'

export type Phase =
  | 'connect'
  | 'greeting'
  | 'hello'
  | 'tls'
  | 'sign-in'
  | 'sender'
  | 'recipients'
  | 'data'
  | 'body'
  | 'answer'
  | 'quit'
export type Trouble =
  | { kind: 'refused'; reply: Reply } // it said no
  | { kind: 'lost' } // the connection ended
  | { kind: 'late' } // no answer within the phase's time
  | { kind: 'nonsense' } // an answer that is not SMTP
  | { kind: 'unreachable'; code: string } // no connection: ECONNREFUSED, ENOTFOUND …
  | { kind: 'unprotected' } // TLS is needed and cannot be had, or the certificate is not valid
  | { kind: 'no sign-in' } // we have a password and it offers no way we know
export type Sentence = { fr: string; en: string }

export class RelayFailure extends Error {
  readonly phase: Phase
  readonly trouble: Trouble
  constructor(phase: Phase, trouble: Trouble) {
    super(`${phase}: ${trouble.kind === 'refused' ? trouble.reply.text : trouble.kind}`)
    this.phase = phase
    this.trouble = trouble
  }
}

const during: Record<Phase, Sentence> = {
  connect: { fr: 'à la connexion', en: 'while connecting' },
  greeting: { fr: 'à l’accueil', en: 'at its greeting' },
  hello: { fr: 'à la présentation', en: 'when we introduced ourselves' },
  tls: { fr: 'au chiffrement', en: 'when starting encryption' },
  'sign-in': { fr: 'à l’identification', en: 'when signing in' },
  sender: { fr: 'à l’annonce de l’expéditeur', en: 'when told the sender' },
  recipients: { fr: 'à l’annonce des destinataires', en: 'when told the recipients' },
  data: { fr: 'avant le message', en: 'before the message' },
  body: { fr: 'pendant le message', en: 'inside the message' },
  answer: { fr: 'après le message', en: 'after the message' },
  quit: { fr: 'à la fin', en: 'at the end' },
}

/** What happened, for people. The relay's own words are given as they are. */
export function sentenceOf({ phase, trouble }: Pick<RelayFailure, 'phase' | 'trouble'>): Sentence {
  const { fr, en } = during[phase]
  switch (trouble.kind) {
    case 'refused':
      return { fr: `Le relais a refusé ${fr} : ${trouble.reply.text}`, en: `The relay refused ${en}: ${trouble.reply.text}` }
    case 'lost':
      return { fr: `La connexion au relais a été perdue ${fr}.`, en: `The connection to the relay was lost ${en}.` }
    case 'late':
      return { fr: `Le relais n’a pas répondu à temps ${fr}.`, en: `The relay did not answer in time ${en}.` }
    case 'nonsense':
      return { fr: `Ce qui a répondu ${fr} n’est pas un relais de courrier.`, en: `What answered ${en} is not a mail relay.` }
    case 'unreachable':
      return unreachable(trouble.code)
    case 'unprotected':
      return {
        fr: 'Le relais n’offre pas de connexion chiffrée digne de confiance. Vérifiez son nom et son certificat.',
        en: 'The relay offers no encrypted connection that can be trusted. Check its name and its certificate.',
      }
    case 'no sign-in':
      return {
        fr: 'Le relais n’offre pas d’identification par mot de passe. Vérifiez le port et le chiffrement.',
        en: 'The relay offers no sign-in by password. Check the port and the encryption.',
      }
  }
}

function unreachable(code: string): Sentence {
  switch (code) {
    case 'ENOTFOUND':
      return {
        fr: 'Le nom du relais est inconnu. Vérifiez comment il s’écrit.',
        en: 'The relay’s name is not known. Check its spelling.',
      }
    case 'EAI_AGAIN':
      return {
        fr: 'Le nom du relais n’a pas pu être cherché : le DNS ne répond pas.',
        en: 'The relay’s name could not be looked up: DNS does not answer.',
      }
    case 'ECONNREFUSED':
      return {
        fr: 'Rien n’écoute à ce port du relais. Vérifiez le port.',
        en: 'Nothing listens at this port of the relay. Check the port.',
      }
    default:
      return { fr: `Le relais n’a pas pu être joint (${code}).`, en: `The relay could not be reached (${code}).` }
  }
}
