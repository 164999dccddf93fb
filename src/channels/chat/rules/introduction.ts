// What the visitor sees when somebody else takes over: who it is now, and that nothing has to be said again. Pure.

export type Introduction = { language: 'fr' | 'en'; person: string; before: string }

/** First names of whoever comes and whoever was there. */
export function introduction({ language, person, before }: Introduction): string {
  const [who, after] = [firstName(person), firstName(before)]
  if (language === 'en') return `Hello, I am ${who}, I am taking over from ${after}. I have read your conversation.`
  return `Bonjour, je suis ${who}, je prends la suite ${of(after)}. J’ai lu votre échange.`
}

export const firstName = (name: string): string => name.trim().split(/[\s\u00a0\u202f]+/u)[0] || name

// « de » loses its vowel before another: d’Anna, d’Élise, d’Hugo (a name's h is silent in French).
const of = (name: string): string => (/^[aeiouyhàâäéèêëîïôöùûü]/iu.test(name) ? `d’${name}` : `de ${name}`)
