import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as brands from '#brands'
import * as staff from '#staff'
import { create } from './create.ts'
import { offerHandOver } from './offer-hand-over.ts'
import { setOwner } from './set-owner.ts'
import { testCentre } from './test-centre.ts'

test('a case is not given to somebody who may not read its brand: neither at once, nor by hand-over, nor when it is opened', async () => {
  const centre = await testCentre()
  const other = (await centre.work((work) => brands.addBrand(work, { name: 'Autre' }))).id
  const { id: stranger } = await centre.work((work) =>
    staff.addPerson(work, { name: 'Denis', email: `denis-${other}@centre.example`, language: 'fr', roles: [{ role: 'agent', teams: null, brands: [other] }] }),
  ) // prettier-ignore
  const anna = centre.as(centre.anna)
  const { case: id } = await centre.arrive()
  const code = /owner_may_not_read/
  await assert.rejects(
    centre.work((work) => setOwner(work, { id, owner: stranger }), anna),
    code,
  )
  await assert.rejects(
    centre.work((work) => offerHandOver(work, { id, to: stranger, message: '' }), anna),
    code,
  )
  await assert.rejects(centre.work((work) => create(work, { subject: 'Rappel', entry_point: centre.door, owner: stranger }), anna), code) // prettier-ignore
  await centre.work((work) => setOwner(work, { id, owner: centre.bruno }), anna)
})
