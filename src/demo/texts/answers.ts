// What a customer answers to our answer. Pure.
import type { Chance } from './chance.ts'
import { typeset } from './typography.ts'

export type Mood = 'pleased' | 'asks_more' | 'displeased' | 'silent'

export const moodOf = (chance: Chance): Mood => {
  const drawn = chance.below(100)
  if (drawn < 55) return 'pleased'
  if (drawn < 82) return 'asks_more'
  return drawn < 94 ? 'displeased' : 'silent'
}

const words: Record<'fr' | 'en', Record<Exclude<Mood, 'silent'>, readonly string[]>> = {
  fr: {
    pleased: [
      "C'est parfait, merci pour votre réponse et pour sa rapidité. Vous pouvez considérer l'affaire réglée.",
      "Merci ! Je ne m'attendais pas à ce qu'une personne me réponde, encore moins la bonne.",
      "Voilà qui est clair. Bonne journée à vous, et bon courage avec les autres.",
      "Impeccable. Je recommanderai, dans les deux sens du terme.",
    ],
    asks_more: [
      "Merci de votre réponse. Une dernière question : faut-il que je sois là à la livraison, ou le gardien peut-il signer ?",
      "D'accord, et si cela ne suffit pas, à qui dois-je écrire ? À vous, j'espère.",
      "Je veux bien. Mais je ne suis pas là avant jeudi : peut-on décaler à vendredi ?",
      "Merci. Pouvez-vous me le confirmer avec une date ? Je dois prévenir mes voisins.",
    ],
    displeased: [
      "J'ai lu votre réponse deux fois et je n'y trouve pas la réponse. Que dois-je faire, concrètement ?",
      "On m'a déjà dit cela la semaine dernière. Cette fois, j'aimerais que quelqu'un s'en occupe vraiment.",
      "Ce n'est pas ce qui avait été promis au téléphone. Cela me déçoit, je l'avoue.",
    ],
  },
  en: {
    pleased: ["That is perfect, thank you for such a quick reply. Consider it settled.", "Marvellous. I did not expect a person, let alone the right one."],
    asks_more: ["Thank you. One last thing: does somebody have to be in for the delivery?", "All right. And if that does not do it, whom should I write to? You, I hope."],
    displeased: ["I have read your reply twice and still do not know what I should do. Could you be more precise?", "I was told the very same thing last week. I would like somebody to really look into it this time."],
  },
} // prettier-ignore

/** Null when the customer lets it rest. */
export function answerOf(
  chance: Chance,
  { language, name }: { language: 'fr' | 'en'; name: string },
): { mood: Mood; text: string } | null {
  const mood = moodOf(chance)
  if (mood === 'silent') return null
  const hello = language === 'fr' ? 'Bonjour' : 'Hello'
  return { mood, text: typeset(`${hello},\n\n${chance.one(words[language][mood])}\n\n${name}`, language) }
}
