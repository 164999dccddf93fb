import { z } from 'zod'
import { route } from '#base/http'
import { bringDocument, listSetups, readDocument } from './catalogue.ts'
import { choose } from './choose.ts'
import { chosen, plan } from './chosen.ts'
import * as contract from './contract.ts'

const format = z.toJSONSchema(contract.setupShape, { io: 'input' }) as Record<string, unknown> // plain JSON

export const routes = [
  route(contract.listSetups, (work) => listSetups(work)),
  route(contract.getSetupDocument, readDocument),
  route(contract.postSetupDocument, bringDocument),
  route(contract.getSetupFormat, () => Promise.resolve(format)),
  route(contract.getChosen, (work) => chosen(work)),
  route(contract.getPlan, plan),
  route(contract.postSetup, choose),
]
