export { application } from './application.ts';
export { transfer } from './transfer.ts';
