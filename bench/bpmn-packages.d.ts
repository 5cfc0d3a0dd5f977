/** What of these packages the comparison needs; they come without types for it. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ readonly rootElement: object; readonly warnings: readonly unknown[] }>
  }
}

declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { readonly resolver: object })
    lint(root: object, config: object): Promise<Readonly<Record<string, readonly object[]>>>
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  export default class NodeResolver {}
}

declare module 'bpmnlint/config/recommended.js' {
  const config: { readonly rules: Readonly<Record<string, string>> }
  export default config
}
