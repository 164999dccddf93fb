import { allow, can } from '#access'
import * as brands from '#brands'
import type { BrandId } from '#brands/contract'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { nameInUse, type Template, type TemplateId } from './contract.ts'
import { closeTemplate, findTemplate, insertTemplate, openTemplates, templatesEver } from './store/lists.ts'

// A template of a brand is for who serves that brand; one of no brand is for everybody.
const isTheirs = (work: Work, { brand_id: brand }: { brand_id: string | null }): boolean =>
  brand === null || can(work.actor, 'template.read', { brand })

export const listTemplates = async (work: Work) => ({ items: (await openTemplates(work)).filter((each) => isTheirs(work, each)) })

export async function addTemplate(work: Work, given: Omit<Template, 'id' | 'version'>): Promise<Template> {
  allow(work, 'template.manage', { brand: given.brand_id })
  if (given.brand_id && !(await brands.brand(work, given.brand_id as BrandId))) throw refuse(notFound, {}) // any id may be given; it is looked up here
  const id = newId<'template'>(work.now)
  if ((await insertTemplate(work, { ...given, id })) === 0) throw refuse(nameInUse, {})
  return { ...given, id, version: 1 }
}

export async function retireTemplate(work: Work, { id }: { id: TemplateId }): Promise<object> {
  const found = await findTemplate(work, id)
  if (!found || !isTheirs(work, found)) throw refuse(notFound, {})
  allow(work, 'template.manage', { brand: found.brand_id })
  if ((await closeTemplate(work, id)) === 0) throw refuse(notFound, {})
  return {}
}

/** For rooms above: also those that were retired. */
export const templatesById = (work: Work, ids: readonly TemplateId[]) => templatesEver(work, ids)
