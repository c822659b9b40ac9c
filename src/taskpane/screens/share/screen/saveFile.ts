import type { SharedCopy } from "../../../../actions/share";

/** The copy as an address of this page, for a link that saves it; it lives as long as the page, or until it is let go. */
export function addressOfCopy({ bytes }: SharedCopy): string {
  return URL.createObjectURL(new Blob([bytes as BlobPart], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }));
}

/** As a press on the link would. */
export function save(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
