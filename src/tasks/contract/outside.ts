// What may be done through a signed link, without an account.
import { refusal } from '#base/contract'

export const outsideDeeds = ['seen', 'answer', 'ask', 'decline', 'other'] as const
export type OutsideDeed = (typeof outsideDeeds)[number]
export const MOST_DEED_FILES = 10
export const MOST_DEED_FILES_BYTES = 20_000_000 // of one deed, together
export const MOST_DEEDS_AN_HOUR = 30 // about one task

export const nothingToAnswer = refusal('task_link.nothing_to_answer', 409, {
  fr: 'Cette demande n’attend plus de réponse : elle est déjà répondue, ou n’est plus d’actualité. Merci.',
  en: 'This request is not waiting for an answer any more: it was answered already, or is no longer needed. Thank you.',
})
export const nothingToSay = refusal('task_link.nothing_said', 422, {
  fr: 'Écrivez quelques mots ou joignez un document, puis envoyez.',
  en: 'Write a few words or attach a document, then send.',
})
export const deedTextTooLong = refusal<{ limit: number }>('task_link.text_too_long', 422, {
  fr: 'Ce texte est trop long. Raccourcissez-le, ou joignez-le comme document.',
  en: 'This text is too long. Shorten it, or attach it as a document.',
})
export const deedFilesTooLarge = refusal<{ limit_bytes: number; most: number }>('task_link.files_too_large', 413, {
  fr: 'C’est trop volumineux : dix documents et 20 Mo au plus par envoi. Envoyez-les en plusieurs fois.',
  en: 'This is too large: ten documents and 20 MB at most at a time. Send them in several parts.',
})
export const tooManyDeeds = refusal<{ retry_after_seconds: number }>('task_link.too_many', 429, {
  fr: 'Beaucoup d’envois en peu de temps. Attendez quelques minutes et recommencez.',
  en: 'Many messages in a short time. Wait a few minutes and try again.',
})
