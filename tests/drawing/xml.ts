/** An element of an XML document, its attributes and what it holds. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const NAME = /[A-Za-z_][A-Za-z0-9_.:-]*/y
const SPACE = /[ \t\r\n]*/y
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
/** What XML 1.0 allows, section 2.2. */
const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

/** Reads one XML element as strictly as XML 1.0 asks, of the little of XML that a drawing uses. Throws where it is not well-formed. */
export function readXml(text: string): XmlElement {
  if (!LEGAL.test(text)) throw new Error('A character that XML does not allow')
  let at = 0
  const fail = (expected: string): never => {
    throw new Error(`Expected ${expected} at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`)
  }
  const take = (pattern: RegExp, what: string): string => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found === undefined) return fail(what)
    at += found.length
    return found
  }
  const expectText = (expected: string): void => {
    if (!text.startsWith(expected, at)) fail(expected)
    at += expected.length
  }
  const decoded = (raw: string): string =>
    raw.replace(/&([^;&]*);?/g, (whole, name: string) =>
      whole.endsWith(';') ? (ENTITIES[name] ?? fail(`an entity, not ${whole}`)) : fail('an entity'),
    )
  const readAttributes = (): Record<string, string> => {
    const attributes: Record<string, string> = {}
    while (take(SPACE, 'space') !== '' && !'/>'.includes(text[at] ?? '')) {
      const name = take(NAME, 'a name')
      expectText('="')
      if (Object.hasOwn(attributes, name)) fail(`no second ${name}`)
      attributes[name] = decoded(take(/[^"<]*/y, 'a value'))
      expectText('"')
    }
    return attributes
  }
  const readElement = (): XmlElement => {
    expectText('<')
    const name = take(NAME, 'a name')
    const attributes = readAttributes()
    if (text.startsWith('/>', at)) {
      at += 2
      return { name, attributes, children: [] }
    }
    expectText('>')
    const children: (XmlElement | string)[] = []
    while (!text.startsWith('</', at)) {
      if (at >= text.length) fail(`</${name}>`)
      children.push(text[at] === '<' ? readElement() : decoded(take(/[^<]+/y, 'text')))
    }
    expectText(`</${name}>`)
    return { name, attributes, children }
  }
  const root = readElement()
  if (at !== text.length) fail('the end')
  return root
}

/** An element and all elements inside it. */
export function elementsOf(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap(child => (typeof child === 'string' ? [] : elementsOf(child)))]
}

/** All text inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}
