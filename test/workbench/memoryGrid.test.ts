import { MemoryGrid } from "../../workbench/grid/memory";
import { gridContract } from "./gridContract";

gridContract("plain objects", () => new MemoryGrid(), { calculates: false });
