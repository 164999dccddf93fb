import { route } from '#base/http'
import * as contract from './contract.ts'
import { addBrand } from './add-brand.ts'
import { addEntryPoint } from './add-entry-point.ts'
import { closeBrand } from './close-brand.ts'
import { closeEntryPoint } from './close-entry-point.ts'
import { addDutyTurn, dropDutyTurn, listDuty } from './duty-turns.ts'
import { editBrand } from './edit-brand.ts'
import { editEntryPoint } from './edit-entry-point.ts'
import { answerFirstRun, firstRun } from './first-run.ts'
import { listBrands, listEntryPoints } from './list.ts'

export const routes = [
  route(contract.listBrands, listBrands),
  route(contract.addBrand, addBrand),
  route(contract.editBrand, editBrand),
  route(contract.closeBrand, closeBrand),
  route(contract.listEntryPoints, listEntryPoints),
  route(contract.addEntryPoint, addEntryPoint),
  route(contract.editEntryPoint, editEntryPoint),
  route(contract.closeEntryPoint, closeEntryPoint),
  route(contract.listDuty, listDuty),
  route(contract.addDutyTurn, addDutyTurn),
  route(contract.dropDutyTurn, dropDutyTurn),
  route(contract.getFirstRun, firstRun),
  route(contract.putFirstRun, answerFirstRun),
]
