// What may be refused, and what to do about it.
import { refusal } from '#base/contract'

export const caseUnknown = refusal('case.unknown', 404, {
  fr: 'Ce dossier n’existe pas, ou n’est pas à vous de le voir. Vérifiez le numéro.',
  en: 'There is no such case, or it is not yours to see. Check the number.',
})
export const projectOfOthers = refusal('case.project_of_others', 422, {
  fr: 'Ce projet n’est ni à ce client, ni à son entreprise. Choisissez l’un des leurs.',
  en: 'This project belongs neither to this customer nor to their company. Choose one of theirs.',
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
  fr: 'Cette personne n’a pas accès aux dossiers de cette marque : elle ne pourrait ni le lire ni y répondre. Choisissez quelqu’un d’autre, ou faites élargir son rôle.',
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
  fr: 'Personne à qui répondre ici : indiquez au moins une adresse.',
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
  fr: 'Ce message n’est ni en échec, ni incertain, ni gardé : il n’y a rien à renvoyer.',
  en: 'This message neither failed nor is uncertain or kept: there is nothing to send again.',
})
export const caseBlockedOpen = refusal<{ blockers: { kind: string; id: string; what: string; waits_for: { name: string } }[] }>('case.blocked', 409, {
  fr: 'Quelque chose garde encore ce dossier ouvert. Attendez-en la fin, ou dites pourquoi vous le fermez quand même.',
  en: 'Something still keeps this case open. Wait for it to end, or say why you close the case all the same.',
}) // prettier-ignore
export const closingOverNotYours = refusal('case.closing_over_not_yours', 403, {
  fr: 'Seule la personne qui répond de ce dossier, ou un responsable, peut le fermer malgré ce qui le garde ouvert. Passez par elle.',
  en: 'Only the person who answers for this case, or a manager, may close it over what keeps it open. Ask them.',
})
export const caseIsMerged = refusal<{ main: { id: string; number: number } }>('case.is_merged', 409, {
  fr: 'Ce dossier fait partie d’un autre. Faites-le dans le dossier principal, ou séparez-les d’abord.',
  en: 'This case is part of another one. Do it in the main case, or part them first.',
})
export const mergeImpossible = refusal<{ why: 'same' | 'other_brand' | 'already' | 'main_closed' }>(
  'case.merge_impossible',
  409,
  {
    fr: 'Ces deux dossiers ne peuvent pas n’en faire qu’un : il en faut deux différents, de la même marque, pas encore réunis, et le principal ouvert.',
    en: 'These two cases cannot be made one: there must be two, of the same brand, not yet merged, and the main one open.',
  },
)
export const notMerged = refusal('case.not_merged', 409, {
  fr: 'Ces deux dossiers sont déjà séparés. Rechargez la page.',
  en: 'These two cases are apart already. Reload the page.',
})
export const handOverNeedsReason = refusal('hand_over.reason_needed', 422, {
  fr: 'Dites en quelques mots pourquoi vous refusez : la personne qui vous le propose doit pouvoir faire autrement.',
  en: 'Say in a few words why you decline: whoever offers it must be able to find another way.',
})
export const handOverNotYours = refusal<{ to: { id: string; name: string } }>('hand_over.not_yours', 403, {
  fr: 'Cette passation est proposée à quelqu’un d’autre : personne ne l’accepte à sa place. Demandez qu’on vous la propose.',
  en: 'This hand-over is offered to somebody else: nobody accepts it in their place. Ask for it to be offered to you.',
})
export const handOverDuePast = refusal('hand_over.due_past', 422, {
  fr: 'Le délai de réponse est déjà passé. Choisissez un moment à venir.',
  en: 'The time to answer by is already past. Choose a later one.',
})
export const portfolioCannot = refusal<{ cases: { id: string; number: number | null; why: string }[] }>('portfolio.cannot', 409, {
  fr: 'Certains de ces dossiers ne peuvent pas être proposés : rien ne l’a été. Retirez-les de la liste et recommencez.',
  en: 'Some of these cases cannot be offered: none was. Take them off the list and try again.',
})
export const handlingNotYours = refusal('case.handling_not_yours', 403, {
  fr: 'Chacun dit pour soi qu’il travaille sur un dossier ; pour un autre, c’est à la personne qui en répond, ou à un responsable.',
  en: 'Everybody says for themselves that they work on a case; for others, it is up to whoever answers for it, or a manager.',
})
// A room above wants something of the case first: its trigger names the constraint `case_is_complete` and says what is missing.
export const caseIncomplete = refusal<{ missing: { id: string; fr: string; en: string }[] }>('case.incomplete', 409, {
  fr: 'Il manque encore des informations que votre maison demande avant la clôture. Remplissez-les, puis fermez le dossier.',
  en: 'Some information that your house asks before closing is still missing. Fill it in, then close the case.',
})
export const caseRefusals = [
  caseUnknown, projectOfOthers, alreadyTaken, caseIsClosed, ownerUnfit, ownerMayNotRead, handOverUnderWay, handOverOver, nobodyToAnswer, cannotReach, answersInPlace, replyTooLong, replyTooLate, replyGone, replyEmpty,
  uploadUnknown, attachmentsTooLarge, nameInUse, nothingToRetry, caseBlockedOpen, closingOverNotYours, caseIsMerged, mergeImpossible, notMerged, handOverNeedsReason,
  handOverNotYours, handOverDuePast, portfolioCannot, handlingNotYours, caseIncomplete,
] // prettier-ignore
