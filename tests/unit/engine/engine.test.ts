import { referenceRuntime } from '../../../src/engine/model/referenceRuntime';
import { claimComposition } from '../../reference/compositionClaims';
import { claimEngine } from '../../reference/engineClaims';
import { startCpu, startWasm } from './nodeBackends';

claimComposition('cpu', startCpu);
claimComposition('wasm', startWasm);
claimEngine('cpu', startCpu, 10, () => referenceRuntime);
claimEngine('wasm', startWasm, 100, () => referenceRuntime);
