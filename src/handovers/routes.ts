import { route } from '#base/http'
import { answer } from './answer.ts'
import * as contract from './contract.ts'
import { draft } from './draft.ts'
import { briefVersion, editBrief } from './edit-brief.ts'
import { introduce } from './introduce.ts'
import { count, list } from './list.ts'
import { offer } from './offer.ts'
import { answerPortfolio } from './portfolio/answer.ts'
import { giveBack } from './portfolio/back.ts'
import { offerPortfolio } from './portfolio/offer.ts'
import { countResting, listResting } from './portfolio/resting.ts'
import { settlePortfolio } from './portfolio/settle.ts'
import { listPortfolioItems, listPortfolios, showPortfolio } from './portfolio/show.ts'
import { putAway } from './put-away.ts'
import { settle } from './settle.ts'
import { ofCase, showFull } from './show-full.ts'

export const routes = [
  route(contract.getDraft, draft),
  route(contract.postBaton, offer),
  route(contract.listBatons, list),
  route(contract.countBatons, count),
  route(contract.getBaton, (work, { id }) => showFull(work, id)),
  route(contract.getCaseBaton, ofCase),
  route(contract.putBrief, editBrief),
  route(contract.getBriefVersion, briefVersion),
  route(contract.putAnswer, answer),
  route(contract.putSettled, settle),
  route(contract.putAway, putAway),
  route(contract.putIntroduction, introduce),
  route(contract.listResting, listResting),
  route(contract.countResting, countResting),
  route(contract.postPortfolio, offerPortfolio),
  route(contract.listPortfolios, listPortfolios),
  route(contract.getPortfolio, (work, { id }) => showPortfolio(work, id)),
  route(contract.listPortfolioItems, listPortfolioItems),
  route(contract.putPortfolioAnswer, answerPortfolio),
  route(contract.putPortfolioSettled, settlePortfolio),
  route(contract.postBack, giveBack),
]
