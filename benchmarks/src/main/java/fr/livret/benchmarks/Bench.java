package fr.livret.benchmarks;

import java.nio.file.Path;

/**
 * What every section measures with.
 *
 * @param product the product's runnable jar
 * @param work a folder for what is needed meanwhile
 */
record Bench(Postgres postgres, Pace pace, Path product, Path work) {}
