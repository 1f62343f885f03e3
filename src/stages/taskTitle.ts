/** What a prompt asks for, in its own words: its comment or docstring, else its signature. */
export function taskTitle(prompt: string): string {
  const comment = /^[ \t]*#[ \t]*(\S.*)$/m.exec(prompt)?.[1];
  const docstring = /"""\s*(\S[^]*?)\s*(?:"""|$)/.exec(prompt)?.[1];
  const signature = /^[ \t]*def[ \t]+(.+?):?[ \t]*$/m.exec(prompt)?.[1];
  return (comment ?? docstring ?? signature ?? prompt.trim()).trim();
}
