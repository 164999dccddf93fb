// The project of a case: whoever answers for the project is proposed for the case.
import assert from 'node:assert/strict'
import test from 'node:test'
import * as customers from '#customers'
import type { CustomerId } from '#customers/contract'
import { projectOfOthers } from './contract.ts'
import { create } from './create.ts'
import { edit } from './edit.ts'
import { list } from './list.ts'
import { testCentre } from './test-centre.ts'
import { view } from './view.ts'

async function hotel() {
  const centre = await testCentre()
  const { case: id, customer } = await centre.arrive({ identity: { kind: 'email', value: 'reception@hotel.example' } })
  const known = customer as CustomerId // who arrived by mail is known
  const made = await centre.work(async (work) => {
    const company = (await customers.addCompany(work, { name: 'Hôtel', domains: ['hotel.example'] })).id
    await customers.edit(work, {
      id: known,
      version: (await customers.card(work, { id: known })).version,
      company_id: company,
    })
    const project = (await customers.addProject(work, { name: 'Quarante chambres', company })).id
    const other = (
      await customers.addProject(work, {
        name: 'Ailleurs',
        company: (await customers.addCompany(work, { name: 'Autre', domains: [] })).id,
      })
    ).id
    await customers.setPointOfContact(work, { of: { project }, person: centre.chloe })
    return { project, other }
  })
  const change = async (wish: Omit<Parameters<typeof edit>[1], 'id' | 'version'>) => {
    const { version } = await centre.work((work) => view(work, { id }))
    await centre.work((work) => edit(work, { id, version, ...wish }))
  }
  return { ...centre, id, customer: known, change, ...made }
}

test('a case says of which project it is and who answers for that, and is found by it', async () => {
  const house = await hotel()
  const { id, project, chloe, anna } = house
  assert.equal((await house.work((w) => view(w, { id }))).project, null)
  await house.change({ project_id: project })
  const shown = await house.work((w) => view(w, { id }))
  assert.deepEqual(shown.project, { id: project, name: 'Quarante chambres', contact: { id: chloe, name: 'Chloe' } })
  assert.equal(shown.owner.id, anna) // proposed, not taken away
  const lines = await house.work((w) => list(w, { limit: 10, status: 'all', project }))
  assert.deepEqual(
    lines.items.map((line) => line.id),
    [id],
  )
})

test('a project of somebody else is refused, and another customer does not keep it', async () => {
  const house = await hotel()
  const { id, project, other } = house
  await assert.rejects(house.change({ project_id: other }), { message: new RegExp(`^${projectOfOthers.code}: `) })
  await house.change({ project_id: project })
  await house.change({ subject: 'Lampes' })
  assert.equal((await house.work((w) => view(w, { id }))).project?.id, project)
  const { customer: stranger } = await house.arrive({ identity: { kind: 'email', value: 'autre@client.example' } })
  await house.change({ customer_id: stranger as CustomerId })
  assert.equal((await house.work((w) => view(w, { id }))).project, null)
})

test('a case that another program opens about a project goes to the project’s point of contact', async () => {
  const house = await hotel()
  const { customer, project, chloe } = house
  const opened = await house.work((w) =>
    create(w, { subject: 'Plan des chambres', customer: { id: customer }, project_id: project }),
  )
  assert.deepEqual([opened.owner.id, opened.chosen_by], [chloe, 'project_contact'])
})
