// For the command line, which stores nothing itself but is told first that the program has to end.
export { endWriting } from '../output/writes-under-way.ts';
