package fr.livret.demo;

import java.util.function.BiConsumer;

/**
 * A kind of story.
 *
 * @param certification the title it is about
 * @param name what happens, in a few words
 * @param times how many candidates live it, each on days of their own
 * @param telling adds its steps
 */
record Plot(String certification, String name, int times, BiConsumer<Story, Chance> telling) {}
