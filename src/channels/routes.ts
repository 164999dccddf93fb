// What cases declares and only whoever knows the channels can do.
import { route } from '#base/http'
import { getWays, postReply } from '#cases/contract'
import { answer } from './answer.ts'
import { ways } from './ways.ts'

export const answerRoutes = [route(postReply, answer), route(getWays, ways)]
