// What a person can mend. Part of the contract.
import { refusal } from '#base/contract'
import type { OfferEnding } from './words.ts'

export const offerOver = refusal<{ as: OfferEnding }>('routing.offer_over', 409, {
  fr: 'Cette proposition n’est plus à vous : elle a pris fin ou quelqu’un d’autre l’a prise. La suivante viendra d’elle-même.',
  en: 'This is no longer offered to you: it ended, or somebody else took it. The next one will come by itself.',
})
export const offerUnknown = refusal('routing.offer_unknown', 404, {
  fr: 'Cette proposition n’existe pas, ou ne vous a pas été faite.',
  en: 'There is no such offer, or it was not made to you.',
})
export const itemUnknown = refusal('routing.item_unknown', 404, {
  fr: 'Ce travail n’existe pas, ou n’est pas à vous de le voir.',
  en: 'There is no such work item, or it is not yours to see.',
})
export const itemOver = refusal('routing.item_over', 409, {
  fr: 'C’est déjà fait ou terminé. Rechargez la page.',
  en: 'This is already done or over. Reload the page.',
})
export const itemTakenMeanwhile = refusal('routing.item_taken', 409, {
  fr: 'Quelqu’un d’autre vient de prendre ce travail.',
  en: 'Somebody else has just taken this.',
})
export const noRules = refusal('routing.no_rules', 409, {
  fr: 'Aucune règle de répartition n’est publiée. Publiez-en d’abord (Règles de répartition).',
  en: 'No routing rules are published. Publish some first (Routing rules).',
})
export const queueUnknown = refusal<{ queue: string }>('routing.queue_unknown', 422, {
  fr: 'Cette file n’existe pas dans les règles en vigueur. Choisissez-en une autre.',
  en: 'There is no such queue in the rules in force. Choose another.',
})
export const notRouted = refusal('routing.not_routed', 422, {
  fr: 'Aucune file ne prend ce travail. Ajoutez une file qui le prenne, ou dites laquelle.',
  en: 'No queue takes this. Add a queue that does, or say which one.',
})
export const notYourItem = refusal('routing.not_yours', 403, {
  fr: 'Seule la personne qui a ce travail en main, ou un responsable, peut le faire.',
  en: 'Only whoever has this in hand, or a manager, may do that.',
})
export const wrapUpLonger = refusal('routing.wrap_up_longer_once', 409, {
  fr: 'Le temps de clôture a déjà été prolongé une fois. Terminez, ou mettez-vous en pause.',
  en: 'The wrap-up was already prolonged once. Finish, or pause.',
})
export const notWrapping = refusal('routing.not_wrapping', 409, {
  fr: 'Vous n’êtes pas en clôture.',
  en: 'You are not wrapping anything up.',
})
export const seatOfPeople = refusal('routing.seat_of_people', 403, {
  fr: 'Seule une personne connectée a une place. Connectez-vous avec votre compte.',
  en: 'Only a person who is signed in has a seat. Sign in with your account.',
})
export const seatOff = refusal('routing.seat_off', 409, {
  fr: 'Vous n’êtes pas disponible. Dites d’abord que vous êtes là.',
  en: 'You are not available. Say first that you are there.',
})
export const breaksOverlap = refusal<object>('routing.breaks_overlap', 409, {
  fr: 'Une pause est déjà prévue à ce moment. Modifiez celle qui existe.',
  en: 'A break is already planned at that time. Change the one there is.',
})
export const breakBackwards = refusal('routing.break_backwards', 422, {
  fr: 'La pause doit finir après avoir commencé, et durer moins de douze heures.',
  en: 'The break must end after it begins, and last less than twelve hours.',
})
