/** How laws, facts and persons are written down: regimes, events, personal data. */
@NullMarked
package fr.livret.form;

import org.jspecify.annotations.NullMarked;
