// Exact sentences out of a message: a brief quotes, it does not retell.

const GREETING =
  /^(bonjour|bonsoir|salut|coucou|hello|hi|hey|dear|good (morning|afternoon|evening)|cher|chère|madame|monsieur|mesdames|messieurs)\b[^.?!]{0,60}[,.!\s]*$/i
const CLOSING =
  /^(bien )?(cordialement|sincèrement|à vous|bien à vous|bonne (journée|soirée|réception)|merci( beaucoup| bien| d’avance| d'avance)?|(many |with )?thanks|thank you|(best |kind |warm )?regards|best|yours|sincerely|cheers|salutations|respectueusement|dans l[’']attente|envoyé de mon|sent from my)\b[^?]{0,60}$/i
const ASKING =
  /\?\s*$|\b(je (voudrais|souhaite|souhaiterais|veux|désire|demande|réclame)|nous (voudrions|souhaitons|demandons)|j[’']aimerais|pouvez-vous|pourriez-vous|peux-tu|pourrais-tu|merci de|prière de|veuillez|j[’']ai besoin|nous avons besoin|il (me|nous) faut|(could|can|would) you|please|i(’d|'d| would) like|i want|i need|we need|let me know|i am asking)\b/i
const ABBREVIATION = /\b(M|MM|Mme|Mlle|Dr|Pr|St|Ste|no|n°|art|cf|env|etc|Mr|Mrs|Ms|e\.g|i\.e|approx)\.$/i
const LONGEST = 240

/** The sentences of a message in order, without greetings, closings and what is quoted of older mails. */
export function sentencesOf(words: string): string[] {
  const lines = words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('>') && line !== '--')
  return lines
    .flatMap(splitLine)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}{2}|\d/u.test(sentence) && !GREETING.test(sentence) && !CLOSING.test(sentence))
}

function splitLine(line: string): string[] {
  const pieces = line.split(/(?<=[.!?…])\s+(?=["«“(]?[\p{Lu}\d])/u)
  const whole: string[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last !== undefined && ABBREVIATION.test(last)) whole[whole.length - 1] = `${last} ${piece}`
    else whole.push(piece)
  }
  return whole
}

/**
 * What a message asks: the sentences that ask, two at most, after the one that leads to them where there is room for it; where none asks,
 * the first that says something.
 */
export function askedIn(words: string): string {
  const all = sentencesOf(words)
  const asking = all.filter((sentence) => ASKING.test(sentence)).slice(0, 2)
  const before = asking[0] ? all[all.indexOf(asking[0]) - 1] : undefined
  const whole = [...(before ? [before] : []), ...asking].join(' ')
  if (whole.length <= LONGEST && asking.length > 0) return cut(whole)
  return cut((asking.length > 0 ? asking : all.slice(0, 1)).join(' '))
}

const SUBSTANCE =
  /\d|\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|monday|tuesday|wednesday|thursday|friday|saturday|tomorrow)\b/i

/** What an answer says: the sentences with a figure or a day in them first, two at most, in their own order. */
export function saidIn(words: string): string {
  const all = sentencesOf(words)
  const telling = all.filter((sentence) => SUBSTANCE.test(sentence))
  const chosen = new Set((telling.length > 0 ? telling : all).slice(0, 2))
  return cut(all.filter((sentence) => chosen.has(sentence)).join(' '))
}

/** At a word's end, with an ellipsis, where it is too long to be read at a glance. */
export function cut(text: string, most: number = LONGEST): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  const short = flat.slice(0, most - 1)
  const end = short.lastIndexOf(' ')
  return `${(end > most / 2 ? short.slice(0, end) : short).replace(/[\s,;:]+$/, '')}…`
}
