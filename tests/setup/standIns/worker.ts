import { serve } from './serve.ts';

serve(process.env['WORKER_PORT']);
