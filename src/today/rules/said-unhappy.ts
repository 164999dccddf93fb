// Does somebody say in words that they are unhappy, in French or English? Pure. The lexicon is ours: phrases by how strong they are. It is made to
// miss rather than to accuse: what is denied ("je ne suis pas mécontent") and what is quoted does not count, nor does thanking by habit.
const LONGEST_TEXT = 20_000
const LONGEST_QUOTE = 200

export type Heard = { kind: 'said' | 'thanked'; weight: number; words: string }
type Strength = 4 | 3 | 2

// 4: leaving, the law, outrage · 3: anger and disappointment · 2: still waiting, asking again
const FRENCH: Readonly<Record<Strength, readonly string[]>> = {
  4: [
    'scandaleu[xs]e?s?', 'inadmissibles?', 'inacceptables?', 'honteu[xs]e?s?', "c'est une honte", '(?:une|cette) arnaque', 'arnaqueurs?', 'escroquerie', 'escrocs?', 'mise en demeure',
    '(?:saisir|saisis|consulter|contacter|prendre|voir avec|demander a) (?:mon|un|notre) avocat', 'porter(?:ai)? plainte', 'deposer(?:ai)? (?:une )?plainte', '(?:au|devant le) tribunal', 'en justice',
    'dgccrf', 'signal ?conso', 'que choisir', '60 millions de consommateurs', 'mediateur', 'vous (?:vous )?(?:moquez|foutez|fichez) d[eu]', "aller voir ailleurs", 'a la concurrence', 'plus jamais',
    "(?:avis|commentaire) negatif", 'on se (?:moque|fout|fiche) d[eu]',
  ],
  3: [
    'mecontente?s?', 'decue?s?', 'deception', 'furieu[xs]e?s?', 'en colere', 'excedee?s?', 'exasperee?s?', 'outree?s?', 'ras[- ]le[- ]bol', '(?:en ai|y en a) (?:vraiment )?(?:marre|assez)', "n'importe quoi",
    'lamentables?', 'deplorables?', 'catastrophiques?', 'une catastrophe', 'service (?:est )?(?:vraiment )?(?:nul|mauvais|pitoyable)', 'pitoyables?', 'incompeten(?:ts?|tes?|ce)', 'perte de temps', 'perdre mon temps', 'insupportable',
    '(?:combien|a bout) de (?:fois|patience)', 'perd[us]? patience', 'plus (?:du tout )?confiance', 'foutage', 'se payer ma tete', 'intolerables?', 'resilier',
    "(?:pas|peu|guere) (?:du tout |vraiment |tres )?(?:contente?s?|satisfaite?s?|satisfaisante?s?|normal|normale|acceptable|serieu[xs]e?|professionnel(?:le)?|correcte?|a la hauteur)",
  ],
  2: [
    'toujours (?:pas|rien|aucune?)', 'sans (?:reponse|nouvelles?|retour) (?:de (?:votre|ta) part|depuis|a ce jour)', '(?:aucune|pas de|pas eu de) (?:reponse|nouvelles?|retour)', '(?:troisieme|quatrieme|cinquieme|enieme|[3-9] ?e(?:me)?) (?:mail|message|courriel|relance|demande|fois|appel)',
    'encore une fois', "je (?:vous )?(?:relance|reitere)", "(?:vous m'aviez|on m'avait|vous aviez) promis", 'attends depuis', 'attendons depuis', 'attente depuis',
  ],
} // prettier-ignore
const ENGLISH: Readonly<Record<Strength, readonly string[]>> = {
  4: [
    'unacceptable', 'outrageous', 'disgraceful', 'disgrace', 'disgusting', 'disgusted', 'appalling', 'appalled', '(?:a|this) scam', 'scammers?', 'ripped off', 'rip-off', '(?:my|a|our) (?:lawyer|solicitor|attorney)',
    'legal action', 'trading standards', 'ombudsman', 'small claims', 'take you to court', 'formal complaint', 'never again', 'business elsewhere', '(?:negative|bad|one[- ]star) review', 'worst (?:\\w+ )?(?:service|company|experience|shop)',
  ],
  3: [
    'angry', 'furious', 'fed up', 'frustrat(?:ed|ing)', 'disappoint(?:ed|ing|ment)', 'annoyed', 'annoying', 'upset', 'dissatisfied', 'unhappy', 'terrible', 'awful', 'horrible', 'ridiculous', 'useless', 'incompetent',
    '(?:poor|bad|lousy) (?:\\w+ )?(?:service|experience|communication)', 'waste of (?:my |our )?time', 'lost (?:all )?(?:patience|confidence|trust)', 'shambles', 'how many times', 'sick of', 'cancel my (?:account|contract|subscription|order)',
    "(?:not|isn't|aren't|wasn't|hardly) (?:at all |very |really |exactly )?(?:happy|satisfied|acceptable|good enough|impressed|pleased|professional|amused|on)",
  ],
  2: [
    "still (?:no|not|haven't|hasn't|nothing|waiting|don't|doesn't|have not|has not)", '(?:no|without (?:any |an )?) ?(?:reply|answer|response|news) (?:from you|yet|since|so far|at all)', "(?:haven't|have not) (?:heard|received) (?:back|anything|any)",
    '(?:third|fourth|fifth|umpteenth) (?:mail|email|message|time|request|call)', 'yet again', 'once again', '(?:you|i was) promised', 'been waiting (?:for|since)', 'chasing (?:you|this)',
  ],
} // prettier-ignore
const THANKS = [
  'merci (?:beaucoup|infiniment|mille fois)', 'mille mercis?', '(?:un )?grand merci', "(?:c'est|tout est|tout va) (?:parfait|super|genial|impeccable|nickel)", '(?:tres|vraiment) (?:satisfaite?s?|contente?s?)', 'ravie?s?',
  "(?:probleme|souci|tout) (?:est |a ete )?(?:bien )?(?:regle|resolu|en ordre|rentre dans l'ordre)", 'thank you (?:so|very) much', 'thanks (?:a lot|so much|a million)', 'many thanks', 'much appreciated', "(?:that's|this is|it's|all) (?:perfect|brilliant|great|wonderful)",
  '(?:very|really|so) (?:happy|pleased|satisfied|grateful)', 'all sorted', '(?:problem|issue)(?: is| has been)? (?:solved|fixed|resolved|sorted)', 'works (?:perfectly|fine|again) now',
] // prettier-ignore

