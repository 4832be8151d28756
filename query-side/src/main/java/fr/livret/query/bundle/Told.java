package fr.livret.query.bundle;

import fr.livret.kernel.law.LegalBasis;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fact as people read it.
 *
 * @param fact as the log has it
 * @param sentence what happened, in French
 * @param data its content as stored, with what is sealed opened, or {@code effacé}
 * @param basis the text behind the rule it names, where it names one that a file states
 */
record Told(ProvenFact fact, String sentence, JsonNode data, @Nullable LegalBasis basis) {}
