export { readTable as readTextTable } from './read-table.ts';
