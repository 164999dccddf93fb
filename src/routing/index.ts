// The door of routing.
export { currentRulebook, rulebookOf, type KeptRulebook } from './rulebook/current.ts'
export { makeVersion } from './rulebook/make-version.ts'
export { peopleOfRouting } from './rulebook/people.ts'
export { putInForce, routeNothing } from './rulebook/put-in-force.ts'
export { begin as beginTrial } from './trial/begin.ts'
