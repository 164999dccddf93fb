// One stem for all the forms of a word, French or English: "remboursé", "rembourser", "remboursements" → "rembours". Pure.
// A light stemmer of our own, in the spirit of J. Savoy, "A stemming procedure and stopword list for general French corpora" (JASIS
// 50(10), 1999): it only takes endings away, and both languages share it because most mail here mixes them and nobody says which is
// which. Doubled letters count once, so "adresse", "address" and "adrese" meet. Stems are keys, not words: consistent, not pretty.

// Input: one folded word (see tokens.fold). Numbers and words of other scripts are their own stem.
export function stem(word: string): string {
  const before = remembered.get(word)
  if (before !== undefined) return before
  const made = cutDown(word)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(word, made)
  return made
}

// A mail is some twenty thousand words of a language over and over again.
const MOST_REMEMBERED = 20_000
const remembered = new Map<string, string>()

function cutDown(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  const known = irregular.get(word)
  if (known) return known
  const once = shorten(singular(word.replace(/(.)\1+/g, '$1').replace(/y/g, 'i'), word), 0)
  return shorten(once, LONG) // what was long may have had two endings: deliver-ed, deliv-er
}
const LONG = 5 // letters that remain after a second ending

function singular(word: string, asWritten: string): string {
  if (word.endsWith('eaux')) return word.slice(0, -1)
  if (word.length > 5 && word.endsWith('aux')) return `${word.slice(0, -2)}l`
  return word.length > 3 && /[sx]$/.test(word) && !asWritten.endsWith('ss') ? word.slice(0, -1) : word
}

// Endings with the least that must remain before them, and what takes their place; the longest that fits is taken away.
// After `singular`, so none ends in a plural; y is i, doubled letters are single.
const endings = `ification:2:if isement:3 ement:3 ment:4 isation:3:is ation:3 ition:4 aison:3 ateur:4 atrice:4 trice:4 xion:3:ct euse:3:eu ance:4 ence:4 ique:3:ic
  ite:4 iti:4 ive:3:iv if:3:iv erion:3 eriez:3 eraient:3 erait:3 erai:3 eron:3 eront:3 erez:3 era:3 ison:3 isez:3 isent:3 isait:3 isant:3 ion:4 iez:3
  aient:3 ait:3 ai:3 ant:4 ent:4 on:4 ez:3 ing:3 edli:3 ed:3 li:4 eur:4 ier:4 er:3 ee:3 ie:4 dre:3:d du:3:d ir:4 it:4 e:3 i:4 a:4`
  .split(/\s+/)
  .map((line) => {
    const [ending = '', least = '', instead = ''] = line.split(':')
    return { ending, least: Number(least), instead }
  })
  .toSorted((a, b) => b.ending.length - a.ending.length) // prettier-ignore

function shorten(word: string, atLeast: number): string {
  for (const { ending, least, instead } of endings) {
    const rest = word.length - ending.length
    if (rest >= Math.max(least, atLeast) && word.endsWith(ending) && VOWEL.test(word.slice(0, rest)))
      return word.slice(0, rest) + instead
  }
  return word
}
const VOWEL = /[aeiou]/

// Forms too far from each other to be reached by endings, among the words customers write most.
const irregular = new Map(
  [
    'recev recu recue recus recues recois recoit recevoir recevez recevons recevrai recevrais receive received receives receiving',
    'pai paie paies paye payes payee payees payer payez payons paiement paiements payement pay paid pays paying payment payments',
    'envoi envoi envois envoie envoies envoye envoyer envoyez envoyee enverrai enverrez enverra envoyons',
    'send send sends sent sending',
    'achat achat achats achete acheter achetez achetee achetes acheteur',
    'buy buy buys bought buying',
    'peut peux peut pouvez pouvoir pouvons pourrai pourrais pourrait pourriez puis',
    'veut veux veut voulez vouloir voulu voulais voudrais voudrait voudrions',
    'doit dois doit devez devoir devrai devrais devrait devoirs',
    'fait fais fait faites faire ferai ferez faits',
    'ouvr ouvre ouvrir ouvert ouverte ouverts ouverture ouvertures ouvrez',
    'retour retour retours retourne retourner retournes return returns returned returning',
    'order order orders ordered ordering',
    'offer offer offers offered offering',
    'answer answer answers answered answering',
    'cover cover covers covered covering',
    'travail travail travaux travaille travailler',
    'complain complaint complaints complain complained',
    'break break broken broke breaking',
  ].flatMap((line) => {
    const [stemmed = '', ...forms] = line.split(' ')
    return forms.map((form) => [form, stemmed] as const)
  }),
)
