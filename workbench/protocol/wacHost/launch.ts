import type { Requirements } from "../requirements";

/** Who talks with whom, for one opening of the add-in's page. */
export interface Conversation {
  readonly id: string;
  readonly controlId: string;
  readonly hostOrigin: string;
  readonly addinOrigin: string;
}

const SHARED_RUNTIME_WITH_FUNCTIONS = "3";
const HOST_INFO = ["Excel", "Web", "16.01", "en-US", "workbench", "", "disableLogging", SHARED_RUNTIME_WITH_FUNCTIONS];
const EXCEL = 16;

/**
 * The frame's name by which Excel on the web launches an add-in: the page's address stays untouched. The host's name must equal the add-in's
 * (any port) and both must be https, or office.js refuses the host.
 */
export function launchName({ id, controlId, hostOrigin }: Conversation): string {
  return JSON.stringify({ baseFrameName: "addin", hostInfo: HOST_INFO.join("|"), xdmInfo: [id, controlId, hostOrigin].join("|"), serializerVersion: "1", flights: "[]" });
}

/** The other way, for a page that is a window of its own: all is said in the address. */
export function launchAddress(page: string, { id, controlId, hostOrigin }: Conversation): string {
  return `${page}?_host_Info=${HOST_INFO.join("$")}#&_serializer_version=1&_xdm_Info=${id}|${controlId}|${hostOrigin}`;
}

/** What office.js asks for first. */
export function appContext(conversation: Conversation, parts: { documentName: string; settings: Readonly<Record<string, string>>; requirements: Requirements; visible: boolean }): object {
  const { controlId, hostOrigin, addinOrigin } = conversation;
  return {
    _id: controlId,
    _appName: EXCEL,
    _appVersion: "16.0",
    _appMinorVersion: 0,
    _appUILocale: "en-US",
    _dataLocale: "en-US",
    _docUrl: `${hostOrigin}/${parts.documentName}`,
    _clientMode: 1,
    _settings: Object.entries(parts.settings),
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "workbench",
    _appInstanceId: controlId,
    _requirementMatrix: JSON.stringify(parts.requirements),
    _hostFullVersion: "16.0.18000.40000",
    _clientWindowHeight: 600,
    _clientWindowWidth: 360,
    _addinName: "Add-in",
    _appDomains: [addinOrigin],
    _featureGates: {},
    _initialDisplayMode: parts.visible ? 2 : 1,
  };
}
