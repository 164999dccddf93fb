import { refusal } from '#base/contract'

export const spanUpsideDown = refusal('forecasting.span_upside_down', 422, {
  fr: 'La période finit avant d’avoir commencé. Choisissez une fin après le début.',
  en: 'The period ends before it begins. Choose an end after the beginning.',
})
export const spanTooLong = refusal<{ most_days: number }>('forecasting.span_too_long', 422, {
  fr: 'Cette période est trop longue pour une seule demande. Choisissez-en une plus courte ou moins de files.',
  en: 'This period is too long for one request. Choose a shorter one, or fewer queues.',
})
export const streamUnknown = refusal('forecasting.stream_unknown', 422, {
  fr: 'On ne sait rien de cette file par ce canal. Choisissez-en une dans la liste.',
  en: 'Nothing is known of this queue by this channel. Choose one of the list.',
})
export const tooLittleHistory = refusal<{ days: number; days_needed: number }>('forecasting.too_little_history', 409, {
  fr: 'Le passé connu est trop court pour une prévision : il faut deux semaines d’une même file. Apportez un fichier, ou attendez quelques jours.',
  en: 'Too little of the past is known for a forecast: it takes two weeks of one stream. Bring a file, or wait some days.',
})
export const runsWaiting = refusal<{ most: number }>('forecasting.runs_waiting', 409, {
  fr: 'Des prévisions attendent déjà leur tour. Attendez la fin de l’une d’elles, ou arrêtez-en une.',
  en: 'Forecasts are waiting for their turn already. Wait until one has ended, or stop one.',
})
export const runNotDone = refusal('forecasting.run_not_done', 409, {
  fr: 'Cette prévision n’a pas de résultat : elle n’est pas finie, ou elle s’est arrêtée en route. Attendez, ou recommencez-la.',
  en: 'This forecast has no result: it is not finished, or stopped on the way. Wait, or make it again.',
})
export const runOver = refusal('forecasting.run_over', 409, {
  fr: 'Tout ce que prévoit cette prévision est déjà passé. Calculez-en une nouvelle.',
  en: 'Everything this forecast speaks of is past. Make a new one.',
})
export const publicationTooEarly = refusal('forecasting.publication_too_early', 422, {
  fr: 'Une prévision ne peut pas valoir pour le passé : on ne saurait plus ce qui avait été prévu. Choisissez un moment à venir.',
  en: 'A forecast cannot be valid for the past: nobody would know any more what had been forecast. Choose a moment to come.',
})
export const runFellOver = refusal('forecasting.fell_over', 500, {
  fr: 'La prévision s’est arrêtée par une erreur de notre côté. Elle est consignée ; recommencez, et prévenez-nous si elle revient.',
  en: 'The forecast stopped by an error on our side. It has been recorded; make it again, and tell us if it comes back.',
})
export const runTookTooLong = refusal('forecasting.took_too_long', 422, {
  fr: 'La prévision a été arrêtée : elle prenait trop de temps ou de mémoire. Faites-la apprendre de moins de semaines.',
  en: 'The forecast was stopped: it took too much time or memory. Let it learn from fewer weeks.',
})
export const adjustmentPast = refusal('forecasting.adjustment_past', 422, {
  fr: 'On n’ajuste pas une prévision dont le moment est passé. Choisissez une période à venir.',
  en: 'A forecast whose moment is past is not adjusted any more. Choose a span to come.',
})
export const adjustmentNonsense = refusal('forecasting.adjustment_nonsense', 422, {
  fr: 'Ce montant ne convient pas : un facteur va de 0 à 20, un nombre fixé n’est jamais négatif, une durée est d’au moins une seconde.',
  en: 'This amount does not fit: a factor is between 0 and 20, a set number is never negative, a time is at least a second.',
})
export const adjustmentUndone = refusal('forecasting.adjustment_undone', 409, {
  fr: 'Cet ajustement a déjà été annulé. Rien n’a changé.',
  en: 'This adjustment has been undone already. Nothing was changed.',
})
export const enoughOfThem = refusal<{ most: number }>('forecasting.enough', 409, {
  fr: 'Il y en a déjà beaucoup dans cette période. Annulez-en avant d’en ajouter.',
  en: 'There are many in this span already. Undo some before adding more.',
})
export const nothingDecided = refusal('forecasting.nothing_decided', 409, {
  fr: 'Rien n’a été décidé de ce point : il n’y a rien à annuler.',
  en: 'Nothing was decided on this point: there is nothing to take back.',
})
export const replacementMissing = refusal('forecasting.replacement_missing', 422, {
  fr: 'Dites combien de contacts auraient dû arriver.',
  en: 'Say how many contacts should have come.',
})
export const zoneUnknown = refusal('forecasting.zone_unknown', 422, {
  fr: 'Ce fuseau horaire n’existe pas. Écrivez par exemple Europe/Paris.',
  en: 'There is no such time zone. Write for example Europe/Paris.',
})
// column: its heading; asks: which of the two ways of writing somebody has to say
export type LineTrouble = {
  line: number
  column?: string | undefined
  asks?: 'dates' | 'decimal' | undefined
  fr: string
  en: string
}
export const importUnreadable = refusal<{ troubles: LineTrouble[]; more: number }>('forecasting.import_unreadable', 422, {
  fr: 'Ce fichier ne se lit pas en entier ; rien n’en a été repris. Corrigez les lignes indiquées et apportez-le à nouveau.',
  en: 'This file cannot be read in full; nothing of it was taken. Correct the lines shown and bring it again.',
})
