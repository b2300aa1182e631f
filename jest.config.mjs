export default {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  transform: {},
  // Generous, for machines with much else to do; no test is about time.
  testTimeout: 30_000,
  testMatch: ["<rootDir>/test/**/*.test.ts"],
};
