import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWords } from './words/index.ts';
import { App } from './shell/App.tsx';
import './shell/page.css';
import './shell/frame.css';
import './shell/header.css';

startWords();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with id "root"');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
