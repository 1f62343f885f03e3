declare module 'virtual:python-worker' {
  /** The worker of the sandbox with everything it needs, as one classic script. */
  const code: string;
  export default code;
}
