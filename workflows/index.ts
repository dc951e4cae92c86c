export { application } from './application.ts';
export { codeRequest } from './codeRequest.ts';
export { transfer } from './transfer.ts';
