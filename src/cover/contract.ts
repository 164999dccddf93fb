// The window of cover: who covers what while somebody is away, what they find on return, and how somebody leaves the house.
import { refusal } from '#base/contract'

export * from './contract/plan.ts'
export * from './contract/homecoming.ts'
export * from './contract/departure.ts'

export const coverGaps = refusal<{ gaps: number }>('cover.gaps', 409, {
  fr: 'Certaines choses ne seraient couvertes par personne. Choisissez quelqu’un, ou dites pourquoi vous approuvez quand même.',
  en: 'Some things would be covered by nobody. Choose somebody, or say why you approve all the same.',
})
export const coverUnfit = refusal('cover.unfit', 422, {
  fr: 'Cette personne ne peut pas couvrir cela : elle est partie, c’est celle qui s’absente, ou elle n’a pas accès à ce dossier.',
  en: 'This person cannot cover that: they have left, they are the one who is away, or have no access to this case.',
})
export const datesNeeded = refusal('cover.dates_needed', 422, {
  fr: 'Dites qui s’absente, à partir de quand et jusqu’à quand.',
  en: 'Say who is away, from when and until when.',
})
export const homecomingUnknown = refusal('cover.homecoming_unknown', 404, {
  fr: 'Il n’y a pas de retour à lire ici, ou ce n’est pas le vôtre.',
  en: 'There is no return to read here, or it is not yours.',
})
export const departureUnknown = refusal('departure.unknown', 404, {
  fr: 'Ce départ n’existe pas, ou n’est pas à vous de le préparer.',
  en: 'There is no such departure, or it is not yours to prepare.',
})
export const departureOver = refusal('departure.over', 409, {
  fr: 'Ce départ est déjà terminé ou annulé. Rechargez la page.',
  en: 'This departure is already finished or called off. Reload the page.',
})
export const restsStill = refusal<{ left: number; kinds: { kind: string; count: number }[] }>('departure.rests_still', 409, {
  fr: 'Quelque chose repose encore sur cette personne. Transmettez-le, ou acceptez à la place de ceux qui n’ont pas répondu.',
  en: 'Something still rests on this person. Pass it on, or accept in the place of those who have not answered.',
})
export const nobodyToReceive = refusal('departure.nobody_to_receive', 422, {
  fr: 'Personne ici ne peut reprendre cela : choisissez une personne active, ou une équipe qui compte d’autres membres.',
  en: 'Nobody here can take this over: choose somebody active, or a team with other members.',
})
