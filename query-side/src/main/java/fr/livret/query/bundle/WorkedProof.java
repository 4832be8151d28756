package fr.livret.query.bundle;

import tools.jackson.databind.JsonNode;

/**
 * A date worked out step by step.
 *
 * @param steps as JSON, for a program
 * @param french the same in words
 * @param english the same in words
 */
record WorkedProof(JsonNode steps, String french, String english) {}