const oneOf = (phrases: readonly string[]): RegExp => new RegExp(`(?<![a-z])(?:${phrases.join('|')})(?![a-z])`, 'g')
const COMPLAINTS = ([4, 3, 2] as const).map((weight) => ({ weight, heard: oneOf([...FRENCH[weight], ...ENGLISH[weight]]) }))
const THANKED = oneOf(THANKS)

// In its own clause, not more than four words before: "je ne suis vraiment pas en colère", "rien de catastrophique", "I was never angry".
const DENIED = /(?<![a-z])(?:pas|jamais|aucunement|nullement|sans|ni|rien|loin|non|not|never|isn't|aren't|wasn't|don't|didn't|nothing|without|nor|hardly|no longer)(?: (?!mais\b|but\b)[a-z'-]+){0,4}$/ // prettier-ignore
const ITSELF_DENIES =
  /^(?:pas|peu|guere|not|isn't|aren't|wasn't|hardly|toujours|still|aucune|no|haven't|have not|sans|without|plus)\b/
// "Vous n'auriez pas dû", "I would be": what might be is not what is felt. A condition may still be a threat, so only wishes are left out.
const WISHED =
  /(?<![a-z])(?:j'espere ne pas|dommage si|pour ne pas|afin de ne pas|so as not to|hope (?:you are|you're) not)(?: [a-z'-]+){0,3}$/

/** What of a message tells how its writer feels: the strongest complaint with the sentence it stands in, else heartfelt thanks, else nothing. */
export function saidUnhappy(text: string): Heard | null {
  const own = withoutQuotes(text.slice(0, LONGEST_TEXT))
  const folded = fold(own)
  const complaints = COMPLAINTS.flatMap(({ weight, heard }) =>
    [...folded.matchAll(heard)].filter(isMeant(folded)).map((match) => ({ weight, at: match.index })),
  )
  const first = complaints[0]
  if (!first) return thanks(own, folded)
  const kinds = new Set(complaints.map(({ at }) => sentenceAt(own, at)))
  return {
    kind: 'said',
    weight: Math.min(6, first.weight + (kinds.size > 1 ? 1 : 0) + (isLoud(own) ? 1 : 0)),
    words: sentenceAt(own, first.at),
  }
}

const CALMS = -3
function thanks(own: string, folded: string): Heard | null {
  const found = [...folded.matchAll(THANKED)].find(isMeant(folded))
  return found ? { kind: 'thanked', weight: CALMS, words: sentenceAt(own, found.index) } : null
}

const isMeant =
  (folded: string) =>
  (match: RegExpExecArray): boolean => {
    const clause = folded.slice(Math.max(0, match.index - 80), match.index).split(/[,;:.!?\n]/).at(-1)?.trimEnd() ?? ''
    if (WISHED.test(clause)) return false
    return ITSELF_DENIES.test(match[0]) || !DENIED.test(clause)
  } // prettier-ignore

// Written in capitals, or with three exclamation marks on end.
const LEAST_LETTERS = 30
function isLoud(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  const capitals = letters.replace(/[^\p{Lu}]/gu, '')
  return /[!?]{3,}/.test(text) || (letters.length >= LEAST_LETTERS && capitals.length / letters.length > 0.7)
}

const withoutQuotes = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')

// As long as what it was, letter by letter, so that places stay places.
const fold = (text: string): string =>
  Array.from(text.normalize('NFC'), (sign) => {
    const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return /^[’ʼ`]$/.test(sign) ? "'" : /\s/.test(sign) && sign !== '\n' ? ' ' : plain.length === sign.length ? plain : sign
  }).join('')

function sentenceAt(text: string, at: number): string {
  const before = Math.max(...['.', '!', '?', '\n'].map((end) => text.lastIndexOf(end, at - 1))) + 1
  const rest = text.slice(before)
  const sentence = (/^[\s\S]*?[.!?](?=\s|$)|^[^\n]*/.exec(rest)?.[0] ?? rest).replaceAll(/\s+/g, ' ').trim()
  return sentence.length > LONGEST_QUOTE ? `${sentence.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : sentence
}
