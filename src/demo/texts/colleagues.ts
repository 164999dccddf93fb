// What colleagues of the made-up centre write when they take something by themselves. Pure.
import type { Chance } from './chance.ts'
import { fill, typeset } from './typography.ts'

type Writing = { language: 'fr' | 'en'; chance: Chance; customer: string; me: string }
type Lines = Record<'fr' | 'en', readonly string[]>

const letters: Lines = {
  fr: [
    'Bonjour {client},\n\nVotre message est arrivé chez moi, et il y reste : je vérifie à l’atelier et je vous réponds en détail avant ce soir.\n\n{moi}',
    'Bonjour {client},\n\nMerci de ces précisions. Le plus simple : ne renvoyez rien, je fais partir ce qu’il faut et je vous écris quand c’est en route.\n\n{moi}',
    'Bonjour {client},\n\nC’est noté, et c’est fait de notre côté. S’il reste la moindre ombre, répondez à ce message : il revient sur mon bureau.\n\n{moi}',
  ],
  en: [
    'Dear {client},\n\nYour message has come to me and stays with me: I am checking with the workshop and will answer in full before tonight.\n\n{moi}',
    'Dear {client},\n\nThank you. Please do not send anything back; I will get the right part on its way and write when it has left.\n\n{moi}',
  ],
}
const chats: Lines = {
  fr: [
    'Bonjour {client}, c’est {moi}. Je regarde cela tout de suite avec vous.',
    'Bonjour {client}, vous êtes au bon endroit. Une minute, j’ouvre votre dossier.',
    'Bonjour ! Je vois. Je m’en occupe et je reste là tant que ce n’est pas réglé.',
  ],
  en: [
    'Hello {client}, {moi} here. Let me look at this with you.',
    'Hello {client}, you have come to the right place. One minute, I am opening your case.',
  ],
}
const farewells: Lines = {
  fr: ['Avec plaisir. Bonne journée !', 'Voilà qui est fait. Je garde un œil dessus jusqu’à demain.', 'Merci à vous. La lumière vous va bien !'],
  en: ['With pleasure. Have a good day!', 'That is done. I will keep an eye on it until tomorrow.'],
} // prettier-ignore
const refusals: Lines = {
  fr: ['Je termine avec un client', 'Je connais mal ce produit', 'Je pars en pause'],
  en: ['I am finishing with a customer', 'I do not know this product well', 'I am off for a break'],
}

const draw = (lines: Lines, { language, chance, customer, me }: Writing): string =>
  typeset(fill(chance.one(lines[language]), { client: customer, moi: me }), language)

export const letterBack = (writing: Writing): string => draw(letters, writing)
export const firstLine = (writing: Writing): string => draw(chats, writing)
export const lastLine = (writing: Writing): string => draw(farewells, writing)
export const notMe = (writing: Writing): string => draw(refusals, writing)
