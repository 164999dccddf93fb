// Finds what a text promises. It only ever proposes: better to miss one than to nag. Pure.
import { fold, type Here, type When } from './moments/moment.ts'
import { readMoments, type Moment } from './moments/read-moments.ts'

export type { Here, When } from './moments/moment.ts'
export type Found = { start: number; end: number; quote: string; what: string; when: When } // start, end: of the time alone, UTF-16 units

const LONGEST_TEXT = 20_000

/** The promises of a text: each sentence in which we say that we, or what is ours, will do something by a moment to come. */
export function findPromises(text: string, here: Here): Found[] {
  return sentencesOf(text.slice(0, LONGEST_TEXT)).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end)
    if (!isPromise(fold(sentence))) return []
    const moments = readMoments(sentence, here).filter((moment) => isDeadline(fold(sentence), moment))
    return withoutAlternatives(sentence, moments).map((moment) => foundIn(sentence, start, moment))
  })
}

/** The moment that was typed on its own, as in "jeudi avant midi"; null when it is none to come. */
export function readMoment(text: string, here: Here): Found | null {
  const typed = text.slice(0, LONGEST_TEXT)
  const [moment] = readMoments(typed, here)
  return moment ? foundIn(typed, 0, moment) : null
}

const foundIn = (sentence: string, offset: number, { start, end, when }: Moment): Found => ({
  start: offset + start,
  end: offset + end,
  quote: sentence.slice(start, end),
  what: withoutGreeting(sentence.trim().replaceAll(/\s+/g, ' ')),
  when,
})

// "Bonjour Madame, je vous rappelle jeudi.": what was promised begins after the greeting.
const GREETING = /^(?:bonjour|bonsoir|cher|chère|hello|hi|dear|good (?:morning|afternoon|evening))\b[^,]{0,40},\s*/iu
function withoutGreeting(sentence: string): string {
  const rest = sentence.replace(GREETING, '')
  return rest.charAt(0).toLocaleUpperCase('fr') + rest.slice(1)
}

type Stretch = { start: number; end: number }

// A full stop ends a sentence when a space follows; not that of "p.m." or "Mme." A line beginning with ">" is somebody else's.
function sentencesOf(text: string): Stretch[] {
  const ends = /(?<![ap]\.m|\bM|\bMr|\bMrs|\bMme|\bDr)[.!?…]+(?=\s|$)|\n+/giu
  const found: Stretch[] = []
  let start = 0
  for (const match of [...text.matchAll(ends), null]) {
    const end = match ? match.index + match[0].length : text.length
    if (!text.slice(start, end).trimStart().startsWith('>')) found.push({ start, end })
    start = end
  }
  return found
}

