import { route } from '#base/http'
import { acceptLikeness } from './accept-likeness.ts'
import { add } from './add.ts'
import { addCompany } from './add-company.ts'
import { addIdentity } from './add-identity.ts'
import { card } from './card.ts'
import { companies } from './companies.ts'
import * as contract from './contract.ts'
import { edit } from './edit.ts'
import { editCompany } from './edit-company.ts'
import { endOnePointOfContact, endPointOfContact } from './end-point-of-contact.ts'
import { join } from './join.ts'
import { consents } from './list-consents.ts'
import { likenesses } from './likenesses.ts'
import { list } from './list.ts'
import { part } from './part.ts'
import { pointsOfContact } from './points-of-contact.ts'
import { addProject, editProject, getProject, listProjects } from './projects.ts'
import { recordConsent } from './record-consent.ts'
import { removeIdentity } from './remove-identity.ts'
import { setPointOfContact } from './set-point-of-contact.ts'
import { takeBackApart, tellApart } from './tell-apart.ts'

export const routes = [
  route(contract.listCustomers, list),
  route(contract.getCustomer, card),
  route(contract.addCustomer, add),
  route(contract.editCustomer, edit),
  route(contract.addIdentityOf, addIdentity),
  route(contract.removeIdentityOf, removeIdentity),
  route(contract.listConsents, consents),
  route(contract.addConsent, recordConsent),
  route(contract.putPointOfContact, (work, { customer, ...naming }) => setPointOfContact(work, { of: { customer }, ...naming })),
  route(contract.deletePointOfContact, (work, { customer }) => endPointOfContact(work, { of: { customer } })),
  route(contract.addJoin, join),
  route(contract.removeJoin, part),
  route(contract.listLikenesses, likenesses),
  route(contract.putLikeness, async (work, { is, ...pair }) => {
    if (is === 'same') return { join: (await acceptLikeness(work, pair)).id }
    await tellApart(work, pair)
    return { join: null }
  }),
  route(contract.deleteLikeness, takeBackApart),
  route(contract.listCompanies, companies),
  route(contract.addCompanyEndpoint, addCompany),
  route(contract.editCompanyEndpoint, editCompany),
  route(contract.putCompanyContact, (work, { company, ...naming }) => setPointOfContact(work, { of: { company }, ...naming })),
  route(contract.putProjectContact, (work, { project, ...naming }) => setPointOfContact(work, { of: { project }, ...naming })),
  route(contract.endContact, endOnePointOfContact),
  route(contract.listPointsOfContact, pointsOfContact),
  route(contract.listProjects, listProjects),
  route(contract.getProject, getProject),
  route(contract.addProject, addProject),
  route(contract.editProject, editProject),
]
