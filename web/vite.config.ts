import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screens are built into `web/dist`, which the API serves; in development the API is asked through a proxy. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:4000' } },
});
