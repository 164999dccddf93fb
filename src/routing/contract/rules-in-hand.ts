// The rulebook made to work, for whoever rehearses it: pure, the very code that routes.
export { classify, type Classified } from '../rules/classify.ts'
export {
  channelHandle, compile, isDeferred as isDeferredIn, laneFor, needsOf, pointsOf, type Book, type Compiled, type Lane,
} from '../rules/compile.ts' // prettier-ignore
