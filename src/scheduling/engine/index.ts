// The door of the engine that plans shifts: pure. The law of somebody's weeks; a plan's coverage; what a move would change.
export { check, type Rules, type Who } from './law/check.ts'
export { sayTrouble } from './say-trouble.ts'
export { askTroubles, type AskTrouble } from './read-ask.ts'
export { problemOf, type Problem } from './problem.ts'
