import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { openPage } from './openPage';

const root = document.getElementById('root');
if (!root) throw new Error('index.html must have an element with the id "root"');
void openPage(createRoot(root));
