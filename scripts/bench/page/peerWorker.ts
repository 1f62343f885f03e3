/** Measures @genai-fi/nanogpt. */
import { installMeter } from './meter';
import { openPeer } from './peer';
import { answerQuestions } from './workerEnd';

const meter = installMeter();
answerQuestions((_, shape) => openPeer(shape, meter), meter);
