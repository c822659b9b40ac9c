import { type WacHost, type WacHostOptions, createWacHost } from ".";

export interface AddinFrame {
  readonly host: WacHost;
  readonly frame: HTMLIFrameElement;
  /** Takes the add-in's page away. */
  close(): void;
}

/** Opens the add-in's page in a frame of this page, as Excel on the web does. */
export function openInFrame(page: string, container: HTMLElement, options: Omit<WacHostOptions, "send" | "hostOrigin" | "addinOrigin">): AddinFrame {
  const addinOrigin = new URL(page, location.href).origin;
  const frame = document.createElement("iframe");
  const send = (text: string) => frame.contentWindow?.postMessage(text, addinOrigin);
  const host = createWacHost({ ...options, send, addinOrigin, hostOrigin: location.origin });
  const onMessage = (message: MessageEvent) => {
    if (message.source === frame.contentWindow && message.origin === addinOrigin) host.receive(message.data);
  };
  window.addEventListener("message", onMessage);
  frame.name = host.frameName;
  frame.src = page;
  container.append(frame);
  return {
    host,
    frame,
    close() {
      window.removeEventListener("message", onMessage);
      host.close();
      frame.remove();
    },
  };
}
