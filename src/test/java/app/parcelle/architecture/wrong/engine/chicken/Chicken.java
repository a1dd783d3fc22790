package app.parcelle.architecture.wrong.engine.chicken;

import app.parcelle.architecture.wrong.engine.egg.Egg;

/** Comes first. */
public record Chicken(Egg laid) {}
