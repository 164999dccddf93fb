// Words that tell nothing apart in either language. Pure. Kept short on purpose: "car", "or", "on", "but", "son" or "the" mean
// something in the other language (the last one is tea, once its accent is gone), and rarity is weighed anyhow.
const stopWords = new Set(
  `le la les l de des du d un une et est a au aux ce ces cet cette c que qui qu en dans pour par sur avec je j nous vous il elle ils elles n ne se s y m t
  sont ai ete etre avez votre vos notre nos mon ma mes the to of and is are was i you we it in that this with for have has be your our my at`
    .split(/\s+/),
) // prettier-ignore

export const isStopWord = (word: string): boolean => stopWords.has(word)
