// Which documents a customer may bring. Pure. What it is decides, not what it is called; a name that says otherwise is refused.
const EXECUTABLE =
  /\.(exe|msi|com|scr|bat|cmd|ps1|vbs|vbe|js|mjs|jse|wsf|wsh|hta|jar|apk|app|dmg|pkg|deb|rpm|sh|cpl|lnk|reg|dll|iso|img|chm|html?|xhtml|svgz?|mht|mhtml|xml|xsl)$/i
const SNIFFED_BAD =
  /^(application\/(x-msdownload|x-msdos-program|x-elf|x-mach-binary|x-dosexec|vnd\.microsoft\.portable-executable|java-archive|vnd\.android\.package-archive|x-apple-diskimage|x-deb|x-rpm|x-iso9660-image|x-ms-shortcut|x-msi|wasm)|text\/html|image\/svg\+xml)$/i

// By what a name says it is, what it may be found to be. What is not listed is taken as it is.
const EXPECTED: readonly [name: RegExp, found: RegExp][] = [
  [/\.pdf$/i, /^application\/pdf$/],
  [/\.(png|jpe?g|gif|webp|avif|heic|heif|tiff?|bmp)$/i, /^image\//],
  [/\.(docx|xlsx|pptx|odt|ods|odp|zip|pages|numbers|key)$/i, /^application\/(zip|vnd\.|x-iwork)/],
  [/\.(mp4|mov|m4v|webm|avi|mkv)$/i, /^video\//],
  [/\.(mp3|m4a|wav|ogg|opus|aac)$/i, /^(audio|video)\//],
]

export type Brought = { name: string; found: string | null; size: number } // found: what the first bytes say (file-type), null: nothing known

export function mayBeBrought({ name, found, size }: Brought): boolean {
  if (size === 0 || EXECUTABLE.test(name) || (found !== null && SNIFFED_BAD.test(found))) return false
  const [, expected] = EXPECTED.find(([named]) => named.test(name)) ?? []
  return !expected || (found !== null && expected.test(found))
}

const BY_NAME: readonly [RegExp, string][] = [
  [/\.txt$/i, 'text/plain'], [/\.csv$/i, 'text/csv'], [/\.md$/i, 'text/markdown'], [/\.ics$/i, 'text/calendar'], [/\.docx$/i, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/\.xlsx$/i, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], [/\.doc$/i, 'application/msword'], [/\.xls$/i, 'application/vnd.ms-excel'],
] // prettier-ignore

/** What we say it is: what was found, else what a harmless name says. Never what the sender's program said. */
export const kindOf = (name: string, found: string | null): string =>
  BY_NAME.find(
    ([named]) => named.test(name) && (found === null || found === 'application/zip' || found === 'application/x-cfb'),
  )?.[1] ??
  found ??
  'application/octet-stream'

/** A name one may keep: the last part of a path, without what cannot be seen. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(0, 200).toWellFormed() || 'document' // prettier-ignore
}