const COURTESY = "(?:vous |te |t'|les? |la |l'|lui |leur |y |en |m'|me |bien |aussi |donc )"
const FRENCH_DEEDS = [
  'rappelle', 'rappelons', 'recontacte', 'recontactons', 'contacte', 'contactons', 'appelle', 'appelons', 'envoie', 'envoyons', 'renvoie', 'renvoyons',
  'transmets', 'transmettons', 'reponds', 'repondons', 'reviens', 'revenons', 'repasse', 'repassons', 'tiens', 'tenons', 'livre', 'livrons', 'rembourse',
  'remboursons', 'expedie', 'expedions', 'adresse', 'adressons', 'donne', 'donnons', 'fais', 'faisons', 'engage a', 'engageons a', 'promets', 'promettons',
  'previens', 'prevenons', 'informe', 'informons', 'remets', 'remettons', 'confirme', 'confirmons', 'traite', 'traitons', 'regle', 'reglons',
  'depose', 'deposons', 'tient', 'revient', 'transmet', 'repond', 'fait', 'remet', 'previent', 'ecrit', 'passe', 'passons', 'ecris', 'ecrivons', 'apporte', 'apportons', 'occupe', 'occupons',
].join('|') // prettier-ignore
// A person's future ends in -rai or -rons; "on" takes -ra. Being somewhere, or seeing, promises nothing.
const NO_DEED = '(?!serai\\b|serons\\b|sera\\b|verrai\\b|verrons\\b|verra\\b|vais\\b)'
const promising: readonly RegExp[] = [
  new RegExp(`\\b(?:j'|je |nous |on )${COURTESY}{0,3}(?:${FRENCH_DEEDS})\\b`),
  new RegExp(`\\b(?:j'|je |nous )${COURTESY}{0,3}${NO_DEED}[a-z]+(?:rai|rons)\\b`),
  new RegExp(`\\bon ${COURTESY}{0,3}${NO_DEED}[a-z]+ra\\b`),
  /\b(?:technicien(?:ne)?|livreur|collegues?|equipe|service|conseiller|conseillere|transporteur|colis|commande|remboursement|reponse|devis|facture|contrat|avoir|remplacant|responsable)\b [^,;]{0,40}?\b(?!sera\b|seront\b)[a-z]{2,}(?:ra|ront)\b/,
  /\b(?:je vais|nous allons|on va) (?:vous |te |t'|le |la |les |l'|lui |leur |en |y |tout ){0,3}[a-z]+(?:er|ir|re)\b/,
  /\b(?:je ne|nous ne) manquer(?:ai|ons) pas\b/,
  /\b(?:je|nous) ser(?:ai|ons) en mesure\b/,
  /\bvous (?:le |la |les |l'|en )?(?:recevrez|aurez|obtiendrez|trouverez)\b/,
  /\bvous (?:serez|allez etre) (?:bien )?(?:rappele|recontacte|contacte|rembourse|livre|informe|prevenu|credite)/,
  /\b(?:sera|seront) (?:bien )?(?:expedie|envoye|livre|rembourse|traite|regle|pret|disponible|effectue|fait|credite|chez vous|remis|a vous|retabli|resolu|repare|publie)/,
  /\bvous (?:sera|seront) (?:envoye|transmis|adresse|remis|livre|rembourse|communique)/,
  /\b(?:i|we)(?:'ll| will| shall|'m going to|'re going to| am going to| are going to| promise)\b(?! (?:not|never|be (?:out|away|off|closed|on leave|back|unavailable|in a meeting|on holiday)|see\b))/,
  /\b(?:i'm|i am|we're|we are) (?:calling|sending|shipping|delivering|posting|refunding|getting back|coming back|having)\b/,
  /\byou(?:'ll| will)\b (?:\w+ )?(?:have|receive|get|hear|be (?:refunded|called|contacted|informed|credited))\b/,
  /\byou can expect\b/,
  /\b(?:it|they|parcel|order|refund|replacement|answer|quote|invoice|contract|document|delivery|report|issue|technician|colleague)s?(?:'ll| will)\b(?! (?:not|never|require|need))/,
]
const refusing =
  /\bne? (?:vous |le |la |les |y |en |lui |leur )*(?!manquer)[a-z']+ (?:vous |pas\b|plus\b|jamais\b)(?:pas\b|plus\b)?|\bn'[a-z]+ (?:pas|plus|jamais)\b|\b(?:can't|cannot|won't|will not|unable to|may not)\b/

// Of negations only those count that deny the promise: "I will not", not "I will check why it did not work".
function isPromise(folded: string): boolean {
  if (/\?\s*$/.test(folded)) return false
  return promising.some((pattern) => pattern.test(withoutRefusals(folded)))
}

// Clause by clause: what denies takes its own clause away and leaves the others.
const withoutRefusals = (folded: string): string =>
  folded
    .split(/[,;:]| mais | but /)
    .filter((clause) => !refusing.test(clause) || /manquer(?:ai|ons) pas/.test(clause))
    .join(', ')

// "If you send it by Friday, we …": Friday is the customer's day, not ours.
const CONDITION =
  /^\s*(?:et |and )?(?:si |s'il|sauf si|des que|quand |lorsque|une fois|if |unless|once |when |as soon as|after |apres )/
const THEIRS =
  /\b(?:si vous|s'il vous|if you|once you|when you|des que vous|merci de (?:nous|me)|please|pouvez-vous|pourriez-vous|veuillez)\b[^,;]*$/

function isDeadline(folded: string, { start }: Moment): boolean {
  const before = folded.slice(0, start)
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(':')) + 1)
  return !CONDITION.test(clause) && !THEIRS.test(clause)
}

// "Thursday or Friday": what is sure is the later one.
function withoutAlternatives(sentence: string, moments: Moment[]): Moment[] {
  return moments.filter((moment, i) => {
    const next = moments[i + 1]
    return (
      !next ||
      !/^\s*(?:ou|or|voire|et|and|-|–|\/)(?: (?:bien|au plus tard|at the latest|even))?\s*$/i.test(
        sentence.slice(moment.end, next.start),
      )
    )
  })
}
