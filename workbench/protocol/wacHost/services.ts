import { anything, oneOf, text } from "../richApi/checks";
import { apiType, takes } from "../richApi/members";

export type PaneVisibility = "Visible" | "Background" | "Inactive";

/** What services of Office (not of the workbook) report to the host. */
export interface ServiceHandlers {
  functionsReady(): void;
  functionAnswered(result: unknown): void;
  /** The add-in asks for its pane to be shown or hidden (Office.addin.showAsTaskpane, hide). */
  paneAsked(visibility: PaneVisibility): void;
  paneState(): PaneVisibility;
  ribbonUpdated(json: string): void;
}

/** Services that office.js makes by name. */
export function services(handlers: ServiceHandlers): Record<string, () => object> {
  let startState: PaneVisibility = "Inactive";

  class CustomFunctions {
    static readonly api = apiType("CustomFunctions", {
      _SetOsfControlContainerReadyForCustomFunctions: takes(),
      _GetEnabledFeatures: takes(),
      setInvocationArrayResults: takes(anything),
      setInvocationResults: takes(anything),
    });
    _SetOsfControlContainerReadyForCustomFunctions(): void {
      handlers.functionsReady();
    }
    _GetEnabledFeatures(): string[] {
      return [];
    }
    /** [id, true, value, …] or [id, false, message, code, …] each. */
    setInvocationArrayResults(results: unknown[]): void {
      for (const result of results) handlers.functionAnswered(result);
    }
    setInvocationResults(results: { id: number; failed?: boolean; value: unknown; errorCode?: number }[]): void {
      for (const { id, failed, value, errorCode } of results) handlers.functionAnswered([id, !failed, value, errorCode]);
    }
  }

  class AppRuntimeService {
    static readonly api = apiType("AppRuntimeService", { setAppRuntimeState: takes(oneOf("Inactive", "Background", "Visible")), getAppRuntimeState: takes() });
    setAppRuntimeState(state: PaneVisibility): void {
      handlers.paneAsked(state);
    }
    getAppRuntimeState(): PaneVisibility {
      return handlers.paneState();
    }
  }

  class AppRuntimePersistenceService {
    static readonly api = apiType("AppRuntimePersistenceService", { setAppRuntimeStartState: takes(oneOf("Inactive", "Background", "Visible")), getAppRuntimeStartState: takes() });
    setAppRuntimeStartState(state: PaneVisibility): void {
      startState = state;
    }
    getAppRuntimeStartState(): PaneVisibility {
      return startState;
    }
  }

  class DynamicRibbon {
    static readonly api = apiType("DynamicRibbon", { executeRequestUpdate: takes(text), executeRequestCreate: takes(text) });
    executeRequestUpdate(json: string): void {
      handlers.ribbonUpdated(json);
    }
    executeRequestCreate(json: string): void {
      handlers.ribbonUpdated(json);
    }
  }

  class AddinInternalService {
    static readonly api = apiType("AddinInternalService", { notifyActionHandlerReady: takes() });
    notifyActionHandlerReady(): void {
      // actions are called by command here, which waits for nothing
    }
  }

  return {
    "Microsoft.ExcelServices.CustomFunctions": () => new CustomFunctions(),
    "Microsoft.AppRuntime.AppRuntimeService": () => new AppRuntimeService(),
    "Microsoft.AppRuntime.AppRuntimePersistenceService": () => new AppRuntimePersistenceService(),
    "Microsoft.DynamicRibbon.DynamicRibbon": () => new DynamicRibbon(),
    "Microsoft.InternalService.AddinInternalService": () => new AddinInternalService(),
  };
}
