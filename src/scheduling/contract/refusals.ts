// What scheduling refuses, and what to do instead. Part of the contract.
import { refusal } from '#base/contract'
import type { TroubleSaid } from './names.ts'

export const notByLaw = refusal<{ troubles: TroubleSaid[] }>('scheduling.not_allowed', 422, {
  fr: 'Ce changement n’est pas permis : la loi, le contrat ou une compétence s’y oppose. Lisez pourquoi, et choisissez autrement.',
  en: 'This change is not allowed: law, contract or a skill stands against it. Read why, and choose otherwise.',
})
export const shiftsOverlap = refusal('scheduling.shifts_overlap', 409, {
  fr: 'Cette personne travaille déjà à ce moment-là, dans ce planning ou dans un autre qui est publié. Choisissez une autre heure ou une autre personne.',
  en: 'This person already works at that time, in this plan or another that is published. Choose another time or another person.',
})
export const shiftUnreal = refusal('scheduling.shift_unreal', 422, {
  fr: 'Une vacation dure de 15 minutes à 16 heures et commence dans les jours du planning. Corrigez ses heures.',
  en: 'A shift lasts from 15 minutes to 16 hours and begins within the days of the plan. Correct its hours.',
})
export const activityOutside = refusal('scheduling.activity_outside', 422, {
  fr: 'Une pause ou une activité tient dans sa vacation, dure 5 minutes au moins et n’en recouvre pas une autre. Corrigez ses heures.',
  en: 'A break or activity lies within its shift, lasts 5 minutes at least and covers no other. Correct its hours.',
})
export const notOfPlan = refusal('scheduling.not_of_plan', 422, {
  fr: 'Cette personne n’est pas de ce planning. Ajoutez-la, ou choisissez quelqu’un d’autre.',
  en: 'This person is not of this plan. Add them, or choose somebody else.',
})
export const planTooLong = refusal<{ most_days: number }>('scheduling.plan_too_long', 422, {
  fr: 'Un planning couvre douze semaines au plus. Choisissez une période plus courte.',
  en: 'A plan covers twelve weeks at most. Choose a shorter period.',
})
export const planTooFull = refusal<{ most: number }>('scheduling.plan_too_full', 422, {
  fr: 'Ce planning contient trop de vacations. Faites-en deux, par équipe ou par période.',
  en: 'This plan holds too many shifts. Make two of it, by team or by period.',
})
export const planIsPublished = refusal('scheduling.plan_is_published', 409, {
  fr: 'Ce planning est publié : des personnes comptent dessus. Retirez-le d’abord.',
  en: 'This plan is published: people count on it. Take it back first.',
})
export const planNotPublished = refusal('scheduling.plan_not_published', 409, {
  fr: 'Ce planning n’est pas publié : il n’y a rien à retirer.',
  en: 'This plan is not published: there is nothing to take back.',
})
export const offerNeedsPublishing = refusal('scheduling.offer_needs_publishing', 409, {
  fr: 'On ne propose de vacation que dans un planning publié. Publiez-le d’abord.',
  en: 'A shift is only offered in a plan that is published. Publish it first.',
})
export const nothingToUndo = refusal('scheduling.nothing_to_undo', 409, {
  fr: 'Vous n’avez rien à annuler ni à rétablir dans ce planning.',
  en: 'There is nothing of yours to take back or do again in this plan.',
})
export const changedSince = refusal('scheduling.changed_since', 409, {
  fr: 'Quelqu’un a changé ces vacations depuis. Regardez-les avant d’annuler.',
  en: 'Somebody changed these shifts since. Look at them before you take it back.',
})
export const runUnderWay = refusal('scheduling.run_under_way', 409, {
  fr: 'L’optimiseur travaille déjà sur ce planning. Attendez-le, ou arrêtez-le.',
  en: 'The optimiser is already at work on this plan. Wait for it, or stop it.',
})
export const tooManyRunsAsked = refusal<{ most: number }>('scheduling.too_many_runs', 409, {
  fr: 'Plusieurs plannings attendent déjà l’optimiseur. Attendez la fin de l’un d’eux.',
  en: 'Several plans already wait for the optimiser. Wait until one is done.',
})
export const mendIsPast = refusal('scheduling.mend_is_past', 409, {
  fr: 'Ce remède ne vaut plus : une de ces journées a changé depuis, ou elle est verrouillée. Optimisez encore pour en avoir d’autres.',
  en: 'This mend no longer holds: one of these days has changed since, or is locked. Optimise again to get others.',
})
export const nothingFoundYet = refusal('scheduling.nothing_found_yet', 409, {
  fr: 'L’optimiseur n’a encore rien trouvé. Attendez un peu, ou arrêtez-le sans rien garder.',
  en: 'The optimiser has found nothing yet. Wait a little, or stop it with nothing.',
})
export const planTookTooLong = refusal('scheduling.took_too_long', 422, {
  fr: 'L’optimiseur a été arrêté : il prenait trop de temps ou de mémoire. Choisissez moins de personnes ou moins de jours.',
  en: 'The optimiser was stopped: it took too much time or memory. Choose fewer people or fewer days.',
})
export const planFellOver = refusal('scheduling.fell_over', 500, {
  fr: 'L’optimiseur s’est arrêté par une erreur de notre côté. Elle est consignée ; recommencez, et prévenez-nous si elle revient.',
  en: 'The optimiser stopped by an error on our side. It has been recorded; run it again, and tell us if it comes back.',
})
export const nobodyToPlan = refusal('scheduling.nobody_to_plan', 422, {
  fr: 'Ce planning ne compte personne : ajoutez une équipe ou des personnes, ou donnez-leur un contrat.',
  en: 'This plan holds nobody: add a team or people, or give them a contract.',
})
export const shiftNotMine = refusal('scheduling.shift_not_mine', 403, {
  fr: 'Cette vacation n’est pas la vôtre. Proposez une des vôtres.',
  en: 'This shift is not yours. Offer one of yours.',
})
export const swapTaken = refusal('scheduling.swap_taken', 409, {
  fr: 'Quelqu’un a été plus rapide, ou cet échange n’est plus proposé. Regardez les autres.',
  en: 'Somebody was faster, or this swap is no longer offered. Look at the others.',
})
export const swapPending = refusal('scheduling.swap_pending', 409, {
  fr: 'Cette vacation est déjà proposée. Retirez d’abord cette proposition.',
  en: 'This shift is already offered. Withdraw that offer first.',
})
export const swapTooLate = refusal<{ hours: number }>('scheduling.swap_too_late', 409, {
  fr: 'Il est trop tard pour échanger cette vacation. Parlez-en à votre responsable.',
  en: 'It is too late to change this shift. Speak to your manager.',
})
export const swapOvertaken = refusal('scheduling.swap_overtaken', 409, {
  fr: 'Une de ces vacations a changé depuis. Proposez l’échange à nouveau.',
  en: 'One of these shifts has changed since. Offer the swap again.',
})
export const bidsClosed = refusal('scheduling.bids_closed', 409, {
  fr: 'Ce créneau n’est plus proposé : il est pris, retiré ou son heure est passée.',
  en: 'This shift is no longer offered: it is taken, withdrawn or its time has passed.',
})
export const notABidder = refusal('scheduling.not_a_bidder', 422, {
  fr: 'Une de ces personnes ne s’est pas proposée, ou il y a plus de personnes que de places. Choisissez parmi les candidats.',
  en: 'One of these people has not bid, or there are more people than places. Choose among the bidders.',
})
export const contractBackwards = refusal('scheduling.contract_backwards', 422, {
  fr: 'Ce contrat finit avant d’avoir commencé. Corrigez ses dates.',
  en: 'This contract ends before it begins. Correct its dates.',
})
export const patternTaken = refusal('scheduling.pattern_taken', 409, {
  fr: 'Un modèle de vacation porte déjà ce nom. Choisissez-en un autre.',
  en: 'A pattern of shifts has this name already. Choose another.',
})
export const wishUnclear = refusal('scheduling.wish_unclear', 422, {
  fr: 'Il manque une précision à ce souhait : le jour, les heures ou le collègue. Complétez-le.',
  en: 'Something is missing in this wish: the day, the hours or the colleague. Complete it.',
})
export const wishAnswered = refusal('scheduling.wish_answered', 409, {
  fr: 'Ce souhait a déjà reçu sa réponse. Rechargez la page.',
  en: 'This wish has been answered already. Reload the page.',
})
export const gatheringUnfit = refusal('scheduling.gathering_unfit', 422, {
  fr: 'Cette réunion ne tient pas dans sa plage, ou la plage n’est pas dans le planning. Corrigez la durée ou la plage.',
  en: 'This meeting does not fit its window, or the window is not within the plan. Correct its length or window.',
})
export const feedsEnough = refusal<{ most: number }>('scheduling.feeds_enough', 409, {
  fr: 'Vous avez déjà plusieurs adresses d’agenda. Retirez-en une avant d’en faire une autre.',
  en: 'You have several calendar addresses already. Take one back before you make another.',
})
export const onlyPeopleWork = refusal('scheduling.only_people', 403, {
  fr: 'Seule une personne connectée a des vacations. Connectez-vous avec votre compte.',
  en: 'Only a person who is signed in has shifts. Sign in with your account.',
})
export const zoneUnknown = refusal('scheduling.zone_unknown', 422, {
  fr: 'Ce fuseau horaire n’existe pas. Écrivez-le comme Europe/Paris.',
  en: 'There is no such time zone. Write it like Europe/Paris.',
})
export const trafficDayUnknown = refusal('scheduling.traffic_day', 422, {
  fr: 'Choisissez pour le trafic un jour passé, et un jour du planning où quelqu’un travaille.',
  en: 'Choose a day that is over for the traffic, and a day of the plan on which somebody works.',
})
export const waitsForPublishing = refusal('scheduling.waits_for_publishing', 409, {
  fr: 'Cette vacation n’est pas celle que la personne voit : une modification attend d’être publiée. Publiez le planning, ou annulez-la.',
  en: 'This shift is not the one people see: a change to it waits to be published. Publish the plan, or take it back.',
})
export const noPlanThatDay = refusal('scheduling.no_plan_that_day', 409, {
  fr: 'Aucun planning publié ne contient ce jour pour cette personne. Publiez-en un d’abord.',
  en: 'No published plan holds this day for this person. Publish one first.',
})
