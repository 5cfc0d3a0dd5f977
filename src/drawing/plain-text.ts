/**
 * Light Markdown as the text it stands for: marks of emphasis, code, headings and quotes go, list items get a dot, links
 * keep their words. Line ends stay; anything else is left as it was written.
 */
export function plainText(markdown: string): string {
  return markdown
    .split(/\r\n?|\n/)
    .map(plainLine)
    .join('\n')
}

function plainLine(line: string): string {
  return line
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/^\s{0,3}>\s?/, '')
    .replace(/^(\s*)[-*+]\s+/, '$1• ')
    .replace(/!?\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_]+)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/(?<!\w)_(?=\S)([^_]+)(?<=\S)_(?!\w)/g, '$1')
}
