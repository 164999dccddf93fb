import { defineWords } from '#ui/words'

export const words = defineWords({
  fr: {
    title: 'Relancer {name}',
    tone: 'Sur quel ton',
    tone_polite: 'Courtois',
    tone_firm: 'Ferme',
    tone_manager: 'Par la hiérarchie',
    detail_polite: 'Un rappel aimable, avec l’échéance.',
    detail_firm: 'Ce que le retard entraîne, et une réponse attendue.',
    detail_manager: 'La personne responsable est mise au courant.',
    next: 'Une relance partira d’elle-même ({tone}).',
  },
  en: {
    title: 'Chase {name}',
    tone: 'In which tone',
    tone_polite: 'Polite',
    tone_firm: 'Firm',
    tone_manager: 'Through the manager',
    detail_polite: 'A friendly reminder, with the deadline.',
    detail_firm: 'What the delay leads to, and an answer expected.',
    detail_manager: 'Whoever is in charge of them is told.',
    next: 'A reminder will leave by itself ({tone}).',
  },
})
