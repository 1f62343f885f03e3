import '../../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Speaker } from './Speaker';

const root = document.getElementById('root');
if (!root) throw new Error('speaker.html must have an element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <Speaker />
  </StrictMode>,
);
