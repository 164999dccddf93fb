import { route, type Route } from '#base/http'
import * as contract from './contract.ts'
import { historyOf } from './history/history-of.ts'
import { publishedForecast } from './published/published-forecast.ts'

export const routes: Route[] = [route(contract.getHistory, historyOf), route(contract.getPublished, publishedForecast)]
