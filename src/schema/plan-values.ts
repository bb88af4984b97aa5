import * as z from 'zod';

/** Percent of something whole. */
export const share = z.number().min(0).max(100);
/** Percent a year. */
export const growth = z.number().min(-90).max(500);
export const money = z.number().min(0).max(1e12);
export const quantity = z.number().min(0).max(1e9);
/** A month of the plan, counted from 1. */
export const month = z.int().min(1).max(36);

/** Where each number of an entry comes from: a name under `sources`. */
export const sourceOf = z.record(z.string(), z.string()).optional();
