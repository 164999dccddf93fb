import { refusal } from '#base/contract'

export const setupUnknown = refusal('setup.unknown', 404, {
  fr: 'Cette installation n’existe pas. Choisissez-en une dans la liste.',
  en: 'There is no such set-up. Choose one of the list.',
})
export const setupMoved = refusal('setup.moved', 409, {
  fr: 'Quelque chose a changé depuis que ce plan a été montré. Regardez le nouveau, puis confirmez.',
  en: 'Something changed since this plan was shown. Look at the new one, then confirm.',
})
export const setupMisspelt = refusal<{ where: string[] }>('setup.misspelt', 422, {
  fr: 'Ce document parle d’une clé qu’il ne contient pas, ou deux fois de la même. Corrigez les endroits indiqués.',
  en: 'This document speaks of a key that it does not hold, or twice of the same one. Correct the places shown.',
})
export const setupIsOurs = refusal('setup.is_ours', 409, {
  fr: 'Ce nom est celui d’une installation livrée avec Guichet. Donnez un autre identifiant à la vôtre.',
  en: 'This is the name of a set-up that comes with Guichet. Give yours another id.',
})
