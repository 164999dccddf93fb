// The set-ups there are: those that come with Guichet, each a file of data, and those a house brought.
import { allow, audit } from '#access'
import { actorId, refuse, type Work } from '#base/work'
import { overtaken } from '#base/overtaken'
import { setupIsOurs, setupMisspelt, setupShape, setupUnknown, type ListedSetup, type SetupDocument } from './contract.ts'
import { shipped } from './data/all.ts'
import { misspelt } from './rules/spelling.ts'
import { broughtDocuments, insertDocument } from './store.ts'

async function brought(work: Work): Promise<SetupDocument[]> {
  return (await broughtDocuments(work)).map(({ document }) => setupShape.parse(document))
}

export async function needDocument(work: Work, id: string): Promise<SetupDocument> {
  const found = [...shipped, ...(await brought(work))].find((each) => each.id === id)
  if (!found) throw refuse(setupUnknown, {})
  return found
}

export async function listSetups(work: Work): Promise<{ items: ListedSetup[] }> {
  allow(work, 'setup.manage', { brand: null })
  return { items: [...shipped.map((each) => listed(each, false)), ...(await brought(work)).map((each) => listed(each, true))] }
}

export async function readDocument(work: Work, { id }: { id: string }): Promise<SetupDocument> {
  allow(work, 'setup.manage', { brand: null })
  return await needDocument(work, id)
}

/** A set-up of the house's own. The same edition again must say the same. */
export async function bringDocument(work: Work, { document }: { document: SetupDocument }): Promise<ListedSetup> {
  allow(work, 'setup.manage', { brand: null })
  const where = misspelt(document)
  if (where.length > 0) throw refuse(setupMisspelt, { where: where.slice(0, 50) })
  if (shipped.some(({ id }) => id === document.id)) throw refuse(setupIsOurs, {})
  const { id: setup, edition } = document
  const before = (await brought(work)).find((each) => each.id === setup)
  if (before && (before.edition > edition || (before.edition === edition && JSON.stringify(before) !== JSON.stringify(document))))
    throw overtaken({ ...listed(before, true), version: before.edition }, edition)
  if ((await insertDocument(work, { setup, edition, document, by: actorId(work.actor) })) > 0)
    await audit(work, 'setup.brought', { details: { setup, edition } })
  return listed(document, true)
}

export function listed(document: SetupDocument, ours: boolean): ListedSetup {
  const { id, edition, icon, name, lead, about } = document
  const { reasons, teams, fields, templates, holding, levels, procedures, views } = document
  const of = {
    reason: reasons,
    team: teams,
    field: fields,
    template: templates,
    holding,
    level: levels,
    procedure: procedures,
    view: views,
  }
  const counts = Object.fromEntries(Object.entries(of).map(([kind, items]) => [kind, items.length])) as ListedSetup['counts'] // every kind is named
  return { id, edition, icon, name, lead, about, counts, ours }
}
