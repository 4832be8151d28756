@NullMarked
package fr.livret.form.decision;

import org.jspecify.annotations.NullMarked;
