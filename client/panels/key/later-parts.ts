/** Parts of the key whose code is read when they are first unfolded, or when there is something for them to tell. */
import { readRules } from "../../style/rules.ts";
import { later } from "../later.tsx";

const withRules = async <Panel>(read: Promise<Panel>): Promise<Panel> => (await Promise.all([read, readRules()]))[0];
export const MoreFilters = later(async () => (await import("./MoreFilters.tsx")).MoreFilters);
export const StyleRules = later(async () => (await withRules(import("./StyleRules.tsx"))).StyleRules);
export const StyleChoice = later(async () => (await withRules(import("./StyleChoice.tsx"))).StyleChoice);
export const ValueFilters = later(async () => (await withRules(import("./ValueFilters.tsx"))).ValueFilters);
export const OwnLook = later(async () => (await withRules(import("./OwnLook.tsx"))).OwnLook);
export const ParallelKey = later(async () => (await import("../groups/GroupKey.tsx")).ParallelKey);
export const GroupKey = later(async () => (await import("../groups/GroupKey.tsx")).GroupKey);
