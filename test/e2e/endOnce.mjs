/** What startOnce began. */
export default async function endOnce() {
  await globalThis.endOfWorkbench?.();
}
