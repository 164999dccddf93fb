import { allow } from '#access'
import * as brands from '#brands'
import type { BrandId } from '#brands/contract'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { nameInUse, type Template, type TemplateId } from './contract.ts'
import { closeTemplate, insertTemplate, openTemplates } from './store/lists.ts'

export const listTemplates = async (work: Work) => ({ items: await openTemplates(work) })

export async function addTemplate(work: Work, given: Omit<Template, 'id' | 'version'>): Promise<Template> {
  allow(work, 'template.manage', { brand: given.brand_id })
  if (given.brand_id && !(await brands.brand(work, given.brand_id as BrandId))) throw refuse(notFound, {}) // any id may be given; it is looked up here
  const id = newId<'template'>(work.now)
  if ((await insertTemplate(work, { ...given, id })) === 0) throw refuse(nameInUse, {})
  return { ...given, id, version: 1 }
}

export async function retireTemplate(work: Work, { id }: { id: TemplateId }): Promise<object> {
  allow(work, 'template.manage')
  if ((await closeTemplate(work, id)) === 0) throw refuse(notFound, {})
  return {}
}
