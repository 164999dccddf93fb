import { refusal } from '#base/contract'

export const spanUpsideDown = refusal('staffing.span_upside_down', 422, {
  fr: 'La période finit avant d’avoir commencé. Choisissez une fin après le début.',
  en: 'The period ends before it begins. Choose an end after the beginning.',
})
export const spanTooLong = refusal<{ most_days: number }>('staffing.span_too_long', 422, {
  fr: 'Cette période est trop longue. Demandez cinq semaines au plus à la fois.',
  en: 'This period is too long. Ask for five weeks at most at a time.',
})
export const targetUnknownQueue = refusal<{ queues: string[] }>('staffing.unknown_queue', 422, {
  fr: 'Un objectif porte sur une file que les règles ne connaissent pas. Retirez-le, ou publiez d’abord les règles.',
  en: 'A target is about a queue that the rules do not know. Remove it, or publish the rules first.',
})
export const streamTwice = refusal<{ streams: string[] }>('staffing.stream_twice', 422, {
  fr: 'La même file et le même canal ont deux objectifs. Gardez-en un seul.',
  en: 'The same queue and channel have two targets. Keep one of them.',
})
export const shrinkageTwice = refusal('staffing.shrinkage_twice', 422, {
  fr: 'Le même endroit a deux taux d’indisponibilité. Gardez-en un seul.',
  en: 'The same place has two shrinkages. Keep one of them.',
})
export const nobodyLeft = refusal('staffing.nobody_left', 422, {
  fr: 'Avec ces taux d’indisponibilité, presque personne ne serait au travail. Baissez-les : leur total doit rester sous 90 %.',
  en: 'With this shrinkage, hardly anybody would be at work. Lower it: the total must stay under 90%.',
})
export const nothingToReckon = refusal('staffing.nothing_to_reckon', 409, {
  fr: 'Aucune prévision n’est publiée : il n’y a rien à calculer. Publiez une prévision d’abord.',
  en: 'No forecast is published: there is nothing to reckon. Publish a forecast first.',
})
export const reckoningTooLong = refusal('staffing.took_too_long', 422, {
  fr: 'Le calcul a été arrêté : il prenait trop de temps ou de mémoire. Séparez les files qui n’ont pas besoin des mêmes personnes, puis recommencez.',
  en: 'The reckoning was stopped: it took too much time or memory. Separate queues that need not have the same people, and try again.',
})
export const reckoningFell = refusal('staffing.fell_over', 500, {
  fr: 'Le calcul s’est arrêté par une erreur de notre côté. Elle est consignée ; recommencez, et prévenez-nous si elle revient.',
  en: 'The reckoning stopped by an error on our side. It has been recorded; run it again, and tell us if it comes back.',
})
