/** What of an add-in's manifest the workbench draws and calls. */
export interface AddinManifest {
  readonly name: string;
  readonly namespace: string;
  readonly taskpane: string;
  readonly functionsJson: string;
  readonly tabs: readonly RibbonTab[];
}
export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly { readonly id: string; readonly label: string; readonly buttons: readonly RibbonButton[] }[];
}
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: { readonly title: string; readonly description: string };
  readonly icon: string;
  readonly action: { readonly kind: "showPane" } | { readonly kind: "run"; readonly functionName: string };
}

/** Reads a manifest.xml. Addresses in it that name another origin are taken from `origin`, where this page is served from. */
export function readManifest(xml: string, origin: string): AddinManifest {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  const problem = document.querySelector("parsererror");
  if (problem) throw new Error(`manifest.xml cannot be read: ${problem.textContent ?? ""}`);
  const texts = resourcesOf(document);
  const text = (element: Element | null | undefined) => texts.get(element?.getAttribute("resid") ?? "") ?? element?.getAttribute("DefaultValue") ?? "";
  const address = (element: Element | null | undefined) => {
    const url = new URL(text(element), origin);
    return new URL(url.pathname + url.search, origin).href;
  };
  const first = (parent: ParentNode, ...path: string[]) => path.reduce<Element | undefined>((found, name) => found && children(found, name)[0], parent as Element);
  const functions = [...document.getElementsByTagName("ExtensionPoint")].find((point) => point.getAttribute("xsi:type") === "CustomFunctions");
  const settings = document.getElementsByTagName("DefaultSettings")[0];

  const buttonOf = (control: Element): RibbonButton => {
    const action = first(control, "Action");
    const kind = action?.getAttribute("xsi:type");
    if (kind !== "ShowTaskpane" && kind !== "ExecuteFunction") throw new Error(`the workbench does not know the ribbon action ${kind ?? ""} of ${control.getAttribute("id") ?? ""}`);
    const images = [...control.getElementsByTagName("bt:Image")];
    const image = images.find((i) => i.getAttribute("size") === "32") ?? images[0];
    return {
      id: control.getAttribute("id") ?? "",
      label: text(first(control, "Label")),
      tip: { title: text(first(control, "Supertip", "Title")), description: text(first(control, "Supertip", "Description")) },
      icon: address(image),
      action: kind === "ShowTaskpane" ? { kind: "showPane" } : { kind: "run", functionName: first(action!, "FunctionName")?.textContent?.trim() ?? "" },
    };
  };
  return {
    name: document.getElementsByTagName("DisplayName")[0]?.getAttribute("DefaultValue") ?? "Add-in",
    namespace: text(functions && first(functions, "Namespace")),
    taskpane: address(settings && first(settings, "SourceLocation")),
    functionsJson: address(functions && first(functions, "Metadata", "SourceLocation")),
    tabs: [...document.getElementsByTagName("CustomTab")].map((tab) => ({
      id: tab.getAttribute("id") ?? "",
      label: text(children(tab, "Label")[0]),
      groups: children(tab, "Group").map((group) => ({ id: group.getAttribute("id") ?? "", label: text(children(group, "Label")[0]), buttons: children(group, "Control").map(buttonOf) })),
    })),
  };
}

function children(parent: Element, name: string): Element[] {
  return [...parent.children].filter((child) => child.localName === name);
}

/** Texts, addresses and pictures are named by ids and stand at the end. */
function resourcesOf(document: Document): Map<string, string> {
  const entries = ["Image", "Url", "String"].flatMap((name) => [...document.getElementsByTagName(`bt:${name}`)]);
  return new Map(entries.filter((e) => e.hasAttribute("id")).map((e) => [e.getAttribute("id")!, e.getAttribute("DefaultValue") ?? ""]));
}
