// What clocks refuse, and what to do about it.
import { refusal } from '#base/contract'

export const policyUnknown = refusal('service_level.unknown', 404, {
  fr: 'Ce niveau de service n’existe pas ou a été retiré. Revenez à la liste.',
  en: 'There is no such service level, or it was retired. Go back to the list.',
})
export const policyNameTaken = refusal('service_level.name_taken', 409, {
  fr: 'Un autre niveau de service porte déjà ce nom. Choisissez-en un autre.',
  en: 'Another service level already has this name. Choose another.',
})
export const lastForAll = refusal('service_level.last_for_all', 409, {
  fr: 'C’est le dernier niveau de service valable pour tous les dossiers. Ajoutez-en un autre, ou laissez celui-ci sans condition.',
  en: 'This is the last service level that is for all cases. Add another first, or leave this one without conditions.',
})
export const carriedByContract = refusal<{ contracts: number }>('service_level.carried', 409, {
  fr: 'Des contrats en cours portent ce niveau de service. Modifiez-les d’abord.',
  en: 'Contracts in force carry this service level. Change them first.',
})
export const tooManyPolicies = refusal<{ most: number }>('service_level.too_many', 409, {
  fr: 'Il y a déjà beaucoup de niveaux de service. Retirez-en un d’abord.',
  en: 'There are many service levels already. Retire one first.',
})
export const contractUnknown = refusal('service_contract.unknown', 404, {
  fr: 'Ce contrat n’existe pas. Revenez à la liste.',
  en: 'There is no such contract. Go back to the list.',
})
export const contractsOverlap = refusal('service_contract.overlap', 409, {
  fr: 'Un autre contrat couvre déjà ces dates. Terminez-le d’abord, ou changez les dates.',
  en: 'Another contract already covers these dates. End it first, or change the dates.',
})
export const contractBackwards = refusal('service_contract.backwards', 422, {
  fr: 'Le contrat doit finir après avoir commencé. Corrigez les dates.',
  en: 'A contract must end after it begins. Correct the dates.',
})
export const nothingToTake = refusal('clock.nothing_to_take', 409, {
  fr: 'Rien n’a été escaladé dans ce dossier, ou quelqu’un s’en occupe déjà.',
  en: 'Nothing was escalated in this case, or somebody is on it already.',
})
export const clockPeriodInvalid = refusal('clock.period_invalid', 422, {
  fr: 'La période doit finir après avoir commencé, et couvrir trois ans au plus.',
  en: 'The period must end after it begins and cover three years at most.',
})
export const nobodyToHold = refusal('holding.nobody', 422, {
  fr: 'Ce client ne peut être joint d’aucune façon dans ce dossier. Ajoutez d’abord une adresse.',
  en: 'This customer cannot be reached in any way in this case. Add an address first.',
})
