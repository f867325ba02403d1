/** Why people cancel, by the names that Stripe has for it. */
export const reasons = [
  ["too_expensive", "It costs too much"],
  ["missing_features", "Something is missing"],
  ["switched_service", "We use something else now"],
  ["unused", "We do not use it"],
  ["customer_service", "The support"],
  ["too_complex", "It is too complicated"],
  ["low_quality", "It does not work well enough"],
  ["other", "Something else"],
] as const;
