// The pages and panels of intraday.
export { IntradayPage } from './page.tsx'
export { MyAdherence } from './mine/my-adherence.tsx'
