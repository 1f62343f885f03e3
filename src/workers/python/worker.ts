/** The worker inside the frame: gets its port and the compiled interpreter once, then judges what comes. */
import { PYTHON_PROTOCOL_VERSION, type FromSandbox } from '../../protocol/python';
import { isRequest } from './door';
import { judge } from './judge';
import { lockDown } from './lockdown';
import { startSandbox } from './sandbox';

function serve(port: MessagePort, module: WebAssembly.Module): void {
  const send = (message: FromSandbox): void => port.postMessage(message);
  const protocol = PYTHON_PROTOCOL_VERSION;
  const machine = startSandbox(module);
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isRequest(data)) return;
    const { id } = data;
    const started = performance.now();
    try {
      const { result, healthy } = judge(machine, data);
      const durationMs = performance.now() - started;
      send({ protocol, type: 'judged', id, result: { ...result, durationMs }, healthy });
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      send({ protocol, type: 'failed', id, message });
    }
  };
  send({ protocol, type: 'ready' });
}

self.onmessage = ({ data, ports }: MessageEvent<unknown>) => {
  const [port] = ports;
  if (!port || !(data instanceof WebAssembly.Module)) return;
  self.onmessage = null;
  lockDown(self);
  serve(port, data);
};
