// A holding message in the words of the trade, per language, tone and length.
import * as clocks from '#clocks'
import type { HoldingWords } from '#clocks/contract'
import { craft } from './craft.ts'

type Item = Pick<HoldingWords, 'language' | 'tone' | 'length' | 'text'>
const place = ({ language, tone, length }: Omit<Item, 'text'>): string => `${language}_${tone}_${length}`

export const holding = craft<Item>({
  kind: 'holding',
  entries: (document) =>
    document.holding.flatMap(({ tone, length, text }) =>
      (['fr', 'en'] as const).map((language) => ({ key: place({ language, tone, length }), name: place({ language, tone, length }), item: { language, tone, length, text: text[language] } })),
    ),
  theirs: async (work, entries) => {
    const own = new Set((await clocks.listHoldingWords(work)).items.filter(({ ours }) => ours).map(place))
    return new Map(entries.flatMap(({ key }) => (own.has(key) ? [[key, key]] : [])))
  },
  standing: async (work, ids) => {
    const said = new Map((await clocks.listHoldingWords(work)).items.map((words) => [place(words), { said: { text: words.text }, gone: !words.ours, rests: false }]))
    return new Map(ids.flatMap((id) => (said.has(id) ? [[id, said.get(id)!]] : [])))
  },
  add: async (work, { item }) => place(await clocks.putHoldingWords(work, item)),
  change: async (work, { item }) => place(await clocks.putHoldingWords(work, item)),
  retire: async (work, id) => {
    const words = (await clocks.listHoldingWords(work)).items.find((each) => place(each) === id)
    if (words) await clocks.putHoldingWords(work, { language: words.language, tone: words.tone, length: words.length, text: '' }) // those the house came with
  },
}) // prettier-ignore
