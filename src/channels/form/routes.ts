import { route, type Route } from '#base/http'
import * as contract from '../contract.ts'
import { addForm } from './add.ts'
import { closeForm, openForm } from './close.ts'
import { editForm } from './edit.ts'
import { publishForm } from './publish.ts'
import { listForms, showForm } from './show.ts'

/** `url`: the public address of the house, in front of the address of a form's page; empty when none is set. */
export const formRoutes = (url: string): Route[] => [
  route(contract.listForms, listForms),
  route(contract.getForm, showForm(url)),
  route(contract.postForm, addForm),
  route(contract.patchForm, editForm),
  route(contract.putFormPublication, publishForm),
  route(contract.putFormClosure, closeForm),
  route(contract.deleteFormClosure, openForm),
]
