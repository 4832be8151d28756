package fr.livret.kernel.referentiel;

import fr.livret.kernel.law.Access;
import org.jspecify.annotations.Nullable;

/**
 * Whether a title is open to an access.
 *
 * @param access the status under which candidates come
 * @param open whether they may
 * @param jury who sits on the jury, in French, where stated
 */
public record AccessRule(Access access, boolean open, @Nullable String jury) {}
