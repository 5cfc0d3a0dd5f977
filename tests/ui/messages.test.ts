import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

/** Folders of the interface whose texts are all in the message file. */
const MOVED: readonly string[] = [
  'canvas',
  'case',
  'command-palette',
  'commands',
  'context-menu',
  'document',
  'editor',
  'export',
  'files',
  'find',
  'first-steps',
  'hints',
  'inspector',
  'laser',
  'numbers',
  'outline',
  'palette',
  'parts',
  'preferences',
  'present',
  'rail',
  'reader',
  'rules',
  'session',
  'shortcuts',
  'start',
  'status',
  'topbar',
  'versions',
]

/** Texts that are no words: each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'case-file.ts: The case study … cannot be read': 'says to its authors that a case study is no design',
  'CoverageRing.tsx: rotate(… 13 13)': 'SVG',
  'creating/ConnectMode.tsx: ArrowLeft+ArrowRight': 'keys',
  'ExportDialog.tsx: ClipboardItem': 'a name of the browser',
  'FieldControl.tsx: US dollars': 'a unit as the kinds write it, which the field shows as $',
  'FieldControl.tsx: …-note …-finding': 'ids of elements',
  'fonts.ts: Inter': 'the name of a font',
  'Numbers.tsx: US dollars': 'a unit of the kinds, from which the number gets its sign',
  'open-file.ts: AbortError': 'a name of the browser',
  'Picker.tsx: ArrowUp+ArrowDown': 'keys',
  'RecentRow.tsx: F2 Delete': 'names of keys',
  'save-text.ts: AbortError': 'a name of the browser',
  "screen.ts: @font-face{font-family:'Inter Variable';font-weight:100 900;…src:url(data:font/woff2;base64,…) format('woff2')}":
    'CSS',
  'screen.ts: [data-canvas] .react-flow': 'a selector',
  'StartScreen.tsx: dialog[open], [role="menu"]': 'a selector',
  'use-file-drop.ts: Files': 'a name of the browser',
  'use-present-keys.ts: button, a, [type="radio"]': 'a selector',
}

test.each(MOVED)('src/ui/%s shows no text of its own: all of it is in the message file', folder => {
  const found = readdirSync(`src/ui/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .flatMap(name => textsIn(`src/ui/${folder}/${name}`).map(text => `${name}: ${text}`))
  expect(found.filter(each => !(each in ALLOWED))).toEqual([])
})

interface SyntaxNode {
  readonly type?: string
  readonly value?: unknown
  readonly expression?: unknown
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[]
  /** The name of an attribute, and of a property. */
  readonly name?: { readonly name?: unknown }
  readonly key?: { readonly name?: string }
  /** What is called: a function, or a method of something. */
  readonly callee?: { readonly name?: string; readonly property?: { readonly name?: string } }
}

/** Attributes that nobody reads and calls that take no words: for style, drawing, the browser and our own mistakes. */
const UNREAD =
  /^(?:className|style|transform|d|rel|unicodeRange)=$|^(?:invariant|matchMedia|closest|matches|querySelector(?:All)?)\($/

/** `className=` for an attribute or a property, `closest(` for a call, else nothing. */
function nameOf({ type, name, key, callee }: SyntaxNode): string {
  if (type === 'JSXAttribute') return `${name?.name}=`
  if (type === 'Property') return `${key?.name}=`
  return type === 'CallExpression' ? `${callee?.name ?? callee?.property?.name}(` : ''
}

/** Texts in a file that a person could read: with a space between words, or a capital at the start of one. */
function textsIn(path: string): string[] {
  const texts: string[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) {
      for (const each of node) walk(each)
      return
    }
    const { type = '' } = node as SyntaxNode
    if (/^(Import|ExportAll)/.test(type) || UNREAD.test(nameOf(node as SyntaxNode))) return
    // Types say nothing to people; what stands before `as` and `satisfies` may.
    if (type.startsWith('TS')) {
      walk((node as SyntaxNode).expression)
      return
    }
    const text = textOf(node as SyntaxNode)
    if (text !== null && isWords(text)) texts.push(text.trim())
    for (const value of Object.values(node)) walk(value)
  }
  walk(parseSync(path, readFileSync(path, 'utf8')).program.body)
  return texts
}

function textOf({ type, value, quasis }: SyntaxNode): string | null {
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return value
  return type === 'TemplateLiteral' ? (quasis ?? []).map(quasi => quasi.value.cooked).join('…') : null
}

/** Names of keys as the browser and the commands write them. */
const KEY =
  /^(?:(?:Mod|Shift|Alt|Control|Meta)\+)*(?:Mod|Shift|Alt|Control|Meta|Enter|Escape|Tab|Space|Delete|Backspace|Home|End|PageUp|PageDown|ContextMenu|Arrow(?:Left|Right|Up|Down)|(?:Arrow|Key|Digit)…*|F\d+|.)$/u

/** A question to the browser about the window, such as `(max-width: 599px)`. */
const MEDIA = /^\([a-z-]+: [a-z0-9-]+\)$/

/** Names of keys, of icons, of attributes, lists of class names and media queries are no words. */
function isWords(text: string): boolean {
  const words = text.trim()
  if (KEY.test(words) || MEDIA.test(words) || !/\p{L}{2}/u.test(words) || /^[a-z-]+( [a-z-]+)*$/.test(words))
    return false
  return /\s/.test(words) || /^\p{Lu}\p{Ll}/u.test(words)
}
