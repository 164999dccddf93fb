// The pages of forecasting, each fetched when it is first opened; the strip of the four pages of workforce management.
export { WorkforceStrip } from './strip.tsx'
