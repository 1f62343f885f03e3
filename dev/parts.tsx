/** Every part of the page in every state, for whoever changes one: `npm start`, then /dev/parts.html. Never built. */
import '../src/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Controls } from './Controls';
import { Runs } from './Runs';
import { Texts } from './Texts';

const root = document.getElementById('root');
if (!root) throw new Error('parts.html must have an element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <main>
      <Controls />
      <Runs />
      <Texts />
    </main>
  </StrictMode>,
);
