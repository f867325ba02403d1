import { createPlan } from "./create-plan.ts";
import { deletePlan } from "./delete-plan.ts";
import { listPlans } from "./list-plans.ts";
import { retrievePlan } from "./retrieve-plan.ts";
import { updatePlan } from "./update-plan.ts";

export const planEndpoints = [createPlan, retrievePlan, updatePlan, deletePlan, listPlans];
