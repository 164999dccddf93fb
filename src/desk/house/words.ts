import { defineWords } from '#ui/words'

export const words = defineWords({
  fr: {
    title: 'La maison',
    lead: 'Ce qui se règle une fois et se consulte de temps en temps.',
    noneTitle: 'Rien à régler pour vous',
    noneText: 'Votre rôle ne demande aucun réglage. Tout ce qu’il vous faut est dans la colonne de gauche.',
  },
  en: {
    title: 'The house',
    lead: 'What is set once and looked at now and then.',
    noneTitle: 'Nothing for you to set',
    noneText: 'Your role needs no settings. All you need is in the left column.',
  },
})
