// A template speaks one language; a set-up brings both, whichever the house speaks.
import * as cases from '#cases'
import type { TemplateId } from '#cases/contract'
import { craft, folded, type Entry } from './craft.ts'

type Item = { language: 'fr' | 'en'; html: string }
const place = (language: string, name: string): string => `${language} ${folded(name)}`
const body = ({ name, item }: Entry<Item>) => ({ name, language: item.language, brand_id: null, html: item.html })

export const templates = craft<Item>({
  kind: 'template',
  entries: (document) =>
    (['fr', 'en'] as const).flatMap((language) =>
      document.templates.map(({ key, name, html }) => ({ key: `${key}_${language}`, name: name[language], item: { language, html: html[language] } })),
    ),
  theirs: async (work, entries) => {
    const known = new Map((await cases.listTemplates(work)).items.map(({ id, name, language }) => [place(language, name), id]))
    return new Map(entries.flatMap(({ key, name, item }) => {
      const id = known.get(place(item.language, name))
      return id ? [[key, id]] : []
    }))
  },
  standing: async (work, ids) => {
    const rows = await cases.templatesById(work, ids as TemplateId[]) // kept by this craft
    return new Map(rows.map(({ id, name, html, retired }) => [id, { said: { name, html }, gone: retired, rests: false }]))
  },
  add: async (work, entry) => (await cases.addTemplate(work, body(entry))).id,
  change: async (work, entry, { id }) => {
    await cases.retireTemplate(work, { id: id as TemplateId }) // kept by this craft
    return (await cases.addTemplate(work, body(entry))).id
  },
  retire: async (work, id) => void (await cases.retireTemplate(work, { id: id as TemplateId })), // likewise
}) // prettier-ignore
