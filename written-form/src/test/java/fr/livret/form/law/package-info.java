@NullMarked
package fr.livret.form.law;

import org.jspecify.annotations.NullMarked;
