// What a stranger may leave with us: judged by what it is, never by what it calls itself. A program is refused whatever its name; a file whose name
// and content disagree is refused as renamed, since either may fool whoever opens it; what has no type we would vouch for (HTML, SVG, XML,
// the unknown) is kept as a plain download. A name is one line of visible text: no path, no control, nothing that turns the writing round.
import { fileTypeFromBuffer } from 'file-type'
import { fileDangerous, fileEmpty, fileRenamed, refuse } from './refusal.ts'

export type GivenFile = { name: string; type: string }

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const PROGRAMS = words('exe elf macho dmg deb rpm crx xpi apk jar class lnk alias swf reg chm asar wasm')
// What a mail gate stops as well: Windows and macOS run these at a double click.
const PROGRAM_NAMES = words(
  'ade adp app appx appxbundle bash bat bin cmd com command cpl csh dll exe gadget hta htc inf ins iso img isp jar js jse ksh lib lnk mjs msc msh msi msix msp mst osx out pif pkg ps1 ps1xml ps2 psc1 psm1 py pyw rb reg scf scr sct sh shb sys url vb vbe vbs vhd vhdx vxd workflow ws wsc wsf wsh xll zsh dmg deb rpm crx xpi apk class swf chm elf', // prettier-ignore
)
const SAME = new Map(
  [
    'jpg jpeg jpe jfif', 'tif tiff dng', 'png apng', 'mp4 m4v m4a mov 3gp', 'm4a mp4 m4b aac', 'm4v mp4', 'mov qt mp4', '3gp mp4 3g2', 'mkv webm', 'webm mkv weba',
    'zip docx xlsx pptx docm xlsm pptm odt ods odp odg epub pages numbers key vsdx kmz xps 3mf sketch idml', 'docx docm dotx zip', 'xlsx xlsm xltx zip',
    'pptx pptm ppsx potx zip', 'odt ott zip', 'ods ots zip', 'odp otp zip', 'epub zip', 'cfb doc xls ppt msg dot xlt pps vsd pub mpp', 'gz tgz svgz', 'tar.gz gz tgz',
    'ogg oga ogv opus', 'oga ogg', 'opus ogg', 'ogv ogg', 'mpg mpeg mpe', 'mid midi', 'heic heif hif', 'aif aiff aifc', 'ps eps ai', 'eps ai ps', 'pdf ai', 'rtf doc', 'asf wma wmv',
    'bmp dib', 'ico cur', 'sqlite db', 'pgp asc gpg sig', 'mp3 mp2 mpga', 'wav wave', 'bz2 tbz', 'xz txz', 'avif avifs', 'jls jpg', 'jp2 j2k',
  ].map((line) => [line.split(' ')[0]!, words(line)]), // prettier-ignore
)
// Their content always tells; one that does not tell is something else.
const ALWAYS_TOLD = words(
  'jpg jpeg png gif webp bmp tif tiff heic avif pdf zip docx xlsx pptx odt ods odp epub rar 7z gz mp4 mov mkv webm avi flac ogg wav',
)
const WRITINGS = new Map([
  ['txt', 'text/plain'], ['log', 'text/plain'], ['md', 'text/plain'], ['csv', 'text/csv'], ['tsv', 'text/plain'], ['json', 'application/json'],
  ['ics', 'text/calendar'], ['vcf', 'text/vcard'], ['eml', 'message/rfc822'],
]) // prettier-ignore
const MARKUP = words('xml svg html ics vcf vtt') // told by a beginning of text: judged as writing
const UNVOUCHED = 'application/octet-stream'

/** The name and type to keep it under; refuses with file.empty, file.dangerous or file.renamed (each with the name as cleaned). */
export async function judgeGivenFile(given: { name: string; bytes: Uint8Array }): Promise<GivenFile> {
  const name = cleanName(given.name)
  const { bytes } = given
  if (bytes.length === 0) throw refuse(fileEmpty, { name })
  const called = extensionOf(name)
  const told = await fileTypeFromBuffer(bytes).catch(() => undefined) // a broken archive is of no known type
  if (PROGRAM_NAMES.has(called) || (told && PROGRAMS.has(told.ext)) || isScript(bytes)) throw refuse(fileDangerous, { name })
  if (!told || MARKUP.has(told.ext)) return untold(name, called, bytes)
  if (called === '') return { name: `${name}.${told.ext}`, type: told.mime }
  if (called === told.ext || SAME.get(told.ext)?.has(called)) return { name, type: told.mime }
  throw refuse(fileRenamed, { name })
}

function untold(name: string, called: string, bytes: Uint8Array): GivenFile {
  if (called === 'pdf' && Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')) return { name, type: 'application/pdf' } // ISO 32000-1, annex H.3.4.1
  if (ALWAYS_TOLD.has(called)) throw refuse(fileRenamed, { name })
  const type = WRITINGS.get(called)
  return { name, type: type && isWriting(bytes) ? type : UNVOUCHED }
}

const isScript = (bytes: Uint8Array): boolean => bytes[0] === 0x23 && bytes[1] === 0x21 // #!

function isWriting(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}

const LONGEST_NAME = 200
const LONGEST_EXTENSION = 12

/** One line of at most 200 characters, never empty, without path, control or formatting characters (bidi overrides are such), nor dots at its ends. */
export function cleanName(given: string): string {
  const last = ends(given.split(/[/\\]/).at(-1) ?? '')
  const name = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if (name === '') return 'document'
  const extension = extensionOf(name)
  if (name.length <= LONGEST_NAME) return name
  const tail = extension === '' ? '' : `.${extension}`
  return name.slice(0, LONGEST_NAME - tail.length).toWellFormed().trim() + tail // prettier-ignore
}

// Of a name of many thousand characters the middle is left out before anything is looked for in it: that would take long.
const ends = (name: string): string => (name.length > 1_000 ? name.slice(0, 500) + name.slice(-500) : name)

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 ? name.slice(dot + 1).toLowerCase().trim() : '' // prettier-ignore
  return extension.length <= LONGEST_EXTENSION ? extension : ''
}
