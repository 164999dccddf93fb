// What may be refused, and what to do about it.
import { refusal } from '#base/contract'

export const caseUnknown = refusal('case.unknown', 404, {
  fr: 'Ce dossier n’existe pas, ou n’est pas à vous de le voir. Vérifiez le numéro.',
  en: 'There is no such case, or it is not yours to see. Check the number.',
})
export const alreadyTaken = refusal<{ owner: { id: string; name: string } }>('case.already_taken', 409, {
  fr: 'Quelqu’un a pris ce dossier juste avant vous. Rechargez pour voir qui en répond.',
  en: 'Somebody took this case just before you. Reload to see who answers for it.',
})
export const caseIsClosed = refusal('case.is_closed', 409, {
  fr: 'Ce dossier est clos. Rouvrez-le d’abord.',
  en: 'This case is closed. Reopen it first.',
})
export const ownerUnfit = refusal('case.owner_unfit', 422, {
  fr: 'Cette personne n’est plus dans la maison. Choisissez quelqu’un d’autre.',
  en: 'This person is no longer here. Choose somebody else.',
})
export const ownerMayNotRead = refusal('case.owner_may_not_read', 422, {
  fr: 'Cette personne n’a pas accès aux dossiers de cette marque : elle ne pourrait ni le lire ni y répondre. Choisissez quelqu’un d’autre, ou faites élargir son rôle.',
  en: 'This person has no access to the cases of this brand: they could neither read nor answer it. Choose somebody else, or have their role widened.',
})
export const handOverUnderWay = refusal('hand_over.under_way', 409, {
  fr: 'Une passation attend déjà une réponse. Retirez-la d’abord.',
  en: 'A hand-over is already waiting for an answer. Withdraw it first.',
})
export const handOverOver = refusal('hand_over.over', 409, {
  fr: 'Cette passation est déjà terminée. Rechargez la page.',
  en: 'This hand-over is already over. Reload the page.',
})
export const nobodyToAnswer = refusal('reply.no_recipient', 422, {
  fr: 'Personne à qui répondre ici : indiquez au moins une adresse.',
  en: 'There is nobody to answer here: give at least one address.',
})
export const cannotReach = refusal<{ channel: string }>('reply.cannot_reach', 422, {
  fr: 'Ce client ne peut pas être joint ainsi dans ce dossier. Choisissez une autre voie, ou indiquez une adresse.',
  en: 'This customer cannot be reached this way in this case. Choose another way, or give an address.',
})
export const answersInPlace = refusal('reply.answers_in_place', 422, {
  fr: 'Ici, on répond là où se tient la conversation, sans adresse. Retirez les destinataires, ou répondez par courriel.',
  en: 'Answers go where this conversation is, without an address. Remove the recipients, or answer by mail.',
})
export const replyTooLong = refusal<{ limit: number; length: number }>('reply.too_long', 422, {
  fr: 'Ce message est trop long pour ce canal. Raccourcissez-le, ou répondez par courriel.',
  en: 'This message is too long for this channel. Shorten it, or answer by mail.',
})
export const replyTooLate = refusal('reply.too_late', 409, {
  fr: 'Sur ce canal, le délai pour répondre est passé. Répondez autrement.',
  en: 'On this channel the time to answer is over. Answer another way.',
})
export const replyGone = refusal<{ state: string }>('reply.gone', 409, {
  fr: 'Ce message est déjà parti, on ne peut plus le retenir.',
  en: 'This message has already left and can no longer be held back.',
})
export const replyEmpty = refusal('reply.empty', 422, {
  fr: 'Le message est vide. Écrivez quelque chose ou joignez un fichier.',
  en: 'The message is empty. Write something or attach a file.',
})
export const uploadUnknown = refusal('upload.unknown', 422, {
  fr: 'Une pièce jointe a disparu. Joignez-la de nouveau.',
  en: 'An attachment is gone. Attach it again.',
})
export const attachmentsTooLarge = refusal<{ limit_bytes: number }>('reply.attachments_too_large', 413, {
  fr: 'Les pièces jointes dépassent 25 Mo. Retirez-en ou envoyez-les en plusieurs messages.',
  en: 'The attachments exceed 25 MB. Remove some or send several messages.',
})
export const nameInUse = refusal('name.in_use', 409, {
  fr: 'Ce nom est déjà pris. Choisissez-en un autre.',
  en: 'This name is already in use. Choose another.',
})
export const nothingToRetry = refusal('reply.nothing_to_retry', 409, {
  fr: 'Ce message n’est ni en échec, ni incertain, ni gardé : il n’y a rien à renvoyer.',
  en: 'This message neither failed nor is uncertain or kept: there is nothing to send again.',
})
export const caseRefusals = [
  caseUnknown, alreadyTaken, caseIsClosed, ownerUnfit, ownerMayNotRead, handOverUnderWay, handOverOver, nobodyToAnswer, cannotReach, answersInPlace, replyTooLong, replyTooLate, replyGone, replyEmpty,
  uploadUnknown, attachmentsTooLarge, nameInUse, nothingToRetry,
] // prettier-ignore
