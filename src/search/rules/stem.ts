// One stem for all the forms of a word, French or English: "remboursé", "rembourser", "remboursements" → "rembours". Pure.
// A light stemmer of our own, in the spirit of J. Savoy, "A stemming procedure and stopword list for general French corpora" (JASIS
// 50(10), 1999): it only takes endings away, and both languages share it because most mail here mixes them and nobody says which is
// which. Doubled letters count once, so "adresse", "address" and "adrese" meet. Stems are keys, not words: consistent, not pretty.

// Input: one folded word (see tokens.fold). Numbers and words of other scripts are their own stem.
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  const known = irregular.get(word)
  if (known) return known
  let current = word.replace(/(.)\1+/g, '$1').replace(/y/g, 'i')
  for (let last = ''; current !== last;) {
    last = current
    current = shorten(current)
  }
  return current
}

// Each ending with the least that must remain before it, longest first: the first that fits is taken away.
const endings: [ending: string, least: number, instead?: string][] = (
  [
    ['isements', 3], ['isement', 3], ['ements', 3], ['ement', 3], ['aments', 4], ['ament', 4],
    ['ations', 3], ['ation', 3], ['itions', 4], ['ition', 4], ['aisons', 3], ['aison', 3], ['ateurs', 4], ['ateur', 4], ['atrices', 4], ['atrice', 4],
    ['trices', 4], ['trice', 4], ['euses', 3, 'eu'], ['euse', 3, 'eu'], ['eux', 3, 'eu'], ['ances', 4], ['ance', 4], ['ences', 4], ['ence', 4],
    ['eaux', 2, 'eau'], ['aux', 3, 'al'], ['iques', 3, 'ic'], ['ique', 3, 'ic'], ['ites', 4], ['ite', 4], ['iti', 4], ['ives', 3, 'if'], ['ive', 3, 'if'],
    ['erions', 3], ['eriez', 3], ['eraient', 3], ['erait', 3], ['erais', 3], ['erons', 3], ['eront', 3], ['erez', 3], ['eras', 3], ['erai', 3], ['era', 3],
    ['isons', 3], ['isez', 3], ['isent', 3], ['isait', 3], ['isant', 3], ['ions', 4], ['ion', 4], ['iez', 3], ['aient', 3], ['ait', 3], ['ais', 3],
    ['ant', 3], ['ants', 3], ['ents', 4], ['ent', 4], ['ons', 3], ['ez', 3], ['ings', 3], ['ing', 3], ['edli', 3], ['ed', 3], ['li', 4], ['nes', 4],
    ['eurs', 4], ['eur', 4], ['ers', 3], ['er', 3], ['ees', 3], ['ee', 3], ['ies', 3], ['ie', 3], ['dres', 3, 'd'], ['dre', 3, 'd'], ['dues', 2, 'd'],
    ['due', 2, 'd'], ['dus', 2, 'd'], ['du', 2, 'd'], ['irs', 3], ['ir', 3], ['is', 3], ['it', 4], ['es', 3], ['s', 3], ['x', 3], ['e', 3], ['i', 3],
    ['a', 4],
  ] as [string, number, string?][] // a literal of pairs and triples; the compiler would see arrays
).toSorted((a, b) => b[0].length - a[0].length) // prettier-ignore

function shorten(word: string): string {
  for (const [ending, least, instead = ''] of endings) {
    const rest = word.length - ending.length
    if (rest >= least && word.endsWith(ending) && VOWEL.test(word.slice(0, rest))) return word.slice(0, rest) + instead
  }
  return word
}
const VOWEL = /[aeiou]/

// Forms too far from each other to be reached by endings, among the words customers write most.
const irregular = new Map(
  [
    'recev recu recue recus recues recois recoit recevoir recevez recevons recevrai recevrais receive received receives receiving',
    'pai paie paies paye payes payee payer payez payons paiement paiements payement pay paid pays paying payment payments',
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
    'fond fonds fond',
  ].flatMap((line) => {
    const [stemmed = '', ...forms] = line.split(' ')
    return forms.map((form) => [form, stemmed] as const)
  }),
)
