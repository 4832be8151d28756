package fr.livret.query.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.query.session.SessionAnswer.CandidateAnswer;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A session one candidate was enrolled in: nothing in it is of others but how many they are.
 *
 * @param session as lists show it
 * @param candidate as the session shows this candidate, with what was decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SessionSat")
public record SatAnswer(ListedSession session, CandidateAnswer candidate) {}
