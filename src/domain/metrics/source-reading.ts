import type { MeasuredUnit, MetricReading } from '../../schema/metrics.ts';
import type { Known } from '../../units/missing.ts';
import type { Status, Value } from '../../units/value.ts';
import type { Evidence } from '../figure.ts';

/** What is read, and as what: a target is read like the metric it belongs to. */
export interface MetricSource {
  readonly read: Pick<MetricReading, 'figure' | 'fact' | 'program'> & Partial<MetricReading>;
  readonly unit: MeasuredUnit;
  readonly grain: 'flow' | 'average' | 'state';
}

/** What a source says for a period. */
export interface SourceReading {
  readonly number: Known<number>;
  /** The figure as its own pages print it, where a figure was read. */
  readonly shown?: Value;
  readonly status?: Status;
  /** Gathered only when somebody asks why: it names every row. */
  evidence(): Evidence;
}
