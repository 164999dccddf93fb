// What customers refuse, and how it is mended. Part of the contract.
import { refusal } from '#base/contract'
import type { CustomerId, IdentityKind } from './contract.ts'

export const identityTaken = refusal<{ customer: CustomerId }>('customer.identity_taken', 409, {
  fr: 'Cette adresse ou ce numéro est déjà celui d’un autre client. Réunissez plutôt les deux fiches.',
  en: 'This address or number already belongs to another customer. Join the two records instead.',
})
export const identityInvalid = refusal<{ kind: IdentityKind }>('customer.identity_invalid', 422, {
  fr: 'Cette adresse ou ce numéro n’est pas lisible. Vérifiez-le et recommencez.',
  en: 'This address or number cannot be read. Check it and try again.',
})
export const joinItself = refusal('customer.join_itself', 422, {
  fr: 'Ces deux fiches sont la même. Choisissez-en une autre.',
  en: 'These two records are the same one. Choose another.',
})
export const notProposed = refusal('customer.not_proposed', 409, {
  fr: 'Rien ne dit plus que ces deux fiches sont la même personne. Rechargez, ou demandez à un responsable de les réunir.',
  en: 'Nothing says any more that these two records are one person. Reload, or ask a manager to join them.',
})
export const groupTooLarge = refusal<{ most: number }>('customer.group_too_large', 422, {
  fr: 'Trop de fiches seraient réunies. Séparez d’abord celles qui ne vont pas ensemble.',
  en: 'Too many records would be joined. Part those that do not belong together first.',
})
export const domainTaken = refusal('company.domain_taken', 409, {
  fr: 'Ce nom de domaine est déjà celui d’une autre entreprise. Retirez-le d’abord de celle-ci.',
  en: 'This domain already belongs to another company. Take it away from that one first.',
})
export const domainShared = refusal<{ domain: string }>('company.domain_shared', 422, {
  fr: 'Ce nom de domaine est celui d’une messagerie publique : il ne désigne pas une entreprise. Retirez-le.',
  en: 'This domain belongs to a public mail provider: it does not tell a company. Take it out.',
})
export const contactUnknown = refusal('customer.contact_unknown', 422, {
  fr: 'Cette personne n’est pas, ou n’est plus, dans l’équipe. Choisissez quelqu’un d’actif, et des suppléants tous différents.',
  en: 'This person is not, or no longer, of the staff. Choose somebody active, and deputies who all differ.',
})
export const contactOverlaps = refusal('customer.contact_overlaps', 409, {
  fr: 'Un autre interlocuteur est déjà prévu pour cette période. Changez les dates.',
  en: 'Another point of contact is already named for that time. Change the dates.',
})
export const contactNotOfTeam = refusal('customer.contact_not_of_team', 422, {
  fr: 'La personne à montrer doit faire partie de l’équipe choisie. Choisissez un de ses membres, ou laissez l’équipe montrer qui est là.',
  en: 'The person to show must belong to the team. Choose one of its members, or let the team show whoever is here.',
})
export const projectBackwards = refusal('customer.project_backwards', 422, {
  fr: 'Le projet doit finir après avoir commencé. Corrigez les dates.',
  en: 'A project must end after it begins. Correct the dates.',
})
export const refusals = [
  identityTaken, identityInvalid, joinItself, notProposed, groupTooLarge, domainTaken, domainShared, contactUnknown, contactOverlaps,
  contactNotOfTeam, projectBackwards,
] // prettier-ignore
