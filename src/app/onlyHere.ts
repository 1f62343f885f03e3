const HERE = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])$/;

/** Whether an address leads nowhere on any other device: to the machine itself, or to a file on it. */
export function isOnlyHere({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean {
  return protocol === 'file:' || HERE.test(hostname);
}
