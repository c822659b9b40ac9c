import { loadHeadless } from "../../workbench/engine/load";
import { UniverGrid } from "../../workbench/grid/univer";
import { gridContract } from "./gridContract";
gridContract("Univer without a window", () => new UniverGrid(loadHeadless().createHeadless()));
