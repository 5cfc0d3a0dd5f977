import { expect, test } from 'vitest'
import { readDesign } from '../../src/gate/index'

const WE_OPEN = 'Groundplan opens its own designs: files named NAME.groundplan.json, and plan text.'

test.each([
  ['<mxfile host="app.diagrams.net"><diagram/></mxfile>', 'a draw.io diagram'],
  ['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'an SVG picture'],
  ['<!DOCTYPE html><html></html>', 'a web page (HTML)'],
  ['<?xml version="1.0"?><project/>', 'an XML file'],
  ['\ufffdPNG\r\n\u001a\n', 'a PNG picture'],
  ['%PDF-1.7', 'a PDF file'],
  ['PK\u0003\u0004', 'a ZIP archive'],
  ['flowchart LR\n  a --> b', 'a Mermaid flowchart'],
  ['---\ntitle: Ads\n---\n%% comment\ngraph TD;\n a-->b', 'a Mermaid flowchart'],
  ['sequenceDiagram\n a->>b: hi', 'a Mermaid diagram'],
  ['@startuml\na -> b\n@enduml', 'a PlantUML diagram'],
  ['digraph G { a -> b }', 'a Graphviz graph'],
  ['{"type": "excalidraw", "version": 2, "elements": []}', 'an Excalidraw drawing'],
  ['{"tldrawFileFormatVersion": 1, "schema": {}, "records": []}', 'a tldraw drawing'],
  ['{"nbformat": 4, "cells": []}', 'a Jupyter notebook'],
  ['{"name": "x", "lockfileVersion": 3}', 'a package-lock.json of npm'],
  ['{"name": "x", "version": "1.0.0", "scripts": {}}', 'a package.json of npm'],
  ['{"compilerOptions": {}}', 'a tsconfig.json of TypeScript'],
  ['{"openapi": "3.1.0", "info": {}}', 'an OpenAPI description'],
  ['{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}', 'a JSON Schema'],
  ['{"summary": {}, "detail": {"diagrams": []}}', 'a Threat Dragon model'],
  ['{"type": "FeatureCollection", "features": []}', 'a GeoJSON map'],
  ['{"version": "2.1.0", "runs": []}', 'a SARIF report'],
  ['{"nodes": [], "edges": []}', 'a graph of another program (nodes and edges)'],
])('%j is told as %s', (text, what) => {
  expect(readDesign(text)).toEqual(refused(`This looks like ${what}, not like a design.`))
})

test.each([
  ['', 'This file is empty.'],
  ['\ufeff \n', 'This file is empty.'],
  ['Dear all,', 'This is no design: a design file is JSON.'],
  ['[1, 2]', 'This is a JSON list, not a design.'],
  ['"text"', 'This is a single JSON value, not a design.'],
  ['42', 'This is a single JSON value, not a design.'],
  ['{"some": "thing"}', 'This is JSON of another program: it has no “schema” and no “blocks”.'],
])('%j is no design', (text, message) => {
  expect(readDesign(text)).toEqual(refused(message))
})

test('a design of ours with fields of other programs is a design', () => {
  expect(readDesign('{"schema": 1, "blocks": {}, "nodes": [], "edges": []}').ok).toBe(true)
})

function refused(message: string) {
  return { ok: false, problems: [{ path: '', message, hint: WE_OPEN }] }
}
