@NullMarked
package fr.livret.form.event;

import org.jspecify.annotations.NullMarked;
