/** Measures the engine's own runtimes. */
import { installMeter } from './meter';
import { openEngine } from './engine';
import { answerQuestions } from './workerEnd';

answerQuestions(openEngine, installMeter());
