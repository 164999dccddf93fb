import { route } from '#base/http'
import { addField } from './add-field.ts'
import { list } from './all-fields.ts'
import { changeView } from './change-view.ts'
import * as contract from './contract.ts'
import { countViews } from './count-views.ts'
import { editField } from './edit-field.ts'
import { fillIn } from './fill-in.ts'
import { listChanges } from './list-changes.ts'
import { listFound } from './list-found.ts'
import { listValues } from './list-values.ts'
import { listViews } from './list-views.ts'
import { orderFields } from './order-fields.ts'
import { bringBack, retireField } from './retire-field.ts'
import { orderViews, retireView } from './retire-view.ts'
import { saveView } from './save-view.ts'
import { tryView, viewCases } from './view-cases.ts'

export const routes = [
  route(contract.listFields, list),
  route(contract.postField, addField),
  route(contract.patchField, editField),
  route(contract.deleteField, retireField),
  route(contract.putFieldBack, bringBack),
  route(contract.putFieldOrder, orderFields),
  route(contract.listValues, listValues),
  route(contract.putValue, fillIn),
  route(contract.listChanges, listChanges),
  route(contract.listFound, listFound),
  route(contract.listViews, listViews),
  route(contract.postView, saveView),
  route(contract.patchView, changeView),
  route(contract.deleteView, retireView),
  route(contract.putViewOrder, orderViews),
  route(contract.listViewCases, viewCases),
  route(contract.tryView, tryView),
  route(contract.countViews, countViews),
]
