/**
 * The law as files people can read: regimes and référentiels in YAML or JSON, read strictly, each
 * fault named with its file, line and field.
 */
@NullMarked
package fr.livret.form.law;

import org.jspecify.annotations.NullMarked;
