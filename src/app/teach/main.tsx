import '../../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Teach } from './Teach';

const root = document.getElementById('root');
if (!root) throw new Error('teach.html must have an element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <Teach />
  </StrictMode>,
);
