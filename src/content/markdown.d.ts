declare module '*.md' {
  const sections: Readonly<Record<string, { readonly html: string; readonly text: string }>>;
  export default sections;
}
