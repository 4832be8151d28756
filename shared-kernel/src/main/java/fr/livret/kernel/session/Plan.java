package fr.livret.kernel.session;

import fr.livret.kernel.referentiel.ReferentielCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a session is to be.
 *
 * @param certification the title it leads to, or whose CCPs or CCS it decides on
 * @param heldOn the day of the session: what is decided on it is obtained on that day
 * @param centre the code or name of the centre that organises it
 * @param place where it is held, where stated
 * @param authority that registers its minutes, where stated
 * @param replaces the session that could not be held, where this one takes its place
 */
public record Plan(
    SessionKind kind,
    ReferentielCode certification,
    LocalDate heldOn,
    String centre,
    @Nullable String place,
    @Nullable String authority,
    @Nullable SessionId replaces) {}
