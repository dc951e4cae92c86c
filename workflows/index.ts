export { application } from './application.ts';
export { codeRequest } from './codeRequest.ts';
export { reconciliation } from './reconciliation.ts';
export { transfer } from './transfer.ts';
