/**
 * A way to let waiting messages in between two pieces of work.
 *
 * A promise alone would not do: its continuation runs before any message. A message to oneself queues behind
 * those already waiting, and unlike timers and animation frames it is not slowed down in a hidden tab.
 */
export function createMessageYield(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
