export { requestDocument } from './request-document.ts';
export { claimDocument } from './claim-document.ts';
export { fundingRow } from './funding-row.ts';
