import { route } from '#base/http'
import * as contract from './contract.ts'
import { bid, choose, listOpenShifts, offerShift, unbid, withdrawOpenShift } from './bids/bids.ts'
import { listFeeds, makeFeed, revokeFeed } from './feeds/feeds.ts'
import { addGathering, cancelGathering, editGathering, listGatherings } from './gatherings/gatherings.ts'
import { placeGathering } from './gatherings/place.ts'
import { myShifts, listShifts } from './mine/my-shifts.ts'
import { showMoves } from './moves/log.ts'
import { makeMove, tryMove } from './moves/make-move.ts'
import { redo, turnMove, undo } from './moves/undo.ts'
import { beginPlan, editPlan, throwPlanAway } from './plans/begin.ts'
import { showBoard } from './plans/board.ts'
import { copyDays } from './plans/copy.ts'
import { coverageFor } from './plans/coverage-for.ts'
import { rehearsePlan } from './plans/rehearse-plan.ts'
import { listPlans, showPlan } from './plans/show.ts'
import { showTroubles } from './plans/troubles.ts'
import { listPublicationChanges, listPublications } from './publish/history.ts'
import { previewPublishing, publishPlan, unpublishPlan } from './publish/publish.ts'
import { pressMend } from './runs/press-mend.ts'
import { listRuns, showRun } from './runs/show.ts'
import { endRun, startRun } from './runs/start.ts'
import { swapChoices } from './swaps/choices.ts'
import { answerSwap, listSwaps, offerSwap, refuseSwap, takeSwap, withdrawSwap } from './swaps/swaps.ts'
import { listContracts, showContracts, writeContract } from './terms/contracts.ts'
import { listFairness } from './terms/fairness.ts'
import { addPattern, editPattern, listPatterns, retirePattern } from './terms/patterns.ts'
import { answerPreference, listPreferences, wish, withdrawPreference } from './terms/preferences.ts'
import { changeSettings, showSettings } from './terms/settings.ts'

export const routes = [
  route(contract.listMyShifts, myShifts),
  route(contract.listShiftsInForce, listShifts),
  route(contract.listFeeds, listFeeds),
  route(contract.postFeed, makeFeed),
  route(contract.deleteFeed, revokeFeed),
  route(contract.listPlans, listPlans),
  route(contract.postPlan, beginPlan),
  route(contract.getPlan, showPlan),
  route(contract.patchPlan, editPlan),
  route(contract.deletePlan, throwPlanAway),
  route(contract.getBoard, showBoard),
  route(contract.getCoverage, coverageFor),
  route(contract.getTroubles, showTroubles),
  route(contract.postCopy, copyDays),
  route(contract.postPlanRehearsal, rehearsePlan),
  route(contract.postPlanRun, startRun),
  route(contract.listPlanRuns, listRuns),
  route(contract.getPlanRun, showRun),
  route(contract.putPlanRunEnd, endRun),
  route(contract.putMend, pressMend),
  route(contract.postMove, makeMove),
  route(contract.tryMove, tryMove),
  route(contract.listMoves, showMoves),
  route(contract.putUndo, undo),
  route(contract.putRedo, redo),
  route(contract.putMoveUndone, turnMove),
  route(contract.getPublishing, previewPublishing),
  route(contract.putPublished, publishPlan),
  route(contract.deletePublished, unpublishPlan),
  route(contract.listPublications, listPublications),
  route(contract.listPublicationChanges, listPublicationChanges),
  route(contract.listContracts, listContracts),
  route(contract.getContracts, showContracts),
  route(contract.putContract, writeContract),
  route(contract.listPatterns, listPatterns),
  route(contract.postPattern, addPattern),
  route(contract.patchPattern, editPattern),
  route(contract.deletePattern, retirePattern),
  route(contract.listPreferences, listPreferences),
  route(contract.postPreference, wish),
  route(contract.putPreferenceAnswer, answerPreference),
  route(contract.deletePreference, withdrawPreference),
  route(contract.listFairness, listFairness),
  route(contract.getPlanningSettings, showSettings),
  route(contract.putPlanningSettings, changeSettings),
  route(contract.listGatherings, listGatherings),
  route(contract.postGathering, addGathering),
  route(contract.patchGathering, editGathering),
  route(contract.putGatheringPlace, placeGathering),
  route(contract.deleteGathering, cancelGathering),
  route(contract.listSwaps, listSwaps),
  route(contract.postSwap, offerSwap),
  route(contract.putSwapTaken, takeSwap),
  route(contract.putSwapRefused, refuseSwap),
  route(contract.putSwapAnswer, answerSwap),
  route(contract.deleteSwap, withdrawSwap),
  route(contract.listSwapChoices, swapChoices),
  route(contract.listOpenShifts, listOpenShifts),
  route(contract.postOpenShift, offerShift),
  route(contract.putBid, bid),
  route(contract.deleteBid, unbid),
  route(contract.putChoice, choose),
  route(contract.deleteOpenShift, withdrawOpenShift),
]
