import { route } from '#base/http'
import { listParked as listEndpoint, postRetry } from './contract.ts'
import { listParked, retry } from './parked.ts'

export const routes = [route(listEndpoint, listParked), route(postRetry, retry)]
