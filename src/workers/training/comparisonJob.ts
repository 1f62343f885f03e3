import type { NearestSnippet } from '../../protocol/training';
import type { SnippetMemory } from './nearestSnippets';
import type { Job } from './requestQueue';
import type { CommandOf, RequestSurroundings } from './requests';

/** Programs being looked up, one at a time. */
class ComparisonJob implements Job {
  readonly runId: string;
  readonly requestId: string;
  private readonly nearest: NearestSnippet[] = [];

  constructor(
    private readonly command: CommandOf<'compare'>,
    private readonly snippets: SnippetMemory,
    private readonly tell: RequestSurroundings['tell'],
  ) {
    this.runId = command.runId;
    this.requestId = command.requestId;
  }

  work(): Promise<boolean> {
    const memory = this.snippets.read(this.command);
    const program = this.command.programs[this.nearest.length];
    if (memory && program !== undefined) {
      const found = memory.nearest(program);
      const { text = '', isVerbatim = false, isRenamed = false, similarity = 0 } = found ?? {};
      this.nearest.push({ snippet: text, isVerbatim, isRenamed, similarity });
    }
    const isOver = memory !== null && this.nearest.length >= this.command.programs.length;
    if (isOver) this.tellNearest();
    return Promise.resolve(isOver);
  }

  cancel(): void {
    this.tellNearest();
  }

  dispose(): void {
    // The memory stays: the next programs are looked up in the same snippets.
  }

  private tellNearest(): void {
    this.tell(this.runId, { type: 'compared', requestId: this.requestId, nearest: this.nearest });
  }
}

/** Opens the search for what programs are most like in the training snippets of a run. */
export function openComparison(
  command: CommandOf<'compare'>,
  snippets: SnippetMemory,
  { tell }: Pick<RequestSurroundings, 'tell'>,
): Promise<Job> {
  return Promise.resolve(new ComparisonJob(command, snippets, tell));
}
