// `?inline` gives the text of a style sheet, for a sheet of our own making in the shadow root.
declare module '*.css?inline' {
  const text: string
  export default text
}
