@NullMarked
package fr.livret.demo;

import org.jspecify.annotations.NullMarked;
