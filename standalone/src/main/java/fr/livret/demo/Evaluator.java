package fr.livret.demo;

/** Someone of the register of evaluators who does not exist. */
record Evaluator(String id, String name) {}
