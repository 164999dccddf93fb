import { route } from '#base/http'
import { caseClocks } from './case-clocks.ts'
import * as contract from './contract.ts'
import { editContract, giveContract, listContracts, takeContractBack } from './contracts.ts'
import { figures } from './figures.ts'
import { listHoldingWords, putHoldingWords } from './holding-words.ts'
import { draftHolding, hold } from './holding.ts'
import { countQuiet, listClocks, silent, stagnant } from './lists.ts'
import { addPolicy, editPolicy, listPolicies, previewPolicy, retirePolicy } from './policies.ts'
import { take } from './take.ts'

export const routes = [
  route(contract.getCaseClocks, caseClocks),
  route(contract.putTaken, take),
  route(contract.listClocks, listClocks),
  route(contract.listSilent, silent),
  route(contract.listStagnant, stagnant),
  route(contract.countQuiet, countQuiet),
  route(contract.getClockFigures, figures),
  route(contract.getHoldingDraft, draftHolding),
  route(contract.postHolding, hold),
  route(contract.listHoldingWords, listHoldingWords),
  route(contract.putHoldingWords, putHoldingWords),
  route(contract.listPolicies, listPolicies),
  route(contract.postPolicyPreview, previewPolicy),
  route(contract.postPolicy, addPolicy),
  route(contract.putPolicy, editPolicy),
  route(contract.deletePolicy, retirePolicy),
  route(contract.listContracts, listContracts),
  route(contract.postContract, giveContract),
  route(contract.putContract, editContract),
  route(contract.deleteContract, takeContractBack),
]
