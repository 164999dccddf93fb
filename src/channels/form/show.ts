// Forms as the desk sees them, with what came through each in thirty days.
import * as brands from '#brands'
import * as staff from '#staff'
import { allow, scopesFor } from '#access'
import type { Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { Brand } from '#brands/contract'
import { definitionShape, type Form, type FormId, type ListedForm } from '../contract.ts'
import { needForm } from './need-form.ts'
import { changesOf, isSame } from './rules/changes.ts'
import { problemsOf } from './rules/problems.ts'
import * as store from './store/form.ts'
import { figuresOf } from './store/submission.ts'

type Asked = { cursor?: string | undefined; limit: number; brand?: string | undefined }

export async function listForms(
  work: Work,
  { cursor, limit, brand }: Asked,
): Promise<{ items: ListedForm[]; next: string | null }> {
  allow(work, 'channel.read')
  const rows = await store.listForms(work, {
    cursor: cursor ?? null,
    most: limit + 1,
    brand: brand ?? null,
    brands: readable(work),
  })
  const shown = rows.slice(0, limit)
  return { items: await listed(work, shown), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

export const showForm =
  (url: string) =>
  async (work: Work, { id }: { id: FormId }): Promise<Form> => {
    const found = await needForm(work, id, 'channel.read')
    const [form] = await listed(work, [found])
    const draft = definitionShape.parse(found.draft)
    const live = found.live && definitionShape.parse(found.live)
    return {
      ...form!, // one goes in, one comes out
      draft,
      live,
      problems: problemsOf(draft),
      changes: changesOf(live, draft),
      address: `${url}/f/${found.key}`,
    }
  }

// The brands whose channels an actor may see, or null for all of them.
function readable(work: Work): readonly string[] | null {
  const scopes = scopesFor(work.actor, 'channel.read')
  return scopes.some(({ brands: held }) => held === null) ? null : scopes.flatMap(({ brands: held }) => held ?? [])
}

async function listed(work: Work, rows: readonly store.FormRow[]): Promise<ListedForm[]> {
  const by = rows.flatMap(({ published_by }) => (published_by === null ? [] : [published_by as PersonId])) // a person, or a key that is nobody
  const ids = [...new Set(rows.map(({ brand_id }) => brand_id))]
  const [figures, people, found] = await Promise.all([
    figuresOf(work, rows.map(({ id }) => id)),
    staff.find(work, by.filter((each) => /^[0-9a-f-]{36}$/.test(each))),
    Promise.all(ids.map((each) => brands.brand(work, each))),
  ]) // prettier-ignore
  return rows.map((row) => ({
    id: row.id, key: row.key, name: row.name, entry_point: row.entry_point_id, version: row.version, closed_at: row.closed_at?.toString() ?? null,
    brand: branded(row, found), published: publishedOf(row, people), changed: row.live !== null && !isSame(row.live, row.draft),
    ...counted(figures.find(({ form_id }) => form_id === row.id)),
  })) // prettier-ignore
}

function branded({ brand_id }: store.FormRow, found: readonly (Brand | undefined)[]): ListedForm['brand'] {
  const brand = found.find((each) => each?.id === brand_id)
  return { id: brand_id, name: brand?.name ?? '', colour: brand?.colour ?? '#3b5bdb' }
}

function publishedOf(
  { number, published_at, published_by }: store.FormRow,
  people: Map<PersonId, { name: string }>,
): ListedForm['published'] {
  if (number === null || published_at === null) return null
  return { number, at: published_at.toString(), by: people.get(published_by as PersonId)?.name ?? '' } // a person, or a key that is nobody
}

type Counted = Awaited<ReturnType<typeof figuresOf>>[number]
const NONE = { received: 0, filed: 0, spam: 0, waiting: 0 }

function counted(found: Counted | undefined): Pick<ListedForm, 'figures' | 'last_at'> {
  if (!found) return { figures: NONE, last_at: null }
  const { received, filed, spam, waiting, last_at } = found
  return { figures: { received, filed, spam, waiting }, last_at: last_at?.toString() ?? null }
}
