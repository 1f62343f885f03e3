// `npm start`: serves the app on a local address and opens it where there is a screen to open it on.
import { createServer } from 'vite';

const server = await createServer({ server: { open: Boolean(process.stdout.isTTY && !process.env.CI) } });
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });
