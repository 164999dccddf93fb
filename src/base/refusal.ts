// A refusal is something a person can mend. It has a code, a status and a sentence in both languages; it is never a surprise.
import { refusal, type Refusal } from './contract.ts'

export class Refused extends Error {
  readonly refusal: Refusal<unknown>
  readonly details: unknown
  constructor(refusal: Refusal<unknown>, details: unknown) {
    super(`${refusal.code}: ${refusal.en}`)
    this.refusal = refusal
    this.details = details
  }
}

export const refuse = <Details>(kind: Refusal<Details>, details: Details): Refused =>
  new Refused(kind as Refusal<unknown>, details)

export const inputInvalid = refusal<{ fields: { path: string; message: string }[] }>('input.invalid', 422, {
  fr: 'Certaines informations ne sont pas valables. Corrigez les champs indiqués et recommencez.',
  en: 'Some of the information is not valid. Correct the fields shown and try again.',
})
export const notFound = refusal('not_found', 404, {
  fr: 'Rien ne se trouve à cette adresse. Vérifiez le lien ou revenez à la liste.',
  en: 'There is nothing at this address. Check the link or go back to the list.',
})
export const signInNeeded = refusal('sign_in.needed', 401, {
  fr: 'Connectez-vous pour continuer.',
  en: 'Sign in to continue.',
})
export const notAllowed = refusal<{ permission: string }>('not_allowed', 403, {
  fr: 'Votre rôle ne permet pas cette action. Demandez-la à votre responsable.',
  en: 'Your role does not allow this. Ask your manager.',
})
export const forgedRequest = refusal('request.forged', 403, {
  fr: 'Cette demande ne vient pas de l’application. Rechargez la page et recommencez.',
  en: 'This request does not come from the application. Reload the page and try again.',
})
export const tooManyRequests = refusal<{ retry_after_seconds: number }>('too_many_requests', 429, {
  fr: 'Trop de demandes en peu de temps. Attendez un instant et recommencez.',
  en: 'Too many requests in a short time. Wait a moment and try again.',
})
export const bodyTooLarge = refusal<{ limit_bytes: number }>('body.too_large', 413, {
  fr: 'C’est trop volumineux. Réduisez la taille ou envoyez en plusieurs fois.',
  en: 'This is too large. Make it smaller or send it in several parts.',
})
export const bodyUnreadable = refusal('body.unreadable', 400, {
  fr: 'Le corps de la demande n’est pas du JSON valable. Corrigez-le et recommencez.',
  en: 'The body of the request is not valid JSON. Correct it and try again.',
})
export const bodyTypeUnknown = refusal('body.type_unknown', 415, {
  fr: 'Ce type de contenu n’est pas compris ici. Envoyez du JSON (Content-Type: application/json), et les fichiers en multipart/form-data.',
  en: 'This type of content is not understood here. Send JSON (Content-Type: application/json), and files as multipart/form-data.',
})
export const upgradeNeeded = refusal('upgrade.needed', 426, {
  fr: 'Cette adresse parle WebSocket. Ouvrez-la ainsi, ou lisez /api/v1/events.',
  en: 'This address speaks WebSocket. Open it that way, or read /api/v1/events.',
})
export const busy = refusal('busy', 503, {
  fr: 'Le service est très sollicité. Rien n’est perdu : recommencez dans quelques secondes.',
  en: 'The service is very busy. Nothing is lost: try again in a few seconds.',
})
export const idempotencyReused = refusal('idempotency.reused', 409, {
  fr: 'Cette clé d’idempotence a déjà servi pour une autre demande. Utilisez une nouvelle clé.',
  en: 'This idempotency key was already used for another request. Use a new key.',
})
export const stale = refusal<{ current: unknown; given_version: number; current_version: number }>('stale', 409, {
  fr: 'Quelqu’un a modifié ceci entre-temps. Comparez les deux versions et choisissez.',
  en: 'Somebody changed this in the meantime. Compare both versions and choose.',
})
export const fileTooLarge = refusal<{ limit_bytes: number }>('file.too_large', 413, {
  fr: 'Ce fichier est trop volumineux. Réduisez-le, ou partagez-le autrement et envoyez-nous le lien.',
  en: 'This file is too large. Make it smaller, or share it in another way and send us the link.',
})
export const fileEmpty = refusal<{ name: string }>('file.empty', 422, {
  fr: 'Ce fichier est vide. Choisissez-en un autre.',
  en: 'This file is empty. Choose another.',
})
export const fileDangerous = refusal<{ name: string }>('file.dangerous', 415, {
  fr: 'Nous n’acceptons pas les programmes. Envoyez un document ou une image.',
  en: 'We do not accept programs. Send a document or a picture.',
})
export const fileRenamed = refusal<{ name: string }>('file.renamed', 415, {
  fr: 'Le contenu de ce fichier ne correspond pas à son nom. Envoyez-le sous son vrai nom.',
  en: 'The content of this file does not match its name. Send it under its true name.',
})
export const internal = refusal('internal', 500, {
  fr: 'Une erreur de notre côté. Elle est consignée ; recommencez, et prévenez-nous si elle revient.',
  en: 'An error on our side. It has been recorded; try again, and tell us if it comes back.',
})

export const floorRefusals = [
  inputInvalid, notFound, signInNeeded, notAllowed, forgedRequest, tooManyRequests,
  bodyTooLarge, bodyUnreadable, bodyTypeUnknown, upgradeNeeded, busy, idempotencyReused, stale, fileTooLarge, fileEmpty, fileDangerous, fileRenamed,
  internal,
] // prettier-ignore
