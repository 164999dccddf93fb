import { route } from '#base/http'
import {
  getNoticeWish,
  listLetters as askLetters,
  listTaskLetters as askTaskLetters,
  postLetterRetry,
  putNoticeWish,
} from '../../contract.ts'
import { listLetters, listTaskLetters, retryLetter } from './show.ts'
import { changeWish, showWish } from './wish.ts'

export const letterRoutes = [
  route(askTaskLetters, listTaskLetters),
  route(askLetters, listLetters),
  route(postLetterRetry, retryLetter),
  route(getNoticeWish, showWish),
  route(putNoticeWish, changeWish),
]
