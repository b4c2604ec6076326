import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const tyto = process.env['TYTO_URL'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  // UI5 imports its texts and themes as JSON; they must stay objects, not addresses.
  json: { stringify: false },
  build: {
    outDir: 'dist',
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    chunkSizeWarningLimit: 800,
    // A data: font or picture would need a wider content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: tyto, changeOrigin: true },
      '/openapi.json': { target: tyto, changeOrigin: true },
    },
  },
});
