import type { Language } from './shapes.ts'

// The commonest short words of each language; those shared by French and English are left out. The other languages are there so that
// a Spanish mail is not taken for French.
const WORDS: Record<string, string> = {
  fr: 'le la les un une des du de et est je vous nous ne pas que qui dans pour avec sur mon ma mes votre vos notre suis avez merci bonjour cordialement ce cette mais ou où été avoir être par au aux il elle ils plus bien depuis commande ai mail être c’est jai sans très svp madame monsieur',
  en: 'the and is are was were you your i we they this that these of to in for with my our have has had not please thanks thank hello hi regards would could can will from be it an as at do does if when what there but been any all order',
  de: 'der die das und ist ich nicht sie wir ein eine einen zu mit auf für von dem den des im bitte danke haben hat bei auch wenn sehr geehrte grüßen mfg nach wie oder aber',
  es: 'el los las y es por para con una uno que no mi su se del al lo como más pero muy gracias hola saludos usted está estoy tengo ha han ser pedido',
  it: 'il lo gli i e è per con una uno che non mi si del della di al ho sono grazie buongiorno saluti come ma più questo questa ordine',
  nl: 'het een en is ik niet van voor met op te dat deze dit wij we zijn heb heeft graag bedankt groeten mijn uw naar ook maar',
  pt: 'o os as e é por para com uma um que não meu seu se do da em no na obrigado olá mais mas está tenho pedido você',
}

const LANGUAGES = Object.keys(WORDS)
const WORD_LANGUAGES = new Map<string, string[]>()
for (const [language, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) WORD_LANGUAGES.set(word, [...(WORD_LANGUAGES.get(word) ?? []), language])
}

/**
 * French, English or another language, by counting common words in the first 20,000 characters; null when there is too little to tell.
 * A guess for sorting and for the language of an acknowledgement, never a fact about the person.
 */
export function guessLanguage(text: string): Language | null {
  const sample = text.slice(0, 20_000).toLowerCase()
  const scores = new Map(LANGUAGES.map((language) => [language, 0]))
  let letters = 0
  let foreign = 0
  for (const [word] of sample.matchAll(/[\p{L}’]+/gu)) {
    letters += word.length
    if (/[^\p{Script=Latin}’]/u.test(word)) foreign += word.length
    const languages = WORD_LANGUAGES.get(word) ?? []
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length)
  }
  if (foreign > letters / 2) return 'other'
  const ranked = [...scores].toSorted((a, b) => b[1] - a[1])
  const [best, second] = ranked
  if (!best || best[1] < 1 || best[1] === second?.[1]) return accented(sample)
  return best[0] === 'fr' || best[0] === 'en' ? best[0] : 'other'
}

function accented(sample: string): Language | null {
  return /[éèêçàùœ]/.test(sample) && !/[ñäößãõ¿¡]/.test(sample) ? 'fr' : null
}
