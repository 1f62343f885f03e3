import { claimEngine } from '../../reference/engineClaims';
import { startCpu, startWasm } from './nodeBackends';

claimEngine('cpu', startCpu, 10);
claimEngine('wasm', startWasm, 100);
