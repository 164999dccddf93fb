// What holding messages say: the words the house came with, or its own.
import { allow, audit } from '#access'
import type { Work } from '#base/work'
import { languages, lengths, tones, type HoldingWords } from './contract.ts'
import { wordsCameWith } from './rules/holding-text.ts'
import { dropOwnWords, ownWords, putOwnWords } from './store/holding.ts'

type Key = Omit<HoldingWords, 'text' | 'ours'>

export async function listHoldingWords(work: Work): Promise<{ items: HoldingWords[] }> {
  allow(work, 'template.read')
  const own = await ownWords(work)
  const all = languages.flatMap((language) => tones.flatMap((tone) => lengths.map((length): Key => ({ language, tone, length }))))
  return { items: all.map((key) => worded(key, own)) }
}

function worded(key: Key, own: Awaited<ReturnType<typeof ownWords>>): HoldingWords {
  const ours = own.find(({ language, tone, length }) => language === key.language && tone === key.tone && length === key.length)
  return { ...key, text: ours?.text ?? wordsCameWith(key), ours: ours !== undefined }
}

export const holdingText = async (work: Work, key: Key): Promise<string> => worded(key, await ownWords(work)).text

export async function putHoldingWords(work: Work, { text, ...key }: Key & { text: string }): Promise<HoldingWords> {
  allow(work, 'template.manage', { brand: null })
  await (text === '' || text === wordsCameWith(key) ? dropOwnWords(work, key) : putOwnWords(work, { ...key, text }))
  await audit(work, 'holding_words.changed', { about: `${key.language} ${key.tone} ${key.length}` })
  return worded(key, await ownWords(work))
}
