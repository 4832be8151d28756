/** How facts are written down: JSON under logical names, which outlive the names of classes. */
@NullMarked
package fr.livret.form.event;

import org.jspecify.annotations.NullMarked;
