import type { Document, Element } from '@xmldom/xmldom';
import { AXIS_ORDER, labelPositions, SERIES_ORDER } from './chart-schema.ts';
import type { LintProblem, LintRule, OpenPackage } from './lint-problem.ts';
import { child, children, descendants, qualifiedName } from './xml-elements.ts';

const CHART = /^(?:ppt|xl)\/charts\/chart(\d+)\.xml$/;

/** Rules about charts. */
export const CHART_RULES: readonly LintRule[] = [numberProblems, chartProblems];

type Offence = readonly [rule: string, message: string];

function numberProblems({ documents }: OpenPackage): LintProblem[] {
  return [...documents.keys()]
    .flatMap((part) => ({ part, number: Number(CHART.exec(part)?.[1]) }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => a.number - b.number)
    .flatMap(({ part, number }, index) =>
      number === index + 1 ? [] : [{ part, rule: 'chart-numbers', message: `should be chart ${index + 1}` }],
    );
}

function chartProblems({ documents }: OpenPackage): LintProblem[] {
  return [...documents]
    .filter(([part]) => CHART.test(part))
    .flatMap(([part, document]) =>
      [...groupProblems(document), ...axisProblems(document), ...pointProblems(document)].map(([rule, message]) => ({
        part,
        rule,
        message,
      })),
    );
}

function groupProblems(document: Document): Offence[] {
  const area = descendants(document, 'c:plotArea')[0];
  const groups = area === undefined ? [] : children(area).filter((element) => element.localName?.endsWith('Chart'));
  return groups.flatMap((group) => {
    const kind = (group.localName ?? '').replace(/Chart$/, '');
    const grouping = child(group, 'c:grouping')?.getAttribute('val') ?? '';
    const allowed = labelPositions(kind, grouping.toLowerCase().includes('stacked'));
    const positions = descendants(group, 'c:dLblPos').map((element) => element.getAttribute('val') ?? '');
    return [
      ...(['line', 'area', 'bar'].includes(kind) && grouping === ''
        ? [['grouping', `says not how its ${kind} series stand together`] satisfies Offence]
        : []),
      ...(children(group, 'c:axId').length >= axesOf(kind)
        ? []
        : [['axes', `has a ${kind} chart without its ${axesOf(kind)} axes`] satisfies Offence]),
      ...positions
        .filter((position) => !allowed.includes(position))
        .map((position): Offence => ['label-position', `puts the labels of a ${kind} chart at ${position}`]),
      ...children(group, 'c:ser').flatMap((series) => seriesProblems(kind, series)),
    ];
  });
}

function axesOf(kind: string): number {
  return kind === 'pie' || kind === 'doughnut' ? 0 : 2;
}

function seriesProblems(kind: string, series: Element): Offence[] {
  const properties = child(series, 'c:spPr');
  const fills =
    properties === undefined
      ? []
      : ['a:solidFill', 'a:noFill', 'a:gradFill', 'a:pattFill'].flatMap((name) => descendants(properties, name));
  return [
    ...orderProblems(series, SERIES_ORDER[kind]),
    ...(fills.length === 0 ? [['series-colour', 'has a series without a colour'] satisfies Offence] : []),
    ...descendants(series, 'a:ln')
      .filter((line) => line.hasAttribute('w') && !/^\d+$/.test(line.getAttribute('w') ?? ''))
      .map((line): Offence => ['numbers', `has a line ${line.getAttribute('w')} wide`]),
  ];
}

function axisProblems(document: Document): Offence[] {
  const axes = Object.keys(AXIS_ORDER).flatMap((name) => descendants(document, name));
  const ids = new Set(axes.map((axis) => child(axis, 'c:axId')?.getAttribute('val')));
  const used = descendants(document, 'c:axId').map((element) => element.getAttribute('val'));
  const crossed = descendants(document, 'c:crossAx').map((element) => element.getAttribute('val'));
  const places = descendants(document, 'c:crossesAt').map((element) => element.getAttribute('val') ?? '');
  return [
    ...[...used, ...crossed]
      .filter((id) => !ids.has(id))
      .map((id): Offence => ['axes', `refers to axis ${id}, which it does not have`]),
    ...places
      .filter((place) => !Number.isFinite(Number(place)))
      .map((place): Offence => ['axes', `lets an axis cross at "${place}"`]),
    ...axes.flatMap((axis) => orderProblems(axis, AXIS_ORDER[qualifiedName(axis)])),
  ];
}

function pointProblems(document: Document): Offence[] {
  const numbers = descendants(document, 'c:numCache')
    .flatMap((cache) => descendants(cache, 'c:v'))
    .map((value) => value.textContent ?? '');
  const empty = descendants(document, 'c:v').filter((value) => value.textContent === '');
  const flat = descendants(document, 'c:multiLvlStrCache').filter((cache) => children(cache, 'c:lvl').length === 1);
  return [
    ...empty.map((): Offence => ['points', 'has a point without a value']),
    ...numbers
      .filter((value) => value !== '' && !Number.isFinite(Number(value)))
      .map((value): Offence => ['numbers', `has the value ${value}`]),
    ...flat.map((): Offence => ['categories', 'has categories in levels, though there is only one']),
  ];
}

function orderProblems(element: Element, order: readonly string[] = []): Offence[] {
  if (order.length === 0) return [];
  const names = children(element).map(qualifiedName);
  const strange = names.filter((name) => !order.includes(name));
  const ranks = names.map((name) => order.indexOf(name)).filter((rank) => rank >= 0);
  const isSorted = ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
  const place = qualifiedName(element);
  return [
    ...strange.map((name): Offence => ['element-order', `has ${name} in ${place}, where it may not stand`]),
    ...(isSorted ? [] : [['element-order', `has the children of ${place} in the wrong order`] satisfies Offence]),
  ];
}
